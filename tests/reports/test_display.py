from dataclasses import replace

import polars as pl

from reports.display import label, legend, text_tables
from reports.findings import Findings
from tests.reports.samples import change, changes, labelled, stage


def _findings(*stages: dict[str, object]) -> Findings:
    empty = changes(change()).clear()
    return replace(labelled("C1"), tables={"stages": pl.DataFrame(stages), "changes": empty})


def test_stages_are_shown_whole() -> None:
    (table,) = text_tables(_findings(stage(1), stage(2)))
    assert table.rows == (
        ("Stage 1", "1,234", "100", "7", "8.10", "[z]", "[z]"),
        ("Stage 2 [p]", "1,234", "100", "7", "8.10", "-3.13", "0.00"),
    )


def test_text_aligns_left_and_figures_right() -> None:
    (table,) = text_tables(_findings(stage(1)))
    assert table.numeric == (False, True, True, True, True, True, True)


def test_a_table_of_one_group_is_headed_by_the_groups_name() -> None:
    (table,) = text_tables(_findings(stage(1)))
    assert table.headings[:4] == ("Stage", "Entered", "Female", "Not stated")


def test_each_campaign_and_group_has_a_table_of_its_own_in_the_given_order() -> None:
    rows = [stage(1, campaign="C2"), stage(1), stage(1, group="LGBT+"), stage(2, campaign="C2")]
    tables = text_tables(_findings(*rows))
    assert [table.caption for table in tables] == ["C2: Sex", "C1: Sex", "C1: Sex"]
    assert [len(table.rows) for table in tables] == [2, 1, 1]


def test_changes_are_headed_by_the_stages_they_compare() -> None:
    findings = replace(labelled("C1"), tables={"stages": pl.DataFrame([stage(1)]).clear()})
    findings.tables["changes"] = changes(change(), change(group="LGBT+", to_stage="Interview"))
    captions = [table.caption for table in text_tables(findings)]
    assert captions == ["C1: change from Sift to Offer", "C1: change from Sift to Interview"]


def test_a_reading_follows_its_table_as_a_sentence_about_the_group() -> None:
    findings = replace(labelled("C1"), tables={"stages": pl.DataFrame([stage(1)]).clear()})
    findings.tables["changes"] = changes(change())
    (table,) = text_tables(findings)
    assert table.rows == (
        ("Female", "40/100", "10/20", "+10.00", "-9.50 to +28.13", "0.4485", "0.3333", "0.4485"),
    )
    assert table.sentences == ("Female: no evidence of a change.",)


def test_an_empty_table_is_left_out() -> None:
    assert len(text_tables(_findings(stage(1)))) == 1


def test_the_legend_explains_the_symbols_in_use_and_no_others() -> None:
    first, both = _findings(stage(1)), _findings(stage(1), stage(2))
    assert legend(text_tables(first)) == "[z] not applicable."
    assert legend(text_tables(both)) == (
        "[z] not applicable; [p] provisional: people are still waiting for the outcome of an "
        "earlier stage."
    )


def test_a_table_without_symbols_has_no_legend() -> None:
    plain = stage(1, change_pp=1.0, change_from_previous_pp=1.0)
    assert not legend(text_tables(_findings(plain)))


def test_a_characteristic_is_named_in_words_where_there_are_any() -> None:
    assert label("characteristic", "sexual_orientation") == "Sexual orientation"
    assert label("characteristic", "age") == "age"
    assert label("campaign", "sex") == "sex"
