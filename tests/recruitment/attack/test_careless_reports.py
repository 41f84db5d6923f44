import pytest

from recruitment.attack.judging import Judgement
from recruitment.ingest.originals import Original
from recruitment.publishing.making import Publication, attacked
from tests.analytics.disclosure.campaigns import campaign
from tests.analytics.disclosure.careless import EXACT
from tests.recruitment.attack.made import (
    PUBLIC,
    as_file,
    carelessly,
    month_after_month,
    named_apart,
)


def judged(made: Publication, suffix: str = ".md") -> Judgement:
    return attacked(made, Original(f"report{suffix}", as_file(made.report, suffix)))


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_counts_are_recovered_where_only_small_ones_are_hidden(suffix: str) -> None:
    judgement = judged(carelessly(named_apart(campaign(0, 400)), EXACT), suffix)
    assert len(judgement.recovered) > 50
    assert not judgement.unknown


def test_counts_are_recovered_where_rounded_ones_stand_beside_hidden_ones() -> None:
    assert judged(carelessly(named_apart(campaign(0, 400)), PUBLIC)).recovered


def test_counts_are_recovered_from_two_reports_that_are_safe_alone() -> None:
    careless, _ = month_after_month(3)
    assert judged(careless).recovered


def test_nothing_is_recovered_from_a_report_that_was_made_with_the_earlier_one() -> None:
    _, careful = month_after_month(3)
    assert judged(careful).is_safe
