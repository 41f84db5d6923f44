import re
from io import StringIO

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from recruitment.studies.attrition import attrition
from recruitment.studies.campaigns import campaigns
from reports.display import text_tables
from reports.findings import Findings
from reports.terminal import write_terminal
from reports.visible import visible
from tests.reports.golden import golden
from tests.reports.samples import HOSTILE, Terminal, labelled


@pytest.fixture
def le19_sex(con: duckdb.DuckDBPyConnection) -> Findings:
    return attrition(con, campaigns=["LE19"], characteristics=["sex"])


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def _piped(findings: Findings, encoding: str = "utf-8") -> str:
    out = Terminal(encoding, interactive=False)
    write_terminal(findings, out)
    return out.getvalue()


def _shown(findings: Findings, columns: int, *, color: bool | None = None) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        write_terminal(findings, out := Terminal(), color=color)
    return out.getvalue()


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def test_le19_reads_as_it_was_proofread(le19_sex: Findings) -> None:
    assert _piped(le19_sex) == golden("le19_sex.txt")


def test_the_campaigns_read_as_they_were_proofread(con: duckdb.DuckDBPyConnection) -> None:
    assert _piped(campaigns(con)) == golden("campaigns.txt")


def test_no_line_of_any_campaign_is_over_eighty_columns(con: duckdb.DuckDBPyConnection) -> None:
    for findings in (attrition(con), attrition(con, corrected=True), campaigns(con)):
        assert max(map(cell_len, _piped(findings).splitlines())) <= 80


@pytest.mark.parametrize("columns", [20, 30, 40, 60, 79, 120, 300])
def test_no_terminal_is_too_narrow_for_a_figure(le19_sex: Findings, columns: int) -> None:
    shown = _without_spaces(_shown(le19_sex, columns, color=False))
    for table in text_tables(le19_sex):
        lost = [text for row in table.rows for text in row if _without_spaces(text) not in shown]
        assert lost == []


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120])
def test_lines_are_no_wider_than_the_terminal(le19_sex: Findings, columns: int) -> None:
    lines = _shown(le19_sex, columns, color=False).splitlines()
    assert max(map(cell_len, lines)) <= columns


@pytest.mark.parametrize("columns", [1, 2, 3, 10])
def test_a_terminal_of_no_width_to_speak_of_gets_twenty_columns(
    le19_sex: Findings, columns: int
) -> None:
    assert _shown(le19_sex, columns) == _shown(le19_sex, 20)


def test_a_row_too_wide_for_the_terminal_becomes_lines(le19_sex: Findings) -> None:
    shown = _shown(le19_sex, 40, color=False)
    assert "Stage: Offer [p]\nEntered: 72\nFemale: 33\nNot stated: 2\n" in shown
    assert "Interval: +3.18 to +15.22\nExact p: 0.0032\n" in shown


def test_a_terminal_gets_bold_headings(le19_sex: Findings) -> None:
    assert _shown(le19_sex, 80).startswith("\x1b[1mRepresentation by stage: LE19\x1b[0m\n")


def test_bold_adds_nothing_but_itself(le19_sex: Findings) -> None:
    bare = re.sub(r"\x1b\[[01]m", "", _shown(le19_sex, 80))
    lines = [line.rstrip() for line in bare.splitlines()]
    assert lines == golden("le19_sex.txt").splitlines()


def test_no_escape_code_reaches_whoever_wants_none(
    le19_sex: Findings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _shown(le19_sex, 80, color=False) == golden("le19_sex.txt")
    monkeypatch.setenv("NO_COLOR", "1")
    assert _shown(le19_sex, 80) == golden("le19_sex.txt")


def test_a_dumb_terminal_gets_no_escape_codes(
    le19_sex: Findings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in _shown(le19_sex, 80)


def test_ascii_gets_rules_of_dashes_and_every_figure(le19_sex: Findings) -> None:
    shown = _piped(le19_sex, "ascii")
    assert shown.isascii()
    assert "------+-------+------+------+---------------+------+------+------\n" in shown
    assert "Female|183/546|72/169| +9.09|+3.18 to +15.22|0.0032|0.0027|0.0032\n" in shown


def test_a_stream_without_an_encoding_gets_ascii(le19_sex: Findings) -> None:
    write_terminal(le19_sex, out := StringIO())
    assert out.getvalue() == _piped(le19_sex, "ascii")


def test_a_letter_that_the_stream_cannot_show_is_its_code_within_the_columns() -> None:
    shown = _piped(labelled("caf\u00e9 " * 10), "ascii")
    assert shown.isascii()
    assert shown.startswith("caf\\xe9 caf\\xe9")
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_text_is_shown_and_never_obeyed(label: str) -> None:
    shown = _piped(labelled(label))
    assert all(character.isprintable() or character == "\n" for character in shown)
    assert max(map(cell_len, shown.splitlines())) <= 80
    assert _without_spaces(f"Source: {visible(label)}") in _without_spaces(shown)


@pytest.mark.parametrize("label", HOSTILE)
@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_hostile_text_costs_no_figure(label: str, columns: int) -> None:
    shown = _without_spaces(_shown(labelled(label), columns, color=False))
    for figure in ("1,234", "8.10", "-3.13", "40/100", "-9.50to+28.13", "0.4485", "0.3333"):
        assert figure in shown


def test_terminal_codes_in_data_are_spelt_out() -> None:
    assert _piped(labelled("\x1b[31mred")).startswith("[U+001B][31mred\n")
    assert _piped(labelled("\u202edesrever")).startswith("[U+202E]desrever\n")


def test_a_page_without_symbols_has_no_legend() -> None:
    empty = {name: table.clear() for name, table in labelled("C1").tables.items()}
    shown = _piped(Findings("attrition", "Title", "Somewhere", None, (), empty))
    assert shown == "Title\n\nSource: Somewhere\n"


@given(st.text(min_size=1))
def test_no_text_at_all_reaches_the_terminal_with_a_control_in_it(label: str) -> None:
    shown = _piped(labelled(label))
    assert visible(shown.replace("\n", " ")) == " ".join(shown.split())
