from pathlib import Path

import pytest

from recruitment.errors import DataError
from recruitment.ingest.blocks import Grid
from tests.recruitment.ingest.made import found, grids, read_as, texts


def test_headings_paragraphs_and_items_are_paragraphs(tmp_path: Path) -> None:
    page = (
        "<title>T</title><h1>Report</h1><p>One <b>bold</b><br>line<ul><li>item</ul>After &amp; on"
    )
    assert found(read_as(tmp_path, "a.html", page)) == [
        ("paragraph 1 of the document", "Report"),
        ("paragraph 2 of the document", "One bold line"),
        ("paragraph 3 of the document", "item"),
        ("paragraph 4 of the document", "After & on"),
    ]


def test_numbers_of_a_list_and_typed_ones_are_places(tmp_path: Path) -> None:
    page = "<ol start=11><li>BAME<li value=20>LGBT+<ol><li>inner</ol></ol><p>25. Typed"
    assert found(read_as(tmp_path, "a.htm", page)) == [
        ("paragraph 11", "BAME"),
        ("paragraph 20", "LGBT+"),
        ("paragraph 3 of the document", "inner"),
        ("paragraph 25", "Typed"),
    ]


def test_spans_repeat_their_text_and_say_so(tmp_path: Path) -> None:
    page = (
        "<table><caption>LE19</caption><thead><tr><th rowspan=2>Stage<th colspan=2>BAME"
        "<tr><th>n<th>Blank<tbody><tr><td>Offer<td>10<td>4</table>"
    )
    document = read_as(tmp_path, "a.html", page)
    assert found(document) == [("caption of table 1", "LE19")]
    assert grids(document) == [
        Grid(
            (("Stage", "BAME", "BAME"), ("Stage", "n", "Blank"), ("Offer", "10", "4")),
            ("table 1, row 1", "table 1, row 2", "table 1, row 3"),
            frozenset({(0, 2), (1, 0)}),
        )
    ]


def test_a_table_in_a_cell_comes_after_the_outer_one(tmp_path: Path) -> None:
    page = "<table><tr><td>a<table><tr><td>in</table>b<td>c</table>"
    document = read_as(tmp_path, "a.html", page)
    assert [grid.rows for grid in grids(document)] == [(("ab", "c"),), (("in",),)]
    assert document.remarks == ("A table stands in a cell of another, and was read after it.",)


def test_scripts_styles_and_comments_are_not_text(tmp_path: Path) -> None:
    page = "<style>p{}</style><script>var a = '<p>x</p>'</script><!-- no --><p>Offers</p>"
    assert texts(read_as(tmp_path, "a.html", page)) == ["Offers"]


def test_nothing_is_fetched_and_what_was_not_read_is_said(tmp_path: Path) -> None:
    page = (
        "<p>Offers<img src=http://192.0.2.1/x.png><svg><text>19%</text></svg><p hidden>secret"
        "<p style='display: none'>secret<p>End<iframe src=http://192.0.2.1></iframe><del>gone</del>"
    )
    document = read_as(tmp_path, "a.html", page)
    assert texts(document) == ["Offers", "End"]
    assert document.remarks == (
        "Pictures were not read.",
        "Hidden passages were not read.",
        "Embedded pages were not read.",
        "Passages marked as deleted were not read.",
    )


def test_a_raised_footnote_mark_does_not_join_its_number(tmp_path: Path) -> None:
    assert texts(read_as(tmp_path, "a.html", "<p>169<sup>2</sup> passed")) == ["169² passed"]


def test_a_page_is_read_in_the_encoding_it_declares(tmp_path: Path) -> None:
    page = "<meta charset=iso-8859-2><p>Łódź".encode("iso-8859-2")
    assert texts(read_as(tmp_path, "a.html", page)) == ["Łódź"]


def test_a_page_that_ends_inside_a_tag_says_so(tmp_path: Path) -> None:
    document = read_as(tmp_path, "a.html", "<p>Offers<table class='x")
    assert texts(document) == ["Offers"]
    said = "It ends inside a tag or a comment, which was not read: is it cut off?"
    assert document.remarks == (said,)


@pytest.mark.parametrize(
    "piece", ["<a ", '<a x="', "<!--", "</", "<!", "<a x='\"", "&#", "<script>"]
)
def test_markup_that_is_never_closed_takes_no_longer_than_its_length(
    tmp_path: Path, piece: str
) -> None:
    assert texts(read_as(tmp_path, "a.html", "<p>Offers</p>" + piece * 30_000))[0] == "Offers"


def test_markup_of_no_known_kind_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_as(tmp_path, "a.html", "<p>Offers<![unknown[ ]]></p>")
    assert str(caught.value) == "a.html is damaged: its markup cannot be read"


def test_markup_that_word_leaves_in_pages_is_passed_over(tmp_path: Path) -> None:
    page = "<p><![if !supportLists]>11. <![endif]>BAME<o:p></o:p></p>"
    assert found(read_as(tmp_path, "a.html", page)) == [("paragraph 11", "BAME")]


def test_tables_nested_without_end_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_as(tmp_path, "a.html", "<table><tr><td>" * 60)
    assert str(caught.value) == "a.html is refused: its tables are nested too deeply"


def test_cells_that_span_without_end_are_refused(tmp_path: Path) -> None:
    page = "<table><tr><td colspan=1000 rowspan=65534>x" + "<tr><td>y" * 3_000
    with pytest.raises(DataError, match=r"a table in it has over 2,000,000 cells"):
        read_as(tmp_path, "a.html", page)


def test_a_span_of_very_many_digits_is_as_far_as_a_browser_goes(tmp_path: Path) -> None:
    page = f"<table><tr><td rowspan={'9' * 5_000}>a<td>b<tr><td>c</table>"
    assert grids(read_as(tmp_path, "a.html", page))[0].rows == (("a", "b"), ("a", "c"))


@pytest.mark.parametrize("span", ["0", "-1", "x", "\u0663"])
def test_a_span_that_is_none_does_no_harm(tmp_path: Path, span: str) -> None:
    page = f"<table><tr><td rowspan='{span}'>a<td>b<tr><td>c<td>d</table>"
    assert grids(read_as(tmp_path, "a.html", page))[0].rows[0] == ("a", "b")
