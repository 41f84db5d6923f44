"""Names of files, of campaigns and of mappings that reach for something else."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.recruitment.imports.malformed.case import CAMPAIGN, Case
from tests.recruitment.imports.malformed.tables import COUNTS, csv_of

PLAIN = csv_of(COUNTS)
MAPPED = (*CAMPAIGN, "--mapping", "own.toml")


def named(name: str, source: str) -> Case:
    """Return the case of good counts in a file of an odd name."""
    return Case(name, source, PLAIN)


def missing(name: str, source: str) -> Case:
    """Return the case of a file that is not there."""
    return Case(name, source, None)


def made(name: str, source: str, make: Callable[[Path], object]) -> Case:
    """Return the case of something else in the place of a file."""
    return Case(name, source, None, prepared=lambda folder: make(folder / source))


def called(name: str, code: str) -> Case:
    """Return the case of good counts of a campaign with an odd code."""
    return Case(name, "counts.csv", PLAIN, ("--campaign", code))


def mapped(name: str, text: bytes, *asked: str) -> Case:
    """Return the case of good counts with an odd mapping file."""
    return Case(
        name,
        "counts.csv",
        PLAIN,
        asked or MAPPED,
        lambda folder: (folder / "own.toml").write_bytes(text),
    )


def listening(path: Path) -> None:
    """Make a socket."""
    with socket.socket(socket.AF_UNIX) as made_here:
        made_here.bind(path.name)


CASES = (
    missing("a file that is not there", "missing.csv"),
    missing("a name of nothing", ""),
    missing("a web address", "https://x.example/counts.csv"),
    missing("a bucket of a cloud", "s3://bucket/counts.csv"),
    missing("a pattern of names", "*.csv"),
    missing("a name of 300 characters", f"{'x' * 300}.csv"),
    missing("a home folder of nobody", "~nobody/counts.csv"),
    missing("a way up that leads nowhere", "../../../../nowhere/counts.csv"),
    missing("a file below a file", "own.duckdb/counts.csv"),
    missing("a name with a line break", "counts\nall is well.csv"),
    missing("a name that rewrites the terminal", "\x1b[2K\rimported.csv"),
    missing("a name that turns round", "counts\u202evsc.exe"),
    missing("HTML for a name", "<script>alert(1)<!script>.csv"),
    missing("the machine's own devices", "/dev/zero"),
    missing("the warehouse itself", "own.duckdb"),
    missing("the folder", "."),
    made("a folder called a file", "counts.csv", Path.mkdir),
    made("a pipe", "counts.csv", os.mkfifo),
    made("a socket", "counts.csv", listening),
    made("a link to itself", "counts.csv", lambda path: path.symlink_to(path.name)),
    made("a link to nothing", "counts.csv", lambda path: path.symlink_to("nothing.csv")),
    named("no suffix", "counts"),
    named("a suffix of nothing known", "counts.numbers"),
    named("a suffix of a document", "counts.docx"),
    named("a suffix of a PDF", "counts.pdf"),
    named("two suffixes", "counts.csv.zip"),
    named("a suffix in capitals", "COUNTS.CSV"),
    named("a name like a pattern", "wave[1]*.csv"),
    named("a folder that would add a column", "year=2024/campaign=LE99/counts.csv"),
    named("a name like an option", "--replace.csv"),
    named("a name of SQL", "x'; DROP TABLE stages; --.csv"),
    named("a name with a backslash", "..\\..\\counts.csv"),
    called("a code that leads elsewhere", "../../etc/passwd"),
    called("a code in HTML", "<img src=x onerror=alert(1)>"),
    called("a code in SQL", "LE25'; DROP TABLE campaigns; --"),
    called("a code with a terminal escape", "LE\x1b[31m25"),
    called("a code that turns round", "LE\u202e52"),
    called("a code with a Cyrillic letter", "L\u041525"),
    called("a code of 41 characters", "L" * 41),
    called("a code of a space", " "),
    called("a code that begins with an equals sign", "=LE25"),
    Case("a mapping that is not there", "counts.csv", PLAIN, MAPPED),
    mapped("a mapping that is no TOML", b"columns = {"),
    mapped("a mapping that is no text", b"\xff\xfe\x00"),
    mapped("a mapping of unknown tables", b'[colums]\ncandidate = ["x"]\n'),
    mapped("a mapping to an unknown role", b'[columns]\nnonsense = ["x"]\n'),
    mapped("a mapping nested without end", b"a = " + b"[" * 100_000),
    mapped("a mapping of 2 MB", b"#" * 2_000_000),
    mapped("a mapping with a control character", b'[stages]\n"Of\x07fer" = ["x"]\n'),
    Case("a mapping that is a folder", "counts.csv", PLAIN, (*CAMPAIGN, "--mapping", ".")),
)
