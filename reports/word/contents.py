"""The contents: a field that Word keeps, filled in already.

Nobody knows the pages before Word has laid them out, and a file that must be updated first greets
its reader with a warning. So the contents name paragraphs, as the panel cites them; once somebody
updates the field, Word puts the pages there.
"""

from collections.abc import Sequence

from reports.report.model import Paragraph, Report, Section
from reports.word.fields import END, begin, bookmark_name
from reports.word.markup import TAB, paragraph, run, shown

CODE = 'TOC \\o "1-1" \\h \\z'
# On the page on which they begin, and so on the next where they would not fit under the findings.
TOGETHER = "<w:keepNext/>"
FINDINGS, SOURCES = "Key findings", "Sources"


def headings(report: Report) -> list[tuple[str, Section | None]]:
    """Return the headings of the first rank in order, each with its section if it has one."""
    before: list[tuple[str, Section | None]] = [(FINDINGS, None)] if report.findings else []
    sections: list[tuple[str, Section | None]] = [(each.heading, each) for each in report.sections]
    return [*before, *sections, (SOURCES, None)]


def contents(report: Report) -> str:
    """Return the contents with their heading, as Word's own gallery makes them."""
    lettered = [each.key for each in report.sections if each.part == "appendix"]
    entries = [
        _entry(heading, section, number, lettered)
        for number, (heading, section) in enumerate(headings(report), start=1)
    ]
    entries[0], entries[-1] = begin(CODE) + entries[0], entries[-1] + END
    title = paragraph("TOCHeading", run("Contents"), properties=TOGETHER)
    lines = "".join(paragraph("TOC1", each, properties=TOGETHER) for each in entries[:-1])
    lines += paragraph("TOC1", entries[-1])
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    return (
        f"<w:sdt><w:sdtPr>{gallery}</w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{title}{lines}</w:sdtContent></w:sdt>"
    )


def _entry(heading: str, section: Section | None, number: int, lettered: Sequence[str]) -> str:
    words = shown(heading)
    if section and section.part == "appendix":
        words = run(f"Appendix {_letter(lettered.index(section.key))}: ") + words
    first = _first_paragraph(section)
    place = TAB + run(f"paragraph {first}") if first else ""
    link = f'w:anchor="{bookmark_name("Section", number)}" w:history="1"'
    return f"<w:hyperlink {link}>{words}{place}</w:hyperlink>"


def _letter(position: int) -> str:
    """Return what Word counts by letters.

    >>> _letter(0), _letter(27)
    ('A', 'BB')
    """
    times, letter = divmod(position, 26)
    return chr(ord("A") + letter) * (times + 1)


def _first_paragraph(section: Section | None) -> int:
    blocks = section.blocks if section else ()
    return next((block.number for block in blocks if isinstance(block, Paragraph)), 0)
