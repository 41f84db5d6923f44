"""Totals in tidy rows, however they are written."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from recruitment.ingest.mapping.lookup import characteristic_of, word
from recruitment.ingest.mapping.mapping import Mapping

EVERYBODY = "all"


def as_everybody(characteristic: str, category: str, mapping: Mapping) -> tuple[str, str]:
    """Return what a row is named by, where "All" beside a characteristic is the total of it.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> as_everybody("Ethnicity", "Total", default_mapping())
    ('all', 'Total')
    >>> as_everybody("Ethnicity", "BAME", default_mapping())
    ('Ethnicity', 'BAME')
    """
    known = characteristic_of(mapping, characteristic)
    total = word(category) or ""
    if known is None or total in known.answers or not total:
        return characteristic, category
    is_total = total in mapping.characteristics[EVERYBODY].answers
    return (EVERYBODY if is_total else characteristic), category


@dataclass(slots=True)
class Totals:
    """The totals seen so far: often one is written again beside each characteristic.

    Attributes:
        first: By what it is the total of, its figures, and whether it stands beside one.
    """

    first: dict[Hashable, tuple[tuple[object, ...], bool]] = field(default_factory=dict)

    def has(self, key: Hashable, figures: tuple[object, ...], *, beside: bool) -> bool:
        """Return whether the same total was seen, one of the two beside a characteristic."""
        before = self.first.get(key)
        if before is None:
            self.first[key] = (figures, beside)
            return False
        return before[0] == figures and (beside or before[1])
