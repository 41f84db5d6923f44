import pytest

from reports.report.assembly import assembled, section_keys
from reports.report.keys import RESERVED
from reports.report.material import Material
from reports.report.model import Notes, Paragraph, Section, Table
from tests.reports.report.made import COVER, real, report, without


def _section(material: Material, key: str) -> Section:
    return next(each for each in report(material).sections if each.key == key)


def _texts(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("missing", "key", "said"),
    [
        ("workforce", "current-position", "The data behind this report have no shares of a"),
        ("retention", "retention", "The data behind this report record nobody who joined or"),
        ("retention", "dismissals", "The data behind this report record no dismissals, neither"),
        ("audit", "data-quality", "There is no printed document behind these data whose figures"),
        ("compare", "campaigns-together", "Fewer than two campaigns have counts at a stage in"),
        ("applicants", "campaigns-together", "There are no figures of a community to set beside"),
        ("pass_rates", "le19", "LE19 has no pass rates to compare: no outcomes are recorded yet."),
    ],
)
def test_a_section_without_data_says_so_in_a_sentence(missing: str, key: str, said: str) -> None:
    found = [text for text in _texts(_section(without(missing), key)) if text.startswith(said)]
    assert len(found) == 1


def test_a_campaign_without_counts_says_so_and_nothing_else() -> None:
    assert _section(real(), "dhep2").blocks == (
        Paragraph(
            "DHEP2 has no counts of candidates yet, so there is nothing to report on.",
            number=32,
        ),
    )


def test_counts_without_a_group_are_not_called_missing() -> None:
    assert _texts(_section(without("attrition"), "le19")) == [
        "The counts of LE19 name no group to report on."
    ]


def test_a_campaign_with_one_stage_has_no_change_to_report() -> None:
    texts = _texts(_section(real(), "dhep"))
    assert "DHEP has no later stage that is settled, so there is no change to report." in texts
    assert "No comparison within DHEP can be tested yet, so it carries no conclusion." in texts


def test_a_campaign_without_pass_rates_says_so_once() -> None:
    (said,) = [text for text in _texts(_section(real(), "dhep")) if "pass rates" in text]
    assert said == "DHEP has no pass rates to compare: no outcomes are recorded yet."
    assert not [each for each in _section(real(), "dhep").blocks if isinstance(each, Notes)]


def test_wrong_statements_are_quoted_once_with_all_that_is_wrong_in_them() -> None:
    (table,) = [each for each in report(real()).tables if each.key == "audit-statements"]
    assert len(set(table.rows)) == len(table.rows)
    assert sum(len(row[-1].split("; ")) for row in table.rows) == 26
    assert {fault for row in table.rows for fault in row[-1].split("; ")} == {
        note.partition(":")[0].lower() for note in table.notes
    }


def test_a_finding_that_two_families_judge_differently_is_called_one_on_the_edge() -> None:
    (said,) = [text for text in _texts(_section(real(), "le19")) if "read differently" in text]
    assert said.startswith("For women the change in representation and the pass rates")
    assert "one of 12 comparisons and the second one of 60 comparisons" in said


def test_nothing_recorded_of_activity_is_said() -> None:
    material = Material(
        **{name: getattr(real(), name) for name in Material.__slots__ if name != "activities"},
        activities=real().activities.clear(),
    )
    assert _texts(_section(material, "recruitment-activity")) == [
        "The data behind this report record no recruitment activity."
    ]


def test_sections_come_in_the_order_of_the_keys_that_select_them() -> None:
    campaigns = real().campaigns["campaign"].to_list()
    keys = [each.key for each in report(real()).sections]
    assert keys == section_keys(campaigns)
    assert set(RESERVED) <= set(keys)


def test_sections_asked_for_alone_are_numbered_anew() -> None:
    made = assembled(real(), COVER, ["retention", "le19"])
    assert [each.key for each in made.sections] == ["le19", "retention"]
    assert made.tables[0].number == 1
    assert {each.section for each in made.findings} == {"le19", "retention"}


def test_the_appendices_come_last() -> None:
    parts = [each.part for each in report(real()).sections]
    assert parts == sorted(parts, reverse=True)
    assert parts.count("appendix") == 4


def test_every_table_is_as_wide_as_its_headings_and_every_caption_is_its_own() -> None:
    made = report(real())
    for table in made.tables:
        widths = {len(table.headings), len(table.numeric), *map(len, table.rows)}
        assert len(widths) == 1
        assert len(set(table.headings)) == len(table.headings)
    assert len({table.caption for table in made.tables}) == len(made.tables)


@pytest.mark.parametrize("key", ["le19-people", "le19-shares"])
def test_the_monitoring_table_has_the_counts_of_the_paper(key: str) -> None:
    table: Table = next(each for each in report(real()).tables if each.key == key)
    assert [row[:3] for row in table.rows] == [
        ("Application", "546", "106"),
        ("Telephone interview", "409", "76"),
        ("Face to face interview", "284", "50"),
        ("Assessment centre", "177", "30"),
        ("Pre-employment checks [p]", "169", "27"),
        ("Offer [p]", "72", "10"),
    ]
