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
        "campaigns-together",
        "current-position",
        "retention",
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
    assert said.endswith(
        "That is not to say that they fared alike: over all stages, gaps under 10.4 percentage "
        "points (BAME people), 13.1 (LGBT+ people) and 19.5 (disabled people) could not have been "
        "seen reliably."
    )


def test_applicants_are_set_beside_the_community() -> None:
    (said,) = [text for _, text in _found(real()) if "of the community:" in text]
    assert said == (
        "There is evidence that these were a smaller share of applicants than of the community: "
        "women (LE19 and LE19a), disabled people (LE19, LE19a, PCDA and DHEP) and BAME people "
        "(LE19a)."
    )


def test_who_is_rarer_among_leavers_is_not_said_to_stay() -> None:
    said = [text for section, text in _found(real()) if section == "retention"]
    assert said[1] == (
        "Police officer, 2010-20: there is evidence that women are rarer among leavers than among "
        "joiners: 37.91% (337 of 889) of joiners and 23.46% (285 of 1,215) of leavers. Whether "
        "they stay longer, or leave sooner, takes the number employed to say."
    )


def test_a_period_that_turns_and_another_unit_have_findings_of_their_own() -> None:
    found = real().retention
    assert found is not None
    women = found.tables["rows"].filter(group="Female", role="Police officer", period="2010-20")
    turned = women.with_columns(period=pl.lit("2020-24"), share_gap_pp=-pl.col("share_gap_pp"))
    within = women.with_columns(period=pl.lit("2010-15"))
    elsewhere = women.with_columns(unit=pl.lit("Other Police"))
    tables = {**found.tables, "rows": pl.concat([women, within, turned, elsewhere])}
    made = replace(real(), retention=replace(found, tables=tables))
    said = [text for _, text in _found(made) if "rarer among leavers" in text]
    assert [text.partition(":")[0] for text in said] == [
        "Police officer, Leicestershire Police, 2010-20",
        "Police officer, Leicestershire Police, 2020-24",
        "Police officer, Other Police, 2010-20",
    ]


def test_findings_left_out_are_counted() -> None:
    found = real().attrition
    assert found is not None
    changes = found.tables["changes"].with_columns(
        pl.lit(0.001).alias("p_adjusted"), pl.lit("evidence of a rise").alias("reading")
    )
    tables = {**found.tables, "changes": changes}
    material = replace(real(), attrition=replace(found, tables=tables))
    said = [text for _, text in _found(material) if "more of the kind" in text]
    assert said == ["The sections have 8 findings more of the kind just named."]


def test_findings_of_sections_that_are_not_shown_are_left_out() -> None:
    shown = key_findings(real(), KEYS, {"retention"})
    assert {each.section for each in shown} == {"retention"}
    assert len(shown) == 2


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
