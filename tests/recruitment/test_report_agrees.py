"""Every number of the report is one that the commands give, and no sentence says another thing."""

import re
from typing import Any

import pytest

from recruitment.cli.main import run
from reports.report.model import Report
from tests.recruitment.answers import CODES, answers, expected, interval, signed, two
from tests.reports.report.made import real, report, said

Pairs = set[tuple[int, int]]
SHARE = re.compile(r"% \(([\d,]+) of ([\d,]+)\)")
SIZE = re.compile(r"([+-][\d.]+) percentage points \(95% confidence interval (\S+ to [^)]+)\)")
# Names of counts, and of what they are a part of.
COUNTS = {
    "from_group": "from_base",
    "to_group": "to_base",
    "group_entered": "base",
    "earlier_group_entered": "earlier_base",
    "joiners": "all_joiners",
    "leavers": "all_leavers",
    "earlier_people": "earlier_out_of",
    "people": "out_of",
}
# Tables whose rows begin with who is compared, which no command says in these words.
NAMED_FIRST = re.compile(r".*-pass-rates|pooled-gaps")


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    return answers()


@pytest.fixture(scope="module")
def made() -> Report:
    return report(real())


def _rows(found: dict[str, Any]) -> list[dict[str, Any]]:
    lists = [
        each for answer in found.values() for each in answer.values() if isinstance(each, list)
    ]
    return [row for rows in lists for row in rows if isinstance(row, dict)]


def _pairs(found: dict[str, Any]) -> Pairs:
    pairs: Pairs = set()
    for row in _rows(found):
        pairs |= {(row[one], row[all_]) for one, all_ in COUNTS.items() if {one, all_} <= set(row)}
        for side in ("", "reference_"):
            if row.get(f"{side}passed") is not None and row.get(f"{side}failed") is not None:
                got_through = row[f"{side}passed"]
                pairs.add((got_through, got_through + row[f"{side}failed"]))
        for pair in re.findall(r"(\d+)/(\d+)", row.get("counts") or ""):
            pairs.add((int(pair[0]), int(pair[1])))
    return pairs


def test_the_tables_have_the_rows_of_the_commands(found: dict[str, Any], made: Report) -> None:
    rows = {each.key: list(each.rows) for each in made.tables}
    for key, wanted in expected(found).items():
        first = 1 if NAMED_FIRST.fullmatch(key) else 0
        assert [row[first:] for row in rows[key]] == wanted, key


@pytest.mark.parametrize("code", CODES)
def test_the_stage_tables_have_the_counts_of_attrition(
    found: dict[str, Any], made: Report, code: str
) -> None:
    rows = {each.key: each.rows for each in made.tables}
    stages = [row for row in found["attrition"]["stages"] if row["campaign"] == code]
    for stage, people, shares in zip(
        dict.fromkeys(row["stage"] for row in stages),
        rows[f"{code.lower()}-people"],
        rows[f"{code.lower()}-shares"],
        strict=True,
    ):
        own = [row for row in stages if row["stage"] == stage]
        head = (f"{stage} [p]" if own[0]["provisional"] else stage, str(own[0]["entered"]))
        counts = [(row["group_entered"], row["not_stated"]) for row in own]
        assert people == (*head, *(str(each) for pair in counts for each in pair))
        each_share = [(str(row["group_entered"]), two(row["representation_pct"])) for row in own]
        assert shares == (*head, *(text for pair in each_share for text in pair))


def test_every_share_in_the_text_has_counts_that_a_command_gives(
    found: dict[str, Any], made: Report
) -> None:
    pairs = _pairs(found)
    texts = [text for text in said(made) if "contradict" not in text]
    named = [each for text in texts for each in SHARE.findall(text)]
    assert len(named) > 130
    numbers = {tuple(int(each.replace(",", "")) for each in pair) for pair in named}
    assert not numbers - pairs


def test_every_size_in_the_text_has_the_interval_that_a_command_gives(
    found: dict[str, Any], made: Report
) -> None:
    known = {
        (signed(row[f"{name}_pp"]), interval(row, name))
        for row in _rows(found)
        for name in ("change", "gap", "difference")
        if row.get(f"{name}_low_pp") is not None and row[f"{name}_high_pp"] is not None
    }
    named = [each for text in said(made) for each in SIZE.findall(text)]
    assert len(named) > 10
    assert set(named) <= known


def test_the_summary_of_the_audit_is_that_of_the_command(
    found: dict[str, Any], made: Report
) -> None:
    (table,) = [each for each in made.tables if each.key == "audit-summary"]
    summary = [tuple(str(value) for value in row.values()) for row in found["audit"]["summary"]]
    assert list(table.rows) == summary
    wrong = [row for row in found["audit"]["findings"] if row["severity"] == "material"]
    printed = [(row["printed"], row["recomputed"]) for row in wrong if row["about"] is not None]
    (figures,) = [each for each in made.tables if each.key == "audit-findings"]
    assert [row[-2:] for row in figures.rows] == printed


def test_applicants_are_those_of_the_process_chart(found: dict[str, Any], made: Report) -> None:
    (table,) = [each for each in made.tables if each.key == "trends"]
    shares = {row[2]: row[4] for row in table.rows if row[0] == "share of applicants"}
    for group, counts in shares.items():
        own = [row for row in found["trend"]["rows"] if row["group"] == group]
        assert counts == ", ".join(f"{row['people']}/{row['out_of']}" for row in own)


def test_no_rise_or_fall_is_claimed_of_what_the_process_chart_calls_stable(
    found: dict[str, Any], made: Report
) -> None:
    stable = {row["group"] for row in found["trend"]["readings"] if row["signals"] == "stable"}
    (table,) = [each for each in made.tables if each.key == "trends"]
    claimed = {row[2] for row in table.rows if row[0] != "pass rate" and row[-1] == "evidence"}
    assert stable == {"BAME", "LGBT+", "Disabled"}
    assert not claimed & stable


def test_no_key_finding_takes_back_another(made: Report) -> None:
    findings = [each.text for each in made.findings]
    (without,) = [text for text in findings if text.startswith("There is no evidence that")]
    named = without.partition(" were more or less likely")[0]
    claims = [text for text in findings if "likely to pass than" in text and text != without]
    subjects = [text.partition("there is evidence that ")[2].split(" were ")[0] for text in claims]
    assert subjects
    assert not [each for each in subjects if each in named]


def test_a_report_on_other_figures_would_not_agree(
    found: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", "--section", "le19a", "--campaign", "LE19a"]) == 0
    alone = capsys.readouterr().out
    adjusted = [row[-2] for row in expected(found)["le19a-pass-rates"] if row[-2] != "1.0000"]
    assert adjusted
    assert not [each for each in adjusted if each in alone]
