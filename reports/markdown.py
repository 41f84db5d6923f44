"""Findings as Markdown, for e-mail and review."""

import re
from collections.abc import Sequence

from reports.display import legend, text_tables
from reports.findings import Findings
from reports.visible import visible


def render_markdown(findings: Findings) -> str:
    """Return the tables as people see them, with notes and source; text from data is escaped."""
    tables = text_tables(findings)
    blocks = [f"# {escape(findings.title)}"]
    if findings.headline:
        blocks.append(escape(findings.headline))
    for table in tables:
        blocks += [f"## {escape(table.caption)}"] if table.caption else []
        blocks.append(pipe_table(table.headings, table.numeric, table.rows))
        blocks += [f"- {escape(each)}" for each in table.sentences]
    blocks += [escape(legend(tables)), *(f"- Note: {escape(note)}" for note in findings.notes)]
    blocks.append(escape(findings.cited))
    return _joined(blocks)


def escape(text: str) -> str:
    r"""Return ``text`` so that Markdown and the HTML in it show it as it stands.

    >>> escape("a|b <script> [x]"), escape("1. item"), escape("https://a.org")
    ('a\\|b &lt;script&gt; \\[x\\]', '1\\. item', 'https\\://a.org')
    """
    entities = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    marked = re.sub(r"([\\`*_{}\[\]|~#$])", r"\\\1", entities)
    unlinked = re.sub(r":(?=//)|(?<=\bwww)\.", r"\\\g<0>", marked)
    return re.sub(r"^(\d*)([-+.)])(?!\d)", r"\1\\\2", unlinked)


def pipe_table(
    headings: Sequence[str], numeric: Sequence[bool], rows: Sequence[Sequence[str]]
) -> str:
    """Return a table, its text escaped and its figures to the right."""
    rules = ["---:" if right else ":---" for right in numeric]
    cells = [[escape(cell) for cell in row] for row in (headings, *rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (cells[0], rules, *cells[1:]))


def _joined(blocks: list[str]) -> str:
    """Blocks stand apart, except the items of one list."""
    text = ""
    for block in filter(None, blocks):
        in_list = block.startswith("- ") and text.rpartition("\n")[2].startswith("- ")
        text += ("\n" if in_list else "\n\n" if text else "") + block
    return text + "\n"
