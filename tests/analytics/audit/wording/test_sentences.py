import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.audit.finding import Finding, What
from analytics.audit.severity import Severity
from analytics.audit.wording.report import RULES, as_finding, audited_sentences
from analytics.audit.wording.sentences import LONGEST, Sentence, passages, split_sentences
from tests.analytics.audit.wording.said import found_in

WORDS = [
    "3% percentage change",
    "women have a higher success rate due to",
    "a ratio of 3%",
    "twice as likely to fail",
    "retention rate of joiners and leavers",
    "no difference between",
    "average of over 50%",
    "significantly higher",
]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Rose to 41.0%. It fell.", ["Rose to 41.0%.", "It fell."]),
        ("Held at e.g. Brockington. 425 came.", ["Held at e.g. Brockington.", "425 came."]),
        ("Tel. Interview first.", ["Tel. Interview first."]),
        ("He said “no.” Then\n he left.", ["He said “no.”", "Then he left."]),
        ("  ", []),
    ],
)
def test_a_paragraph_is_split_at_the_ends_of_sentences(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


@pytest.mark.parametrize(
    "text", ["1" * 9000, "a " * 9000, "Tel. A e.g. B " * 900, "1,111" * 2000, "ratio " * 3000]
)
def test_what_is_too_long_for_a_sentence_is_looked_at_in_pieces(text: str) -> None:
    pieces = split_sentences(text)
    assert max(map(len, pieces)) <= LONGEST
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")
    assert found_in(text) == []


@given(st.text(alphabet="a1%.,()+-\u2013 **\u201c\u201d\nA", max_size=80), st.sampled_from(WORDS))
def test_any_text_is_looked_at_and_every_suggestion_says_something(text: str, words: str) -> None:
    for each in found_in(f"{text} {words} {text}"):
        assert each.words.strip()
        assert each.suggestion.strip()


def test_neighbours_are_those_of_the_same_place_and_document() -> None:
    texts = [("a", "1", "One. Two."), ("a", "1", "Three."), ("b", "1", "Four.")]
    found = [(each.before, each.text, each.after) for each in passages(Sentence(*t) for t in texts)]
    assert found == [
        ("", "One.", "Two. Three."),
        ("One.", "Two.", "Three."),
        ("One. Two.", "Three.", ""),
        ("", "Four.", ""),
    ]


def test_the_sentence_is_kept_as_printed_and_words_mentioned_are_not_looked_at() -> None:
    [passage] = passages([Sentence("a", "1", "A \u2013 **3**% “percentage change”")])
    assert passage.sentence.text == "A \u2013 **3**% “percentage change”"
    assert passage.text.rstrip() == "A - 3%"


def test_findings_come_sentence_by_sentence_with_the_rule_and_why() -> None:
    found = found_in("There is a -3% percentage change.", "Women are 32% of staff.")
    assert [each.rule for each in found] == ["percentage points", "share without counts"]
    assert found[0].explanation.startswith("percentage points: The difference of two percentages")


def test_it_goes_beside_the_findings_on_figures() -> None:
    said = Sentence("panel-2020-06", "paragraph 11", "There is a -3% percentage change.", "LE19")
    [found] = audited_sentences([said])
    assert as_finding(found) == Finding(
        document="panel-2020-06",
        place="paragraph 11",
        what=What.wording,
        printed="a -3% percentage change",
        recomputed="There is a change of -3 percentage points.",
        severity=Severity.material,
        campaign="LE19",
        label="There is a -3% percentage change.",
        detail=found.explanation,
    )


def test_every_rule_says_what_it_looks_for_and_why_in_a_sentence() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.looks_for
        assert rule.why.endswith(".")


def test_nothing_to_look_at_gives_nothing() -> None:
    assert list(audited_sentences([])) == []
    assert found_in("", "   ", "12.5") == []
