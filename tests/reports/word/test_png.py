import zlib

import vl_convert

from reports.word.png import packed_again

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300">'
    '<circle cx="150" cy="150" r="140" fill="#12436D"/></svg>'
)


def _lines(png: bytes) -> bytes:
    at, packed = 8, b""
    while at < len(png):
        length = int.from_bytes(png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += length + 12
    return zlib.decompress(packed)


def test_a_picture_gets_smaller_and_shows_the_same() -> None:
    drawn = vl_convert.svg_to_png(SVG, scale=2)
    again = packed_again(drawn)
    assert len(again) < len(drawn)
    assert _lines(again) == _lines(drawn)
    assert again[:33] == drawn[:33]  # signature and header, size and depth in it


def test_packing_twice_changes_nothing_more() -> None:
    once = packed_again(vl_convert.svg_to_png(SVG))
    assert packed_again(once) == once
