import duckdb
import pytest

from recruitment.errors import DataError, UsageError
from recruitment.studies.compare import compare

THREE = ["LE19", "LE19a", "PCDA"]
RENAMED = """
    INSERT INTO campaigns SELECT * REPLACE ('NEW' AS campaign) FROM campaigns
    WHERE campaign = 'LE19';
    INSERT INTO stages SELECT * REPLACE ('NEW' AS campaign, 'New ' || stage AS stage) FROM stages
    WHERE campaign = 'LE19';
    INSERT INTO stage_counts
    SELECT * REPLACE ('NEW' AS campaign, 'New ' || stage AS stage) FROM stage_counts
    WHERE campaign = 'LE19';
"""


def test_campaigns_that_share_no_stage_are_refused(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(RENAMED)
    with pytest.raises(DataError) as refused:
        compare(con, campaigns=["LE19", "NEW"])
    assert str(refused.value) == "LE19 and NEW share no stage, so there is nothing to pool"


def test_a_characteristic_with_one_category_is_left_out_by_name_or_refused(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute(
        "INSERT INTO characteristics VALUES ('route', NULL); "
        "INSERT INTO categories VALUES ('route', 'Special', 'group', 1)"
    )
    con.execute(
        "INSERT INTO stage_counts SELECT * REPLACE ('route' AS characteristic, "
        "'Special' AS category) FROM stage_counts WHERE category = 'Female'"
    )
    assert "route is left out: one category alone." in compare(con, campaigns=THREE).notes
    with pytest.raises(DataError) as refused:
        compare(con, campaigns=THREE, characteristics=["route"])
    assert str(refused.value) == "route: one category alone, so there is nobody to compare it with"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            {"campaigns": ["LE19"]},
            "compare takes two campaigns or more, such as LE19 LE19a; only LE19 is named",
        ),
        (
            {"campaigns": []},
            "compare takes two campaigns or more, such as LE19 LE19a; none is named",
        ),
        (
            {"campaigns": ["LE19", "le19"]},
            "campaign LE19 is named twice; name each campaign once",
        ),
        ({"campaigns": ["LE19", "PDCA"]}, "there is no campaign 'PDCA'; did you mean PCDA?"),
        ({"reference": "Whte"}, "there is no category 'Whte'; did you mean White?"),
        (
            {"reference": "BAME"},
            "--reference BAME is the group itself; name another category",
        ),
        (
            {"reference": "female", "characteristics": ["sex"]},
            "--reference Female is the group itself; name another category",
        ),
        ({"confidence_level": 1.0}, "--confidence-level is between 0 and 1, not 1.0"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    con: duckdb.DuckDBPyConnection, asked: dict[str, object], message: str
) -> None:
    with pytest.raises(UsageError) as refused:
        compare(con, **{"campaigns": THREE, **asked})  # type: ignore[arg-type]
    assert str(refused.value) == message


def test_one_campaign_with_counts_is_not_enough(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(DataError) as refused:
        compare(con, campaigns=["LE19", "DHEP2"])
    assert str(refused.value) == "only LE19 has counts; name another campaign that has"
