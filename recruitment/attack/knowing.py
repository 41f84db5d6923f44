"""What a reader knows of a publication before looking at its file."""

from recruitment.attack.dates import written
from recruitment.attack.numbers import plain
from recruitment.attack.schema import Schema
from reports.protected.fixed import fixed_sentences
from reports.protected.material import Protected


def schema_of(material: Protected) -> Schema:
    """Return what a reader knows: all but what is hidden."""
    dates = (day for own in material.campaigns for day in (own.opened, own.closed, own.as_at))
    named = (text for own in material.campaigns for text in (own.title, own.route))
    return Schema(
        preset=material.preset,
        parts=material.parts,
        campaigns=material.campaigns,
        community=material.community,
        totals=(material.hidden, material.printed),
        words=tuple(filter(None, (*named, material.area, *material.sources))),
        fixed=frozenset(map(plain, fixed_sentences())),
        keys=frozenset(own.key for own in material.campaigns),
        dates=written(filter(None, dates)),
    )
