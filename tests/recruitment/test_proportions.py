import duckdb
import polars as pl
import pytest

from recruitment.studies.attrition import attrition
from recruitment.studies.proportions import COLUMNS, proportions
from reports.findings import Findings

LLR = "Leicester, Leicestershire and Rutland"
POLICE, OPCC = "Leicestershire Police", "Office of the Police and Crime Commissioner"


@pytest.fixture
def le19(con: duckdb.DuckDBPyConnection) -> Findings:
    return proportions(con, campaigns=["LE19"])


@pytest.fixture
def workforce(con: duckdb.DuckDBPyConnection) -> Findings:
    return proportions(con)


def _rows(findings: Findings, *columns: str, **where: str) -> list[tuple[object, ...]]:
    return findings.tables["rows"].filter(**where).select(columns).rows()


def test_the_table_has_the_columns_of_the_interface(le19: Findings) -> None:
    assert le19.tables["rows"].columns == COLUMNS
    assert list(le19.tables) == ["rows"]


def test_each_stage_of_a_campaign_is_set_beside_the_community(le19: Findings) -> None:
    bame = le19.tables["rows"].filter(group="BAME").with_columns(pl.col(pl.Float64).round(4))
    columns = ("population", "role", "people", "out_of", "representation_pct", "gap_pp")
    assert bame.select(*columns, "representation_index", "p_value", "people_short").rows() == [
        ("LE19: Application", None, 106, 546, 19.4139, -5.5861, 0.7766, 0.0022, 31),
        ("LE19: Telephone interview", None, 76, 409, 18.5819, -6.4181, 0.7433, 0.0024, 27),
        ("LE19: Face to face interview", None, 50, 284, 17.6056, -7.3944, 0.7042, 0.0039, 21),
        ("LE19: Assessment centre", None, 30, 177, 16.9492, -8.0508, 0.678, 0.0118, 15),
        ("LE19: Pre-employment checks", None, 27, 169, 15.9763, -9.0237, 0.6391, 0.0058, 16),
        ("LE19: Offer", None, 10, 72, 13.8889, -11.1111, 0.5556, 0.029, 8),
    ]


def test_shares_are_those_of_attrition(le19: Findings, con: duckdb.DuckDBPyConnection) -> None:
    there = attrition(con, campaigns=["LE19"]).tables["stages"]
    shares = le19.tables["rows"].select("stage", "group", "representation_pct", "not_stated")
    assert shares.rows() == there.select(shares.columns).rows()


def test_each_row_carries_its_benchmark_with_area_date_and_quality(le19: Findings) -> None:
    columns = ("group", "area", "benchmark_pct", "benchmark_quality", "benchmark")
    assert _rows(le19, *columns, stage="Offer") == [
        ("BAME", LLR, 25.0, "latest estimate", "latest estimate 25%"),
        ("Female", LLR, 50.5, None, "50.5%"),
        ("LGBT+", LLR, 10.0, "estimated", "estimated 10%"),
        ("Disabled", LLR, 20.0, "estimated over", "estimated over 20%"),
    ]
    dates = le19.tables["rows"]["benchmark_as_at"].unique().to_list()
    assert [str(date) for date in dates] == ["2020-06-15"]


def test_findings_say_where_from_and_when(le19: Findings) -> None:
    assert (le19.question, le19.title, le19.as_at) == (
        "proportions",
        "Proportions: LE19",
        "2020-06-15",
    )
    assert le19.source == (
        "Recruitment and Retention, Leicester, Leicestershire and Rutland Police and Crime Panel, "
        "15 June 2020: paragraphs 4 and 8; paragraph 6, printed BME; paragraph 6; paragraph 6, "
        "printed LGBT"
    )


def test_the_headline_of_le19_names_the_stages_there_is_evidence_at(le19: Findings) -> None:
    assert le19.headline == (
        f"Evidence of under-representation against {LLR}: BAME people (LE19: Application and "
        "Telephone interview, which depend on how Not stated is counted); women "
        "(LE19: Application, Telephone interview and Face to face "
        "interview); disabled people (LE19: all 6 stages)"
    )


def test_without_a_campaign_the_workforce_is_shown(workforce: Findings) -> None:
    assert workforce.title == f"Proportions: {POLICE} and {OPCC}"
    assert workforce.tables["rows"]["campaign"].null_count() == 22
    assert workforce.headline == (
        "Below the community's share in 19 of 22 comparisons. 20 of the 22 are not tested for want "
        "of a headcount; no evidence of a gap in the other 2"
    )


def test_paragraph_7_holds_for_the_shares_with_one_exception(workforce: Findings) -> None:
    # "under-representation of female, BAME and disabled staff in all categories of staff except
    # for female police staff"
    force = workforce.tables["rows"].filter(pl.col("group") != "LGBT+", unit=POLICE)
    above = force.filter(pl.col("gap_pp") >= 0)
    assert force.height == 15
    assert above.select("role", "group", "gap_pp").rows() == [("Police staff", "Female", 14.5)]


def test_a_share_without_a_headcount_has_no_count_and_no_test(workforce: Findings) -> None:
    officers = workforce.tables["rows"].filter(role="Police officer", group="BAME").to_dicts()[0]
    figures = ("representation_pct", "benchmark_pct", "gap_pp", "representation_index")
    assert [officers[name] for name in figures] == [8.0, 25.0, -17.0, 0.32]
    unknown = ("people", "out_of", "low_pct", "high_pct", "p_value", "p_mid", "people_short")
    assert {officers[name] for name in unknown} == {None}
    assert officers["reading"] == (
        "8% against 25%, -17.00 percentage points; not tested: no headcount."
    )


def test_the_nearest_headcount_that_is_known_is_offered(workforce: Findings) -> None:
    assert (
        "No headcount on 31 May 2020, so no test: PCSO (188 on 1 January 2021), Police officer "
        "(2,271 on 1 January 2021), Police staff (1,623 on 1 January 2021), Special constable "
        "(none known) and Volunteer (273 on 28 February 2021). --headcount 'PCSO=188' tests with "
        "that headcount."
    ) in workforce.notes


def test_a_printed_share_of_a_known_headcount_is_counted(workforce: Findings) -> None:
    columns = ("group", "people_low", "people", "people_high", "out_of", "people_short")
    assert _rows(workforce, *columns, unit=OPCC) == [
        ("BAME", 5, 5, 5, 17, 0),
        ("Female", 12, 12, 12, 17, 0),
    ]


def test_a_headcount_makes_a_test_that_holds_for_every_count(
    con: duckdb.DuckDBPyConnection,
) -> None:
    tested = proportions(con, roles=["police OFFICER"], headcounts={"police officer": 2219})
    columns = ("group", "people_low", "people", "people_high", "people_short")
    assert _rows(tested, *columns) == [
        ("BAME", 167, 178, 188, 377),
        ("Female", 699, 710, 721, 411),
        ("LGBT+", 78, 89, 99, 133),
        ("Disabled", 78, 89, 99, 355),
    ]
    assert "Police officer: the headcount of 2,219 was given with --headcount." in tested.notes
    assert _rows(tested, "reading", group="Female") == [
        (
            (
                "evidence of under-representation: 32% (699 to 721 of 2,219, as printed) against "
                "50.5%, -18.50 percentage points, adjusted p <0.0001."
            ),
        )
    ]


def test_a_bare_headcount_is_that_of_the_only_role(con: duckdb.DuckDBPyConnection) -> None:
    tested = proportions(con, roles=["PCSO"], headcounts={"": 188})
    assert set(_rows(tested, "role", "out_of")) == {("PCSO", 188)}


def test_campaigns_and_workforce_may_be_shown_together(con: duckdb.DuckDBPyConnection) -> None:
    both = proportions(
        con, campaigns=["dhep"], workforce=True, units=[POLICE], characteristics=["Ethnicity"]
    )
    assert _rows(both, "population", "role")[:2] == [("DHEP: Application", None), (POLICE, "PCSO")]
    assert both.title == f"Proportions: DHEP and {POLICE}"
    assert both.as_at == "2020-05-31"


def test_leaving_out_blanks_changes_the_total(con: duckdb.DuckDBPyConnection) -> None:
    rows = proportions(con, campaigns=["LE19"], characteristics=["ethnicity"], blank="exclude")
    assert _rows(rows, "people", "out_of", "not_stated", stage="Application") == [(106, 510, 36)]
    assert rows.notes[0].endswith("Not stated is left out.")


def test_the_reading_without_blanks_is_given_where_it_differs(le19: Findings) -> None:
    differing = [note for note in le19.notes if "with Not stated left out" in note]
    assert differing[0] == (
        "LE19, BAME: with Not stated left out the reading is not settled at Application and "
        "Telephone interview; no evidence of a gap at Offer."
    )
    assert len(differing) == 3


def test_corrections_of_a_campaign_may_be_applied(con: duckdb.DuckDBPyConnection) -> None:
    rows = proportions(con, campaigns=["LE19a"], characteristics=["sex"], corrected=True)
    assert _rows(rows, "people", stage="Face to face interview") == [(102,)]


def test_the_quality_of_a_benchmark_is_told(le19: Findings) -> None:
    assert (
        f"Benchmark ({LLR}, 15 June 2020): BAME people latest estimate 25%, women 50.5%, LGBT+ "
        "people estimated 10% and disabled people estimated over 20%; tests take it as exact."
    ) in le19.notes
    assert (
        "Disabled people, estimated over 20%: the community's share may be higher, so a gap below "
        "is at least as large as shown, and one above may be smaller, or none."
    ) in le19.notes


def test_what_has_no_benchmark_is_left_out_by_name(workforce: Findings) -> None:
    assert "Length of service is left out: no area has a benchmark for it." in workforce.notes
    assert [note for note in workforce.notes if note.startswith("Home area is left out")] == [
        (
            "Home area is left out: its benchmark is how the population is spread over the areas; "
            "--weights says so, such as --weights city=.32,county=.64,rutland=.04."
        )
    ]


def test_counts_behind_a_printed_share_give_a_range_of_people_short(
    con: duckdb.DuckDBPyConnection,
) -> None:
    found = proportions(
        con,
        roles=["police officer"],
        characteristics=["ethnicity"],
        headcounts={"Police officer": 2271},
    )
    columns = ("people_low", "people_high", "people_short_low", "people_short_high")
    assert _rows(found, *columns, "representation_pct") == [(171, 193, 375, 397, 8.0)]


def test_evidence_that_hangs_on_not_stated_says_so(le19: Findings) -> None:
    [(reading,)] = _rows(le19, "reading", group="BAME", stage="Application")
    assert str(reading).endswith("; not evidence with Not stated left out.")
    assert any("19.41% to 26.01% at Application (106 to 142 of 546)" in n for n in le19.notes)


def test_a_community_counted_in_people_without_a_total_is_named(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute(
        "UPDATE populations SET people = 10, share_pct = NULL WHERE characteristic = 'ethnicity'"
    )
    assert (
        "Ethnicity is left out: only a number of people is recorded of the community, not out of "
        "how many."
    ) in proportions(con, campaigns=["LE19"]).notes
