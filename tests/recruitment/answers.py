"""What the commands say in JSON, written as a report should have it: a second way to every cell."""

import json
from contextlib import redirect_stdout
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING, Any

from recruitment.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable

Row = dict[str, Any]
CODES = ["LE19", "LE19a", "PCDA", "DHEP"]
OF_CAMPAIGNS = [part for code in CODES for part in ("--campaign", code)]
COMMANDS: dict[str, list[str]] = {
    "attrition": ["attrition"],
    "pass-rates": ["pass-rates"],
    "compare": ["compare", *CODES],
    "applicants": ["proportions", *OF_CAMPAIGNS],
    "workforce": ["proportions"],
    "retention": ["retention"],
    "trend": ["trend"],
    "audit": ["audit", "--fail-on", "never"],
}
# How a reading begins, and what a table has for it.
VERDICTS = {
    "evidence of under-representation": "evidence of under-representation",
    "evidence of over-representation": "evidence of over-representation",
    "evidence ": "evidence",
    "not settled": "not settled",
    "no evidence": "no evidence",
    "too few people to say": "too few to say",
}


@cache
def answers() -> dict[str, Any]:
    """Run each command once, and return what it prints."""
    found = {}
    for name, words in COMMANDS.items():
        with redirect_stdout(TextIOWrapper(BytesIO(), "utf-8")) as printed:
            assert run([*words, "--format", "json"]) == 0
        found[name] = json.loads(_text(printed))
    return found


def _text(printed: "TextIOWrapper[BytesIO]") -> str:
    printed.seek(0)
    return printed.read()


def two(number: float | None, places: str = "0.01") -> str:
    """Return a number to two decimals, halves up."""
    if number is None:
        return "[x]"
    return str(Decimal(repr(number)).quantize(Decimal(places), ROUND_HALF_UP) + 0)


def signed(number: float | None) -> str:
    """Return a difference with its sign."""
    text = two(number)
    return f"+{text}" if number is not None and float(text) > 0 else text


def p(number: float | None, missing: str = "[x]") -> str:
    """Return a p-value to four decimals."""
    if number is None:
        return missing
    return "<0.0001" if number < 0.00005 else two(number, "0.0001")


def part(people: int, everybody: int) -> str:
    """Return a count of a count."""
    return f"{people:,}/{everybody:,}"


def interval(row: Row, name: str) -> str:
    """Return the ends of an interval of a difference."""
    return f"{signed(row[f'{name}_low_pp'])} to {signed(row[f'{name}_high_pp'])}"


def passed(row: Row, side: str = "") -> str:
    """Return who passed, of those with an outcome."""
    return part(row[f"{side}passed"], row[f"{side}passed"] + row[f"{side}failed"])


def verdict(row: Row, none: str = "no evidence") -> str:
    """Return what the reading of ``row`` comes to in a table."""
    reading = row["reading"].partition("make-up: ")[2] or row["reading"]
    said, *_ = [says for begins, says in VERDICTS.items() if reading.startswith(begins)]
    return none if said == "no evidence" else said


def shares(row: Row) -> tuple[str, ...]:
    """Return a share beside the community's, as a table of them has it."""
    tested = row["p_value"] is not None
    return (
        part(row["people"], row["out_of"]) if tested else "[x]",
        two(row["representation_pct"]),
        two(row["benchmark_pct"]),
        signed(row["gap_pp"]),
        f"{row['people_short']:,}" if tested else "[x]",
        p(row["p_adjusted"]),
        verdict(row, "no evidence of a gap") if tested else "not tested",
    )


def moved(row: Row) -> tuple[str, ...]:
    """Return one row on joiners and leavers."""
    return (
        f"{row['role']}, {row['unit']}",
        row["period"],
        row["group"],
        part(row["joiners"], row["all_joiners"]),
        two(row["joiner_share_pct"]),
        part(row["leavers"], row["all_leavers"]),
        two(row["leaver_share_pct"]),
        f"{row['net_change']:,}",
        p(row["p_adjusted"]),
        verdict(row),
    )


def changed(row: Row) -> tuple[str, ...]:
    """Return one change in representation."""
    return (
        row["group"],
        part(row["from_group"], row["from_base"]),
        two(row["from_pct"]),
        part(row["to_group"], row["to_base"]),
        two(row["to_pct"]),
        signed(row["change_pp"]),
        interval(row, "change"),
        p(row["p_adjusted"]),
        verdict(row),
    )


def gap(row: Row) -> tuple[str, ...]:
    """Return one gap in pass rates of a campaign."""
    return (
        row["stage"],
        passed(row),
        two(100 * row["pass_rate"]),
        passed(row, "reference_"),
        two(100 * row["reference_pass_rate"]),
        *_rest(row),
    )


def pooled(row: Row) -> tuple[str, ...]:
    """Return one gap of several campaigns."""
    return (row["stage"], row["campaigns"], passed(row), passed(row, "reference_"), *_rest(row))


def pool(row: Row) -> tuple[str, ...]:
    """Return one comparison of applicants with earlier ones."""
    return (
        row["campaign"],
        row["group"],
        part(row["group_entered"], row["base"]),
        two(row["representation_pct"]),
        row["earlier_campaigns"],
        part(row["earlier_group_entered"], row["earlier_base"]),
        two(row["earlier_representation_pct"]),
        signed(row["difference_pp"]),
        p(row["p_adjusted"]),
        verdict(row),
    )


def trend(row: Row) -> tuple[str, ...]:
    """Return one share over the campaigns."""
    names = ("measure", "stage", "group", "campaigns", "counts")
    return (*(row[name] for name in names), p(row["p_adjusted"]), verdict(row))


def _rest(row: Row) -> tuple[str, ...]:
    return signed(row["gap_pp"]), interval(row, "gap"), p(row["p_adjusted"]), verdict(row)


def expected(found: dict[str, Any]) -> dict[str, list[tuple[str, ...]]]:
    """Return the rows of the report's tables by key; of some, without what stands first."""
    first = [row for row in found["applicants"]["rows"] if row["stage"] == "Application"]
    tables: dict[str, tuple[list[Row], Callable[[Row], tuple[str, ...]]]] = {
        "workforce": (found["workforce"]["rows"], _of_unit),
        "pooled-gaps": (found["compare"]["rows"], pooled),
        "applicants": (found["compare"]["pools"], pool),
        "trends": (found["compare"]["trend"], trend),
        "applicants-community": (first, _of_applicants),
        "joiners-leavers": (found["retention"]["rows"], moved),
    }
    for code in CODES:
        own = [row for row in found["attrition"]["changes"] if row["campaign"] == code]
        gaps = [row for row in found["pass-rates"]["rows"] if row["campaign"] == code]
        tables[f"{code.lower()}-changes"] = (own, changed)
        tables[f"{code.lower()}-pass-rates"] = (gaps, gap)
    return {key: list(map(cells, rows)) for key, (rows, cells) in tables.items() if rows}


def _of_unit(row: Row) -> tuple[str, ...]:
    return (row["unit"], row["role"], row["group"], *shares(row))


def _of_applicants(row: Row) -> tuple[str, ...]:
    return (row["campaign"], row["group"], *shares(row))
