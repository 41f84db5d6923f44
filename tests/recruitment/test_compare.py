import duckdb
import numpy as np
import polars as pl
import pytest
from scipy.stats import fisher_exact
from statsmodels.stats.contingency_tables import StratifiedTable

from recruitment.studies.compare import POOL_COLUMNS, ROW_COLUMNS, TREND_COLUMNS, compare
from recruitment.studies.pass_rates import pass_rates
from reports.findings import Findings

THREE = ["LE19", "LE19a", "PCDA"]
INTERFACE = (
    "stage characteristic group campaigns passed failed reference_passed reference_failed "
    "odds_ratio odds_ratio_low odds_ratio_high risk_ratio risk_ratio_low risk_ratio_high gap_pp "
    "gap_low_pp gap_high_pp p_value p_mid homogeneity_p reading"
)
KEYS = ["stage", "characteristic", "group"]
CELLS = ["passed", "failed", "reference_passed", "reference_failed"]


@pytest.fixture
def three(con: duckdb.DuckDBPyConnection) -> Findings:
    return compare(con, campaigns=THREE)


def test_the_tables_have_the_columns_of_the_interface(three: Findings) -> None:
    columns = [table.columns for table in three.tables.values()]
    assert columns == [ROW_COLUMNS, TREND_COLUMNS, POOL_COLUMNS]
    assert set(INTERFACE.split()) <= set(ROW_COLUMNS)


def test_each_stage_names_the_campaigns_that_have_outcomes_there(three: Findings) -> None:
    women = three.tables["rows"].filter(group="Female")
    assert women.select("stage", "campaigns", *CELLS).rows() == [
        ("Application", "LE19, LE19a, PCDA", 348, 53, 585, 208),
        ("Telephone interview", "LE19, LE19a, PCDA", 259, 92, 386, 196),
        ("Face to face interview", "LE19, LE19a, PCDA", 174, 79, 256, 128),
        ("Assessment centre", "LE19, LE19a", 115, 13, 172, 23),
        ("Pre-employment checks", "LE19", 33, 2, 37, 3),
        ("Overall", "LE19, LE19a, PCDA", 259, 142, 386, 407),
    ]


def test_women_at_pre_sift_are_pooled_over_three_campaigns(three: Findings) -> None:
    row = three.tables["rows"].filter(group="Female", stage="Application").row(0, named=True)
    odds = [round(row[f"odds_ratio{part}"], 3) for part in ("", "_low", "_high")]
    assert odds == [2.324, 1.667, 3.240]
    assert round(row["gap_pp"], 2) == 12.76
    assert row["p_value"] < 1e-6
    assert row["reading"] == (
        "evidence of a gap: 86.78% (348 of 401) of women passed, 73.77% (585 of 793) of men; "
        "pooled gap +12.76 percentage points, adjusted p <0.0001."
    )


def test_the_headline_says_what_there_is_evidence_of(three: Findings) -> None:
    assert three.headline == (
        "Evidence of a gap: women more likely to pass than men at Application and Overall "
        "(LE19, LE19a, PCDA)"
    )


def _tables_by_row(con: duckdb.DuckDBPyConnection) -> dict[tuple[str, ...], list[list[list[int]]]]:
    """Return the 2x2 tables that ``pass-rates`` has for each row, one per campaign."""
    rows = pass_rates(con, campaigns=THREE).tables["rows"].filter(pl.col("stage") != "Overall")
    tables: dict[tuple[str, ...], list[list[list[int]]]] = {}
    for row in rows.to_dicts():
        a, b, c, d = (row[cell] for cell in CELLS)
        tables.setdefault(tuple(row[key] for key in KEYS), []).append([[a, b], [c, d]])
    return tables


def test_pooled_results_agree_with_statsmodels(
    con: duckdb.DuckDBPyConnection, three: Findings
) -> None:
    rows = {tuple(row[key] for key in KEYS): row for row in three.tables["rows"].to_dicts()}
    pooled = {key: each for key, each in _tables_by_row(con).items() if len(each) > 1}
    assert len(pooled) == 16
    for key, tables in pooled.items():
        row, oracle = rows[key], StratifiedTable([np.array(table) for table in tables])
        low, high = oracle.oddsratio_pooled_confint()
        expected = [
            oracle.oddsratio_pooled,
            low,
            high,
            oracle.riskratio_pooled,
            oracle.test_equal_odds(adjust=True).pvalue,
        ]
        names = ("odds_ratio", "odds_ratio_low", "odds_ratio_high", "risk_ratio", "homogeneity_p")
        np.testing.assert_allclose([row[name] for name in names], expected, rtol=1e-7)


def test_a_stage_of_one_campaign_has_the_figures_of_pass_rates_and_scipy(
    con: duckdb.DuckDBPyConnection, three: Findings
) -> None:
    rows = {tuple(row[key] for key in KEYS): row for row in three.tables["rows"].to_dicts()}
    alone = {key: each for key, each in _tables_by_row(con).items() if len(each) == 1}
    assert {key[0] for key in alone} == {"Pre-employment checks"}
    for key, [table] in alone.items():
        assert rows[key]["p_value"] == pytest.approx(fisher_exact(table).pvalue)
        assert rows[key]["homogeneity_p"] is None


def test_the_exact_p_agrees_with_the_convolution_of_hypergeometric_counts(
    con: duckdb.DuckDBPyConnection, three: Findings
) -> None:
    from scipy.stats import hypergeom

    rows = {tuple(row[key] for key in KEYS): row for row in three.tables["rows"].to_dicts()}
    for key, tables in _tables_by_row(con).items():
        weights = np.ones(1)
        for (a, b), (c, d) in tables:
            stratum = hypergeom(a + b + c + d, a + c, a + b).pmf(np.arange(a + b + 1))
            weights = np.convolve(weights, stratum)
        point = weights[sum(table[0][0] for table in tables)]
        expected = weights[weights <= point * (1 + 1e-7)].sum()
        assert rows[key]["p_value"] == pytest.approx(expected, abs=1e-7)


def test_holm_allows_for_every_row(three: Findings) -> None:
    rows = three.tables["rows"]
    assert rows.height == 24
    least = rows.sort("p_value").row(0, named=True)
    assert least["p_adjusted"] == pytest.approx(24 * least["p_value"])


def test_the_order_on_the_command_line_does_not_matter(
    con: duckdb.DuckDBPyConnection, three: Findings
) -> None:
    other = compare(con, campaigns=["pcda", "le19A", "LE19"])
    assert other.notes == three.notes
    for name, table in three.tables.items():
        assert table.equals(other.tables[name])


def test_what_is_left_out_is_named(three: Findings) -> None:
    left = [note for note in three.notes if "left out at" in note]
    assert left == [
        "LE19 is left out at Offer: passed and failed are not both recorded yet.",
        "LE19a is left out at Pre-employment checks: it has no counts there.",
        (
            "PCDA is left out at Assessment centre and Pre-employment checks: passed and failed "
            "are not both recorded yet."
        ),
    ]


def test_a_reader_is_told_what_counts_cannot_tell(three: Findings) -> None:
    text = " ".join(three.notes)
    assert "The same person may have applied to more than one of LE19, LE19a and PCDA" in text
    assert "Overall counts who entered Face to face interview" in text
    assert "Applicants of LE19 and PCDA are counted after withdrawals" in text
    assert "adjusted for the 24 comparisons shown (Holm)" in text
    assert sum("contradict" in note for note in three.notes) == 5


def test_dhep_is_in_the_pools_and_in_no_pass_rate(con: duckdb.DuckDBPyConnection) -> None:
    findings = compare(con, campaigns=[*THREE, "DHEP"])
    pools = findings.tables["pools"].filter(campaign="DHEP", group="Female").row(0, named=True)
    earlier = ("earlier_campaigns", "earlier_group_entered", "earlier_base")
    assert [pools[name] for name in earlier] == ["LE19, LE19a, PCDA", 401, 1233]
    assert (pools["group_entered"], pools["base"]) == (259, 581)
    assert round(pools["difference_pp"], 2) == 12.06
    assert not findings.tables["rows"]["campaigns"].str.contains("DHEP").any()
    assert (
        "DHEP has counts at Application alone and no outcomes, so only its applicants are compared."
    ) in findings.notes


def test_the_share_of_women_among_applicants_rises_over_four_campaigns(
    con: duckdb.DuckDBPyConnection,
) -> None:
    trend = compare(con, campaigns=[*THREE, "DHEP"]).tables["trend"]
    women = trend.filter(group="Female", measure="share of applicants").row(0, named=True)
    assert round(women["z"], 2) == 4.60
    assert women["reading"] == (
        "evidence of a rise over the campaigns: 183/546, 152/517, 66/170, 259/581 "
        "(adjusted p 0.0001)."
    )


def test_two_campaigns_have_no_trend_and_it_is_said_why(con: duckdb.DuckDBPyConnection) -> None:
    findings = compare(con, campaigns=["LE19", "PCDA"])
    assert findings.tables["trend"].is_empty()
    why = "A trend takes three campaigns or more with counts; there are fewer."
    assert why in findings.notes


def test_where_nobody_has_an_outcome_applicants_are_compared_all_the_same(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute("DELETE FROM corrections")
    con.execute(
        "DELETE FROM stage_counts WHERE campaign = 'LE19a' "
        "AND (stage <> 'Application' OR outcome <> 'entered')"
    )
    findings = compare(con, campaigns=["LE19a", "DHEP"])
    assert findings.tables["rows"].is_empty()
    assert findings.headline == (
        "Evidence of another share of applicants than before: BAME people (DHEP) and women (DHEP)"
    )


@pytest.mark.parametrize(
    ("blank", "reference", "base"),
    [(None, 793, 581), ("include", 832, 581), ("exclude", 793, 567)],
)
def test_not_stated_counts_where_the_rules_or_the_user_say(
    con: duckdb.DuckDBPyConnection, blank: str | None, reference: int, base: int
) -> None:
    findings = compare(
        con,
        campaigns=[*THREE, "DHEP"],
        characteristics=["sex"],
        blank=blank,  # type: ignore[arg-type]
    )
    row = findings.tables["rows"].row(0, named=True)
    assert row["reference_passed"] + row["reference_failed"] == reference
    assert findings.tables["pools"]["base"][-1] == base


def test_a_reference_leaves_out_what_lacks_it_by_name(con: duckdb.DuckDBPyConnection) -> None:
    findings = compare(con, campaigns=THREE, reference="not stated")
    assert set(findings.tables["rows"]["reference"]) == {"Not stated"}
    white = compare(con, campaigns=THREE, reference="white")
    assert set(white.tables["rows"]["characteristic"]) == {"ethnicity"}
    assert "Sex is left out: White is no other category of it." in white.notes


def test_the_correction_of_le19a_is_applied_when_asked_for(con: duckdb.DuckDBPyConnection) -> None:
    printed, mended = (
        compare(con, campaigns=THREE, characteristics=["sex"], corrected=corrected)
        for corrected in (False, True)
    )
    women = [
        each.tables["rows"].filter(stage="Telephone interview")["passed"].item()
        for each in (printed, mended)
    ]
    assert women == [259, 256]
    assert not any("contradict" in note for note in mended.notes)


def test_a_lower_confidence_level_gives_narrower_intervals_and_says_so(
    con: duckdb.DuckDBPyConnection, three: Findings
) -> None:
    rows = compare(con, campaigns=THREE, confidence_level=0.8)
    assert (rows.tables["rows"]["gap_low_pp"] > three.tables["rows"]["gap_low_pp"]).all()
    assert "80% confidence intervals" in " ".join(rows.notes)


def test_a_stage_at_which_nobody_is_resolved_is_a_row_of_nulls(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute(
        "UPDATE stage_counts SET candidates = 0 "
        "WHERE stage = 'Pre-employment checks' AND outcome IN ('passed', 'failed')"
    )
    rows = compare(con, campaigns=["LE19", "PCDA"], characteristics=["sex"]).tables["rows"]
    row = rows.filter(stage="Pre-employment checks").row(0, named=True)
    assert [row[name] for name in ("passed", "p_value", "gap_pp")] == [0, None, None]
    assert row["reading"] == "not tested: in no campaign have both women and men an outcome."


def test_a_campaign_with_nobody_on_one_side_is_named(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "UPDATE stage_counts SET candidates = 0 WHERE campaign = 'PCDA' AND category = 'Disabled'"
    )
    findings = compare(con, campaigns=["LE19", "PCDA"], characteristics=["disability"])
    assert findings.tables["rows"]["campaigns"].to_list()[0] == "LE19"
    assert (
        "PCDA says nothing on disabled people at Application: nobody on one side has an outcome."
    ) in findings.notes


def test_nothing_in_the_tables_is_nan_or_endless(con: duckdb.DuckDBPyConnection) -> None:
    for table in compare(con, campaigns=[*THREE, "DHEP"]).tables.values():
        numbers = table.select(pl.col(pl.Float64))
        assert all(column.drop_nulls().is_finite().all() for column in numbers.iter_columns())
