from dataclasses import replace

import polars as pl

from reports.report.key_findings import key_findings
from reports.report.keys import campaign_keys
from reports.report.material import Material
from tests.reports.report.made import real, without

KEYS = campaign_keys(real().campaigns["campaign"].to_list())


def _found(material: Material) -> list[tuple[str, str]]:
    return [(each.section, each.text) for each in key_findings(material, KEYS)]


def test_evidence_comes_first_and_the_limits_after_it() -> None:
    sections = [section for section, _ in _found(real())]
    assert sections == [
        "campaigns-together",
        "campaigns-together",
        "le19",
        "campaigns-together",
        "campaigns-together",
        "campaigns-together",
        "current-position",
        "retention",
        "data-quality",
    ]


def test_a_gap_of_one_campaign_is_named_where_none_is_pooled() -> None:
    first = _found(without("compare"))[0]
    assert first[0] == "le19a"
    assert first[1].startswith("LE19a, Application: there is evidence that women were more likely")


def test_groups_without_evidence_are_named_and_not_said_to_fare_alike() -> None:
    (said,) = [text for _, text in _found(real()) if text.startswith("There is no evidence")]
    assert "BAME people, LGBT+ people and disabled people were more or less likely" in said
    assert "That is not to say that they fared alike" in said


def test_nothing_known_is_no_finding() -> None:
    names = ("attrition", "pass_rates", "compare", "applicants", "workforce", "retention", "audit")
    assert _found(without(*names)) == []


def test_one_share_of_the_workforce_with_evidence_is_counted_as_one() -> None:
    found = real().workforce
    assert found is not None
    number = pl.int_range(pl.len())
    rows = found.tables["rows"].with_columns(
        p_adjusted=pl.when(number == 0).then(pl.lit(0.001)).otherwise("p_adjusted")
    )
    material = replace(real(), workforce=replace(found, tables={"rows": rows}))
    (said,) = [text for section, text in _found(material) if section == "current-position"]
    assert "Of the 2 that could be tested, 1 gives evidence; 20 could not" in said


def test_a_workforce_without_headcounts_is_not_said_to_be_tested() -> None:
    found = real().workforce
    assert found is not None
    rows = found.tables["rows"].filter(pl.col("p_value").is_null())
    material = replace(real(), workforce=replace(found, tables={"rows": rows}))
    (said,) = [text for section, text in _found(material) if section == "current-position"]
    assert said.endswith("None could be tested, for want of headcounts.")


def test_a_change_that_pass_rates_do_not_confirm_says_so() -> None:
    (said,) = [text for section, text in _found(real()) if section == "le19"]
    assert said.endswith(
        "The pass rates over the same stages do not confirm it once all comparisons are allowed "
        "for."
    )
