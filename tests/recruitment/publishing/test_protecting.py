import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from analytics.disclosure.cells import Cell
from analytics.disclosure.presets import OPEN, PUBLIC
from recruitment.errors import CheckError
from recruitment.publishing.ledger import Entry
from recruitment.publishing.making import Publication
from recruitment.publishing.protecting import MOST_LINES, readable, refuse_unless_shown
from tests.recruitment.publishing.made import Person, in_memory_with, made, people

SMALL = ("Female", "BAME", 0, "failed")


def _report(candidates: list[Person], preset: str = "public", *ledger: Entry) -> Publication:
    with in_memory_with({"LE25": candidates}) as con:
        return made(con, preset, ledger)


def _entries(publication: Publication) -> tuple[Entry, ...]:
    return tuple(each.entry for each in publication.found)


def _cells(publication: Publication) -> Iterator[tuple[Cell, int, int | None]]:
    for each in publication.found:
        for cell, shown in each.published.counts.items():
            yield cell, each.component.release.counts[cell], shown


@pytest.mark.parametrize(("preset", "base"), [("public", 5), ("strict", 10)])
def test_small_counts_are_hidden_and_all_others_rounded(preset: str, base: int) -> None:
    cells = list(_cells(_report(people(1, 200), preset)))
    assert any(0 < true < base for _, true, _ in cells)
    assert all(shown is None for _, true, shown in cells if 0 < true < base)
    assert all(shown % base == 0 for _, _, shown in cells if shown is not None)
    assert all(abs(shown - true) * 2 <= base for _, true, shown in cells if shown is not None)


def test_nobody_is_printed_as_nobody() -> None:
    stated = [each for each in people(1, 200) if each[0] != "Not stated"]
    cells = list(_cells(_report(stated)))
    assert any(true == 0 for _, true, _ in cells)
    assert all(shown in {0, None} for _, true, shown in cells if true == 0)


def test_outcomes_are_split_by_category_from_a_thousand_candidates_on() -> None:
    def split(candidates: list[Person]) -> bool:
        return any(
            cell.outcome == "failed" and not cell.is_total
            for cell, _, _ in _cells(_report(candidates))
        )

    assert not split(people(1, 999))
    assert split(people(1, 1000))


def test_where_nothing_but_zeros_would_be_left_the_report_is_refused() -> None:
    with pytest.raises(CheckError, match="nothing is left to show once small counts are hidden"):
        _report([SMALL, SMALL])


def test_where_nothing_is_hidden_zeros_are_shown() -> None:
    full = _report(people(1, 200), "open").found[0]
    zeros: dict[Cell, int | None] = dict.fromkeys(full.published.counts, 0)
    refuse_unless_shown([replace(full, published=replace(full.published, counts=zeros))], OPEN)
    hidden = {**zeros, next(iter(zeros)): None}
    with pytest.raises(CheckError, match="nothing is left to show"):
        refuse_unless_shown(
            [replace(full, published=replace(full.published, counts=hidden))], PUBLIC
        )


def test_what_was_published_in_full_since_cannot_be_hidden_again() -> None:
    candidates = people(1, 200)
    first = _report(candidates)
    full = _report(candidates, "open", *_entries(first))
    with pytest.raises(CheckError, match="was published in full before"):
        _report(candidates, "public", *_entries(first), *_entries(full))


def test_the_same_counts_again_are_the_same_release() -> None:
    first = _report(people(1, 200))
    again = _report(people(1, 200), "public", *_entries(first))
    assert [each.is_new for each in again.found] == [False]
    assert again.found[0].published.counts == first.found[0].published.counts


def test_other_counts_of_the_same_day_are_a_release_of_their_own() -> None:
    first = _report(people(1, 200))
    later = _report(people(1, 200) + people(2, 40), "public", *_entries(first))
    assert later.found[0].published.release == "2025-06-30 (2)"
    assert later.found[0].earlier == (first.found[0].published,)


def test_what_was_published_in_full_cannot_be_hidden_any_more() -> None:
    full = _report(people(1, 200), "open")
    with pytest.raises(CheckError, match=r"LE25 was published in full before .*--preset open"):
        _report(people(1, 200), "public", *_entries(full))


def test_a_stricter_policy_after_a_laxer_one_names_that_one() -> None:
    first = _report(people(1, 200))
    with pytest.raises(CheckError) as refused:
        _report(people(1, 200), "strict", *_entries(first))
    assert str(refused.value) == (
        "LE25 cannot be published under policy strict together with what was published of it "
        "before (2025-06-30, policy public): small counts follow from what is known already; "
        "publish it with --preset public as before, or leave it out; nothing was written"
    )
    assert all(line.startswith("LE25, ") for line in refused.value.details)


def test_a_refusal_names_places_and_never_a_count() -> None:
    first = _report(people(1, 200))
    with pytest.raises(CheckError) as refused:
        _report(people(1, 200), "strict", *_entries(first))
    place = r"LE25, \w+, \w+, (everybody|\w+: [\w ]+) \(release 2025-06-30 \(2\)\)"
    assert refused.value.details
    assert all(re.fullmatch(f"{place}( minus {place})*", each) for each in refused.value.details)


def test_no_more_lines_are_shown_than_anybody_reads() -> None:
    lines = [f"place {number}" for number in range(MOST_LINES + 3)]
    assert readable(lines) == (*lines[:MOST_LINES], "and 3 more")
    assert readable(lines[:2]) == ("place 0", "place 1")


def test_where_much_is_hidden_something_coarser_is_proposed() -> None:
    assert any(each.startswith("LE25, ") for each in _report(people(1, 60)).hints)
    assert _report(people(1, 900)).hints == ()
