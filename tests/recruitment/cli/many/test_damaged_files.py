"""One file among many is damaged or broken: it is named, and nothing is imported."""

import errno
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from recruitment.ingest.faults import NOTHING_IMPORTED
from tests.recruitment.cli.importing import import_into
from tests.recruitment.cli.many.rows import BOTH, CANARY, SECOND, as_text, refused, rows, written

Damage = Callable[[bytes], bytes]
# Enough that its pages are most of the file.
MANY = rows("LE26", people=3_000)
CANNOT = "cannot be read as Parquet: it is damaged or encrypted"
WHOLE: dict[str, Damage] = {
    "empty": lambda _: b"",
    "cut at the start": lambda content: content[:200],
    "cut at the end": lambda content: content[:-5],
    "without pages": lambda content: content[:400] + bytes(len(content) - 1_400) + content[-1_000:],
    "zeroes": lambda content: bytes(len(content)),
    "another magic": lambda content: content[:-4] + b"PARX",
    "the magic of encryption": lambda content: b"PARE" + content[4:-4] + b"PARE",
    "a footer too long": lambda content: content[:-8] + b"\xff\xff\xff\x7fPAR1",
    "text": lambda _: as_text(SECOND).encode(),
}
TEXT = as_text(SECOND)
LINE = f"LE26,{CANARY}-1,Offer,Passed,Indian,Female"
BROKEN: dict[str, tuple[bytes, str]] = {
    "too few": (f"{TEXT}LE26,{CANARY},Offer\n".encode(), ", row 18: 3 values, and there are 6"),
    "too many": (f"{TEXT}{LINE},x\n".encode(), ", row 18: 7 values, and there are 6 headings"),
    "too few in UTF-16": (f"{TEXT}LE26\n".encode("utf-16"), ", row 18: 1 value, and there are 6"),
    "a mark inside": (
        f"{TEXT}{LINE.replace('Indian', chr(34) + 'In' + chr(34) + 'dian')}\n".encode(),
        ", row 18: text follows a closed quotation mark",
    ),
    "a mark without end": (
        f'{TEXT}{LINE},"x\n'.encode(),
        ", row 18: a quotation mark is opened and never closed",
    ),
    "empty": (b"", ": {path} is empty: there is nothing to read in it"),
    "no text": (b"\n\n", ": a.csv has no text in it"),
    "a workbook": (b"PK\x03\x04" + bytes(90), ": a.csv is a workbook or a zip archive"),
}


@pytest.mark.parametrize("damage", WHOLE.values(), ids=WHOLE)
def test_a_damaged_parquet_file_among_many_is_named(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str], damage: Damage
) -> None:
    source = written(tmp_path / "src", {"x/a.parquet": BOTH, "y/a.parquet": MANY})
    path = source / "y" / "a.parquet"
    path.write_bytes(damage(path.read_bytes()))
    told = refused(db, source, capsys)
    assert told.endswith(f"recruit: src, y/a.parquet {CANNOT}; {NOTHING_IMPORTED}")
    assert told.startswith("3: ")


def test_a_file_that_nobody_may_open_is_not_called_damaged(
    tmp_path: Path,
    db: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = written(tmp_path / "src", {"a.parquet": BOTH, "b.parquet": "as if it were closed"})
    for path in source.iterdir():
        os.utime(path, (1e9, 1e9))
    real = os.open

    def closed(path: Path, *more: int) -> int:
        if path == source / "b.parquet":
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, *more)

    with monkeypatch.context() as changed:
        changed.setattr(os, "open", closed)
        code = import_into(db, str(source))
    told = capsys.readouterr().err.splitlines()[-1]
    assert (code, told) == (
        5,
        f"recruit: {source / 'b.parquet'} cannot be read: Permission denied",
    )


@pytest.mark.parametrize("seed", range(8))
def test_bits_that_flip_in_pages_end_in_no_defect(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    source = written(tmp_path / "src", {"a.parquet": BOTH, "b.parquet": MANY})
    path = source / "b.parquet"
    content = bytearray(path.read_bytes())
    chance = random.Random(seed)  # noqa: S311 - where to damage, not a secret
    for _ in range(40):
        content[chance.randrange(4, len(content) - 2_000)] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    told = refused(db, source, capsys)
    # Damage that still can be read changes answers, and these what follows from them.
    assert told.startswith("3: recruit: src, b.parquet") or told[:2] in {"3:", "4:"}


@pytest.mark.parametrize(("content", "told"), BROKEN.values(), ids=BROKEN)
def test_a_broken_text_file_among_many_is_named(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str], content: bytes, told: str
) -> None:
    source = written(tmp_path / "src", {"x/a.csv": as_text(BOTH), "y/a.csv": content})
    said = refused(db, source, capsys)
    expected = told.format(path=source / "y" / "a.csv")
    assert said.startswith(f"3: recruit: src, y/a.csv{expected}")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (("Indian", f"{CANARY}ian"), "column Ethnicity: text of 9 characters (in 4 rows) is no"),
        (("Offer", f"{CANARY} stage"), "column Stage: text of 12 characters (in 4 rows) is no"),
        (("Indian", "In\0dian"), "text of 7 characters (in 4 rows) holds U+0000"),
        ((f"{CANARY}-1,", f"{CANARY}\0-1,"), "column Candidate ID: the key of one row holds U+000"),
        ((f"{CANARY}-1,", ","), "column Candidate ID: one row has no key to count the candidate"),
    ],
)
def test_no_value_of_a_person_is_told(
    tmp_path: Path,
    db: Path,
    capsys: pytest.CaptureFixture[str],
    changed: tuple[str, str],
    told: str,
) -> None:
    source = written(
        tmp_path / "src", {"a.csv": as_text(BOTH[:0]), "b.csv": TEXT.replace(*changed)}
    )
    said = refused(db, source, capsys)
    assert said.startswith("3: recruit: src, ")
    assert told in said
