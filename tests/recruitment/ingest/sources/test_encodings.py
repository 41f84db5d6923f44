import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.errors import DataError
from recruitment.ingest.decoding import ASSUMED
from recruitment.ingest.sources.encodings import Encoding, encoding_of


def pieces(content: bytes, size: int) -> list[bytes]:
    return [content[at : at + size] for at in range(0, len(content), size)]


@given(st.text(min_size=1), st.integers(1, 5))
def test_utf_8_is_known_however_its_bytes_come(text: str, size: int) -> None:
    content = f"a long heading,{text.replace(chr(0), '')}".encode()
    assert encoding_of("a.csv", pieces(content, size)) == Encoding("utf-8")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_says_the_encoding(codec: str) -> None:
    assert encoding_of("a.csv", [b"", "Stage,£\n".encode(codec)][1:]) == Encoding(codec)


def test_other_bytes_are_windows_1252_and_a_remark_says_so() -> None:
    assert encoding_of("a.csv", ["Café £1\n".encode("cp1252")]) == Encoding("cp1252", ASSUMED)


def test_utf_8_with_a_damaged_byte_is_not_read_as_windows_1252() -> None:
    assert encoding_of("a.csv", ["Café\n".encode() + b"Caf\xe9\n"]) == Encoding("utf-8")


def test_a_character_cut_at_the_end_is_damage() -> None:
    assert encoding_of("a.csv", ["Café Café".encode()[:-1]]) == Encoding("utf-8")
    assert encoding_of("a.csv", ["Café".encode()[:-1]]).codec == "cp1252"


@pytest.mark.parametrize("content", ["Stage,n\n".encode("utf-16-le"), bytes(100)])
def test_many_nul_bytes_make_no_text(content: bytes) -> None:
    with pytest.raises(DataError) as caught:
        encoding_of("a.csv", [content])
    assert str(caught.value) == "a.csv is not text: it holds NUL bytes; save it as UTF-8"
