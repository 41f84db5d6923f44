from analytics.disclosure.cells import Quantity, difference
from analytics.disclosure.sensitive import sensitive
from tests.analytics.disclosure.tables import cell, release


def test_small_counts_complements_and_differences_are_sensitive() -> None:
    made = release({"Disabled": (39, 36), "Not disabled": (0, 0), "Not stated": (2, 1)})
    assert [*map(str, sensitive(made, 5))] == [
        str(each)
        for each in (
            Quantity.of(cell("", "Sift", "failed")),
            Quantity.of(cell("Disabled", "Sift", "failed")),
            Quantity.of(cell("Not stated", "Sift")),
            Quantity.of(cell("Not stated", "Sift", "failed")),
            Quantity.of(cell("Not stated", "Interview")),
            difference(cell("", "Sift"), [cell("Disabled", "Sift")]),
            difference(cell("", "Sift", "failed"), [cell("Disabled", "Sift", "failed")]),
            difference(cell("", "Interview"), [cell("Disabled", "Interview")]),
            difference(cell("", "Sift", "failed"), [cell("Not disabled", "Sift", "failed")]),
            difference(cell("", "Sift", "failed"), [cell("Not stated", "Sift", "failed")]),
            difference(cell("", "Sift"), [cell("", "Interview")]),
            difference(cell("Disabled", "Sift"), [cell("Disabled", "Interview")]),
            difference(cell("Not stated", "Sift"), [cell("Not stated", "Sift", "failed")]),
            difference(cell("Not stated", "Sift"), [cell("Not stated", "Interview")]),
        )
    ]


def test_nobody_and_the_threshold_itself_are_not_sensitive() -> None:
    made = release({"Disabled": (5, 0), "Not disabled": (90, 10), "Not stated": (0, 0)})
    assert sensitive(made, 5) == ()
