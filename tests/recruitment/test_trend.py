import duckdb
import polars as pl
import pytest

from recruitment.errors import DataError, UsageError
from recruitment.studies.trend import ROW_COLUMNS, trend
from reports.trend_readings import READINGS

INTERFACE = (
    "characteristic group period people out_of share_pct centre_pct lower_pct upper_pct signal"
)


def rounded(rows: pl.DataFrame, *columns: str) -> list[tuple[object, ...]]:
    return rows.select(columns).with_columns(pl.col(pl.Float64).round(2)).rows()


def test_the_tables_have_the_columns_of_the_interface(con: duckdb.DuckDBPyConnection) -> None:
    tables = trend(con).tables
    assert set(INTERFACE.split()) <= set(ROW_COLUMNS)
    assert tables["rows"].columns == ROW_COLUMNS
    assert tables["readings"].columns == list(READINGS)


def test_women_among_applicants_are_outside_the_limits_twice(
    con: duckdb.DuckDBPyConnection,
) -> None:
    rows = trend(con, characteristics=["sex"]).tables["rows"]
    shown = ("period", "people", "out_of", "share_pct", "lower_pct", "upper_pct", "signal")
    assert rounded(rows, *shown) == [
        ("LE19", 183, 546, 33.52, 30.21, 42.56, "stable"),
        ("LE19a", 152, 517, 29.4, 30.04, 42.73, "outside limits below"),
        ("PCDA", 66, 170, 38.82, 25.31, 47.45, "stable"),
        ("DHEP", 259, 581, 44.58, 30.4, 42.37, "outside limits above"),
    ]
    assert set(rows["centre_pct"]) == {100 * 660 / 1814}
    assert rows["sigma"].round(2).to_list() == [-1.39, -3.3, 0.66, 4.11]


def test_campaigns_stand_in_the_order_in_which_they_opened(con: duckdb.DuckDBPyConnection) -> None:
    named = trend(con, campaigns=["dhep", "pcda", "LE19"], characteristics=["sex"]).tables["rows"]
    assert named.select("period", "period_order").rows() == [("LE19", 1), ("PCDA", 2), ("DHEP", 3)]
    assert [str(day) for day in named.row(0, named=True).values() if hasattr(day, "year")] == [
        "2019-04-01",
        "2019-06-10",
    ]


def test_the_headline_and_the_title_say_measure_and_stage(con: duckdb.DuckDBPyConnection) -> None:
    found = trend(con)
    assert found.title == "Process chart: share of applicants, Application"
    assert found.headline == (
        "Signal in the share of applicants: women (LE19a outside limits below; DHEP outside "
        "limits above); no signal in 3 other series"
    )


def test_a_stage_takes_representation_there(con: duckdb.DuckDBPyConnection) -> None:
    found = trend(con, stage="face to face interview", characteristics=["sex"])
    assert found.tables["rows"].select("measure", "period", "people", "out_of").rows() == [
        ("representation", "LE19", 113, 284),
        ("representation", "LE19a", 105, 286),
        ("representation", "PCDA", 41, 93),
    ]
    assert "DHEP is left out: it has nothing to count at Face to face interview." in found.notes


def test_a_provisional_stage_is_named(con: duckdb.DuckDBPyConnection) -> None:
    found = trend(con, stage="Assessment centre", characteristics=["sex"])
    waiting = [note for note in found.notes if note.startswith("Provisional")]
    assert len(waiting) == 1
    assert found.tables["rows"]["provisional"].any()


def test_not_stated_leaves_the_denominator_when_asked_to(con: duckdb.DuckDBPyConnection) -> None:
    rows = trend(con, characteristics=["sex"], blank="exclude").tables["rows"]
    assert rows["out_of"].to_list() == [529, 501, 164, 567]


def test_a_pass_rate_is_the_groups_own_and_ends_where_all_are_settled(
    con: duckdb.DuckDBPyConnection,
) -> None:
    found = trend(con, of="pass-rate", characteristics=["sex"])
    assert found.tables["rows"].select("stage", "period", "people", "out_of").rows() == [
        ("Overall", "LE19", 113, 183),
        ("Overall", "LE19a", 105, 152),
        ("Overall", "PCDA", 41, 66),
    ]
    assert "DHEP is left out: it has nothing to count at Overall." in found.notes
    assert "the last stage settled in every campaign" in " ".join(found.notes)


def test_a_pass_rate_at_one_stage(con: duckdb.DuckDBPyConnection) -> None:
    rows = trend(con, of="pass-rate", stage="application", characteristics=["sex"]).tables["rows"]
    assert rows["people"].to_list() == [150, 137, 61]


def test_corrected_counts_are_used_when_asked_for(con: duckdb.DuckDBPyConnection) -> None:
    found = trend(con, of="pass-rate", characteristics=["sex"], corrected=True)
    assert found.tables["rows"]["people"].to_list() == [113, 102, 41]
    assert not any("contradict" in note for note in found.notes)


def test_a_reader_is_told_what_makes_campaigns_hard_to_compare(
    con: duckdb.DuckDBPyConnection,
) -> None:
    assert trend(con, characteristics=["sex"]).notes[:3] == (
        (
            "The campaigns recruit by different routes, which differ in who may apply: Police "
            "constable (LE19 and LE19a), Degree apprenticeship (PCDA) and Degree holder entry "
            "(DHEP). A signal between routes need not be a change over time."
        ),
        "Open at the same time, so that neither is the later: LE19a and PCDA.",
        (
            "Campaigns stand in the order in which they opened: LE19, LE19a, PCDA and DHEP; the "
            "same person may have applied to more than one, and the limits take the applications "
            "as independent."
        ),
    )


def test_campaigns_of_one_route_have_no_note_on_routes(con: duckdb.DuckDBPyConnection) -> None:
    text = " ".join(trend(con, campaigns=["LE19", "LE19a"]).notes)
    assert "routes" not in text
    assert "Open at the same time" not in text


def test_a_campaign_of_unknown_date_stands_last_and_is_named(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute("UPDATE campaigns SET opened = NULL WHERE campaign = 'LE19'")
    found = trend(con, characteristics=["sex"])
    assert found.tables["rows"]["period"].to_list() == ["LE19a", "PCDA", "DHEP", "LE19"]
    assert "No opening date is known of LE19, last in that order." in found.notes


def test_a_campaign_without_counts_is_named(con: duckdb.DuckDBPyConnection) -> None:
    assert "DHEP2 is left out: opened 2020-05-18; no counts yet." in trend(con).notes


def test_a_point_out_of_nobody_is_left_out_by_name(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "UPDATE stage_counts SET candidates = 0 WHERE campaign = 'PCDA' AND stage = 'Application' "
        "AND characteristic = 'sex' AND outcome = 'entered'"
    )
    found = trend(con, characteristics=["sex"])
    assert found.tables["rows"]["period"].to_list() == ["LE19", "LE19a", "DHEP"]
    assert "Sex: Female at PCDA is left out: it is out of nobody." in found.notes


def test_one_campaign_makes_no_chart(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(DataError) as error:
        trend(con, campaigns=["LE19"])
    assert str(error.value) == (
        "a process chart takes two points or more of one group; the share of applicants has no "
        "group with two (points: LE19)"
    )


def test_campaigns_without_counts_are_refused(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(DataError, match="DHEP2: no counts yet"):
        trend(con, campaigns=["DHEP2"])


def test_outcomes_that_nobody_has_are_refused(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(DataError, match=r"^DHEP: nobody has passed and failed Application yet$"):
        trend(con, of="pass-rate", campaigns=["DHEP"], stage="Application")


def test_characteristics_without_a_group_are_refused(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE categories SET kind = 'comparator' WHERE category = 'Female'")
    with pytest.raises(DataError, match="sex: no category is marked as a group"):
        trend(con, characteristics=["sex"])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"of": "aplicants"}, "there is no measure 'aplicants'; did you mean applicants?"),
        ({"stage": "Offers"}, "there is no stage 'Offers'; did you mean Offer?"),
        ({"stage": "Overall"}, "there is no stage 'Overall'; did you mean Offer?"),
        ({"campaigns": ["LE91"]}, "there is no campaign 'LE91'; did you mean LE19?"),
        ({"characteristics": ["sexx"]}, "there is no characteristic 'sexx'; did you mean sex?"),
        (
            {"of": "joiners", "campaigns": ["LE19"]},
            "--campaign says nothing about --of joiners; leave it out",
        ),
        (
            {"of": "leavers", "stage": "Offer"},
            "--stage says nothing about --of leavers; leave it out",
        ),
        (
            {"of": "workforce", "corrected": True},
            "--corrected says nothing about --of workforce; leave it out",
        ),
        ({"roles": ["PCSO"]}, "--unit or --role says nothing about --of applicants; leave it out"),
        (
            {"of": "pass-rate", "blank": "include"},
            "--blank says nothing about --of pass-rate; leave it out",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused(
    con: duckdb.DuckDBPyConnection, options: dict[str, object], message: str
) -> None:
    with pytest.raises(UsageError) as error:
        trend(con, **options)  # type: ignore[arg-type]
    assert str(error.value).startswith(message)


def test_nothing_in_the_tables_is_nan_or_endless(con: duckdb.DuckDBPyConnection) -> None:
    for measure in ("applicants", "pass-rate", "joiners", "leavers", "workforce"):
        for table in trend(con, of=measure).tables.values():
            numbers = table.select(pl.col(pl.Float64))
            assert all(column.drop_nulls().is_finite().all() for column in numbers.iter_columns())
