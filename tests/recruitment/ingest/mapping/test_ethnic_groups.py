import pytest

from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.mapping.lookup import category_of
from recruitment.ingest.mapping.roll_up import rolled_up

# The list of GOV.UK for England and Wales since 2021, with its headings.
ASIAN, MIXED = "Asian or Asian British", "Mixed or multiple ethnic groups"
BLACK = "Black, Black British, Caribbean or African"
CENSUS_2021 = {
    ASIAN: {
        "Indian": "Indian",
        "Pakistani": "Pakistani",
        "Bangladeshi": "Bangladeshi",
        "Chinese": "Chinese",
        "Any other Asian background": "Any other Asian background",
    },
    BLACK: {
        "Caribbean": "Caribbean",
        "African": "African",
        "Any other Black, Black British, or Caribbean background": "Any other Black background",
    },
    MIXED: {
        "White and Black Caribbean": "White and Black Caribbean",
        "White and Black African": "White and Black African",
        "White and Asian": "White and Asian",
        "Any other Mixed or multiple ethnic background": "Any other Mixed background",
    },
    "White": {
        "English, Welsh, Scottish, Northern Irish or British": "White British",
        "Irish": "White Irish",
        "Gypsy or Irish Traveller": "Gypsy or Irish Traveller",
        "Roma": "Roma",
        "Any other White background": "Any other White background",
    },
    "Other ethnic group": {
        "Arab": "Arab",
        "Any other ethnic group": "Any other ethnic group",
    },
}
GROUPS = default_mapping().characteristics["ethnic_group"]
EVERY = [
    (family, group, category)
    for family, groups in CENSUS_2021.items()
    for group, category in groups.items()
]


@pytest.mark.parametrize(("family", "group", "category"), EVERY)
@pytest.mark.parametrize("form", ["{group}", "{family} - {group}", "{family}: {group}"])
def test_every_group_of_the_list_is_known_alone_and_after_its_family(
    family: str, group: str, category: str, form: str
) -> None:
    assert category_of(GROUPS, form.format(family=family, group=group)) == category


def test_there_are_19_groups_and_those_who_stated_none() -> None:
    assert [each.name for each in GROUPS.categories] == [
        *(category for _, _, category in EVERY),
        "Not stated",
    ]


def test_each_group_belongs_to_one_published_category() -> None:
    published = {
        category: "White" if family == "White" else "BAME" for family, _, category in EVERY
    }

    assert rolled_up(default_mapping()) == {**published, "Not stated": "Not stated"}


def test_an_answer_in_detail_means_the_published_category_of_its_group() -> None:
    published = default_mapping().characteristics["ethnicity"].answers
    groups = rolled_up(default_mapping())

    assert {answer: published[answer] for answer in GROUPS.answers} == {
        answer: groups[group] for answer, group in GROUPS.answers.items()
    }


@pytest.mark.parametrize(
    ("answer", "category"),
    [
        ("White - English/Welsh/Scottish/Northern Irish/British", "White British"),
        ("White: Gypsy/Irish Traveller", "Gypsy or Irish Traveller"),
        ("Mixed/multiple ethnic groups: White & Asian", "White and Asian"),
        ("Asian/Asian British: Chinese", "Chinese"),
        ("Black/African/Caribbean/Black British: Caribbean", "Caribbean"),
        ("Black or Black British - Any other background", "Any other Black background"),
        ("Chinese or other ethnic group - Chinese", "Chinese"),
        ("Other ethnic group: Arab", "Arab"),
        ("Other White", "Any other White background"),
        ("Mixed - Other", "Any other Mixed background"),
        ("Mixed/Multiple ethnic groups: White and Black African", "White and Black African"),
        ("Mixed / multiple ethnic background - any other", "Any other Mixed background"),
        ("White: English / Welsh / Scottish / Northern Irish / British", "White British"),
        ("English/Welsh/Scottish/N. Irish/British", "White British"),
        ("British (White)", "White British"),
        ("White - Eastern European", "Any other White background"),
        ("Chinese or other - Chinese", "Chinese"),
        ("NS - Not stated", "Not stated"),
    ],
)
def test_the_forms_of_2001_and_2011_are_known(answer: str, category: str) -> None:
    assert category_of(GROUPS, answer) == category


@pytest.mark.parametrize(
    ("code", "category"),
    [
        ("W1", "White British"),
        ("W2", "White Irish"),
        ("W3", "Gypsy or Irish Traveller"),
        ("W9", "Any other White background"),
        ("M1", "White and Black Caribbean"),
        ("M9", "Any other Mixed background"),
        ("A1", "Indian"),
        ("A4", "Chinese"),
        ("A9", "Any other Asian background"),
        ("B1", "Caribbean"),
        ("B9", "Any other Black background"),
        ("O1", "Chinese"),
        ("O2", "Arab"),
        ("O9", "Any other ethnic group"),
        ("NS", "Not stated"),
        ("A1 - Asian or Asian British - Indian", "Indian"),
        ("W1 - British", "White British"),
        ("Indian (A1)", "Indian"),
    ],
)
def test_the_codes_of_police_forces_are_known(code: str, category: str) -> None:
    assert category_of(GROUPS, code) == category


@pytest.mark.parametrize("answer", ["Asian", "Black British", "Mixed heritage", "Other"])
def test_a_family_alone_is_published_and_no_group(answer: str) -> None:
    assert category_of(GROUPS, answer) is None
    assert category_of(default_mapping().characteristics["ethnicity"], answer) == "BAME"
