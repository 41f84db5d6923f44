"""The labels of a monitoring table's rows to stage and outcome, by the mapping and by rules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from analytics.audit.printed import PrintedRow
from recruitment.ingest.layouts.collecting import Collected
from recruitment.ingest.layouts.monitoring_lines import Draft
from recruitment.ingest.layouts.repeats import said
from recruitment.ingest.mapping.defaults import alone
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.recognition.stages import ENTERED, Named, Terms, named, staged
from recruitment.ingest.recognition.vocabulary import plain, words
from recruitment.ingest.sources.labels import LONGEST
from recruitment.ingest.sources.understood import quoted, told

# What labels say beside stage and outcome without meaning others.
SAID_TOO = frozenset({"submitted", "received", "made", "national", "stages", "process", "day"})
NO_STAGE = "no stage and outcome that are known"
HOW = "explain it in the mapping under [labels]"


@dataclass(frozen=True, slots=True)
class Placed:
    """What a row is about.

    Attributes:
        stage: The stage.
        outcome: What became there of those counted.
        enters: The later stage of which these are the entrants, or None.
    """

    stage: str
    outcome: str
    enters: str | None = None

    @property
    def counted_at(self) -> Iterator[tuple[str, str]]:
        """The stages and outcomes at which its people are counted."""
        yield self.stage, self.outcome
        if self.enters is not None:
            yield self.enters, ENTERED


def terms_of(mapping: Mapping) -> Terms:
    """Return the words of ``mapping`` by which labels are understood.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> named("No. of applications", terms_of(default_mapping())).outcomes
    ()
    """
    outcomes = {word: each for word, each in mapping.outcomes.items() if word not in alone()}
    explained = {
        label: (each.stage, each.outcome, each.enters) for label, each in mapping.labels.items()
    }
    return Terms(mapping.stages, outcomes, mapping.stage_order, explained)


def placed(drafts: Sequence[Draft], mapping: Mapping, collected: Collected) -> list[Placed]:
    """Return what each row is about, and note labels that are not known or stand there twice."""
    terms = terms_of(mapping)
    rows = [PrintedRow(draft.label, "", None, {}) for draft in drafts]
    found = staged(rows, terms)
    entered = {row.stage for row in found if row.outcome == ENTERED}
    first: dict[tuple[str, str], Draft] = {}
    places: list[Placed] = []
    for draft, row in zip(drafts, found, strict=True):
        if why := _why_not(row, terms, certain=draft.certain):
            collected.fault(draft.place(), f"{why}; {HOW}")
        elif row.stage is not None and row.outcome is not None:
            # Entrants that have a row of their own are those.
            enters = None if row.enters in entered else row.enters
            places.append(Placed(row.stage, row.outcome, enters))
            _once(places[-1], draft, first, collected)
    return places


def _once(
    place: Placed, draft: Draft, first: dict[tuple[str, str], Draft], collected: Collected
) -> None:
    for stage, outcome in place.counted_at:
        before = first.setdefault((stage, outcome), draft)
        if before is not draft:
            own, other = (told(each.label, certain=each.certain) for each in (draft, before))
            what = f"{own} counts {stage}, {outcome}, as does {other}"
            where = said(before.place(), draft.place())
            how = "give each campaign its own file, or name one with --sheet"
            collected.fault(draft.place(), f"{what} in {where}; {how}")


def is_known(label: str, terms: Terms) -> bool:
    """Return whether ``label`` says a stage or an outcome, and nothing that is not known.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> known = terms_of(default_mapping())
    >>> [is_known(label, known) for label in ("Sift failed", "Jane Smith", "Offer: Jane Smith")]
    [True, False, False]
    """
    if plain(label) in terms.explained:
        return True
    found = named(label, terms)
    return bool(found.stages or found.outcomes or found.interview) and not _strange(found)


def _why_not(row: PrintedRow, terms: Terms, *, certain: bool) -> str | None:
    label = f"the label {told(row.label, certain=certain)}"
    if len(row.label) > LONGEST:
        return f"{label} is longer than {LONGEST} characters"
    if plain(row.label) in terms.explained:
        return None
    found = named(row.label, terms)
    if strange := _strange(found):
        which = f": {', '.join(quoted(each) for each in strange)}" if certain else ""
        return f"{label} says what is not known{which}"
    if len(found.outcomes) > 1:
        return f"{label} names two outcomes, {' and '.join(found.outcomes)}"
    if row.stage is None or row.outcome is None:
        two = row.stage is None and len(found.stages) > 1
        names = f"two stages, {' and '.join(found.stages[:2])}" if two else NO_STAGE
        return f"{label} names {names}"
    return None


def _strange(found: Named) -> list[str]:
    known = SAID_TOO | _filler() | (words("interview") if found.interview else frozenset())
    return [each for each in found.more if each not in known]


@lru_cache(1)
def _filler() -> frozenset[str]:
    return words("filler")
