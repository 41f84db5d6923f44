"""The packaged report as it is printed, for the audit to look at."""

from typing import TYPE_CHECKING, Any

import queries
from analytics.audit.printed import (
    Cell,
    PrintedClaim,
    PrintedGrowth,
    PrintedPoint,
    PrintedReport,
    PrintedRow,
    PrintedSeries,
    PrintedShare,
    PrintedTable,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import duckdb

    Row = Mapping[str, Any]

# The columns of a printed monitoring table, and whom they count.
GROUPS: dict[str, Cell] = {
    "bame": ("ethnicity", "BAME"),
    "female": ("sex", "Female"),
    "lgbt": ("sexual_orientation", "LGBT+"),
    "disabled": ("disability", "Disabled"),
}
WITHOUT_COUNTS = ("workforce share", "population share")


def printed_report(con: "duckdb.DuckDBPyConnection") -> PrintedReport:
    """Return the printed tables, series, changes and claims of the warehouse."""
    figures = queries.printed_figures(con).to_dicts()
    rows = queries.printed_stage_rows(con).to_dicts()
    return PrintedReport(
        tables=(*_monitoring(rows, figures), *_movements(_of(figures, "movement share"))),
        series=tuple(_series(figures)),
        growths=tuple(map(_growth, _of(figures, "growth"))),
        claims=tuple(map(_claim, _of(figures, "claim"))),
        shares=tuple(_share(row) for kind in WITHOUT_COUNTS for row in _of(figures, kind)),
    )


def _of(figures: "Sequence[Row]", kind: str) -> "list[Row]":
    return [row for row in figures if row["kind"] == kind]


def _together(rows: "Iterable[Row]", *keys: str) -> "Iterable[list[Row]]":
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(row[key] for key in keys), []).append(row)
    return found.values()


def _cell(row: "Row") -> Cell:
    return row["characteristic"], row["category"]


def _monitoring(rows: "Sequence[Row]", figures: "Sequence[Row]") -> "Iterable[PrintedTable]":
    shares: dict[tuple[str, str], list[Row]] = {}
    for row in _of(figures, "share"):
        shares.setdefault((row["campaign"], row["label"]), []).append(row)
    for own in _together(rows, "campaign"):
        document = own[0]["source"].partition(", ")[0]
        campaign = own[0]["campaign"]
        stages = (_stage_row(row, shares.get((campaign, row["label"]), ())) for row in own)
        yield PrintedTable(document, campaign, tuple(stages))


def _stage_row(row: "Row", shares: "Iterable[Row]") -> PrintedRow:
    counts = {}
    for column, cell in GROUPS.items():
        counts[cell] = row[column]
        counts[cell[0], "Not stated"] = row[f"{column}_blank"]
    return PrintedRow(
        label=row["label"],
        place=row["source"].partition(", ")[2],
        total=row["total"],
        counts=counts,
        shares={_cell(each): each["printed"] for each in shares},
        stage=row["stage"],
        outcome=row["outcome"],
        enters=row["enters"],
    )


def _movements(figures: "Sequence[Row]") -> "Iterable[PrintedTable]":
    for own in _together(figures, "document", "location"):
        rows = tuple(map(_movement_row, _together(own, "label")))
        yield PrintedTable(own[0]["document"], None, rows, whole=True)


def _movement_row(cells: "Sequence[Row]") -> PrintedRow:
    return PrintedRow(
        label=cells[0]["label"],
        place=cells[0]["location"],
        total=cells[0]["denominator"],
        counts={_cell(each): each["numerator"] for each in cells},
        shares={_cell(each): each["printed"] for each in cells},
    )


def _series(figures: "Sequence[Row]") -> "Iterable[PrintedSeries]":
    keys = ("document", "campaign", "characteristic", "category")
    changes = {tuple(row[key] for key in keys): row for row in _of(figures, "change")}
    for own in _together(_of(figures, "attrition"), *keys):
        change = changes.get(tuple(own[0][key] for key in keys), {})
        points = (
            PrintedPoint(row["label"], row["location"], row["stage"], row["printed"]) for row in own
        )
        yield PrintedSeries(
            document=own[0]["document"],
            campaign=own[0]["campaign"],
            cell=_cell(own[0]),
            points=tuple(points),
            change=change.get("printed"),
            change_label=change.get("label", ""),
            change_place=change.get("location", ""),
        )


def _growth(row: "Row") -> PrintedGrowth:
    return PrintedGrowth(
        document=row["document"],
        place=row["location"],
        label=row["label"],
        printed=row["printed"],
        before=row["denominator"],
        after=row["numerator"],
    )


def _claim(row: "Row") -> PrintedClaim:
    return PrintedClaim(
        document=row["document"],
        campaign=row["campaign"],
        place=row["location"],
        words=row["label"],
        cell=_cell(row),
        printed=row["printed"],
        stage=row["stage"],
        outcome=row["outcome"],
    )


def _share(row: "Row") -> PrintedShare:
    return PrintedShare(
        document=row["document"],
        place=row["location"],
        words=row["label"],
        cell=_cell(row),
        printed=row["printed"],
        total=row["denominator"],
    )
