"""Text from data as HTML and as JSON inside a script element: shown, never obeyed."""

import html
import json
from collections.abc import Sequence
from typing import Any

from reports.display import TextTable
from reports.visible import visible


def escaped(text: str) -> str:
    """Return ``text`` made visible and escaped for element content and attributes.

    >>> escaped('<b onclick="x">')
    '&lt;b onclick=&quot;x&quot;&gt;'
    """
    return html.escape(visible(text))


def script_json(value: Any) -> str:
    r"""Return ``value`` as JSON that cannot end the script element it stands in.

    >>> script_json("</script>")
    '"\\u003c/script\\u003e"'

    Raises:
        ValueError: A number is NaN or infinite, which JSON cannot hold.
    """
    text = json.dumps(value, allow_nan=False, sort_keys=True, separators=(",", ":"))
    for mark in "<>&":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text


def table_html(table: TextTable, identity: str) -> str:
    """Return ``table`` with caption and headers, in a region that scrolls, its sentences below."""
    head = _row(table, table.headings, ["th scope=col"] * len(table.headings))
    cells = ["th scope=row", *["td"] * (len(table.headings) - 1)]
    body = "\n".join(_row(table, row, cells) for row in table.rows)
    sentences = "".join(f"<li>{escaped(each)}</li>\n" for each in table.sentences)
    return (
        f'<div class="scroll" role="region" aria-labelledby="{identity}" tabindex="0">\n'
        f'<table>\n<caption id="{identity}">{escaped(table.caption or "Figures")}</caption>\n'
        f"<thead>\n{head}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>"
        + (f"\n<ul>\n{sentences}</ul>" if sentences else "")
    )


def _row(table: TextTable, texts: Sequence[str], tags: Sequence[str]) -> str:
    cells = (
        f"<{tag}{' class=number' if numeric else ''}>{escaped(text)}</{tag[:2]}>"
        for tag, text, numeric in zip(tags, texts, table.numeric, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def css_text(text: str) -> str:
    r"""Return ``text`` made visible, as a string of a style sheet that nothing in it can end.

    >>> css_text("HR's <b>")
    '"HR\\000027s\\000020\\00003cb\\00003e"'
    """
    shown = (each if each.isalnum() else f"\\{ord(each):06x}" for each in visible(text))
    return f'"{"".join(shown)}"'
