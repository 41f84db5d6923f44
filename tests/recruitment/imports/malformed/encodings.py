"""Bytes that are no text, or text in an encoding that has to be told from its bytes."""

import gzip

from tests.recruitment.imports.malformed.case import Case
from tests.recruitment.imports.malformed.tables import COUNTS, text_of

TEXT = text_of(COUNTS)
PLAIN = TEXT.encode()


def staged(stage: str) -> str:
    """Return a table of counts at two stages of one's own; the second has one row, the last."""
    rows = (f"Sift,1,entered,sex,{sex},4\n" for sex in ("Female", "Male", "Not stated"))
    heading = "stage,stage_order,outcome,characteristic,category,candidates\n"
    return f"{heading}{''.join(rows)}{stage},2,entered,sex,Female,3\n"


CASES = (
    Case("UTF-16 without its mark", "counts.csv", TEXT.encode("utf-16-le")),
    Case("UTF-16 that ends in the middle of a character", "counts.csv", TEXT.encode("utf-16")[:-1]),
    Case(
        "UTF-16 with half a pair of surrogates",
        "counts.csv",
        b"\xff\xfe" + staged("Of\ud800fer").encode("utf-16-le", "surrogatepass"),
    ),
    Case(
        "UTF-8 with one byte that is none",
        "counts.csv",
        staged("Café \udcff").encode("utf-8", "surrogateescape"),
    ),
    Case(
        "UTF-8 cut in the middle of a character",
        "counts.csv",
        staged("Café Zoë").encode().replace(b"Zo\xc3\xab", b"Zo\xc3"),
    ),
    Case("a character that was lost before", "counts.csv", staged("Caf\ufffd").encode()),
    Case("a stray NUL byte", "counts.csv", PLAIN.replace(b"Male,60", b"Ma\0le,60")),
    Case("bytes of a program", "counts.csv", bytes(range(256)) * 20),
    Case("nothing but NUL bytes", "counts.csv", bytes(1000)),
    Case("EBCDIC of a mainframe", "counts.csv", TEXT.encode("cp500")),
    Case(
        "a byte that Windows-1252 lacks",
        "counts.csv",
        staged("Caf!").encode().replace(b"!", b"\xe9\x81"),
    ),
    Case("a packed file", "counts.csv", gzip.compress(PLAIN)),
    Case("a picture", "counts.csv", b"\x89PNG\r\n\x1a\n" + bytes(64)),
    Case("a PDF", "counts.csv", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"),
    Case("rich text", "counts.txt", b"{\\rtf1\\ansi stage, outcome}"),
    Case(
        "a web page", "counts.csv", b"<!DOCTYPE html><html><table><tr><td>stage</td></tr></table>"
    ),
    Case("JSON", "counts.csv", b'[{"stage": "Offer", "outcome": "entered", "candidates": 4}]'),
    Case("no bytes at all", "counts.csv", b""),
    Case("nothing but a byte order mark", "counts.csv", b"\xef\xbb\xbf"),
    Case("nothing but empty lines", "counts.csv", b"\n\r\n \n\t\n"),
    Case("nothing but delimiters", "counts.csv", b",,,,\n,,,,\n"),
    Case("Windows-1252, told by its bytes", "counts.csv", staged("Café").encode("cp1252")),
    Case("two byte order marks", "counts.csv", b"\xef\xbb\xbf\xef\xbb\xbf" + PLAIN),
)
