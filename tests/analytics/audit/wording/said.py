"""What the rules find in a few sentences of one place."""

from analytics.audit.wording.report import WordingFinding, audited_sentences
from analytics.audit.wording.rule import Tested
from analytics.audit.wording.sentences import Sentence

PLACE = ("draft", "paragraph 1")


def found_in(
    *texts: str, campaign: str | None = None, tested: Tested | None = None
) -> list[WordingFinding]:
    """Return all that is found in sentences that stand in one paragraph."""
    return list(audited_sentences([Sentence(*PLACE, text, campaign) for text in texts], tested))


def found_by(rule: str, *texts: str, tested: Tested | None = None) -> list[tuple[str, str, str]]:
    """Return words, suggestion and severity of what one rule finds."""
    every = found_in(*texts, tested=tested)
    return [
        (each.words, each.suggestion, each.severity.value) for each in every if each.rule == rule
    ]
