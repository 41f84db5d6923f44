import polars as pl
import pytest

from tests.analytics.checks.known import COUNTS, known, told

NUMBERS = ("rule", "characteristic", "category", "recorded", "expected", "against")
KINDS = {"BAME": "group", "Indian": "group", "Roma": "group", "White": "comparator"}
ETHNICITY = [("ethnicity", "BAME", 10), ("ethnicity", "White", 20), ("ethnicity", "Not stated", 3)]
SEX = [("sex", "Female", 15), ("sex", "Male", 18), ("sex", "Not stated", 0)]


def _counts(*rows: tuple[str, str, int]) -> pl.DataFrame:
    found = [
        ("C1", "Sift", 1, "entered", name, category, _kind(category), people)
        for name, category, people in rows
    ]
    return pl.DataFrame(found, COUNTS, orient="row")


def _kind(category: str) -> str:
    if category == "Another answer":
        return "part"
    return "not stated" if category == "Not stated" else KINDS.get(category, "comparator")


def test_details_add_up_to_the_category_that_they_belong_to() -> None:
    details = [("Indian", 6), ("Roma", 5), ("Irish", 19), ("Not stated", 3)]
    rows = [("ethnic_group", name, people) for name, people in details]
    assert told(known(_counts(*ETHNICITY, *rows)), *NUMBERS) == [
        ("apart", "ethnic_group", "BAME", 11, 10, "ethnicity"),
        ("apart", "ethnic_group", "White", 19, 20, "ethnicity"),
    ]


def test_everybody_is_compared_where_a_category_is_neither_group_nor_others() -> None:
    details = [("Indian", 10), ("Irish", 20), ("Another answer", 4)]
    rows = [("ethnic_group", name, people) for name, people in details]
    found = told(known(_counts(*ETHNICITY, *rows)), *NUMBERS)
    assert found == [("apart", "ethnic_group", None, 34, 33, "ethnicity")]


CROSS = {
    "BAME, Female": 4,
    "BAME, Male": 6,
    "White, Female": 11,
    "White, Male": 9,
    "Not stated": 3,
}


def _crossed(**changed: int) -> pl.DataFrame:
    people = CROSS | {name.replace("_", ", "): number for name, number in changed.items()}
    people = people | {"Not stated": people.pop("Not, stated", people.get("Not stated", 3))}
    rows = [("ethnicity,sex", name, number) for name, number in people.items()]
    return _counts(*ETHNICITY, *SEX, *rows)


def test_a_cross_that_adds_up_is_left_alone() -> None:
    assert told(known(_crossed()), *NUMBERS) == []


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"BAME_Male": 7, "White_Male": 8}, [("apart", "BAME", 11, 10, "ethnicity")]),
        (
            {"BAME_Male": 2, "White_Male": 13},
            [("apart", "White", 24, 20, "ethnicity"), ("at most", "BAME", 9, 10, "ethnicity")],
        ),
        ({"BAME_Male": 5}, [("apart", None, 32, 33, "ethnicity")]),
    ],
)
def test_parts_of_a_cross_are_bounded_by_what_they_come_from(
    changed: dict[str, int], found: list[tuple[object, ...]]
) -> None:
    named = ("rule", "category", "recorded", "expected", "against")
    assert told(known(_crossed(**changed)), *named) == found


def test_a_category_with_a_comma_of_its_own_is_not_taken_apart() -> None:
    counts = _crossed().with_columns(
        pl.col("category").replace("BAME, Male", "Mixed, any other, Male")
    )
    assert told(known(counts), *NUMBERS) == []
