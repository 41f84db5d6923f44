"""The parts of a workbook beside its sheets: names, formats, comments, the marks of tables."""

import re
from collections.abc import Iterator
from typing import Any

from recruitment.attack.numbers import masked
from recruitment.attack.readers.packages import local, parsed
from recruitment.attack.reading import Text
from recruitment.ingest.archives import Archive

WORKBOOK, STYLES = "xl/workbook.xml", "xl/styles.xml"
COMMENTS = re.compile(r"xl/(comments|threadedComments|persons|drawings)/?.*\.(xml|vml)")
PRINT_TITLES = re.compile(r"'?[\w ]+'?!\$\d+:\$\d+")
FORMAT = re.compile(r"[+\-#,0.;%]+")
TABLES = "xl/tables/"
MARKS = {"table", "tableColumns", "tableColumn", "tableStyleInfo"}
# What tables and names carry along for people, or for whoever looks closely.
REMARKS = {
    *("comment", "description", "help", "statusBar", "customMenu", "totalsRowLabel"),
    *("userName", "codeName", "alt", "title", "author", "displayName"),
}
OWN_KEY = re.compile(r"table_(\d+|of)_")
OWN_CODE = re.compile(r"(Sheet\d+|ThisWorkbook)")


def texts_around(archive: Archive) -> Iterator[Text]:
    """Yield the names, formats and remarks of a workbook, its comments and its tables."""
    yield from _names(parsed(archive, WORKBOOK))
    if STYLES in archive:
        yield from _styles(parsed(archive, STYLES))
    for part in archive:
        if COMMENTS.fullmatch(part):
            yield from _comments(parsed(archive, part), part)
        elif part.startswith(TABLES):
            yield from _table(parsed(archive, part))


def strange_tables(archive: Archive) -> Iterator[str]:
    """Yield what the mark-up of tables has that none of ours has, such as what is filtered out."""
    for part in archive:
        if part.startswith(TABLES):
            found = {local(each) for each in parsed(archive, part).iter()} - MARKS
            yield from (
                f"{masked(each) or 'a comment'} in the part {masked(part)}"
                for each in sorted(found)
            )


def _names(root: Any) -> Iterator[Text]:
    """Yield the names of sheets, and names that are defined."""
    for each in root.iter():
        yield from _remarks(each)
        if local(each) == "sheet":
            yield Text("the name of a sheet", each.get("name", ""))
        elif local(each) == "definedName":
            titles = each.get("name") == "_xlnm.Print_Titles"
            if not (titles and PRINT_TITLES.fullmatch(each.text or "")):
                yield Text("a defined name", f"{each.get('name')} {each.text or ''}")


def _styles(root: Any) -> Iterator[Text]:
    """Yield formats with words in them, and the names of styles that are not built in."""
    for each in root.iter():
        if local(each) == "numFmt" and not FORMAT.fullmatch(each.get("formatCode", "")):
            yield Text("a number format", each.get("formatCode", ""))
        elif local(each) == "cellStyle" and each.get("builtinId") is None:
            yield Text("the name of a style", each.get("name", ""))


def _comments(root: Any, part: str) -> Iterator[Text]:
    """Yield what comments and their drawings say."""
    for each in root.iter():
        if (each.text or "").strip():
            yield Text(f"a comment ({masked(part)})", each.text)
        yield from _remarks(each)


def _table(root: Any) -> Iterator[Text]:
    """Yield the names of a table and of its columns."""
    for each in root.iter():
        if local(each) == "tableColumn":
            yield Text("the name of a column", each.get("name", ""))
        elif local(each) == "table":
            # Its number, and the key of its table, which numbers what it is about.
            name = OWN_KEY.sub("", each.get("name", ""), count=1)
            yield Text("the name of a table", re.sub(r"_\d+$", "", name).replace("_", " "))
            if each.get("displayName") == each.get("name"):
                each.attrib.pop("displayName", None)
        yield from _remarks(each)


def _remarks(element: Any) -> Iterator[Text]:
    for key, value in element.attrib.items():
        if local(key) in REMARKS and not OWN_CODE.fullmatch(value):
            yield Text(f"the remark {local(key)}", value)
