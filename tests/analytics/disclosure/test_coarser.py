from dataclasses import replace

from analytics.disclosure.cells import ENTERED, Cell
from analytics.disclosure.coarser import Proposal, proposals
from analytics.disclosure.presets import PUBLIC
from analytics.disclosure.protection import protect
from analytics.disclosure.release import Release, printed
from analytics.disclosure.structure import Stage, Structure
from tests.analytics.disclosure.tables import release

STAGES = ("Sift", "Interview", "Offer")
GROUPS = {
    "Asian": (90, 40, 2),
    "Black": (60, 30, 4),
    "Mixed": (3, 2, 1),
    "White": (400, 300, 200),
    "Not stated": (1, 1, 1),
}


def _groups(last: int = 3) -> Release:
    stages = tuple(map(Stage, STAGES[:last]))
    structure = Structure("C1", stages, (("ethnic_group", tuple(GROUPS)),))
    counts = dict.fromkeys(structure.cells("R1"), 0)
    for group, entered in GROUPS.items():
        for stage, count in zip(STAGES[:last], entered, strict=False):
            cell = Cell("R1", "C1", "ethnic_group", group, stage, ENTERED)
            counts[cell] = count
            counts[cell.everybody()] += count
    return Release("R1", (structure,), counts)


def test_a_table_of_which_much_is_hidden_has_a_coarser_form() -> None:
    made = _groups()
    (proposal,) = proposals(made, protect(made, PUBLIC))
    assert proposal.characteristic == "ethnic_group"
    assert proposal.merge == ("Black", "Mixed")
    assert proposal.printed == 15
    assert proposal.hidden >= 8


def test_a_table_of_which_little_is_hidden_stays_as_it_is() -> None:
    made = release({"Disabled": (60, 30), "Not disabled": (80, 50), "Not stated": (20, 10)})
    assert proposals(made, protect(made, PUBLIC)) == ()


def test_three_cells_in_ten_are_not_too_many() -> None:
    made = _groups(last=2)
    cells = made.printable(PUBLIC)
    ready = protect(made, PUBLIC)
    for hidden, proposed in ((3, 0), (4, 1)):
        counts = printed(made, PUBLIC, cells[: len(cells) - hidden])
        assert len(proposals(made, replace(ready, counts=counts))) == proposed


def test_the_last_stage_is_where_enough_is_still_shown() -> None:
    made = _groups()
    offers = [cell for cell in made.cells if cell.stage != "Offer"]
    ready = replace(protect(made, PUBLIC), counts=printed(made, PUBLIC, offers))
    assert [each.last_stage for each in proposals(made, ready)] == ["Interview"]


def test_advice_is_one_sentence() -> None:
    proposal = Proposal("C1", "sex", 5, 9, ("A", "B"), "Sift")
    assert str(proposal) == (
        "C1, sex: 5 of 9 cells are hidden; publish A and B as one category, "
        "or end the table at Sift"
    )
    assert str(replace(proposal, merge=(), last_stage=None)).endswith(
        "; wait until there are more people"
    )
