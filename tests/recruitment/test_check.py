import duckdb
import pytest

from recruitment.errors import UsageError
from recruitment.studies.check import check, failing
from reports.findings import Findings

NUMBERS = ("check", "stage", "characteristic", "category", "recorded", "expected")
LE19A = [
    ("outcomes", "Telephone interview", "sex", "Female", 105, 102),
    ("outcomes", "Face to face interview", "sex", "Female", 75, 78),
    ("outcomes", "Assessment centre", "ethnicity", "BAME", 14, 16),
    ("outcomes", "Assessment centre", "ethnicity", "Not stated", 9, 7),
]


def _contradictions(findings: Findings) -> list[tuple[object, ...]]:
    return findings.tables["findings"].filter("contradiction").select(NUMBERS).rows()


@pytest.mark.parametrize(
    ("campaign", "found"),
    [
        ("LE19", [("outcomes", "Application", "sexual_orientation", "Not stated", 39, 41)]),
        ("LE19a", LE19A),
        ("PCDA", []),
        ("DHEP", []),
        ("DHEP2", []),
    ],
)
def test_published_campaigns_have_the_contradictions_that_are_in_them(
    con: duckdb.DuckDBPyConnection, campaign: str, found: list[tuple[object, ...]]
) -> None:
    assert _contradictions(check(con, campaigns=[campaign])) == found


def test_contradictions_are_told_in_plain_words(con: duckdb.DuckDBPyConnection) -> None:
    found = check(con, campaigns=["le19", "LE19a"]).tables["findings"].filter("contradiction")
    assert found["finding"].to_list() == [
        (
            "Application: of 48 people with sexual orientation not stated 7 failed, which leaves "
            "41, but 39 entered Telephone interview"
        ),
        (
            "Telephone interview: of 137 women 35 failed, which leaves 102, but 105 entered Face "
            "to face interview"
        ),
        (
            "Face to face interview: of 105 women 26 failed and 1 is waiting, which leaves 78, but "
            "75 entered Assessment centre"
        ),
        (
            "Assessment centre: of 31 BAME people 7 failed and 8 are waiting, which leaves 16, but "
            "14 passed"
        ),
        (
            "Assessment centre: of 15 people with ethnicity not stated 4 failed and 4 are waiting, "
            "which leaves 7, but 9 passed"
        ),
    ]


def test_percentages_that_are_printed_wrong_are_advice(con: duckdb.DuckDBPyConnection) -> None:
    found = check(con).tables["findings"].filter(standing="advice")
    wrong = found.filter(found["finding"].str.contains("(material)", literal=True))
    assert wrong.select("campaign", "printed", "recomputed").rows() == [
        ("LE19", "31.2%", "36.45%"),
        ("LE19", "11.2%", "13.08%"),
        ("LE19", "8.80%", "10.28%"),
        ("LE19a", "2.10%", "8.00%"),
        ("PCDA", "6.52%", "6.45%"),
        ("PCDA", "44.56%", "44.09%"),
        ("PCDA", "8.68%", "8.60%"),
        ("DHEP", "22.10%", "24.10%"),
    ]
    assert (set(found["check"]), found.height) == ({"percentages"}, 12)


def test_movements_are_looked_at_where_no_campaign_is_named(
    con: duckdb.DuckDBPyConnection,
) -> None:
    found = check(con).tables["findings"]
    others = found.filter(found["campaign"].is_null())
    assert others["finding"].to_list() == [
        "2010-20, left by ethnicity: 955 is printed as the total, but 77 + 1,109 + 29 = 1,215",
        "2010-20, joined: there are 884 by ethnicity and 889 by sex",
    ]
    assert set(others["subject"]) == {"Leicestershire Police, Police officer"}


def test_the_documented_corrections_mend_what_they_are_about(
    con: duckdb.DuckDBPyConnection,
) -> None:
    mended = check(con, campaigns=["LE19a"], corrected=True)
    assert _contradictions(mended) == LE19A[2:]
    assert any("105 printed, 102 used" in note for note in mended.notes)


def test_it_says_how_much_was_looked_at_and_agrees(con: duckdb.DuckDBPyConnection) -> None:
    findings = check(con)
    summary = findings.tables["summary"]
    assert summary.select("check", "looked_at", "agree").rows() == [
        ("totals", 169, 167),
        ("flow", 156, 156),
        ("outcomes", 166, 161),
        ("dates", 13, 13),
        ("submitted", 3, 3),
        ("percentages", 264, 252),
        ("periods", 12, 12),
        ("reasons", 1, 1),
        ("shares", 34, 34),
        ("duplicates", 4, 4),
    ]
    assert findings.headline == "822 comparisons: 7 contradictions, 12 pieces of advice"


@pytest.mark.parametrize(
    ("campaign", "advice", "words"),
    [
        ("LE19", False, "1 contradiction"),
        ("LE19", True, "1 contradiction and 7 pieces of advice"),
        ("PCDA", False, ""),
        ("DHEP", True, "1 piece of advice"),
    ],
)
def test_what_fails_is_counted(
    con: duckdb.DuckDBPyConnection, campaign: str, words: str, *, advice: bool
) -> None:
    assert failing(check(con, campaigns=[campaign]), advice=advice) == words


def test_an_unknown_campaign_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(UsageError, match="did you mean PCDA"):
        check(con, campaigns=["PCAD"])
