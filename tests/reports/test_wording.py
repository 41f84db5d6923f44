import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.wording import CHARACTERISTICS, listed, people, people_of, share


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("Female", "women"),
        ("Male", "men"),
        ("Disabled", "disabled people"),
        ("BAME", "BAME people"),
        ("White", "White people"),
        ("LGBT+", "LGBT+ people"),
        ("Not LGBT+", "people who are not LGBT+"),
    ],
)
def test_groups_are_called_as_they_are_published_or_as_govuk_has_it(group: str, words: str) -> None:
    assert people(group) == words


def test_blanks_are_called_by_the_question_they_left() -> None:
    assert [people_of(name, "Not stated") for name in CHARACTERISTICS] == [
        "people with ethnicity not stated",
        "people with sex not stated",
        "people with sexual orientation not stated",
        "people with disability not stated",
    ]


def test_an_answer_is_called_the_same_whatever_the_question() -> None:
    assert people_of("sex", "Female") == "women"


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ((106, 546), "19.41% (106 of 546)"),
        ((5, 160), "3.13% (5 of 160)"),
        ((0, 3), "0.00% (0 of 3)"),
        ((12345, 12345), "100.00% (12,345 of 12,345)"),
    ],
)
def test_a_share_carries_its_counts(counts: tuple[int, int], text: str) -> None:
    assert share(*counts) == text


def test_a_share_of_nobody_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        share(0, 0)


def test_lists_read_as_a_person_writes_them() -> None:
    lists = [[], ["a"], ["a", "b"], ["a", "b", "c"]]
    assert [listed(items) for items in lists] == ["", "a", "a and b", "a, b and c"]


@given(st.lists(st.text(alphabet="abc", min_size=1), min_size=1))
def test_a_list_keeps_every_item_in_order(items: list[str]) -> None:
    assert listed(items).replace(" and ", ", ").split(", ") == items
