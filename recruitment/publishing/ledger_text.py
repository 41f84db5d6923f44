"""The ledger as text: one JSON object with its own hash, so that damage is noticed."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from analytics.disclosure.cells import Cell, Quantity, Terms
from analytics.disclosure.constraints import Constraint
from analytics.disclosure.facts import Between, Fact
from analytics.disclosure.presets import Preset
from analytics.disclosure.release import Published
from analytics.disclosure.structure import Refinement, Stage, Structure
from recruitment.errors import StorageError
from recruitment.publishing.ledger import Entry

FORMAT = 1
Written = dict[str, Any]


def encoded(entries: Iterable[Entry]) -> bytes:
    """Return ``entries`` as they are written."""
    releases = [_entry(each) for each in entries]
    digest = sha256(_plain(releases)).hexdigest()
    return _plain({"format": FORMAT, "sha256": digest, "releases": releases}) + b"\n"


def decoded(text: bytes, path: Path) -> tuple[Entry, ...]:
    """Return what is written as ``text``, which must be so to the letter.

    Raises:
        StorageError: It is damaged, or of a later format.
    """
    try:
        written = json.loads(text)
        if written["format"] != FORMAT:
            raise StorageError(
                f"{path} is of format {written['format']!r}, and this recruit knows {FORMAT}; "
                "install the version that wrote it"
            )
        entries = tuple(map(_read_entry, written["releases"]))
        whole = encoded(entries) == text
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        whole = False
    if not whole:
        raise StorageError(
            f"{path} is damaged, so what was published before is not known; restore it with its "
            "warehouse from a backup, or delete it: later releases are then audited without it"
        )
    return entries


def _plain(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), sort_keys=True).encode()


def _entry(entry: Entry) -> Written:
    """Return an entry; cells are written once, and named by their place from then on."""
    own = entry.published
    place = {cell: number for number, cell in enumerate(_cells(entry))}
    return {
        "subject": entry.subject,
        "name": entry.name,
        "release": own.release,
        "preset": asdict(own.preset),
        "structures": [asdict(each) for each in own.structures],
        "cells": [_coordinates(cell) for cell in place],
        "counts": [[place[cell], count] for cell, count in entry.counts.items()],
        "printed": [[place[cell], shown] for cell, shown in own.counts.items()],
        "identities": [[_terms(row.terms, place), row.low, row.high] for row in own.identities],
        "sensitive": [_terms(each.terms, place) for each in own.sensitive],
        "also": [_fact(each, place) for each in own.also],
    }


def _cells(entry: Entry) -> dict[Cell, None]:
    own = entry.published
    terms = [*(row.terms for row in own.identities), *(each.terms for each in own.sensitive)]
    bound = (cell for each in terms for cell, _ in each)
    return dict.fromkeys([*own.cells, *entry.counts, *own.counts, *bound])


def _coordinates(cell: Cell) -> list[str]:
    return [
        cell.release,
        cell.campaign,
        cell.characteristic,
        cell.category,
        cell.stage,
        cell.outcome,
    ]


def _terms(terms: Terms, place: Mapping[Cell, int]) -> list[list[int]]:
    return [[place[cell], factor] for cell, factor in terms]


def _fact(fact: Fact, place: Mapping[Cell, int]) -> Written:
    if not isinstance(fact, Between):
        raise AssertionError(  # noqa: TRY004 - a defect, whatever the type
            "a release states nothing beside its counts but how large it is"
        )
    return {"of": _terms(fact.quantity.terms, place), "low": fact.low, "high": fact.high}


def _read_entry(written: Written) -> Entry:
    cells = [Cell(*each) for each in written["cells"]]

    def terms(pairs: Sequence[Sequence[int]]) -> Terms:
        return tuple((cells[number], factor) for number, factor in pairs)

    published = Published(
        release=written["release"],
        preset=Preset(**written["preset"]),
        counts={cells[number]: shown for number, shown in written["printed"]},
        structures=tuple(map(_structure, written["structures"])),
        identities=tuple(
            Constraint(terms(pairs), low, high) for pairs, low, high in written["identities"]
        ),
        sensitive=tuple(Quantity(terms(pairs)) for pairs in written["sensitive"]),
        also=tuple(
            Between(Quantity(terms(each["of"])), each["low"], each["high"])
            for each in written["also"]
        ),
    )
    counts = {cells[number]: count for number, count in written["counts"]}
    return Entry(written["subject"], written["name"], published, counts)


def _structure(written: Written) -> Structure:
    return Structure(
        written["campaign"],
        tuple(
            Stage(each["name"], tuple(each["outcomes"]), each["complete"])
            for each in written["stages"]
        ),
        tuple((name, tuple(categories)) for name, categories in written["characteristics"]),
        tuple(
            Refinement(**{**each, "parts": tuple(each["parts"])}) for each in written["refinements"]
        ),
    )
