"""What holds of everything a report says, whatever the counts."""

import re

import polars as pl
import pytest
from hypothesis import given, settings

from analytics.audit.wording.report import audited_sentences
from analytics.audit.wording.sentences import Sentence
from analytics.rounding import percentage
from reports.report.material import Material
from reports.report.model import Table
from tests.reports.report.made import of_flow, real, report, said
from tests.strategies import flows

COUNTED = re.compile(r"(?P<share>\d+\.\d\d)% \((?P<people>[\d,]+) of (?P<everybody>[\d,]+)\)")
# What has no counts: a level of confidence, the community's share as its source gives it.
UNCOUNTED = re.compile(
    r"95% confidence interval|the community's [\d.]+%|estimated over [\d.]+%|^Benchmark .*"
)


def _check(text: str) -> None:
    for found in COUNTED.finditer(text):
        people, everybody = (int(found[name].replace(",", "")) for name in ("people", "everybody"))
        assert found["share"] == percentage(people, everybody)
    assert "%" not in UNCOUNTED.sub("", COUNTED.sub("", text)), text


def _trips(material: Material) -> list[tuple[str, str]]:
    sentences = [Sentence("own", "", text) for text in said(report(material))]
    return [(each.rule, each.sentence.text) for each in audited_sentences(sentences)]


def test_every_percentage_of_the_published_report_is_that_of_the_counts_beside_it() -> None:
    texts = list(said(report(real())))
    assert sum(len(COUNTED.findall(text)) for text in texts) > 120
    for text in texts:
        _check(text)


@settings(max_examples=60)
@given(flows())
def test_every_percentage_of_any_report_is_that_of_the_counts_beside_it(
    flow: pl.DataFrame,
) -> None:
    for text in said(report(of_flow(flow))):
        _check(text)


def test_a_wrong_percentage_would_be_found() -> None:
    with pytest.raises(AssertionError):
        _check("Women were 33.53% (183 of 546).")
    with pytest.raises(AssertionError):
        _check("Women were 34%.")


def test_the_published_report_trips_no_rule_of_wording() -> None:
    assert _trips(real()) == []


@settings(max_examples=30)
@given(flows())
def test_no_report_trips_a_rule_of_wording(flow: pl.DataFrame) -> None:
    assert _trips(of_flow(flow)) == []


@settings(max_examples=60)
@given(flows())
def test_sentences_find_evidence_as_often_as_the_tables_under_them(flow: pl.DataFrame) -> None:
    section = next(each for each in report(of_flow(flow)).sections if each.key == "c1")
    items = [item for each in section.blocks for item in getattr(each, "items", ())]
    tables = [each for each in section.blocks if isinstance(each, Table)]
    verdicts = [row[-1] for each in tables for row in each.rows]
    for words, verdict in (("here is evidence that", "evidence"), ("not settled:", "not settled")):
        assert sum(words in item for item in items) == verdicts.count(verdict)


@pytest.mark.parametrize("word", [" p <", " p 0", "because they", "success rate", "due to"])
def test_nothing_is_said_of_p_values_or_causes(word: str) -> None:
    assert not any(word in text for text in said(report(real())))


def test_no_option_of_the_command_line_is_in_the_report() -> None:
    made = report(real())
    notes = [
        item
        for section in made.sections
        for block in section.blocks
        for item in getattr(block, "items", ())
    ]
    assert not [text for text in (*said(made), *notes) if "--" in text]
