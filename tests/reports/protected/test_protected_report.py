from dataclasses import replace

from reports.protected.assembly import assembled
from reports.protected.material import Protected
from reports.report.assembly import Cover
from reports.report.model import Paragraph, Report
from tests.reports.protected.made import applications, campaign, changed, part, protected

COVER = Cover("Recruitment", "HR", None, "")


def _report(material: Protected | None = None, *sections: str) -> Report:
    return assembled(material or protected(), COVER, sections)


def _said(report: Report, key: str) -> list[str]:
    (section,) = [each for each in report.sections if each.key == key]
    return [each.text for each in section.blocks if isinstance(each, Paragraph)]


def test_it_has_the_sections_of_the_panel_with_the_policy_at_the_end() -> None:
    assert [each.key for each in _report().sections] == [
        *("purpose", "recommendation", "background", "current-position", "le25"),
        *("campaigns-together", "recruitment-activity", "retention", "dismissals", "conclusion"),
        *("implications", "method", "definitions", "data-quality", "disclosure"),
    ]


def test_every_table_that_a_paragraph_names_is_there() -> None:
    report = _report()
    keys = {each.key for each in report.tables}
    named = {
        key
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
        for key in block.see
    }
    assert named <= keys
    assert len(keys) == len(report.tables)


def test_findings_are_who_entered_and_how_shares_changed() -> None:
    own = campaign(changed("Interview", 110, 35, 75, None, 55, 10))
    assert [each.text for each in _report(protected(campaigns=(own,))).findings] == [
        "Of those who entered Sift of LE25, 30% (60 of 200) were women.",
        (
            "Women in LE25: 30% (60 of 200) at Sift, 32% (35 of 110) at Interview, a change of +2 "
            "percentage points."
        ),
    ]


def test_a_change_that_is_not_shown_is_no_finding() -> None:
    assert [each.text for each in _report().findings] == [
        "Of those who entered Sift of LE25, 30% (60 of 200) were women."
    ]


def test_only_the_sections_asked_for_are_kept_with_their_findings() -> None:
    report = _report(None, "retention")
    assert [each.key for each in report.sections] == ["retention"]
    assert report.findings == ()


def test_joiners_are_no_dismissals() -> None:
    report = _report()
    captions = [each.caption for each in report.tables]
    assert "Joiners and leavers, by sex" in captions
    assert "Dismissals and other reasons for leaving, by sex" in captions


def test_what_there_is_no_data_of_is_said_in_words() -> None:
    report = _report(protected(workforce=(), movements=(), uncounted=True))
    assert _said(report, "current-position") == [
        "There are no headcounts of a workforce that could be shown."
    ]
    assert _said(report, "dismissals")[0].startswith("The data behind this report record no")


def test_applications_stand_in_the_list_of_campaigns() -> None:
    own = campaign(before=applications(260, None))
    (table,) = [e for e in _report(protected(campaigns=(own,))).tables if e.key == "campaigns"]
    assert table.rows == (("LE25", "Police constables", "260", "[c]", "200", "30 June 2025"),)


def test_withdrawals_that_nobody_recorded_are_not_printed_though_they_are_protected() -> None:
    own = replace(campaign(before=applications(260, 60)), says_withdrawn=False)
    report = _report(protected(campaigns=(own,)))
    (table,) = [each for each in report.tables if each.key == "campaigns"]
    assert table.rows[0][3] == "[x]"
    assert "withdrawn" not in _said(report, "le25")[0]


def test_a_campaign_without_counts_says_so() -> None:
    own = replace(campaign(), counts=None)
    report = _report(protected(campaigns=(own,)))
    assert _said(report, "le25") == [
        "LE25 has no counts of candidates yet, so there is nothing to report on."
    ]
    assert report.figures == ()


def test_without_a_settled_later_stage_no_change_is_shown() -> None:
    own = campaign(part({"Sift": (200, 60, 135, 5, 80, 50), "Offer": (110, 35, 75, 0)}))
    assert _said(_report(protected(campaigns=(own,))), "le25")[-1] == (
        "LE25 has no later stage of which the printed counts show that it is settled, so no change "
        "is shown."
    )


def test_own_records_are_named_without_the_name_of_a_file() -> None:
    assert _report().sources == ("The records of recruitment monitoring behind this report",)


def test_the_policy_is_printed_in_full_with_how_much_it_keeps_back() -> None:
    said = _said(_report(), "disclosure")
    assert said[0].startswith("Counts and totals are rounded to the nearest 5.")
    assert said[-1] == "Policy public: 3 of 28 counts in the tables of this report are kept back."
