import re

import pytest

from tests.recruitment.attack.changing import File, more, part
from tests.recruitment.attack.made import as_file, file, judgement_on, le19
from tests.recruitment.attack.planted_books import BOOK
from tests.recruitment.attack.planted_words import WORDS

VALUE = "8643"
REPORTS = (
    "a count in a caption",
    "a count in a heading",
    "a count in the head of a row",
    "a count in the notes",
    "a count in the heading of a section",
)
PAGES = (
    f"<n{VALUE}>LE19</n{VALUE}>",
    f"<x n{VALUE}>LE19</x>",
    f"<h2>{VALUE} people</h2><p>3 of them</p>",
    f"<table><caption>{VALUE} people: LE19</caption><tr><th>A<tr><td>LE19<td>3</table>",
)
PACKAGES: dict[str, tuple[str, File]] = {
    "the name of a sheet": (".xlsx", part(BOOK, 'name="Notes"', f'name="n{VALUE}" state="hidden"')),
    "the name of a part of a workbook": (".xlsx", more(f"xl/media/n{VALUE}.bin", b"3")),
    "the name of a part of a document": (".docx", more(f"word/n{VALUE}.bin", b"3")),
    "the name of a property": (
        ".docx",
        more("docProps/custom.xml", f'<P><property name="n{VALUE}">3</property></P>'),
    ),
}


def is_named_without(content: bytes, suffix: str) -> bool:
    lines = judgement_on(content, suffix).lines
    return bool(lines) and not any(VALUE in each for each in lines)


@pytest.mark.parametrize("kind", REPORTS)
def test_a_place_in_a_report_is_named_without_what_stands_there(kind: str) -> None:
    leaking = as_file(WORDS[kind].plant(le19().report))
    told = re.sub(rb"\b3\b(?= of them| disabled|\\?\))", VALUE.encode(), leaking)
    assert told != leaking
    assert is_named_without(told, ".md")


@pytest.mark.parametrize("text", PAGES)
def test_a_place_in_a_page_is_named_without_what_stands_there(text: str) -> None:
    content = file(".html").replace(b"</main>", f"{text}</main>".encode())
    assert is_named_without(content, ".html")


@pytest.mark.parametrize("kind", PACKAGES)
def test_a_place_in_a_package_is_named_without_what_stands_there(kind: str) -> None:
    suffix, plant = PACKAGES[kind]
    assert is_named_without(plant(file(suffix)), suffix)


def test_a_small_count_is_never_said() -> None:
    leaking = WORDS["the true count in a hidden cell"].plant(le19().report)
    found = judgement_on(as_file(leaking), ".md").recovered
    assert found == ("LE19, Offer, entered, sex: Not stated (release 2020-06-15)",)
