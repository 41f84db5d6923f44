import pytest

from tests.recruitment.attack.made import file, judgement_on

TELLING = (
    "3-women",
    "le19 only 3 left",
    "one left",
    "panel-2020-06-15 (12)",
    "panel 40",
    "women3",
    "disabled_people_v3",
    "offer (3)",
    "failed-3",
    "panel-iii",
)
HARMLESS = (
    "panel-2020-06-15",
    "20200615 panel",
    "le19",
    "report_v2",
    "Panel 2020-21",
    "panel (1)",
    "rapport",
)


@pytest.mark.parametrize("name", TELLING)
def test_a_count_in_the_name_of_a_file_is_found(name: str) -> None:
    assert judgement_on(file(".md"), ".md", name).unknown == ("the name of the file",)


@pytest.mark.parametrize("name", HARMLESS)
def test_dates_and_versions_in_the_name_of_a_file_tell_nothing(name: str) -> None:
    assert judgement_on(file(".md"), ".md", name).is_safe
