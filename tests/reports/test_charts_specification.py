import pytest
from altair.vegalite.v6.schema.core import FacetedEncoding

from reports.charts.representation import representation_chart
from reports.charts.specification import specification
from tests.reports.le19 import findings
from tests.reports.report.made import real, report

ONE_OF_EACH_KIND = (
    "workforce-chart",
    "le19a-representation",
    "pcda-pass-rates-chart",
    "joiners-leavers-chart",
)


@pytest.mark.parametrize("key", ONE_OF_EACH_KIND)
def test_a_chart_of_the_report_is_what_altair_gives_by_itself_checked(key: str) -> None:
    (figure,) = [each for each in report(real()).figures if each.key == key]
    assert specification(figure.draw) == figure.draw().to_dict()


def test_altair_is_as_it_was_afterwards() -> None:
    specification(lambda: representation_chart(findings()))
    assert not hasattr(FacetedEncoding, "__deepcopy__")
