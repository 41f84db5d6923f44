"""Small printed tables for tests, and tables that hypothesis makes from counts."""

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import strategies as st

from analytics.audit.printed import Cell, PrintedPoint, PrintedRow, PrintedSeries, PrintedTable

BAME: Cell = ("ethnicity", "BAME")
WHITE: Cell = ("ethnicity", "White")
NO_ETHNICITY: Cell = ("ethnicity", "Not stated")
WOMEN: Cell = ("sex", "Female")
NO_SEX: Cell = ("sex", "Not stated")
CELLS = (BAME, NO_ETHNICITY, WOMEN, NO_SEX)


def row(
    label: str,
    total: int | None,
    counts: dict[Cell, int],
    shares: dict[Cell, str] | None = None,
    *,
    is_about: tuple[str | None, str | None, str | None] = (None, None, None),
) -> PrintedRow:
    """Return a row; ``is_about`` is its stage, outcome and the stage it enters."""
    return PrintedRow(label, f"row {label}", total, counts, shares or {}, *is_about)


def table(*rows: PrintedRow, whole: bool = False) -> PrintedTable:
    """Return a table of one campaign."""
    return PrintedTable("a report", "C1", rows, whole=whole)


def series(*printed: str, change: str | None = None, cell: Cell = BAME) -> PrintedSeries:
    """Return a list whose stages are called A, B, C and so on."""
    names = "ABCDEF"[: len(printed)]
    points = [
        PrintedPoint(name, "list", name, text) for name, text in zip(names, printed, strict=True)
    ]
    return PrintedSeries("a report", "C1", cell, tuple(points), change, "change", "under the list")


def share(numerator: int, denominator: int, decimals: int = 2) -> str:
    """Return a percentage in decimal arithmetic, rounded half-up."""
    exact = 100 * Decimal(numerator) / Decimal(denominator)
    return f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)}%"


@st.composite
def right_tables(draw: st.DrawFn, *, decimals: int = 2) -> PrintedTable:
    """Return a table of counts with the percentages that they give."""
    rows = []
    for number in range(draw(st.integers(1, 6))):
        total = draw(st.integers(1, 900))
        counts = {}
        for group, blank in ((BAME, NO_ETHNICITY), (WOMEN, NO_SEX)):
            counts[group] = draw(st.integers(0, total))
            counts[blank] = draw(st.integers(0, total - counts[group]))
        shares = {cell: share(count, total, decimals) for cell, count in counts.items()}
        rows.append(row(f"row {number}", total, counts, shares))
    return table(*rows)
