"""The parts of a Word document: the main one and those that it names."""

import posixpath
from typing import Any

from recruitment.ingest.archives import Archive

# The namespaces of a document saved as "Strict Open XML", which says the same in other names.
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
MAIN = "word/document.xml"


class WordPackage:
    """A Word document whose parts are parsed when they are asked for.

    Attributes:
        archive: Where the parts are.
        main: The root of the main part.

    Raises:
        DataError: There is no main part, or it is no XML.
    """

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        start = self._related("")
        self._main_name = next(iter(start.get("officeDocument", [])), MAIN)
        self._parts = self._related(self._main_name)
        if self._main_name not in archive:
            raise archive.damaged()
        self.main: Any = self._parsed(self._main_name)

    def part(self, kind: str) -> Any:
        """Return the root of the part of a ``kind`` such as ``footnotes``, or None."""
        return next(iter(self.parts(kind)), None)

    def parts(self, kind: str) -> list[Any]:
        """Return the roots of all parts of a ``kind`` such as ``header``."""
        names = [name for name in self._parts.get(kind, []) if name in self.archive]
        return [self._parsed(name) for name in names]

    def _related(self, part: str) -> dict[str, list[str]]:
        # The names of the parts that one names, by the last word of what they are to it.
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, list[str]] = {}
        if relations not in self.archive:
            return found
        for relation in self._parsed(relations):
            kind, target = relation.get("Type", ""), relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found.setdefault(posixpath.basename(kind), []).append(path)
        return found

    def _parsed(self, name: str) -> Any:
        # python-docx resolves no entities and lifts none of libxml2's limits.
        from docx.oxml import parse_xml

        content = self.archive.markup(name)
        for strict, usual in STRICT.items():
            content = content.replace(strict, usual)
        try:
            root = parse_xml(content)
        except (SyntaxError, ValueError):
            raise self.archive.damaged() from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.archive.damaged()
        return root
