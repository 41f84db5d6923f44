from dataclasses import replace

import polars as pl

from recruitment.publishing.making import Publication
from recruitment.publishing.witnesses import other_counts
from recruitment.publishing.writing import material, written_from
from tests.recruitment.publishing.made import WORKFORCE, in_memory_with, made, people


def _report() -> Publication:
    with in_memory_with({"LE25": people(1, 200)}) as con:
        con.execute(WORKFORCE)
        con.execute("UPDATE campaigns SET submitted = 260, route = 'Police constable'")
        return made(con)


def test_what_a_report_is_written_from_has_seen_no_true_count() -> None:
    report = _report()
    other = material(other_counts(report.counts), report.found, report.preset)
    assert written_from(other) == written_from(report.material)


def test_another_printed_count_or_word_is_something_else_written() -> None:
    report = _report()
    (own, *rest) = report.found
    counts = own.published.counts
    cell = next(iter(counts))
    changed = replace(own, published=replace(own.published, counts={**counts, cell: 5}))
    other = material(report.counts, [changed, *rest], report.preset)
    assert written_from(other) != written_from(report.material)
    renamed = report.counts.campaigns.with_columns(title=pl.lit("Other"))
    other = material(replace(report.counts, campaigns=renamed), report.found, report.preset)
    assert written_from(other) != written_from(report.material)


def test_what_is_for_the_eyes_of_the_publisher_is_taken_out() -> None:
    for part in _report().material.parts:
        assert part.published.sensitive == ()
        assert part.published.identities == ()


def test_a_campaign_has_its_words_and_what_came_before_its_first_stage() -> None:
    (own,) = _report().material.campaigns
    assert (own.code, own.key, own.route) == ("LE25", "le25", "Police constable")
    assert own.applications is not None
    assert own.applications.stages == ("all applications",)
    assert own.counts is not None
    assert own.counts.stages == ("Sift", "Interview", "Offer")


def test_every_publication_is_counted_once() -> None:
    found = _report()
    assert found.material.printed == sum(len(each.published.counts) for each in found.found)
    assert found.material.hidden == sum(len(each.published.hidden) for each in found.found)
