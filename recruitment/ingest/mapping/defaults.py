"""The words that are known without a mapping file."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from recruitment.ingest.mapping import ethnic_groups
from recruitment.ingest.mapping.mapping import Category, Characteristic, Mapping
from recruitment.ingest.recognition.vocabulary import NOT_STATED, labels, names, plain

WORDS = Path(__file__).with_name("words.toml")
# Beside a group and its comparator: those who answered neither.
ANOTHER = {"sex": (Category("Another answer", "part"),)}
# Populations and workforces as a whole; nobody is asked for it.
EVERYBODY = Characteristic("all", (Category("All", "part"),), {"all": "All", "total": "All"})
# The names of stages are also those of other things: "Telephone" heads numbers to call.
DATED = ("{} date", "date of {}", "date {}", "{} on")


@cache
def default_mapping() -> Mapping:
    """Return what the words of a source mean where no mapping file says otherwise."""
    stages = _stages()
    order = tuple(each["stage"] for each in labels()["stages"])
    characteristics = {each.name: each for each in _characteristics()}
    return Mapping(
        columns=_columns(),
        date_columns={**dated(stages, order), **_by_word(_words()["dates"])},
        characteristics=characteristics,
        headings=_headings(),
        stages=stages,
        stage_order=order,
        outcomes={**_by_word(_words()["outcomes_alone"]), **_outcomes()},
        labels={},
        left_out=_by_word(_words()["left_out"]),
    )


@cache
def alone() -> frozenset[str]:
    """Return the words that are an outcome as the whole of a cell, but not within a label."""
    return frozenset(_by_word(_words()["outcomes_alone"]))


def blank_answers() -> dict[str, str]:
    """Return the answers that say nothing, whatever was asked."""
    return dict.fromkeys(_words()["answers"]["not_stated"], NOT_STATED)


def dated(stages: dict[str, str], order: tuple[str, ...]) -> dict[str, str]:
    """Return the stage of each heading of dates that its names make.

    >>> headings = dated({"telephone": "Telephone interview"}, ("Telephone interview",))
    >>> sorted(headings)[:3]
    ['date of telephone', 'date telephone', 'telephone date']
    """
    made = {form.format(name): stage for name, stage in stages.items() for form in DATED}
    return {**made, **{plain(stage): stage for stage in order}}


@cache
def _words() -> dict[str, Any]:
    with WORDS.open("rb") as file:
        return tomllib.load(file)


def _by_word(lists: dict[str, list[str]]) -> dict[str, Any]:
    return {word: meaning for meaning, each in lists.items() for word in each}


def _columns() -> dict[str, str]:
    return {**names("characteristics"), **_by_word(_words()["characteristics"])} | _by_word(
        _words()["columns"]
    )


def _stages() -> dict[str, str]:
    known = {name: each["stage"] for each in labels()["stages"] for name in each["names"]}
    own = {plain(each["stage"]): each["stage"] for each in labels()["stages"]}
    return {**known, **own, **_by_word(_words()["stages"])}


def _outcomes() -> dict[str, Any]:
    return {**names("outcomes"), **_by_word(_words()["outcomes"])}


def _headings() -> dict[str, tuple[str, str]]:
    published = {
        name: (each["characteristic"], each["category"])
        for each in labels()["categories"]
        for name in (*each["names"], plain(each["category"]))
    }
    groups = ethnic_groups.group_names()
    return {name: (ethnic_groups.CODE, group) for name, group in groups.items()} | published


def _characteristics() -> Iterator[Characteristic]:
    for code in dict.fromkeys(each["characteristic"] for each in labels()["categories"]):
        known = [each for each in labels()["categories"] if each["characteristic"] == code]
        own = tuple(Category(each["category"], each["kind"]) for each in known)
        yield Characteristic(
            code,
            (*own, *ANOTHER.get(code, ()), Category(NOT_STATED, "not stated")),
            _answers(code),
        )
        if code == ethnic_groups.PUBLISHED:
            yield _ethnic_groups()
    yield EVERYBODY


def _answers(code: str) -> dict[str, str]:
    known = {
        name: each["category"]
        for each in labels()["categories"]
        if each["characteristic"] == code
        for name in (*each["names"], plain(each["category"]))
    }
    wider = _families() if code == ethnic_groups.PUBLISHED else {}
    return {**wider, **blank_answers(), **known, **_by_word(_words()["answers"].get(code, {}))}


def _families() -> dict[str, str]:
    published = ethnic_groups.published_groups()
    groups = {word: published[group] for word, group in ethnic_groups.group_answers().items()}
    return {**ethnic_groups.family_answers(), **groups}


def _ethnic_groups() -> Characteristic:
    blank = {"ns": NOT_STATED, **blank_answers()}
    own = {plain(each.name): each.name for each in ethnic_groups.detailed_categories()}
    return Characteristic(
        ethnic_groups.CODE,
        (*ethnic_groups.detailed_categories(), Category(NOT_STATED, "not stated")),
        {**ethnic_groups.group_answers(), **own, **blank},
        refines=ethnic_groups.PUBLISHED,
    )
