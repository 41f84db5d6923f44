import datetime as dt

import duckdb
import pytest

import queries
from recruitment.errors import UsageError
from recruitment.studies.campaigns import campaigns, choose
from recruitment.warehouse.connections import in_memory

JUNE = dt.date(2020, 6, 15)


def test_every_campaign_is_listed_whole_in_the_order_of_opening(
    con: duckdb.DuckDBPyConnection,
) -> None:
    table = campaigns(con).tables["campaigns"]
    shown = table.select(
        "campaign", "opened", "closed", "submitted", "withdrawn", "in_process", "stages", "as_at"
    )
    may = dt.date(2020, 5, 31)
    assert shown.rows() == [
        ("LE19", dt.date(2019, 4, 1), dt.date(2019, 6, 10), 802, 256, 546, 6, JUNE),
        ("LE19a", dt.date(2019, 9, 19), dt.date(2019, 11, 29), None, None, 517, 4, JUNE),
        ("PCDA", dt.date(2019, 10, 1), dt.date(2019, 11, 29), 239, 69, 170, 5, JUNE),
        ("DHEP", dt.date(2020, 1, 30), dt.date(2020, 5, 14), 581, None, 581, 1, may),
        ("DHEP2", dt.date(2020, 5, 18), None, None, None, None, 0, JUNE),
    ]


def test_in_process_is_submitted_less_withdrawn_where_both_are_printed(
    con: duckdb.DuckDBPyConnection,
) -> None:
    both = campaigns(con).tables["campaigns"].drop_nulls(["submitted", "withdrawn"])
    assert (both["submitted"] - both["withdrawn"]).to_list() == both["in_process"].to_list()


def test_how_far_the_counts_reach_is_named(con: duckdb.DuckDBPyConnection) -> None:
    table = campaigns(con).tables["campaigns"]
    assert table.select("campaign", "route", "last_stage").rows() == [
        ("LE19", "Police constable", "Offer"),
        ("LE19a", "Police constable", "Assessment centre"),
        ("PCDA", "Degree apprenticeship", "Pre-employment checks"),
        ("DHEP", "Degree holder entry", "Application"),
        ("DHEP2", "Degree holder entry", None),
    ]


def test_the_list_says_how_to_read_it(con: duckdb.DuckDBPyConnection) -> None:
    findings = campaigns(con)
    assert (findings.question, findings.title) == ("campaigns", "Recruitment campaigns")
    assert findings.notes == ("In process counts the candidates who entered the first stage.",)


def test_campaigns_are_chosen_in_any_case_and_kept_in_order(con: duckdb.DuckDBPyConnection) -> None:
    chosen = choose(queries.campaigns(con), ["pcda", " Le19A "])
    assert chosen["campaign"].to_list() == ["LE19a", "PCDA"]


def test_choosing_none_chooses_all(con: duckdb.DuckDBPyConnection) -> None:
    listed = queries.campaigns(con)
    assert choose(listed, []).equals(listed)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (["LE91"], "there is no campaign 'LE91'; did you mean LE19?"),
        (
            ["zzz"],
            "there is no campaign 'zzz'; known are LE19, LE19a, PCDA, DHEP, DHEP2",
        ),
        ([""], "there is no campaign ''; known are LE19, LE19a, PCDA, DHEP, DHEP2"),
        (["LE19", "le19"], "campaign LE19 is named twice; name each campaign once"),
    ],
)
def test_a_campaign_that_cannot_be_chosen_is_refused(
    con: duckdb.DuckDBPyConnection, wanted: list[str], message: str
) -> None:
    with pytest.raises(UsageError) as refused:
        choose(queries.campaigns(con), wanted)
    assert str(refused.value) == message


def test_terminal_codes_in_a_name_that_is_refused_are_spelt_out(
    con: duckdb.DuckDBPyConnection,
) -> None:
    with pytest.raises(UsageError) as refused:
        choose(queries.campaigns(con), ["\x1b[31m"])
    assert "\x1b" not in str(refused.value)


def test_an_empty_warehouse_says_that_there_are_none_and_how_to_add_one() -> None:
    with in_memory() as empty:
        found = campaigns(empty)
        assert found.headline == "There are no campaigns yet; add one with recruit import"
        assert not found.notes
        with pytest.raises(UsageError, match="no campaign 'LE25'; there are none yet"):
            choose(queries.campaigns(empty), ["LE25"])
