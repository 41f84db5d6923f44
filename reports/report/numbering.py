"""Numbers for paragraphs, tables and figures, running through the whole report."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count

from reports.report.model import Block, Figure, Paragraph, Section, Table
from reports.wording import listed


def numbered(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return ``sections`` with numbers, and with those of tables and figures in the text.

    Raises:
        ValueError: Two tables or figures have the same key, or a figure's table does not follow it.
    """
    counters: dict[type[Block], count[int]] = {
        kind: count(1) for kind in (Paragraph, Table, Figure)
    }
    given = [
        replace(section, blocks=tuple(_with_number(block, counters) for block in section.blocks))
        for section in sections
    ]
    labels = _labels(block for section in given for block in section.blocks)
    for section in given:
        _check_figures(section)
    return tuple(
        replace(section, blocks=tuple(_with_references(block, labels) for block in section.blocks))
        for section in given
    )


def _with_number(block: Block, counters: "Mapping[type[Block], count[int]]") -> Block:
    if isinstance(block, Paragraph | Table | Figure):
        return replace(block, number=next(counters[type(block)]))
    return block


def _labels(blocks: Iterable[Block]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, Table | Figure):
            if block.key in labels:
                raise ValueError(f"two blocks have the key {block.key}")
            labels[block.key] = block.label
    return labels


def _check_figures(section: Section) -> None:
    for block, following in zip(section.blocks, (*section.blocks[1:], None), strict=True):
        if isinstance(block, Figure):
            followed = isinstance(following, Table) and following.key == block.table
            if not followed:
                raise ValueError(f"the table {block.table} does not follow the figure {block.key}")


def _with_references(block: Block, labels: dict[str, str]) -> Block:
    """Put the numbers of what a block refers to at the end of its text."""
    if isinstance(block, Paragraph):
        named = [labels[key] for key in block.see if key in labels]
        return replace(block, text=_referring(block.text, named)) if named else block
    if isinstance(block, Figure):
        return replace(block, alt=f"{block.alt} Its figures are in {labels[block.table]}.")
    return block


def _referring(text: str, named: Sequence[str]) -> str:
    """Return ``text``, which a list follows where it ends in a colon, with what it rests on.

    >>> _referring("By stage:", ["Table 3"]), _referring("Half passed.", ["Table 3", "Figure 1"])
    ('By stage (Table 3):', 'Half passed. See Table 3 and Figure 1.')
    """
    if text.endswith(":"):
        return f"{text[:-1]} ({listed(named)}):"
    return f"{text} See {listed(named)}."
