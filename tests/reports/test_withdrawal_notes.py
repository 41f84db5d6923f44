import polars as pl
import pytest

from reports.withdrawal_notes import on_withdrawals

CHOSEN = {
    "A": (802, 256, 546, None),
    "B": (239, 69, 170, None),
    "unknown": (None, None, 517, None),
    "during": (None, None, 90, 12),
    "all": (100, 10, 100, None),
    "both": (100, 10, 90, 1005),
    "nobody": (90, 0, 90, 0),
    "no counts": (None, None, None, None),
}


def _note(*codes: str) -> list[str]:
    names = ("submitted", "withdrawn", "in_process")
    rows = [
        {"campaign": code, "stages": int(CHOSEN[code][2] is not None)}
        | dict(zip(names, CHOSEN[code], strict=False))
        for code in codes
    ]
    flow = [
        {"campaign": code, "characteristic": by, "category": category, "withdrawn": people}
        for code in codes
        for late in [CHOSEN[code][3]]
        for by, counts in (("sex", (late, late and 0)), ("ethnicity", (late and 1, None)))
        for category, people in zip("xy", counts, strict=True)
    ]
    schema = dict.fromkeys(names, pl.Int64)
    counted = pl.DataFrame(flow, schema_overrides={"withdrawn": pl.Int64})
    return list(on_withdrawals(pl.DataFrame(rows, schema_overrides=schema), counted))


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        (
            ("A", "B", "unknown"),
            "A and B are counted after withdrawals; of unknown no withdrawals are recorded",
        ),
        (
            ("A", "during"),
            (
                "A are counted after withdrawals, those of during (12 withdrew) before, so the "
                "bases differ"
            ),
        ),
        (
            ("A", "all", "unknown"),
            (
                "A are counted after withdrawals, those of all (10 withdrew) before, so the bases "
                "differ; of unknown no withdrawals are recorded"
            ),
        ),
        (
            ("during", "unknown"),
            (
                "during (12 withdrew) are counted before withdrawals; of unknown no withdrawals "
                "are recorded"
            ),
        ),
        (
            ("A", "both"),
            "A and both (but for 1,005 who withdrew at a stage) are counted after withdrawals",
        ),
    ],
)
def test_campaigns_that_count_withdrawals_otherwise_are_told_apart(
    codes: tuple[str, ...], said: str
) -> None:
    assert _note(*codes) == [f"Applicants of {said}."]


@pytest.mark.parametrize(
    "codes",
    [("A", "B"), ("unknown",), ("during", "all"), ("A", "nobody"), ("A", "no counts")],
)
def test_campaigns_that_count_them_alike_need_no_note(codes: tuple[str, ...]) -> None:
    assert _note(*codes) == []
