from dataclasses import replace

from analytics.audit.finding import Finding
from analytics.audit.severity import Severity
from analytics.audit.totals import audited_repeats, audited_totals
from tests.analytics.audit.printed_tables import BAME, NO_ETHNICITY, WHITE, WOMEN, row, table

# Leavers of 2010 to 2020: the printed total is not the sum.
LEAVERS = row("Leavers 2010 \u2013 2020 (%)", 955, {BAME: 77, NO_ETHNICITY: 29, WHITE: 1109})
JOINERS = row("Joiners 2010 \u2013 2020", 884, {BAME: 80, NO_ETHNICITY: 20, WHITE: 784})


def _told(found: Finding) -> tuple[str, str | None, Severity]:
    return found.printed, found.recomputed, found.severity


def test_parts_that_do_not_make_the_total_are_material() -> None:
    [found] = audited_totals(table(LEAVERS, whole=True))
    assert _told(found) == ("955", "1215", Severity.material)
    assert found.detail == "77 BAME + 29 Not stated + 1,109 White make 1,215"
    assert found.cell == ("ethnicity", "All")


def test_parts_that_make_the_total_agree() -> None:
    [found] = audited_totals(table(JOINERS, whole=True))
    assert _told(found) == ("884", "884", Severity.agrees)


def test_a_monitoring_row_leaves_out_the_comparator() -> None:
    few = row("few", 100, {BAME: 30, NO_ETHNICITY: 70, WOMEN: 101})
    ethnicity, sex = audited_totals(table(few))
    assert _told(ethnicity) == ("100", "at least 100", Severity.agrees)
    assert _told(sex) == ("100", "at least 101", Severity.material)


def test_a_row_without_a_total_has_none_to_check() -> None:
    assert list(audited_totals(table(row("none", None, {BAME: 1})))) == []


def test_the_same_people_with_another_total_are_found() -> None:
    again = replace(JOINERS, label="Joiners 2010 - 2020 (%)", total=889, place="paragraph 31")
    first, second = table(JOINERS, whole=True), table(again, whole=True)
    [found] = audited_repeats([first, second])
    assert _told(found) == ("889", "884", Severity.material)
    assert found.detail == "the same people are 884 at row Joiners 2010 \u2013 2020"


def test_a_row_repeated_as_it_was_agrees() -> None:
    tables = [table(JOINERS, whole=True)] * 2
    again = [table(JOINERS, whole=True), table(replace(JOINERS), whole=True)]
    assert [each.severity for each in audited_repeats(again)] == [Severity.agrees]
    assert list(audited_repeats(tables)) == []


def test_monitoring_rows_of_one_label_count_different_people() -> None:
    assert list(audited_repeats([table(JOINERS), table(replace(JOINERS, total=1))])) == []
