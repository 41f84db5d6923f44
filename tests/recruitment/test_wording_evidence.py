import duckdb
import pytest

from analytics.audit.severity import Severity
from analytics.audit.wording.report import WordingFinding, audited_sentences
from recruitment.studies.wording_evidence import printed_sentences, wording_evidence
from recruitment.warehouse import open_warehouse

ADVICE = {"share without counts", "average of shares", "cause", "no difference"}


@pytest.fixture
def found(con: duckdb.DuckDBPyConnection) -> list[WordingFinding]:
    return list(audited_sentences(printed_sentences(con), wording_evidence(con)))


def _places(found: list[WordingFinding], rule: str, document: str = "panel-2020-06") -> list[str]:
    return [
        each.sentence.place.removeprefix("paragraph ")
        for each in found
        if each.rule == rule and each.sentence.document == document
    ]


def test_the_sentences_come_in_reading_order_with_their_campaign(
    con: duckdb.DuckDBPyConnection,
) -> None:
    sentences = printed_sentences(con)
    changes = [each for each in sentences if "percentage change" in each.text]
    assert [(each.place, each.campaign) for each in changes] == [
        *[("paragraph 11", "LE19")] * 4,
        *[("paragraph 13", "LE19a")] * 4,
    ]


def test_every_test_is_named_by_whom_and_where(con: duckdb.DuckDBPyConnection) -> None:
    tested = wording_evidence(con)
    women = tested["LE19", "sex", "Female", "Overall"]
    assert women.reading == (
        "39.56% (72 of 182) passed, of men 26.74% (92 of 344); +12.82 percentage points, p 0.0030."
    )
    assert tested["LE19", "sexual_orientation", "LGBT+", "Offer"].reading.startswith(
        "11.72% (64 of 546) of those at Application and 8.33% (6 of 72) at Offer; -3.39 "
    )
    assert tested["DHEP", "ethnicity", "BAME", "Applicants"].reading.startswith(
        "24.10% (140 of 581) of applicants, against 17.76% (219 of 1,233) in LE19, LE19a and PCDA;"
    )
    assert tested[None, "ethnicity", "BAME", "2019-2020"].reading == (
        "9.54% (23 of 241) of joiners and 4.92% (6 of 122) of leavers in 2019-2020; "
        "+4.63 percentage points, p 0.1045."
    )


def test_the_rules_find_what_the_2020_report_says_wrongly(found: list[WordingFinding]) -> None:
    assert _places(found, "percentage points") == ["11"] * 4 + ["13"] * 4 + ["16"] * 4
    assert _places(found, "rate of a share") == [
        *("10", "10", "10"),
        "11",
        *("12", "12"),
        "13",
        "15",
    ]
    assert _places(found, "retention from shares") == ["30", "30", "32", "32"]
    assert _places(found, "cause") == ["30", "30", "32", "32"]


def test_claims_are_judged_by_our_own_tests(found: list[WordingFinding]) -> None:
    claims = [each for each in found if each.rule == "difference not carried"]
    material = [
        (each.sentence.place, each.words) for each in claims if each.severity is Severity.material
    ]
    assert material == [
        ("paragraph 10", "higher success rate"),
        ("paragraph 10", "higher success rate"),
        ("paragraph 12", "higher success rate"),
        ("paragraph 12", "more successful"),
        ("paragraph 30", "close to half the rate"),
    ]
    assert claims[1].explanation.endswith("carry it of LGBT+ people (tested one by one, Holm).")


def test_what_is_only_advice_is_never_material(found: list[WordingFinding]) -> None:
    assert {each.severity for each in found if each.rule in ADVICE} == {Severity.precision}


def test_the_change_that_lacks_its_unit_is_found(found: list[WordingFinding]) -> None:
    [bare] = [each for each in found if each.rule == "change without a unit"]
    assert (bare.sentence.place, bare.words) == ("paragraph 33", "(+8)")


def test_without_counts_there_are_no_tests() -> None:
    with open_warehouse(subjects=()) as con:
        assert wording_evidence(con) == {}
        assert printed_sentences(con) == []


def test_joiners_of_two_forces_are_not_mixed(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("INSERT INTO movements SELECT * REPLACE ('Other' AS unit) FROM movements")
    assert not [key for key in wording_evidence(con) if key[0] is None]


def test_only_campaigns_that_are_spoken_of_are_tested(con: duckdb.DuckDBPyConnection) -> None:
    everything, some = wording_evidence(con), wording_evidence(con, {"PCDA", None})
    assert some == {key: test for key, test in everything.items() if key[0] in {"PCDA", None}}
