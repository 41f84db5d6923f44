import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.ingest.sources.cells import cell_text, unreadable


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  Tel \t interview\n", "Tel interview"),
        ("Off\u200ber\u00a0", "Offer"),
        ("Cafe\u0301", "Café"),
        ("#1 choice", "#1 choice"),
        ("Error", "Error"),
        ("169²", "169²"),
    ],
)
def test_spaces_and_what_changes_nothing_are_tidied(raw: str, text: str) -> None:
    assert cell_text(raw) == (text, None)


@pytest.mark.parametrize(
    "error", ["#DIV/0!", "#N/A", "#REF!", "#NAME?", "#VALUE!", "#NULL!", "#NUM!", "Err:502"]
)
def test_the_errors_of_workbooks_are_told(error: str) -> None:
    said = f"shows the error {error}; mend its formula, or empty the cell"
    assert cell_text(f" {error}") == (error, said)


@pytest.mark.parametrize("code", ["\0", "\x07", "\x1b", "\u202e", "\u2066", "\u061c", "\ue000"])
def test_what_cannot_be_seen_is_told_by_its_code_point(code: str) -> None:
    said = f"holds U+{ord(code):04X}, which cannot be seen; delete it"
    assert cell_text(f"Off{code}er")[1] == said


@pytest.mark.parametrize("code", ["\x0b", "\x0c", "\x1c", "\x1f", "\x85"])
def test_a_control_character_that_python_takes_for_a_space_is_told(code: str) -> None:
    assert unreadable(f"1{code}234") == f"holds U+{ord(code):04X}, which cannot be seen; delete it"


def test_a_byte_that_is_no_character_is_told_and_not_carried_on() -> None:
    text, why = cell_text(b"Caf\xe9".decode("utf-8", "surrogateescape"))
    assert text == "Caf\ufffd"
    assert why == "holds the byte 0xE9, which is no character; save the file as UTF-8"


@given(st.text())
def test_a_cell_is_on_one_line_that_any_terminal_can_print(raw: str) -> None:
    text, _ = cell_text(raw)
    assert text == " ".join(text.split())
    assert text.encode("utf-8").decode("utf-8") == text
