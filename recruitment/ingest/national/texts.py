"""What the texts of each campaign mean; every one that means nothing is told."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from recruitment.errors import DataError, UsageError, nearest
from recruitment.ingest.candidates.meanings import Meanings, check_meanings, meanings_in
from recruitment.ingest.faults import NOTHING_IMPORTED, Fault, Place, SourceRefused
from recruitment.ingest.national.engines import StageColumns
from recruitment.ingest.national.passes import Passes
from recruitment.ingest.sources.understood import Understood
from recruitment.ingest.sources.values import label_text

if TYPE_CHECKING:
    from queries.candidates import CandidateTexts
    from recruitment.ingest.mapping.mapping import Mapping as WordMapping

NO_CAMPAIGN = "{} row{} no campaign; every row must name one"


def meanings_by_campaign(
    called: str,
    texts: "dict[str, CandidateTexts]",
    columns: StageColumns,
    mapping: "WordMapping",
    wanted: str | None = None,
) -> dict[str, Meanings]:
    """Return what the texts of each campaign mean, or of the one ``wanted``.

    Args:
        called: What the source is called in messages.
        texts: By campaign; under an empty text those of rows that name none.
        columns: Those that are read.
        mapping: What the texts mean.
        wanted: A campaign, in any case.

    Raises:
        UsageError: There is no such campaign.
        SourceRefused: Texts mean nothing, or rows name no campaign; all are listed.
        DataError: There is nobody, or too much to count by.
    """
    if not texts:
        raise DataError(f"{called} has headings and no candidates; {NOTHING_IMPORTED}")
    found = {each: texts[each] for each in chosen(called, list(texts), wanted)}
    faults: dict[tuple[str, str], Fault] = {}
    meanings = {}
    for campaign, own in found.items():
        meanings[campaign], unknown = meanings_in(own, columns.columns.read, mapping)
        for each in unknown:
            place = Place(called, column=each.column.heading)
            faults.setdefault((each.column.heading, each.text), Fault(place, each.told()))
    rows = {campaign: own.entries for campaign, own in texts.items()}
    check_named(called, columns, rows, list(faults.values()))
    for campaign, meant in meanings.items():
        check_meanings(f"{called}, campaign {campaign}" if campaign else called, meant)
    return meanings


def check_named(
    called: str, columns: StageColumns, rows: Mapping[str, int], others: Sequence[Fault] = ()
) -> None:
    """Refuse rows that name no campaign though there is a column for it, with all other faults.

    Args:
        called: What the source is called in messages.
        columns: Those that are read.
        rows: How many each campaign has.
        others: What else is wrong.

    Raises:
        SourceRefused: There are such rows, or ``others``.
    """
    faults = list(others)
    blank = sum(number for campaign, number in rows.items() if not spelt(campaign))
    if blank and columns.campaign_heading is not None:
        said = NO_CAMPAIGN.format(f"{blank:,}", "s name" if blank > 1 else " names")
        faults.insert(0, Fault(Place(called, column=columns.campaign_heading), said))
    if faults:
        raise SourceRefused(called, faults)


def chosen(called: str, campaigns: Sequence[str], wanted: str | None) -> list[str]:
    """Return the campaign ``wanted``, in any case; the only one, whatever it is called; else all.

    Where it is spelt in several ways, these are returned together: they would be one campaign.

    Raises:
        UsageError: There are several, and none of that name.
    """
    if wanted is None or len(campaigns) == 1:
        return list(campaigns)
    folded = spelt(wanted).casefold()
    found = [each for each in campaigns if spelt(each).casefold() == folded]
    if not found:
        hint = nearest(wanted, [each for each in campaigns if spelt(each)])
        raise UsageError(f"{called} has no campaign {wanted!r}; {hint}")
    return found


def spelt(campaign: str) -> str:
    r"""Return a campaign as its code is kept, to compare it by; nothing for what cannot be seen.

    >>> spelt(" LE25\u200b"), spelt("\u00a0")
    ('LE25', '')
    """
    found = label_text(campaign)
    return found.value if isinstance(found, Understood) else found.text


def texts_by_campaign(passes: Passes, columns: StageColumns) -> "dict[str, CandidateTexts]":
    """Return in how many rows of each campaign each text stands, by the name of the campaign."""
    by_campaign: dict[str, dict[str, dict[str, int]]] = {}
    for name in columns.texts:
        for campaign, text, rows in passes.texts(name).iter_rows():
            by_campaign.setdefault(campaign, {}).setdefault(name, {})[text] = rows
    return {
        campaign: _candidate_texts([texts[name] for name in columns.texts])
        for campaign, texts in sorted(by_campaign.items())
    }


def added_up(texts: "Iterable[CandidateTexts]") -> "CandidateTexts":
    """Return in how many rows of all together each text stands."""
    columns = zip(*(each.texts for each in texts), strict=True)
    return _candidate_texts([dict(sum(map(Counter, column), Counter())) for column in columns])


def _candidate_texts(texts: Sequence[dict[str, int]]) -> "CandidateTexts":
    from queries.candidates import CandidateTexts

    # What is wrong with keys is looked for in the histories of candidates.
    return CandidateTexts(
        entries=sum(texts[0].values()),
        silent=0,
        without_key=0,
        in_powers=0,
        in_power=None,
        unseens=0,
        unseen_in=None,
        unseen=None,
        mended=0,
        texts=tuple(texts),
    )
