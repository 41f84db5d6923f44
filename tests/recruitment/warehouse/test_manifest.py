from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.errors import StorageError
from recruitment.warehouse.manifest import Content, Manifest, content_of, decoded

WHERE = Path("own.duckdb.manifest")
contents = st.builds(
    Content, st.text("0123456789abcdef", min_size=64, max_size=64), st.integers(0, 2**62)
)
manifests = st.builds(Manifest, st.none() | contents, st.none() | contents)


@given(manifests)
def test_a_manifest_is_read_as_it_was_written(manifest: Manifest) -> None:
    assert decoded(manifest.encoded(), WHERE) == manifest


@given(contents, st.data())
def test_a_manifest_with_any_byte_changed_is_refused_or_means_another_file(
    content: Content, data: st.DataObject
) -> None:
    text = bytearray(Manifest(content).encoded())
    at = data.draw(st.integers(0, len(text) - 1))
    text[at] = data.draw(st.integers(0, 255).filter(lambda byte: byte != text[at]))
    with suppress(StorageError):
        assert content not in decoded(bytes(text), WHERE)


@given(st.binary(max_size=200))
def test_anything_else_is_damaged(text: bytes) -> None:
    with pytest.raises(StorageError, match="is damaged"):
        decoded(text, WHERE)


def test_a_later_format_is_named() -> None:
    with pytest.raises(StorageError, match="of format 2, and this recruit knows 1"):
        decoded(b'{"format":2,"files":[]}\n', WHERE)


def test_a_manifest_knows_what_was_and_what_comes() -> None:
    old, new, other = (Content(digit * 64, 1) for digit in "abc")
    assert old in Manifest(old, new)
    assert new in Manifest(old, new)
    assert other not in Manifest(old, new)


def test_content_is_the_hash_and_the_size(tmp_path: Path) -> None:
    (tmp_path / "abc").write_bytes(b"abc")
    assert content_of(tmp_path / "abc") == Content(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3
    )
