"""Sections on what the published figures lack: nothing wrong, one side alone, other verdicts."""

from dataclasses import replace

import polars as pl
import pytest

from reports.report.material import Material
from reports.report.model import Paragraph
from tests.reports.report.made import real, report

NOBODY = pl.lit(value=False)
EVIDENCE = pl.lit(0.001).alias("p_adjusted")


def _changed(answer: str, table: str, rows: pl.DataFrame) -> Material:
    found = getattr(real(), answer)
    return replace(real(), **{answer: replace(found, tables=found.tables | {table: rows})})


def _rows(answer: str, table: str) -> pl.DataFrame:
    rows: pl.DataFrame = getattr(real(), answer).tables[table]
    return rows


def _said(material: Material, key: str) -> str:
    section = next(each for each in report(material).sections if each.key == key)
    paragraphs = [block for block in section.blocks if isinstance(block, Paragraph)]
    return "\n".join(text for each in paragraphs for text in (each.text, *each.items))


@pytest.mark.parametrize(
    ("answer", "table", "kept", "key", "said"),
    [
        ("retention", "rows", NOBODY, "retention", "are not recorded for the same period"),
        ("retention", "periods", NOBODY, "retention", "More people joining than leaving is"),
        ("retention", "rates", NOBODY, "retention", "How many of those employed left is not known"),
        ("compare", "rows", NOBODY, "campaigns-together", "Applicants to each campaign are"),
        ("compare", "trend", NOBODY, "campaigns-together", "Applicants to each campaign are"),
        ("compare", "pools", NOBODY, "campaigns-together", "Over the stages that are settled in"),
        (
            "compare",
            "rows",
            pl.col("group") == "BAME",
            "campaigns-together",
            "At no single stage is there evidence of a gap.",
        ),
        (
            "audit",
            "findings",
            pl.col("severity") == "agrees",
            "data-quality",
            "were looked at again; none is materially wrong.",
        ),
        (
            "audit",
            "findings",
            pl.col("words").is_not_null(),
            "data-quality",
            "26 are materially wrong, 26 of them in what statements say",
        ),
        (
            "workforce",
            "rows",
            pl.col("p_value").is_null(),
            "current-position",
            "20 comparisons could not be tested",
        ),
    ],
)
def test_a_section_without_some_of_its_rows(
    answer: str, table: str, kept: pl.Expr, key: str, said: str
) -> None:
    assert said in _said(_changed(answer, table, _rows(answer, table).filter(kept)), key)


def test_shares_of_the_workforce_with_evidence_are_named() -> None:
    rows = _rows("workforce", "rows").filter(pl.col("p_value").is_not_null())
    said = _said(_changed("workforce", "rows", rows.with_columns(EVIDENCE)), "current-position")
    assert "Of the 2 comparisons that could be tested, these stand out:" in said
    assert (
        "Employee, Office of the Police and Crime Commissioner: there is evidence of "
        "over-representation of women: 70.59% (12 of 17)"
    ) in said


def test_a_last_period_with_evidence_is_named() -> None:
    rows = _rows("retention", "periods").with_columns(EVIDENCE)
    said = _said(_changed("retention", "periods", rows), "retention")
    assert "There is evidence that women as a share of joiners rose: 36.57% (237 of 648)" in said


def test_everybody_has_a_leaving_rate_where_nobody_lacks_one() -> None:
    rows = _rows("retention", "rates").with_columns(group=pl.lit("BAME"))
    women = rows.with_columns(group=pl.lit("Female"))
    said = _said(_changed("retention", "rates", pl.concat([rows, women])), "retention")
    assert "the number employed is not known" not in said


def test_trends_without_evidence_are_said_to_be_none() -> None:
    rows = _rows("compare", "trend").filter(pl.col("group") == "Disabled")
    said = _said(_changed("compare", "trend", rows), "campaigns-together")
    assert "nothing gives evidence of a trend. See Table" in said
