import pytest

from recruitment import published
from recruitment.ingest.mapping import ethnic_groups
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.mapping.lookup import category_of, characteristic_of, outcome_of, stage_of
from recruitment.ingest.recognition.vocabulary import plain

MAPPING = default_mapping()


def meaning(code: str, answer: str) -> str | None:
    return category_of(MAPPING.characteristics[code], answer)


def test_every_word_is_written_as_words_are_compared() -> None:
    tables = [MAPPING.columns, MAPPING.date_columns, MAPPING.headings, MAPPING.stages]
    tables += [MAPPING.outcomes, *[each.answers for each in MAPPING.characteristics.values()]]

    assert [name for table in tables for name in table if plain(name) != name] == []


def test_every_category_and_stage_is_called_by_its_own_name() -> None:
    for each in MAPPING.characteristics.values():
        names = [category.name for category in each.categories]
        assert [category_of(each, name) for name in names] == names
    assert [stage_of(MAPPING, each) for each in MAPPING.stage_order] == [*MAPPING.stage_order]


def test_every_answer_means_a_category_that_there_is() -> None:
    for each in MAPPING.characteristics.values():
        assert {*each.answers.values()} <= {category.name for category in each.categories}


def test_no_heading_is_both_a_column_and_a_date() -> None:
    assert not MAPPING.columns.keys() & MAPPING.date_columns.keys()


def test_the_published_characteristics_are_as_they_are_packaged() -> None:
    path = published.__file__.replace("__init__.py", "categories.csv")
    with open(path, encoding="utf-8") as lines:  # noqa: PTH123 - a line each
        packaged = [line.strip().split(",")[:3] for line in lines][1:]

    for code, name, kind in packaged:
        if code in {"ethnicity", "sex", "sexual_orientation", "disability", "all"}:
            found = {each.name: each.kind for each in MAPPING.characteristics[code].categories}
            assert found[name] == kind


@pytest.mark.parametrize(
    ("code", "answer", "category"),
    [
        ("sex", "F", "Female"),
        ("sex", "MALE", "Male"),
        ("sex", "Non-binary", "Another answer"),
        ("sex", "Other", "Another answer"),
        ("sex", "Prefer not to say", "Not stated"),
        ("sex", "None", None),
        ("sex", "NULL", "Not stated"),
        ("sex", "I\N{RIGHT SINGLE QUOTATION MARK}d prefer not to say.", "Not stated"),
        ("sex", "Prefer not to declare", "Not stated"),
        ("sex", "Information withheld", "Not stated"),
        ("sexual_orientation", "Heterosexual/Straight", "Not LGBT+"),
        ("sexual_orientation", "Gay or lesbian", "LGBT+"),
        ("sexual_orientation", "Bi", "LGBT+"),
        ("sexual_orientation", "", "Not stated"),
        ("disability", "None", "Not disabled"),
        ("disability", "Yes", "Disabled"),
        ("disability", "FALSE", "Not disabled"),
        ("disability", "N/A", None),
        ("ethnicity", "Mixed race", "BAME"),
        ("ethnicity", "White - Other", "White"),
        ("ethnicity", "not known", "Not stated"),
        ("ethnicity", "British", None),
        ("ethnicity", "Non-White", "BAME"),
        ("ethnicity", "Not Stated (NS)", "Not stated"),
    ],
)
def test_answers_mean_what_their_question_publishes(
    code: str, answer: str, category: str | None
) -> None:
    assert meaning(code, answer) == category


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("Hired", "passed"),
        ("Offer accepted", "passed"),
        ("Rejected", "failed"),
        ("Not successful", "failed"),
        ("Declined offer", "withdrawn"),
        ("On hold", "pending"),
        ("In Progress", "pending"),
        ("Entered", "entered"),
        ("Declined", None),
        ("Did not attend", None),
    ],
)
def test_outcomes_are_known_where_they_say_which(answer: str, outcome: str | None) -> None:
    assert outcome_of(MAPPING, answer) == outcome


@pytest.mark.parametrize(
    ("heading", "stage"),
    [
        ("Date of telephone interview", "Telephone interview"),
        ("Application date", "Application"),
        ("Applied on", "Application"),
        ("Assessment centre", "Assessment centre"),
        ("Date of birth", None),
    ],
)
def test_dates_are_headed_by_the_names_of_stages(heading: str, stage: str | None) -> None:
    assert MAPPING.date_columns.get(plain(heading)) == stage


def test_a_telephone_number_is_no_interview() -> None:
    assert "telephone" not in MAPPING.date_columns


def test_a_characteristic_is_known_by_its_code_before_its_headings() -> None:
    found = [characteristic_of(MAPPING, text) for text in ("ethnic_group", "Ethnic origin")]

    assert [each.name for each in found if each] == ["ethnic_group", "ethnicity"]


def test_a_word_of_another_alphabet_is_no_blank() -> None:
    assert (meaning("sex", "男"), meaning("sex", "-"), meaning("sex", "F男")) == (
        None,
        "Not stated",
        None,
    )


def test_no_answer_means_two_of_the_groups() -> None:
    found: dict[str, set[str]] = {}
    for family in ethnic_groups.families():
        for group in family["groups"]:
            for name in ethnic_groups.answers_of(family["names"], group):
                found.setdefault(name, set()).add(group["category"])

    assert [name for name, groups in found.items() if len(groups) > 1] == []
