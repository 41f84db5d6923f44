"""Fifty files with nothing wrong in them: layouts, encodings, delimiters, spellings and sizes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tests.recruitment.imports import clean_people as people
from tests.recruitment.imports.malformed.case import CAMPAIGN, Case
from tests.recruitment.imports.malformed.parquet import parquet_of
from tests.recruitment.imports.malformed.tables import (
    MOVEMENTS,
    POPULATIONS,
    WORKFORCE,
    Rows,
    text_of,
)
from tests.recruitment.imports.malformed.workbook_bytes import ods_of, workbook_of


class Kind(NamedTuple):
    """A layout: as the command names it, and what makes its rows of a campaign."""

    layout: str
    rows: Callable[[people.Campaign], Rows]
    is_campaign: bool = True


@dataclass(frozen=True, slots=True)
class Clean:
    """A file with nothing wrong in it, and what is to be read in it.

    Attributes:
        case: The file.
        layout: What it is recognised as.
        people: How many there are at the first stage; None where it is no campaign.
    """

    case: Case
    layout: str
    people: int | None


KINDS = (
    Kind("monitoring table", people.printed),
    Kind("stage counts", people.counted),
    Kind("candidates, one row per stage", people.per_stage),
    Kind("candidates, one row each with the furthest stage", people.furthest),
    Kind("candidates, one row each with a date per stage", people.dated),
    Kind("workforce", lambda _: WORKFORCE, is_campaign=False),
    Kind("movements", lambda _: MOVEMENTS, is_campaign=False),
    Kind("populations", lambda _: POPULATIONS, is_campaign=False),
)
SPELLINGS: tuple[Mapping[str, str], ...] = (
    {},
    {"Female": "F", "Male": "M", "Not stated": "Prefer not to say", "BAME": "BME"},
    {"Female": "WOMAN", "Male": "MAN", "Telephone interview": "Tel. Interview"},
    {"Female": " female ", "Not stated": "not  stated", "Offer": "offer", "Passed": "PASSED"},
    {"Male": "Men", "Female": "Women", "Application": "application\u00a0", "Failed": "Rejected"},
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252")
DELIMITERS = (",", ";", "\t", "|")
ENDS = ("\n", "\r\n", "\r")
SIZES = (2, 9, 150, 1)
CONTAINERS = ("csv", "csv", "xlsx", "csv", "parquet", "csv", "ods")
MANY = 50


def clean_files() -> list[Clean]:
    """Return the fifty files."""
    return [_file(number) for number in range(MANY)]


def _file(number: int) -> Clean:
    kind = KINDS[number % len(KINDS)]
    of = people.campaign(number, 2 + number % 5, SIZES[number % len(SIZES)])
    spelt = SPELLINGS[number % len(SPELLINGS)]
    rows = [[spelt.get(text, text) for text in row] for row in kind.rows(of)]
    container = CONTAINERS[number % len(CONTAINERS)]
    if container == "parquet" and kind.layout == "monitoring table":
        # Two columns are called Blank, which Parquet cannot hold.
        container = "xlsx"
    content, how = _content(container, rows, number)
    name = f"{number}: {kind.layout}, {how}, spelling {number % len(SPELLINGS)}"
    asked = CAMPAIGN if kind.is_campaign else ()
    case = Case(name, f"clean.{container}", content, asked)
    return Clean(case, kind.layout, of.people if kind.is_campaign else None)


def _content(container: str, rows: Rows, number: int) -> tuple[Callable[[], bytes], str]:
    if container == "xlsx":
        return lambda: workbook_of(rows), container
    if container == "ods":
        return lambda: ods_of(rows), container
    if container == "parquet":
        columns = dict(zip(rows[0], zip(*rows[1:], strict=True), strict=True))
        return lambda: parquet_of(columns), container
    encoding = ENCODINGS[number % len(ENCODINGS)]
    delimiter, end = DELIMITERS[number % len(DELIMITERS)], ENDS[number % len(ENDS)]
    text = text_of(rows, delimiter).replace("\n", end)
    return lambda: text.encode(encoding), f"{encoding} by {delimiter!r} and {end!r}"
