import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.ingest.sources.labels import check_text, label_text
from recruitment.ingest.sources.understood import NotUnderstood, Understood


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("  Telephone \t interview\n", "Telephone interview"),
        ("Off\u200ber\ufeff", "Offer"),
        ("\uff2f\uff46\uff46\uff45\uff52", "Offer"),
        ("O\ufb00er", "Offer"),
        ("Cafe\u0301", "Café"),
        ("Offer¹", "Offer¹"),
        ("LGBT+", "LGBT+"),
        ("Zoë O\u2019Brien", "Zoë O\u2019Brien"),
        ("Другое", "Другое"),
    ],
)
def test_a_label_is_written_in_one_form(text: str, label: str) -> None:
    assert label_text(text) == Understood(label)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" \u200b", "holds no text"),
        ("x" * 201, "has 201 characters; up to 200 make a label"),
        ("Off\u202eer", "holds U+202E, which cannot be seen; delete it"),
        ("Off\u0000er", "holds U+0000, which cannot be seen; delete it"),
        ("Off\u2066er", "holds U+2066, which cannot be seen; delete it"),
        ("Off\u200der", "holds U+200D, which cannot be seen; delete it"),
        ("\ufffdffer", "holds U+FFFD, which stands where a character was lost; type it again"),
        (
            "\u0410ssessment",
            "has U+0410, CYRILLIC CAPITAL LETTER A, among Latin letters; type it again",
        ),
        (
            "Sift \u0392AME",
            "has U+0392, GREEK CAPITAL LETTER BETA, among Latin letters; type it again",
        ),
        (
            "\u0412\u0410\u041c\u0415",
            "has U+0412, CYRILLIC CAPITAL LETTER VE, among Latin letters; type it again",
        ),
    ],
)
def test_what_is_no_label_says_why(text: str, said: str) -> None:
    assert check_text(text) == said


def test_two_hundred_characters_make_a_label() -> None:
    assert check_text("x" * 200) is None


@given(st.text(max_size=60))
def test_a_label_is_read_as_itself_again(text: str) -> None:
    found = label_text(text)
    if isinstance(found, NotUnderstood):
        assert found.why
    else:
        assert label_text(found.value) == found
