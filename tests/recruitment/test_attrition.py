import duckdb
import polars as pl
import pytest

from recruitment.errors import DataError, UsageError
from recruitment.studies.attrition import CHANGE_COLUMNS, STAGE_COLUMNS, attrition
from reports.findings import Findings

SOURCE = (
    "Recruitment and Retention, Leicester, Leicestershire and Rutland Police and Crime Panel, "
    "15 June 2020: paragraphs 4 and "
)
INCLUDED = "Representation is a share of all who entered the stage, Not stated included."


@pytest.fixture
def le19(con: duckdb.DuckDBPyConnection) -> Findings:
    return attrition(con, campaigns=["LE19"])


def _rows(findings: Findings, table: str, *columns: str) -> list[tuple[object, ...]]:
    return findings.tables[table].select(columns).rows()


def test_stages_of_one_group_are_whole(le19: Findings) -> None:
    bame = le19.tables["stages"].filter(group="BAME").with_columns(pl.col(pl.Float64).round(2))
    who = ("ethnicity", "BAME")
    assert bame.rows() == [
        ("LE19", "Application", 1, *who, 546, 106, 36, 546, 19.41, None, None, False),
        ("LE19", "Telephone interview", 2, *who, 409, 76, 29, 409, 18.58, -0.83, -0.83, False),
        ("LE19", "Face to face interview", 3, *who, 284, 50, 19, 284, 17.61, -0.98, -1.81, False),
        ("LE19", "Assessment centre", 4, *who, 177, 30, 12, 177, 16.95, -0.66, -2.46, False),
        ("LE19", "Pre-employment checks", 5, *who, 169, 27, 12, 169, 15.98, -0.97, -3.44, True),
        ("LE19", "Offer", 6, *who, 72, 10, 4, 72, 13.89, -2.09, -5.53, True),
    ]


def test_changes_are_the_headline_of_each_group_in_the_order_of_the_report(le19: Findings) -> None:
    changes = le19.tables["changes"].with_columns(pl.col("change_pp", "p_adjusted").round(4))
    shown = changes.select("characteristic", "group", "to_group", "to_base", "change_pp")
    assert shown.rows() == [
        ("ethnicity", "BAME", 27, 169, -3.4376),
        ("sex", "Female", 72, 169, 9.0871),
        ("sexual_orientation", "LGBT+", 23, 169, 1.8879),
        ("disability", "Disabled", 5, 169, -1.4370),
    ]
    assert changes["p_adjusted"].to_list() == [0.5945, 0.0127, 0.7353, 0.7353]


def test_the_tables_have_the_columns_of_the_interface(le19: Findings) -> None:
    assert le19.tables["stages"].columns == STAGE_COLUMNS
    assert le19.tables["changes"].columns == CHANGE_COLUMNS


def test_findings_say_where_from_and_when(le19: Findings) -> None:
    about = (le19.question, le19.title, le19.source, le19.as_at)
    assert about == ("attrition", "Representation by stage: LE19", f"{SOURCE}8", "2020-06-15")


def test_the_headline_names_the_one_change_there_is_evidence_of(le19: Findings) -> None:
    assert le19.headline == (
        "Representation of women rose from 33.52% (183 of 546) at Application to 42.60% "
        "(72 of 169) at Pre-employment checks (provisional)"
    )


def test_le19_has_the_notes_that_it_needs(le19: Findings) -> None:
    assert le19.notes == (
        INCLUDED,
        (
            "LE19, Application: the counts of people with sexual orientation not stated contradict "
            "each other: 48 entered, but 39 who got through and 7 unsuccessful make 46."
        ),
        (
            "LE19: the change goes to Pre-employment checks, the last settled stage; 54.44% (92 of "
            "169) are still waiting at Pre-employment checks."
        ),
        (
            "Tests compare who got through among the group and among everybody else in the "
            "denominator, those who wait or withdrew left out (Fisher's exact test); the "
            "adjusted p allows for the 4 comparisons shown (Holm); intervals are 95% confidence "
            "intervals of the change."
        ),
    )


def test_applications_alone_have_stages_and_no_changes(con: duckdb.DuckDBPyConnection) -> None:
    dhep = attrition(con, campaigns=["dhep"])
    assert _rows(dhep, "stages", "stage", "group", "group_entered", "entered", "change_pp") == [
        ("Application", "BAME", 140, 581, None),
        ("Application", "Female", 259, 581, None),
        ("Application", "LGBT+", 55, 581, None),
        ("Application", "Disabled", 32, 581, None),
    ]
    assert dhep.tables["changes"].is_empty()
    assert dhep.tables["changes"].columns == CHANGE_COLUMNS
    assert dhep.headline == "DHEP: representation of applicants; no later stage to compare yet"
    alone = "DHEP has counts at Application alone, so there is no change to report."
    assert dhep.notes == (INCLUDED, alone)


def test_without_a_campaign_all_that_have_counts_are_shown(con: duckdb.DuckDBPyConnection) -> None:
    findings = attrition(con)
    shown = findings.tables["stages"]["campaign"].unique(maintain_order=True).to_list()
    assert shown == ["LE19", "LE19a", "PCDA", "DHEP"]
    assert findings.as_at is None
    assert "DHEP2 is left out: opened 2020-05-18; no counts yet." in findings.notes


def test_le19a_ends_at_the_assessment_centre_and_is_provisional(
    con: duckdb.DuckDBPyConnection,
) -> None:
    findings = attrition(con, campaigns=["LE19a"])
    assert set(_rows(findings, "changes", "to_stage", "provisional")) == {
        ("Assessment centre", True)
    }
    assert all(text.endswith("; provisional.") for text in findings.tables["changes"]["reading"])


def test_contradictions_are_named_and_mended_only_on_demand(con: duckdb.DuckDBPyConnection) -> None:
    printed, mended = (
        attrition(con, campaigns=["LE19a"], characteristics=["sex"], corrected=corrected)
        for corrected in (False, True)
    )
    assert sum("contradict" in note for note in printed.notes) == 2
    assert sum("contradict" in note for note in mended.notes) == 0
    women = [
        table.filter(stage="Face to face interview")["group_entered"].item()
        for table in (printed.tables["stages"], mended.tables["stages"])
    ]
    assert women == [105, 102]


def test_characteristics_are_shown_in_the_order_of_the_report(
    con: duckdb.DuckDBPyConnection,
) -> None:
    findings = attrition(con, campaigns=["PCDA"], characteristics=["disability", "Sex"])
    assert _rows(findings, "changes", "group") == [("Female",), ("Disabled",)]
    assert "the adjusted p allows for the 2 comparisons shown" in " ".join(findings.notes)


def test_a_stage_asked_for_in_any_case_is_the_one_compared(con: duckdb.DuckDBPyConnection) -> None:
    findings = attrition(con, campaigns=["LE19"], to_stage=" OFFER ")
    assert set(_rows(findings, "changes", "from_stage", "to_stage")) == {("Application", "Offer")}
    assert not any("last settled stage" in note for note in findings.notes)


def test_a_campaign_that_never_got_to_the_stage_asked_for_is_named(
    con: duckdb.DuckDBPyConnection,
) -> None:
    findings = attrition(con, campaigns=["LE19", "PCDA"], to_stage="Offer")
    assert set(_rows(findings, "changes", "campaign")) == {("LE19",)}
    assert "PCDA has no counts at Offer, so there is no change to report." in findings.notes


def test_blanks_can_be_left_out_of_the_denominator(con: duckdb.DuckDBPyConnection) -> None:
    findings = attrition(con, campaigns=["LE19"], characteristics=["sex"], blank="exclude")
    assert _rows(findings, "changes", "from_group", "from_base", "to_group", "to_base") == [
        (183, 529, 72, 164)
    ]
    answered = "Representation is a share of those who answered; Not stated is left out."
    assert findings.notes[0] == answered


def test_a_lower_confidence_level_gives_a_narrower_interval_and_says_so(
    con: duckdb.DuckDBPyConnection,
) -> None:
    findings = attrition(con, campaigns=["LE19"], confidence_level=0.8)
    usual = attrition(con, campaigns=["LE19"])
    low, high = "change_low_pp", "change_high_pp"
    assert (findings.tables["changes"][low] > usual.tables["changes"][low]).all()
    assert (findings.tables["changes"][high] < usual.tables["changes"][high]).all()
    assert "intervals are 80% confidence intervals of the change." in " ".join(findings.notes)


def test_nothing_in_the_tables_is_nan(con: duckdb.DuckDBPyConnection) -> None:
    for table in attrition(con).tables.values():
        assert not table.select(pl.col(pl.Float64).is_nan().any()).row(0).count(True)


def test_the_same_question_has_the_same_answer(con: duckdb.DuckDBPyConnection) -> None:
    first, second = attrition(con), attrition(con)
    assert (first.notes, first.headline) == (second.notes, second.headline)
    for name, table in first.tables.items():
        assert table.equals(second.tables[name])


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"campaigns": ["LE91"]}, "there is no campaign 'LE91'; did you mean LE19?"),
        (
            {"characteristics": ["gender"]},
            (
                "there is no characteristic 'gender'; known are ethnicity, sex, "
                "sexual_orientation, disability"
            ),
        ),
        ({"characteristics": ["Sexe"]}, "there is no characteristic 'Sexe'; did you mean sex?"),
        ({"to_stage": "Ofer"}, "there is no stage 'Ofer'; did you mean Offer?"),
        (
            {"to_stage": "application"},
            "--to Application is the first stage; name a later one to compare it with",
        ),
        (
            {"confidence_level": 95.0},
            "--confidence-level is between 0 and 1, not 95.0",
        ),
    ],
)
def test_what_there_is_not_is_refused_with_the_nearest_there_is(
    con: duckdb.DuckDBPyConnection, asked: dict[str, object], message: str
) -> None:
    with pytest.raises(UsageError) as refused:
        attrition(con, **{"campaigns": ["LE19"], **asked})  # type: ignore[arg-type]
    assert str(refused.value) == message


@pytest.mark.parametrize("level", [0.0, 1.0, -1.0, float("nan"), float("inf")])
def test_a_confidence_level_outside_0_to_1_is_refused(
    con: duckdb.DuckDBPyConnection, level: float
) -> None:
    with pytest.raises(UsageError, match="--confidence-level is between 0 and 1"):
        attrition(con, confidence_level=level)


def test_a_campaign_without_counts_is_no_answer(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(DataError) as refused:
        attrition(con, campaigns=["DHEP2"])
    assert str(refused.value) == "DHEP2: no counts yet, so there is nothing to compare"


def test_an_empty_warehouse_is_no_answer(con: duckdb.DuckDBPyConnection) -> None:
    for table in ("corrections", "stage_counts", "stages", "campaigns"):
        con.execute(f"DELETE FROM {table}")  # noqa: S608 - our own table names
    with pytest.raises(DataError, match="the warehouse: no counts yet"):
        attrition(con)


def test_a_characteristic_without_a_group_is_left_out_by_name_or_refused(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute(
        "INSERT INTO stage_counts VALUES "
        "('LE19', 'Application', 'entered', 'home_area', 'Leicester', 546)"
    )
    left_out = "home_area is left out: it has no group to report on."
    assert left_out in attrition(con, campaigns=["LE19"]).notes
    with pytest.raises(DataError, match="home_area: no category is marked as a group"):
        attrition(con, campaigns=["LE19"], characteristics=["home_area"])
