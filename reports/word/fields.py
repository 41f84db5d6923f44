"""What Word works out itself and can bring up to date: numbers of captions, and references."""

import re
from collections.abc import Collection

from reports.visible import visible
from reports.word.markup import run

LABEL = re.compile(r"((?:Table|Figure) \d+)\b")
KINDS = ("Table", "Figure", "Section")


def field(code: str, result: str) -> str:
    """Return a field with the runs that show its result until Word works it out anew."""
    return f"{begin(code)}{result}{END}"


def begin(code: str) -> str:
    """Return the start of a field, up to its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def caption_label(kind: str, number: int) -> str:
    """Return a label such as ``Table 3``, counted by Word, with a bookmark on it."""
    counted = field(f"SEQ {kind} \\* ARABIC", run(str(number)))
    return bookmarked(kind, number, run(f"{kind} ") + counted)


def bookmarked(kind: str, number: int, content: str) -> str:
    """Return ``content`` with the bookmark that ``bookmark_name`` names."""
    identity = number * len(KINDS) + KINDS.index(kind)
    start = f'<w:bookmarkStart w:id="{identity}" w:name="{bookmark_name(kind, number)}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{identity}"/>'


def bookmark_name(kind: str, number: int) -> str:
    """Return a name that Word keeps out of its list of bookmarks, as it does its own.

    >>> bookmark_name("Table", 3)
    '_RefTable3'
    """
    return f"_Ref{kind}{number}"


def with_references(text: str, labels: Collection[str]) -> str:
    """Return the runs of ``text`` in which ``labels``, such as ``Table 3``, follow their captions.

    Insert a table in Word, update the fields, and the text names the right one.
    """
    parts = LABEL.split(visible(text))
    return "".join(_reference(part) if part in labels else run(part) for part in parts if part)


def _reference(label: str) -> str:
    kind, number = label.split()
    return field(f"REF {bookmark_name(kind, int(number))} \\h", run(label))
