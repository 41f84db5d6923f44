import pytest

from recruitment.attack.judging import Judgement
from recruitment.errors import DataError, UsageError
from recruitment.publishing.making import Publication, refusal
from tests.recruitment.publishing.made import WORKFORCE, in_memory_with, made, people


def _report(*sections: str) -> Publication:
    with in_memory_with({"LE25": people(1, 200), "LE26": people(2, 300)}) as con:
        con.execute(WORKFORCE)
        return made(con, sections=sections)


@pytest.mark.parametrize(
    ("sections", "names"),
    [
        ((), ["LE25", "LE26", "Officer, Mercia", "Officer, Mercia"]),
        (("le26",), ["LE26"]),
        (("Background",), ["LE25", "LE26"]),
        (("current-position",), ["Officer, Mercia"]),
        (("dismissals", "le25"), ["LE25", "Officer, Mercia"]),
        (("purpose",), []),
    ],
)
def test_only_what_a_section_prints_is_protected_and_kept(
    sections: tuple[str, ...], names: list[str]
) -> None:
    assert [each.component.name for each in _report(*sections).found] == names


def test_a_report_without_counts_hides_none() -> None:
    assert _report("purpose").report.policy == (
        "Disclosure policy: public. 0 of 0 counts are kept back; all others are rounded."
    )


def test_a_section_that_is_unknown_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no section 'le27'; did you mean le2"):
        _report("le27")


def test_a_warehouse_without_campaigns_has_no_report() -> None:
    with (
        in_memory_with({}) as con,
        pytest.raises(DataError, match="the warehouse has no campaigns; import one"),
    ):
        made(con)


def test_a_campaign_without_counts_is_reported_as_such() -> None:
    with in_memory_with({"LE25": people(1, 200)}) as con:
        con.execute("INSERT INTO campaigns (campaign, title, source) VALUES ('LE27', 'LE27', 'x')")
        (section,) = [each for each in made(con).report.sections if each.key == "le27"]
    assert section.blocks[0].text == (
        "LE27 has no counts of candidates yet, so there is nothing to report on."
    )


def test_a_refusal_says_how_many_places_and_lists_them() -> None:
    judgement = Judgement(("LE25, Offer", "LE25, Sift"), ("line 3",))
    error = refusal("panel.md", judgement)
    assert str(error) == (
        "panel.md is refused: 2 small counts can be recovered and 1 place cannot be audited; "
        "nothing was written"
    )
    assert error.details == (
        "can be recovered: LE25, Offer",
        "can be recovered: LE25, Sift",
        "cannot be audited: line 3",
    )
