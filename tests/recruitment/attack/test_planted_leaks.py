import pytest

from tests.recruitment.attack.made import FORMATS, as_file, file, judgement_on, le19
from tests.recruitment.attack.planted_pages import PAGES
from tests.recruitment.attack.planted_parts import BOOKS, DOCUMENTS, PAPERS
from tests.recruitment.attack.planted_words import WORDS

NAMES = ("3-women", "le19 only 3 left", "one left", "panel-2020-06-15 (12)", "panel 40")
HARMLESS = ("panel-2020-06-15", "le19", "report_v2", "Panel 2020-21", "panel (1)", "rapport")


@pytest.mark.parametrize("suffix", FORMATS)
def test_nothing_is_found_in_a_clean_report(suffix: str) -> None:
    judgement = judgement_on(file(suffix), suffix)
    assert judgement.lines == ()
    assert judgement.is_safe


@pytest.mark.parametrize("kind", WORDS)
def test_a_leak_in_the_words_of_a_report_is_found(kind: str) -> None:
    leaking = WORDS[kind](le19().report)
    assert not judgement_on(as_file(leaking), ".md").is_safe


@pytest.mark.parametrize("suffix", FORMATS[1:])
@pytest.mark.parametrize(
    "kind", ["the true count in a hidden cell", "a count in a sentence", "a count in the title"]
)
def test_a_leak_in_the_words_is_found_in_every_format(kind: str, suffix: str) -> None:
    leaking = WORDS[kind](le19().report)
    assert not judgement_on(as_file(leaking, suffix), suffix).is_safe


@pytest.mark.parametrize("kind", PAGES)
def test_a_leak_in_a_web_page_is_found(kind: str) -> None:
    leaking = PAGES[kind](file(".html").decode()).encode()
    assert leaking != file(".html")
    assert not judgement_on(leaking, ".html").is_safe


@pytest.mark.parametrize("kind", BOOKS)
def test_a_leak_in_a_workbook_is_found(kind: str) -> None:
    assert not judgement_on(BOOKS[kind](file(".xlsx")), ".xlsx").is_safe


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_leak_in_a_word_document_is_found(kind: str) -> None:
    assert not judgement_on(DOCUMENTS[kind](file(".docx")), ".docx").is_safe


@pytest.mark.parametrize("kind", PAPERS)
def test_a_leak_in_a_pdf_is_found(kind: str) -> None:
    assert not judgement_on(PAPERS[kind](file(".pdf")), ".pdf").is_safe


@pytest.mark.parametrize("name", NAMES)
def test_a_leak_in_the_name_of_a_file_is_found(name: str) -> None:
    assert judgement_on(file(".md"), ".md", name).unknown == ("the name of the file",)


@pytest.mark.parametrize("name", HARMLESS)
def test_dates_and_versions_in_the_name_of_a_file_tell_nothing(name: str) -> None:
    assert judgement_on(file(".md"), ".md", name).is_safe


def test_a_count_that_is_recovered_is_named_by_its_coordinates() -> None:
    leaking = WORDS["the true count in a hidden cell"](le19().report)
    found = judgement_on(as_file(leaking), ".md")
    assert "LE19, Offer, entered, sex: Not stated (release 2020-06-15)" in found.recovered
    assert not any("546" in line or " 1 " in line for line in found.lines)


def test_a_share_of_true_counts_recovers_more_than_itself() -> None:
    leaking = WORDS["a share of true counts that are hidden"](le19().report)
    assert judgement_on(as_file(leaking), ".md").recovered
