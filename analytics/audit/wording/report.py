"""Every rule of wording on every sentence of a report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analytics.audit.finding import Finding, What
from analytics.audit.severity import Severity
from analytics.audit.wording import causes, counts, differences, rates, units
from analytics.audit.wording.rule import Hit, Rule, Tested
from analytics.audit.wording.sentences import Sentence, passages

RULES: tuple[Rule, ...] = (
    *units.RULES,
    *rates.RULES,
    *differences.RULES,
    *causes.RULES,
    *counts.RULES,
)


@dataclass(frozen=True, slots=True)
class WordingFinding:
    """Words that say something else, or more, than the figures do.

    Attributes:
        sentence: The sentence they stand in.
        words: The words; several are parted by an ellipsis.
        rule: The name of the rule.
        severity: ``material`` where they contradict the figures or give a wrong unit, otherwise
            ``precision``: advice.
        explanation: The rule, why it is there, and what is wrong in this very sentence.
        suggestion: A sentence to print instead; what only the writer knows is in square brackets.
    """

    sentence: Sentence
    words: str
    rule: str
    severity: Severity
    explanation: str
    suggestion: str


def audited_sentences(
    sentences: Iterable[Sentence], tested: Tested | None = None
) -> Iterator[WordingFinding]:
    """Yield what the rules find, sentence by sentence, in the order of ``RULES``.

    Args:
        sentences: In reading order; those of one place side by side, because a sentence is read
            with its neighbours.
        tested: What tests say of each campaign, characteristic, category and stage; without it, a
            claim of a difference is only said to need a test.

    >>> from analytics.audit.wording.sentences import Sentence
    >>> said = Sentence("draft", "paragraph 11", "There is a -3.43% percentage change.")
    >>> [(found.rule, found.suggestion) for found in audited_sentences([said])]
    [('percentage points', 'There is a change of -3.43 percentage points.')]
    """
    for passage in passages(sentences):
        for rule in RULES:
            for hit in rule.find(passage, tested or {}):
                yield WordingFinding(
                    sentence=passage.sentence,
                    words=hit.words,
                    rule=rule.name,
                    severity=hit.severity,
                    explanation=_explained(rule, hit),
                    suggestion=hit.suggestion,
                )


def _explained(rule: Rule, hit: Hit) -> str:
    note = f" Here {hit.note}." if hit.note else ""
    return f"{rule.name}: {rule.why}{note}"


def as_finding(found: WordingFinding) -> Finding:
    """Return it beside the findings on figures: the words as printed, and what to print instead."""
    return Finding(
        document=found.sentence.document,
        place=found.sentence.place,
        what=What.wording,
        printed=found.words,
        recomputed=found.suggestion,
        severity=found.severity,
        campaign=found.sentence.campaign,
        label=found.sentence.text,
        detail=found.explanation,
    )
