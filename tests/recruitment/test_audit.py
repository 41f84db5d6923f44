import duckdb
import polars as pl
import pytest

from recruitment.errors import DataError, UsageError
from recruitment.studies.audit import audit, worst
from reports.findings import Findings

INTERFACE = "document location kind printed recomputed severity explanation"


@pytest.fixture
def packaged(con: duckdb.DuckDBPyConnection) -> Findings:
    return audit(con)


def _one(findings: Findings, **about: str) -> dict[str, object]:
    return findings.tables["findings"].filter(**about).row(0, named=True)


def test_the_packaged_reports_are_looked_at_whole(packaged: Findings) -> None:
    assert set(INTERFACE.split()) <= set(packaged.tables["findings"].columns)
    summary = packaged.tables["summary"]
    looked_at = summary.select("kind", "figures").rows()
    assert (
        dict(looked_at)["percentage"]
        == packaged.tables["findings"].filter(kind="percentage").height
    )
    severities = summary.select(pl.exclude("kind", "figures")).sum_horizontal().to_list()
    assert severities == summary["figures"].to_list()


def test_a_percentage_over_the_total_of_another_row_is_explained(packaged: Findings) -> None:
    found = _one(packaged, printed="31.2%")
    assert (found["campaign"], found["recomputed"], found["severity"]) == (
        "LE19",
        "36.45%",
        "material",
    )
    assert found["explanation"] == (
        "39 of 107 is 36.45%; it is 39/125, over the total of “Tel. interview unsuccessful”, "
        "as are 2 more figures of the row"
    )


def test_a_digit_that_was_changed_is_explained(packaged: Findings) -> None:
    found = _one(packaged, printed="22.10%")
    assert (found["recomputed"], found["severity"]) == ("24.10%", "material")
    assert "one digit was changed" in str(found["explanation"])


@pytest.mark.parametrize(
    ("group", "printed", "recomputed"),
    [("BAME", "+1.85%", "-0.36"), ("LGBT+", "+2.16%", "-1.07"), ("Disabled", "+0.24%", "-0.40")],
)
def test_gains_of_pcda_are_losses(
    con: duckdb.DuckDBPyConnection, group: str, printed: str, recomputed: str
) -> None:
    rows = (
        audit(con, campaigns=["pcda"])
        .tables["findings"]
        .filter(kind="change", group=group, severity="material")
    )
    assert rows.select("printed", "recomputed").rows() == [(printed, recomputed)]
    assert rows["explanation"].item().endswith("the opposite of what is printed")


def test_flows_that_do_not_add_up_are_found_group_by_group(packaged: Findings) -> None:
    broken = packaged.tables["findings"].filter(kind="flow", severity="material")
    assert broken.select("campaign", "stage", "group", "printed", "recomputed").rows() == [
        ("LE19", "Application", "Not stated", "48", "46"),
        ("LE19a", "Telephone interview", "Female", "137", "140"),
        ("LE19a", "Face to face interview", "Female", "105", "102"),
        ("LE19a", "Assessment centre", "BAME", "31", "29"),
        ("LE19a", "Assessment centre", "Not stated", "15", "17"),
    ]


def test_totals_that_do_not_add_up_are_found(packaged: Findings) -> None:
    wrong = packaged.tables["findings"].filter(kind="total", severity="material")
    assert wrong.select("location", "printed", "recomputed").rows() == [
        ("paragraph 29", "955", "1215"),
        ("paragraph 31", "1215", "955"),
        ("paragraph 31", "889", "884"),
    ]


def test_what_agrees_needs_no_explanation(packaged: Findings) -> None:
    figures = packaged.tables["findings"].filter(pl.col("kind") != "wording")
    agreeing = figures.filter(pl.col("severity").is_in(["agrees", "precision"]))
    assert agreeing["explanation"].null_count() == agreeing.height


def test_what_cannot_be_checked_is_named_with_the_reason(packaged: Findings) -> None:
    left = packaged.tables["unchecked"]
    cadets = left.filter(pl.col("label").str.contains("Cadets")).row(0, named=True)
    assert (cadets["printed"], cadets["why"]) == ("30%", "the earlier figure is not printed")
    waiting = left.filter(printed="Data not yet available")
    assert waiting["why"].unique().to_list() == ["not a number"]


def test_lists_that_belong_to_another_stage_are_named(packaged: Findings) -> None:
    [note] = [note for note in packaged.notes if "do not belong" in note]
    assert note.startswith("PCDA: ")


def test_a_campaign_is_audited_by_itself(con: duckdb.DuckDBPyConnection) -> None:
    found = audit(con, campaigns=["dhep"])
    assert found.title == "Audit: DHEP"
    assert found.tables["findings"]["campaign"].unique().to_list() == ["DHEP"]


def test_a_campaign_that_no_report_prints_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(DataError, match=r"^no report prints figures of DHEP2$"):
        audit(con, campaigns=["DHEP2"])


def test_an_unknown_campaign_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(UsageError, match="did you mean PCDA"):
        audit(con, campaigns=["PCAD"])


@pytest.mark.parametrize(
    ("severities", "at_least", "words"),
    [
        (["agrees", "precision"], "truncated", ""),
        (["agrees", "truncated"], "material", ""),
        (["truncated"], "truncated", "1 finding of severity truncated or last digit or material"),
        (["material", "material"], "material", "2 findings of severity material"),
    ],
)
def test_the_worst_is_counted(severities: list[str], at_least: str, words: str) -> None:
    tables = {"findings": pl.DataFrame({"severity": severities})}
    found = Findings("audit", "Audit", "source", None, (), tables)
    assert worst(found, at_least=at_least) == words
