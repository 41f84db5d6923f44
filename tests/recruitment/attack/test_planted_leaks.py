import pytest

from tests.recruitment.attack.changing import Leak
from tests.recruitment.attack.made import FORMATS, as_file, file, judgement_on, le19
from tests.recruitment.attack.planted_books import BOOKS
from tests.recruitment.attack.planted_documents import DOCUMENTS
from tests.recruitment.attack.planted_pages import PAGES
from tests.recruitment.attack.planted_papers import PAPERS, rewritten
from tests.recruitment.attack.planted_sentences import SENTENCES
from tests.recruitment.attack.planted_words import WORDS, said

SOME = ("a share of true counts that are hidden", "a count in the title")
# All kinds are planted by benchmarks/attack.py; here those that take little time, and some others.
SOME_PAGES, SOME_BOOKS = list(PAGES)[::2], list(BOOKS)[::3]
SOME_DOCUMENTS, SOME_PAPERS = list(DOCUMENTS)[::3], list(PAPERS)[::3]


def lines(content: bytes, suffix: str) -> str:
    return "\n".join(judgement_on(content, suffix).lines)


def found(leak: Leak[bytes], suffix: str) -> bool:
    leaking = leak.plant(file(suffix))
    assert leaking != file(suffix)
    return leak.place in lines(leaking, suffix)


@pytest.mark.parametrize("kind", WORDS)
def test_a_leak_in_what_a_report_holds_is_found(kind: str) -> None:
    leaking = WORDS[kind].plant(le19().report)
    assert WORDS[kind].place in lines(as_file(leaking), ".md")


@pytest.mark.parametrize("kind", SENTENCES)
def test_a_leak_in_a_sentence_is_found(kind: str) -> None:
    leaking = said(SENTENCES[kind])(le19().report)
    assert "cannot be audited: line " in lines(as_file(leaking), ".md")


@pytest.mark.parametrize("suffix", FORMATS[1:])
@pytest.mark.parametrize("kind", SOME)
def test_a_leak_in_what_a_report_holds_is_found_in_every_format(kind: str, suffix: str) -> None:
    assert lines(as_file(WORDS[kind].plant(le19().report), suffix), suffix)


@pytest.mark.parametrize("kind", SOME_PAGES)
def test_a_leak_in_a_web_page_is_found(kind: str) -> None:
    assert found(PAGES[kind], ".html")


@pytest.mark.parametrize("kind", SOME_BOOKS)
def test_a_leak_in_a_workbook_is_found(kind: str) -> None:
    assert found(BOOKS[kind], ".xlsx")


@pytest.mark.parametrize("kind", SOME_DOCUMENTS)
def test_a_leak_in_a_word_document_is_found(kind: str) -> None:
    assert found(DOCUMENTS[kind], ".docx")


@pytest.mark.parametrize("kind", SOME_PAPERS)
def test_a_leak_in_a_pdf_is_found(kind: str) -> None:
    assert found(PAPERS[kind], ".pdf")


@pytest.mark.parametrize("kind", ["wide digits", "a numeral of another script"])
def test_a_digit_that_the_letters_of_a_pdf_do_not_have_is_found(kind: str) -> None:
    leaking = said(SENTENCES[kind])(le19().report)
    assert lines(as_file(leaking, ".pdf"), ".pdf")


def test_a_pdf_that_another_program_wrote_anew_tells_no_more() -> None:
    assert not lines(rewritten(file(".pdf")), ".pdf")


def test_a_count_that_is_recovered_is_named_by_its_coordinates() -> None:
    leaking = WORDS["the true count in a hidden cell"].plant(le19().report)
    assert "LE19, Offer, entered, sex: Not stated (release 2020-06-15)" in lines(
        as_file(leaking), ".md"
    )


def test_a_share_of_true_counts_recovers_more_than_itself() -> None:
    leaking = WORDS["a whole share of true counts"].plant(le19().report)
    assert len(judgement_on(as_file(leaking), ".md").recovered) > 1
