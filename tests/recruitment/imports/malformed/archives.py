"""Workbooks that are damaged, locked, made to burst, or something else altogether."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.recruitment.imports.malformed.case import Case
from tests.recruitment.imports.malformed.tables import MONITORING, csv_of
from tests.recruitment.imports.malformed.workbook_bytes import (
    SHEET,
    part_replaced,
    with_parts,
    workbook_of,
)
from tests.recruitment.ingest.made import old_workbook_bytes, word_bytes, zip_bytes

BOOK = "xl/workbook.xml"
EXPANDING = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
FETCHING = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
DECLARED = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def whole() -> bytes:
    """Return a workbook with nothing wrong in it."""
    return workbook_of()


def declaring(doctype: bytes) -> bytes:
    """Return a workbook whose sheet declares a document type."""
    return part_replaced(whole(), SHEET, DECLARED, DECLARED + doctype)


def lying_about_its_size() -> bytes:
    """Return an archive that says its sheet is small, and unpacks to 300 MB."""
    content = bytearray(with_parts(whole(), {"xl/media/bomb.xml": b"<a>" + b" " * 30_000_000}))
    true = (30_000_003).to_bytes(4, "little")
    return bytes(content).replace(true, (1_000).to_bytes(4, "little"))


def encrypted() -> bytes:
    """Return an archive whose entries say that they are encrypted."""
    content = bytearray(whole())
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        offset = 6 if start == b"PK\x03\x04" else 8
        at = content.find(start)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(start, at + 4)
    return bytes(content)


def locked_by_office() -> bytes:
    """Return the beginning of a workbook that Excel protected by a password."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(512)


def nested() -> bytes:
    """Return a workbook whose sheet has elements within elements, a hundred thousand deep."""
    return part_replaced(whole(), SHEET, b"<sheetData>", b"<sheetData>" + b"<a>" * 100_000)


def packed_elsewhere() -> bytes:
    """Return an archive that puts its parts outside of itself."""
    return with_parts(whole(), {"../../../../tmp/evil.xml": b"<a/>", "/etc/evil.xml": b"<a/>"})


def of_many_parts() -> bytes:
    """Return a workbook of 2,500 parts."""
    return with_parts(whole(), {f"xl/media/{each}.xml": b"" for each in range(2_500)})


def with_macros() -> bytes:
    """Return a workbook that carries a macro."""
    return with_parts(whole(), {"xl/vbaProject.bin": b"\xcc\x61"})


def twice() -> bytes:
    """Return a workbook with two sheets of one name."""
    made = workbook_of(MONITORING, more={"Autumn": MONITORING})
    return part_replaced(made, BOOK, b'name="Autumn"', b'name="Counts"')


def binary() -> bytes:
    """Return the skeleton of a binary workbook."""
    return zip_bytes({"xl/workbook.bin": b"", "[Content_Types].xml": "<Types/>"})


def zipped() -> bytes:
    """Return an archive of one table."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("table.csv", csv_of(MONITORING))
    return file.getvalue()


CASES = (
    Case("half of a workbook", "table.xlsx", lambda: whole()[:3_000]),
    Case(
        "a workbook with a hole", "table.xlsx", lambda: whole()[:900] + bytes(400) + whole()[1_300:]
    ),
    Case(
        "a workbook without its list of sheets",
        "table.xlsx",
        lambda: zip_bytes({"xl/styles.xml": "<a/>"}),
    ),
    Case(
        "a sheet cut short",
        "table.xlsx",
        lambda: part_replaced(whole(), SHEET, b"</sheetData>", b""),
    ),
    Case(
        "a text that is not among the shared ones",
        "table.xlsx",
        lambda: part_replaced(whole(), SHEET, b't="s"><v>0</v>', b't="s"><v>9999</v>'),
    ),
    Case("elements a hundred thousand deep", "table.xlsx", nested),
    Case("entities that expand", "table.xlsx", lambda: declaring(EXPANDING)),
    Case("an entity that fetches a file", "table.xlsx", lambda: declaring(FETCHING)),
    Case(
        "a zip bomb by its ratio",
        "table.xlsx",
        lambda: with_parts(whole(), {"xl/a.xml": bytes(20_000_000)}),
    ),
    Case(
        "a zip bomb by its size",
        "table.xlsx",
        lambda: with_parts(whole(), {"xl/a.xml": bytes(250_000_000)}),
    ),
    Case("a zip bomb that lies about its size", "table.xlsx", lying_about_its_size),
    Case("a zip bomb by its parts", "table.xlsx", of_many_parts),
    Case("parts that lie outside", "table.xlsx", packed_elsewhere),
    Case("encrypted parts", "table.xlsx", encrypted),
    Case("a password of Excel", "table.xlsx", locked_by_office),
    Case("macros", "table.xlsm", with_macros),
    Case("two sheets of one name", "table.xlsx", twice),
    Case("a binary workbook", "table.xlsx", binary),
    Case(
        "a Word document",
        "table.xlsx",
        lambda: word_bytes(lambda document: document.add_paragraph("x")),
    ),
    Case("a zip archive", "table.xlsx", zipped),
    Case("a workbook called text", "table.csv", whole),
    Case("a text called a workbook", "table.xlsx", csv_of(MONITORING)),
    Case("a workbook called an old one", "table.xls", whole),
    Case("an old workbook called a new one", "table.xlsx", old_workbook_bytes),
    Case("half of an old workbook", "table.xls", lambda: old_workbook_bytes()[:2_000]),
    Case(
        "a web page called an old workbook",
        "table.xls",
        b"<html><table><tr><td>TOTAL</td></tr></table></html>",
    ),
    Case("a workbook called OpenDocument", "table.ods", whole),
    Case("no bytes called a workbook", "table.xlsx", b""),
)
