from typing import Any

import polars as pl
import pytest

from reports.check_notes import check_headline, on_not_compared, on_standing
from reports.check_rows import COLUMNS, kept_rows, standing_rows, summary_rows


def _row(subject: str, check: str = "flow", *, contradiction: bool = True) -> dict[str, Any]:
    return {
        "campaign": subject if subject != "Force" else None,
        "subject": subject,
        "check": check,
        "finding": "as it is",
        "contradiction": contradiction,
        "identity": f"{check} of {subject}",
    }


ADVICE = _row("B", "percentages", contradiction=False)
ROWS = [_row("Force"), ADVICE, _row("B"), _row("A")]


def test_contradictions_come_first_and_campaigns_in_their_order() -> None:
    found = standing_rows(ROWS, {("A", "flow of A")}, ["B", "A"])
    assert found.columns == list(COLUMNS)
    assert found.select("subject", "check", "standing", "accepted").rows() == [
        ("B", "flow", "contradiction", False),
        ("B", "percentages", "advice", False),
        ("A", "flow", "accepted", True),
        ("Force", "flow", "contradiction", False),
    ]


def test_what_only_rows_could_show_is_kept_as_it_was_accepted() -> None:
    kept = pl.DataFrame(
        {
            "subject": ["campaign"] * 2,
            "campaign": ["A", "A"],
            "check_name": ["rows", "flow"],
            "place": ["a.csv, row 3", "A"],
            "finding": ["two outcomes", "is looked at again"],
            "contradiction": [True, True],
            "identity": [None, "flow of A"],
        }
    )
    found = standing_rows(kept_rows(kept), set(), ["A"])
    assert found.select("check", "finding", "standing", "place").rows() == [
        ("rows", "a.csv, row 3: two outcomes", "accepted", "a.csv, row 3")
    ]


def test_the_summary_counts_what_agrees() -> None:
    rows = [*ROWS, _row("A", "rows") | {"accepted": True}]
    summary = summary_rows(
        standing_rows(rows, set(), ["A", "B"]), {"flow": 10, "dates": 2, "reasons": 0}
    )
    counts = ("check", "looked_at", "agree", "contradictions", "accepted", "advice")
    assert summary.select(counts).rows() == [
        ("flow", 10, 7, 3, 0, 0),
        ("dates", 2, 2, 0, 0, 0),
        ("percentages", None, None, 0, 0, 1),
        ("rows", None, None, 0, 1, 0),
    ]


@pytest.mark.parametrize(
    ("rows", "looked_at", "words"),
    [
        ([], 0, "There is nothing to compare yet"),
        ([], 1200, "1,200 comparisons: no contradiction"),
        (ROWS, 9, "9 comparisons: 2 contradictions, 1 accepted at import, 1 piece of advice"),
    ],
)
def test_the_headline_says_how_much_fits(
    rows: list[dict[str, Any]], looked_at: int, words: str
) -> None:
    assert check_headline(standing_rows(rows, {("A", "flow of A")}, []), looked_at) == words


def test_notes_explain_the_words_that_are_used() -> None:
    assert list(on_standing(standing_rows([], set(), []))) == []
    every = standing_rows([*ROWS, _row("A", "rows") | {"accepted": True}], set(), [])
    assert [note.split(maxsplit=2)[0] for note in on_standing(every)] == [
        "A",
        "Accepted",
        "Advice",
        "What",
    ]


def test_percentages_that_could_not_be_compared_are_counted() -> None:
    assert list(on_not_compared(5, 5)) == []
    assert list(on_not_compared(5, 4)) == [
        "1 printed percentage could not be compared: no number is printed, or not both counts."
    ]
