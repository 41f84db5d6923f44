from dataclasses import replace

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from analytics.disclosure.campaign_flow import release_of
from analytics.disclosure.cells import Quantity
from analytics.disclosure.facts import Exact
from analytics.disclosure.presets import OPEN, PUBLIC, STRICT, Preset
from analytics.disclosure.protection import confirm, exposed, protect
from analytics.disclosure.refusal import Refused
from analytics.disclosure.release import Release
from tests.analytics.disclosure.campaigns import campaign
from tests.analytics.disclosure.careless import ENTRANTS, EXACT, ROUNDED, primary_only
from tests.analytics.disclosure.proof import is_proven
from tests.analytics.disclosure.tables import cell, release
from tests.analytics.disclosure.verdicts import verdicts

SMALL = release({"Disabled": (30, 3), "Not disabled": (80, 50), "Not stated": (20, 10)})


@pytest.fixture
def le19(con: duckdb.DuckDBPyConnection) -> Release:
    return release_of(queries.stage_flow(con, campaigns=["LE19"], corrected=False), "2020-06")


@pytest.mark.parametrize("preset", [PUBLIC, STRICT, ENTRANTS])
def test_le19_can_be_published_with_few_cells_hidden(le19: Release, preset: Preset) -> None:
    ready = protect(le19, preset)
    assert 0 < 3 * len(ready.hidden) <= len(ready.counts)
    assert all(each.is_safe(preset.threshold) for each in verdicts(ready))


def test_every_cell_that_is_hidden_of_le19_has_to_be(le19: Release) -> None:
    ready = protect(le19, ENTRANTS)
    for hidden in (each for each in ready.hidden if not ENTRANTS.is_sensitive(le19.counts[each])):
        shown = replace(ready, counts={**ready.counts, hidden: le19.counts[hidden]})
        with pytest.raises(Refused):
            confirm([shown], ENTRANTS.threshold)


def test_le19_with_only_small_counts_hidden_gives_them_away(le19: Release) -> None:
    careless = primary_only(le19, EXACT)
    assert sum(each.is_recovered for each in verdicts(careless)) > 20


def test_true_shares_beside_rounded_counts_give_small_counts_away() -> None:
    rounded, shares = (primary_only(SMALL, ROUNDED, shares=each) for each in (False, True))
    found = [sum(each.is_recovered for each in verdicts(made)) for made in (rounded, shares)]
    assert found[0] == 0
    assert found[1] > 0


def test_no_small_count_is_printed() -> None:
    ready = protect(SMALL, PUBLIC)
    assert cell("Disabled", "Interview") in ready.hidden
    assert all(shown is None or shown % 5 == 0 for shown in ready.counts.values())


def test_outcomes_are_not_split_in_a_small_campaign() -> None:
    ready = protect(SMALL, PUBLIC)
    assert [each for each in ready.counts if each.outcome == "failed"] == [
        cell("", "Sift", "failed")
    ]


@settings(max_examples=4)
@given(st.integers(0, 10**6), st.sampled_from([PUBLIC, STRICT, EXACT]))
def test_a_release_is_safe_by_tables_that_print_the_same(seed: int, preset: Preset) -> None:
    made = campaign(seed, 120)
    ready = protect(made, preset)
    found = verdicts(ready)
    assert len(found) == len(ready.sensitive) > 0
    assert all(is_proven(each, ready, made.structures[0]) for each in found)


@settings(max_examples=4)
@given(st.integers(0, 10**6))
def test_with_small_counts_hidden_and_no_others_some_can_be_known(seed: int) -> None:
    careless = primary_only(campaign(seed, 120), EXACT)
    with pytest.raises(Refused, match="would be published") as refused:
        confirm([careless], EXACT.threshold)
    assert {*refused.value.places} <= {str(each) for each in careless.sensitive}


@settings(max_examples=3)
@given(st.integers(0, 10**6))
def test_the_same_release_hides_the_same_cells(seed: int) -> None:
    made = campaign(seed, 120)
    assert protect(made, PUBLIC).counts == protect(made, PUBLIC).counts


def test_a_campaign_of_many_thousands_can_be_audited() -> None:
    made = release({"Disabled": (9000, 3), "Not disabled": (90000, 50), "Not stated": (20, 10)})
    assert protect(made, PUBLIC).counts[cell("Not disabled", "Sift")] == 90000


def test_of_nothing_nothing_is_published() -> None:
    ready = protect(Release("R1", (), {}), PUBLIC)
    assert not ready.counts
    assert exposed([ready], 5) == ()


@pytest.mark.parametrize("people", [0, 1, 4])
def test_a_campaign_of_hardly_anybody_can_be_published(people: int) -> None:
    made = release({"Disabled": (people, 0), "Not disabled": (0, 0), "Not stated": (0, 0)})
    ready = protect(made, PUBLIC)
    assert {*ready.counts.values()} == ({0, None} if people else {0})


def test_nothing_is_hidden_of_what_is_public_already() -> None:
    ready = protect(SMALL, OPEN)
    assert dict(ready.counts) == {each: SMALL.counts[each] for each in ready.counts}
    assert not ready.sensitive


def test_what_is_known_from_elsewhere_cannot_be_hidden() -> None:
    known = [Exact(Quantity.of(cell("Disabled", "Interview")), 3)]
    with pytest.raises(
        Refused, match=r"^small counts follow from what is known already"
    ) as refused:
        protect(SMALL, PUBLIC, known=known)
    assert str(cell("Disabled", "Interview")) in refused.value.places


def test_what_is_known_from_elsewhere_and_is_not_so_is_refused() -> None:
    with pytest.raises(Refused, match="contradicts itself"):
        protect(SMALL, PUBLIC, known=[Exact(Quantity.of(cell("Disabled", "Interview")), 4)])


def test_of_a_document_alone_what_is_surely_small_is_found() -> None:
    careless = replace(primary_only(SMALL, EXACT), sensitive=())
    found = {each.quantity: each.low for each in exposed([careless], 5)}
    assert found[Quantity.of(cell("Disabled", "Interview"))] == 3
    assert all(0 < low < 5 for low in found.values())


def test_a_document_that_is_safe_exposes_nothing() -> None:
    assert exposed([protect(SMALL, PUBLIC)], 5) == ()
