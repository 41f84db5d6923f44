import datetime as dt
from pathlib import Path

import duckdb
import pytest

from recruitment.errors import DataError, UsageError
from recruitment.studies.attrition import attrition
from recruitment.studies.audit import audit
from recruitment.studies.compare import compare
from recruitment.studies.pass_rates import pass_rates
from recruitment.studies.proportions import proportions
from recruitment.studies.report import report
from recruitment.studies.retention import retention
from recruitment.warehouse import change, create, open_warehouse
from reports.report.model import Paragraph, Section

CODES = ["LE19", "LE19a", "PCDA", "DHEP"]


def _items(section: Section) -> list[str]:
    return [
        text
        for block in section.blocks
        if isinstance(block, Paragraph)
        for text in (block.text, *block.items)
    ]


def _own(tmp_path: Path, *statements: str) -> Path:
    path = tmp_path / "own.duckdb"
    create(path)
    with change(path) as con:
        for statement in statements:
            con.execute(statement)
    return path


ONE_CAMPAIGN = (
    "INSERT INTO characteristics VALUES ('sex', NULL)",
    "INSERT INTO categories VALUES ('sex', 'Female', 'group', 1), ('sex', 'Male', 'comparator', 2)",
    "INSERT INTO campaigns (campaign, title, source) VALUES ('Own', 'Our own', 'Own file')",
    "INSERT INTO stages VALUES ('Own', 'Sift', 1), ('Own', 'Offer', 2)",
    """INSERT INTO stage_counts VALUES
       ('Own', 'Sift', 'entered', 'sex', 'Female', 40),
       ('Own', 'Sift', 'entered', 'sex', 'Male', 60),
       ('Own', 'Sift', 'failed', 'sex', 'Female', 10),
       ('Own', 'Sift', 'failed', 'sex', 'Male', 45),
       ('Own', 'Offer', 'entered', 'sex', 'Female', 30),
       ('Own', 'Offer', 'entered', 'sex', 'Male', 15)""",
)


def test_the_conclusion_is_in_the_words_of_the_commands(con: duckdb.DuckDBPyConnection) -> None:
    made = report(con, sections=["conclusion"])
    said = " ".join(_items(made.sections[0]))
    for found in (
        attrition(con),
        pass_rates(con),
        compare(con, campaigns=CODES),
        proportions(con),
        retention(con),
    ):
        assert found.headline.rstrip(".") in said


def test_the_appendix_counts_what_the_audit_counts(con: duckdb.DuckDBPyConnection) -> None:
    made = report(con, sections=["data-quality"])
    wrong = audit(con).tables["findings"].filter(severity="material")
    assert f"{wrong.height} are materially wrong" in " ".join(_items(made.sections[0]))
    (table,) = [each for each in made.tables if each.key == "audit-findings"]
    assert len(table.rows) == wrong["about"].count()


def test_a_campaign_asked_for_alone_is_judged_by_its_own_comparisons(
    con: duckdb.DuckDBPyConnection,
) -> None:
    made = report(con, campaigns=["le19"], sections=["le19"])
    adjusted = pass_rates(con, campaigns=["LE19"]).tables["rows"]["p_adjusted"].round(4)
    (table,) = [each for each in made.tables if each.key == "le19-pass-rates"]
    assert [float(row[-2]) for row in table.rows] == pytest.approx(adjusted.to_list(), abs=1e-4)


def test_the_date_is_the_latest_that_a_figure_describes(con: duckdb.DuckDBPyConnection) -> None:
    assert report(con).date == dt.date(2024, 3, 31)
    assert report(con, date=dt.date(2020, 6, 15)).date == dt.date(2020, 6, 15)


def test_activities_of_other_campaigns_are_left_out(con: duckdb.DuckDBPyConnection) -> None:
    (table,) = report(con, campaigns=["PCDA"], sections=["recruitment-activity"]).tables
    named = {row[2] for row in table.rows}
    assert named == {"[z]", "LE19a and PCDA"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"campaigns": ["LE91"]}, "there is no campaign 'LE91'; did you mean LE19?"),
        ({"sections": ["LE91"]}, "there is no section 'LE91'; did you mean le19?"),
        ({"sections": ["le19", "LE19"]}, "section le19 is named twice; name each section once"),
        (
            {"campaigns": ["LE19"], "sections": ["pcda"]},
            "there is no section 'pcda'; known are purpose",
        ),
    ],
)
def test_what_there_is_not_is_refused(
    con: duckdb.DuckDBPyConnection, options: dict[str, list[str]], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        report(con, campaigns=options.get("campaigns", ()), sections=options.get("sections", ()))


def test_an_empty_warehouse_has_nothing_to_report_on(tmp_path: Path) -> None:
    with (
        open_warehouse(_own(tmp_path)) as con,
        pytest.raises(DataError, match="the warehouse has no campaigns; import one"),
    ):
        report(con)


def test_own_campaigns_without_workforce_make_a_report(tmp_path: Path) -> None:
    with open_warehouse(_own(tmp_path, *ONE_CAMPAIGN)) as con:
        made = report(con)
    own = next(each for each in made.sections if each.key == "own")
    said = " ".join(_items(own))
    assert (
        "There is evidence that women were more likely to pass than men: 75.00% (30 of 40)" in said
    )
    assert made.date is None
    assert [each.section for each in made.findings] == ["own", "own", "own"]


def test_a_campaign_named_like_a_section_has_a_key_of_its_own(tmp_path: Path) -> None:
    statements = [each.replace("'Own'", "'Method'") for each in ONE_CAMPAIGN]
    with open_warehouse(_own(tmp_path, *statements)) as con:
        keys = [each.key for each in report(con).sections]
    assert "method-2" in keys
    assert len(set(keys)) == len(keys)
