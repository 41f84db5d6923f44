"""A report under a policy that hides something: made, attacked, and made of other counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import queries
from analytics.disclosure.presets import PRESETS, Preset
from analytics.disclosure.refusal import Refused
from recruitment.attack.dates import written
from recruitment.attack.explaining import is_explained
from recruitment.attack.facts import facts_of
from recruitment.attack.file_names import name_is_explained
from recruitment.attack.judging import Claim, Judgement, judged
from recruitment.attack.knowing import schema_of
from recruitment.attack.readers import read
from recruitment.errors import CheckError, DataError
from recruitment.ingest.originals import Original
from recruitment.publishing.campaign_components import campaign_components
from recruitment.publishing.components import NOW, Component, Subject
from recruitment.publishing.counted import Counted, counted, latest
from recruitment.publishing.ledger import Entry
from recruitment.publishing.post_components import movement_components, workforce_components
from recruitment.publishing.protecting import Guarded, guarded, hints, readable, refuse_unless_shown
from recruitment.publishing.witnesses import other_counts, witnesses
from recruitment.publishing.writing import material, written_from
from recruitment.studies.campaigns import choose
from recruitment.studies.report import known_sections
from reports.protected.assembly import assembled
from reports.report.assembly import Cover, section_keys
from reports.report.keys import campaign_keys
from reports.wording import counted as counted_as

if TYPE_CHECKING:
    import duckdb

    from reports.protected.material import Protected
    from reports.report.model import Report

# What a release is called that has no date.
UNDATED = "undated"
# Which sections print counts of what; a campaign has one of its own beside.
PRINTED_IN: Mapping[Subject, tuple[str, ...]] = {
    "campaign": ("background", "campaigns-together"),
    "workforce": ("current-position",),
    "movements": ("retention", "dismissals"),
}
Render = Callable[["Report"], bytes]


@dataclass(frozen=True, slots=True, eq=False)
class Publication:
    """A report that may be published, if the attack on its file fails.

    Attributes:
        cover: What stands on its front.
        sections: Keys of the sections wanted; none means all.
        preset: The policy.
        counts: The true counts.
        found: What may be printed of each component.
    """

    cover: Cover
    sections: tuple[str, ...]
    preset: Preset
    counts: Counted
    found: tuple[Guarded, ...]

    @property
    def material(self) -> "Protected":
        """Return all that the report is written from."""
        return material(self.counts, self.found, self.preset)

    @property
    def report(self) -> "Report":
        """Return the report."""
        return assembled(self.material, self.cover, self.sections)

    @property
    def hints(self) -> tuple[str, ...]:
        """Return what to publish instead, where too much is hidden."""
        return tuple(hints(self.found))


def publication(
    con: "duckdb.DuckDBPyConnection",
    *,
    preset: str,
    cover: Cover,
    campaigns: Sequence[str] = (),
    sections: Sequence[str] = (),
    ledger: Sequence[Entry] = (),
) -> Publication:
    """Return the report on what may be printed.

    Args:
        con: An open warehouse.
        preset: The name of the policy.
        cover: What stands on its front; without a date, the latest that a campaign has.
        campaigns: Codes in any case; none means all.
        sections: Keys of the sections wanted, in any case; none means all.
        ledger: What was published before.

    Raises:
        UsageError: A campaign or section is unknown, or named twice.
        DataError: The warehouse has no campaigns.
        CheckError: It cannot be made safe, or nothing would be left.
    """
    chosen = choose(queries.campaigns(con), campaigns)
    if chosen.is_empty():
        raise DataError("the warehouse has no campaigns; import one")
    wanted = known_sections(sections, section_keys(chosen["campaign"].to_list()))
    counts = counted(con, chosen)
    dated = replace(cover, date=cover.date or latest(chosen))
    policy = PRESETS[preset]
    asked = [each for each in components_of(counts) if not wanted or _is_in(each, wanted, counts)]
    found = guarded(asked, policy, ledger, str(dated.date or UNDATED))
    refuse_unless_shown(found, policy)
    return Publication(dated, tuple(wanted), policy, counts, found)


def components_of(counts: Counted) -> list[Component]:
    """Return all that is counted, as far as it hangs together."""
    return [
        *campaign_components(counts),
        *workforce_components(counts.workforce),
        *movement_components(counts.movements),
    ]


def _is_in(component: Component, sections: Sequence[str], counts: Counted) -> bool:
    """Return whether a section prints counts of a component."""
    keys = campaign_keys(counts.campaigns["campaign"].to_list())
    own = {keys[component.name]} if component.subject == "campaign" else set()
    return not {*PRINTED_IN[component.subject], *own}.isdisjoint(sections)


def refuse_numbers(made: Publication, texts: Mapping[str, str | None], name: str) -> None:
    """Refuse what somebody wrote with a number in it, which the attack could not tell from a count.

    Args:
        made: What is printed.
        texts: What was written, by the option that takes it.
        name: What the file will be called; nothing for standard output.

    Raises:
        CheckError: There is such a number.
    """
    known = schema_of(made.material)
    dated = replace(known, dates=known.dates | written(filter(None, [made.cover.date])))
    told = [option for option, text in texts.items() if not is_explained(text or "", "", dated)]
    if name and not name_is_explained(name, known):
        told.append("--output")
    if told:
        raise CheckError(
            f"{' and '.join(told)}: a number in it could be taken for a count; leave it out, or "
            "write it as a date; nothing was written"
        )


def attacked(made: Publication, file: Original) -> Judgement:
    """Return what an attacker makes of the finished file, and of what was published before."""
    facts = facts_of([read(file)], schema_of(made.material))
    return judged(facts, [Claim(each.published, each.earlier) for each in made.found])


def refuse_unless_safe(made: Publication, file: Original, render: Render) -> None:
    """Make sure that an attacker learns nothing from the finished file.

    Raises:
        CheckError: He does; the cells are in the details, by coordinate.
    """
    judgement = attacked(made, file)
    if not judgement.is_safe:
        raise refusal(file.name or "the report", judgement)
    if not same_in_other_worlds(made, file.content, render):
        raise CheckError(
            "the report is refused: it would read otherwise if hidden counts were others, so it "
            "tells something of them; please report this defect; nothing was written"
        )


def same_in_other_worlds(made: Publication, content: bytes, render: Render) -> bool:
    """Return whether the very same file is made of other counts, with the same cells hidden."""
    others = other_counts(made.counts)
    try:
        worlds = list(witnesses(made.found))
    except Refused:
        return False
    worlds_made = [replace(made, counts=others, found=world) for world in worlds]
    # What is written from the same words and counts need not be rendered twice.
    first, second = map(written_from, (each.material for each in worlds_made))
    distinct = worlds_made[:1] if first == second else worlds_made
    return all(render(each.report) == content for each in distinct)


def refusal(what: str, judgement: Judgement, *, nothing_written: bool = True) -> CheckError:
    """Return why a file may not be published."""
    recovered, unknown = len(judgement.recovered), len(judgement.unknown)
    found = [
        *([f"{counted_as(recovered, 'small count')} can be recovered"] if recovered else []),
        *([f"{counted_as(unknown, 'place')} cannot be audited"] if unknown else []),
    ]
    rest = "; nothing was written" if nothing_written else ""
    error = CheckError(f"{what} is refused: {' and '.join(found)}{rest}")
    # What is not published yet has no name that anybody knows.
    lines = [each.replace(f" (release {NOW})", "") for each in judgement.lines]
    error.details = readable(lines)
    return error
