"""A mapping as the text of a mapping file, which reads back to the same."""

import json
from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

from recruitment.ingest.mapping.defaults import dated
from recruitment.ingest.mapping.lookup import word
from recruitment.ingest.mapping.mapping import Characteristic, Kind, Label, Mapping
from recruitment.ingest.mapping.merging import merged
from recruitment.ingest.mapping.tables import Stated

WIDTH = 96
HEADER = """\
# What the words of a source mean. Change it, and use it with --mapping FILE.
# Words are compared without case, accents and punctuation; what is not here is as recruit knows it.
"""
LIST_THEM = """\
# Where the stages of a campaign are listed, first to last, one at which nobody ended counts as
# entered by all who came further.
"""
Meaning = TypeVar("Meaning")
Shown = Callable[[str], bool]


def explained(mapping: Mapping, seen: Collection[str] | None = None) -> str:
    """Return ``mapping`` as TOML that `read_mapping` reads back to the same mapping.

    Args:
        mapping: The mapping.
        seen: Headings, labels and answers of a source: of the words known without a file only
            those are shown. Without it all are, save the many that the names of ethnic groups and
            stages make.
    """
    basis, _ = merged(_structure(mapping))
    names = None if seen is None else {word(text) for text in seen}

    def always(name: str) -> bool:
        return names is None or name in names

    def where_seen(name: str) -> bool:
        return names is not None and name in names

    parts = [
        _lists("columns", _by_meaning(mapping.columns, basis.columns, always)),
        f"[dates]\norder = {_text(mapping.date_order)}\n",
        _lists(
            "dates.columns", _by_meaning(mapping.date_columns, _dates(mapping, basis), where_seen)
        ),
        *map(_declared, mapping.characteristics.values()),
        *_answers(mapping, basis, always, where_seen),
        _headings(_differing(mapping.headings, basis.headings, where_seen)),
        _stages(mapping, basis, always),
        _lists("outcomes", _by_meaning(_outcomes(mapping), _outcomes(basis), always)),
        _labels(mapping.labels),
    ]
    return "\n".join((HEADER, *filter(None, parts)))


def _structure(mapping: Mapping) -> Stated:
    # What is declared, without the words: what these add is what there is to explain.
    return Stated(
        categories={
            code: {kind: _names(each, kind) for kind in ("group", "comparator", "part")}
            for code, each in mapping.characteristics.items()
        },
        refines={
            code: each.refines for code, each in mapping.characteristics.items() if each.refines
        },
        stages={stage: [] for stage in mapping.stage_order},
        stage_order=list(mapping.stage_order),
    )


def _outcomes(mapping: Mapping) -> dict[str, str]:
    # As they are understood in the rows of candidates.
    return {**mapping.outcomes, **mapping.left_out}


def _names(characteristic: Characteristic, kind: Kind) -> list[str]:
    return [each.name for each in characteristic.categories if each.kind == kind]


def _dates(mapping: Mapping, basis: Mapping) -> dict[str, str]:
    made = dated(mapping.stages, mapping.stage_order)
    return {**basis.date_columns, **made}


def _differing(
    words: dict[str, Meaning], basis: dict[str, Meaning], shown: Shown
) -> dict[str, Meaning]:
    return {
        name: meaning
        for name, meaning in words.items()
        if basis.get(name) != meaning or shown(name)
    }


def _by_meaning(words: dict[str, str], basis: dict[str, str], shown: Shown) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, meaning in _differing(words, basis, shown).items():
        found.setdefault(meaning, []).append(name)
    return found


def _answers(mapping: Mapping, basis: Mapping, always: Shown, where_seen: Shown) -> Iterator[str]:
    refined = {each.refines for each in mapping.characteristics.values()}
    for code, each in mapping.characteristics.items():
        many = each.refines or code in refined
        known = basis.characteristics[code].answers
        yield _lists(
            f"answers.{code}", _by_meaning(each.answers, known, where_seen if many else always)
        )


def _declared(characteristic: Characteristic) -> str:
    lists = {kind: _names(characteristic, kind) for kind in ("group", "comparator", "part")}
    lines = [_line(kind, names) for kind, names in lists.items() if names]
    if characteristic.refines:
        lines.insert(0, f"refines = {_text(characteristic.refines)}")
    return "\n".join((f"[characteristics.{characteristic.name}]", *lines, ""))


def _stages(mapping: Mapping, basis: Mapping, shown: Shown) -> str:
    found = _by_meaning(mapping.stages, basis.stages, shown)
    lists = {stage: found.get(stage, []) for stage in mapping.stage_order}
    if mapping.listed:
        return _lists("stages", {"order": list(mapping.listed), **lists})
    order = _line("order", list(mapping.stage_order)).replace("\n", "\n# ")
    return _lists("stages", lists).replace("\n", f"\n{LIST_THEM}# {order}\n", 1)


def _headings(words: dict[str, tuple[str, str]]) -> str:
    lines = [
        f"{_text(name)} = {{characteristic = {_text(code)}, category = {_text(category)}}}"
        for name, (code, category) in words.items()
    ]
    return "\n".join(("[headings]", *lines, "")) if lines else ""


def _labels(labels: dict[str, Label]) -> str:
    lines = [f"{_text(name)} = {{{', '.join(_parts(each))}}}" for name, each in labels.items()]
    return "\n".join(("[labels]", *lines, "")) if lines else ""


def _parts(label: Label) -> Iterator[str]:
    yield f"stage = {_text(label.stage)}"
    yield f"outcome = {_text(label.outcome)}"
    if label.enters is not None:
        yield f"enters = {_text(label.enters)}"


def _lists(table: str, lists: dict[str, list[str]]) -> str:
    lines = [_line(_text(name), texts) for name, texts in lists.items()]
    return "\n".join((f"[{table}]", *lines, "")) if lines else ""


def _line(key: str, texts: list[str]) -> str:
    whole = f"{key} = [{', '.join(map(_text, texts))}]"
    if len(whole) <= WIDTH:
        return whole
    rows = _wrapped([f"{_text(text)}," for text in texts])
    return "\n".join((f"{key} = [", *(f"    {row}" for row in rows), "]"))


def _wrapped(texts: list[str]) -> list[str]:
    rows = [""]
    for text in texts:
        if rows[-1] and len(rows[-1]) + len(text) > WIDTH - 6:
            rows.append("")
        rows[-1] = f"{rows[-1]} {text}".strip()
    return rows


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
