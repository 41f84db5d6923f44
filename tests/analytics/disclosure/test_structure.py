from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from analytics.disclosure.cells import EVERYBODY, Cell
from analytics.disclosure.structure import Refinement, Stage, Structure
from tests.analytics.disclosure.campaigns import campaign
from tests.analytics.disclosure.tables import DISABILITY, cell


@given(st.integers(0, 10**6))
def test_people_make_counts_of_which_every_identity_is_true(seed: int) -> None:
    release = campaign(seed, 40)
    assert not release.contradicted()
    assert release.identities()


@given(st.integers(0, 10**6), st.data())
def test_one_person_more_anywhere_breaks_an_identity(seed: int, data: st.DataObject) -> None:
    release = campaign(seed, 40)
    where = data.draw(st.sampled_from(release.cells))
    assert replace(
        release, counts=release.counts | {where: release.counts[where] + 1}
    ).contradicted()


def test_where_not_all_are_accounted_for_the_outcomes_are_only_no_more() -> None:
    stages = (Stage("Sift", ("failed",), complete=False), Stage("Interview"))
    flow = replace(DISABILITY, stages=stages).identities("R1")[-1]
    left = {cell("Not stated", "Sift", "failed"): 2, cell("Not stated", "Interview"): 3}
    assert [n for n in range(8) if flow.holds({**left, cell("Not stated", "Sift"): n})] == [5, 6, 7]


def test_those_who_passed_are_those_who_entered_the_next_stage_unless_counted_apart() -> None:
    assert DISABILITY.left("R1", (EVERYBODY, EVERYBODY), 0) == (
        cell("", "Sift", "failed"),
        cell("", "Interview"),
    )
    apart = replace(DISABILITY, stages=(Stage("Sift", ("passed",)), Stage("Interview")))
    assert apart.left("R1", (EVERYBODY, EVERYBODY), 0) == (cell("", "Sift", "passed"),)


def test_finer_categories_add_up_to_the_coarse_one() -> None:
    fine = ("Asian", "Black", "White", "Not stated")
    structure = Structure(
        "C1",
        (Stage("Sift"),),
        (("ethnicity", ("BAME", "White", "Not stated")), ("ethnic_group", fine)),
        (Refinement("ethnicity", "BAME", "ethnic_group", ("Asian", "Black")),),
    )
    nested = structure.identities("R1")[-1]
    bame, *parts = (
        Cell("R1", "C1", name, category, "Sift", "entered")
        for name, category in [
            ("ethnicity", "BAME"),
            *(("ethnic_group", each) for each in fine[:2]),
        ]
    )
    assert nested.terms == ((bame, 1), (parts[0], -1), (parts[1], -1))
    assert (nested.low, nested.high) == (0, 0)
