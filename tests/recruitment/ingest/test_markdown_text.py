from pathlib import Path

from recruitment.ingest.blocks import Grid, Paragraph
from tests.recruitment.ingest.made import found, grids, read_as, texts


def test_a_table_needs_its_rule_and_ends_with_its_bars(tmp_path: Path) -> None:
    text = "| Stage | BAME \\| % |\n|:--|--:|\n| Offer | **13.89%** |\n| Next |\nText | more\n\nEnd"
    assert read_as(tmp_path, "a.md", text).blocks == (
        Grid(
            (("Stage", "BAME | %"), ("Offer", "13.89%"), ("Next", ""), ("Text", "more")),
            ("line 1", "line 3", "line 4", "line 5"),
        ),
        Paragraph("End", "line 7"),
    )


def test_a_table_without_outer_bars_is_one(tmp_path: Path) -> None:
    text = "Stage | BAME\n--- | ---\nOffer | 10\n"
    rows = (("Stage", "BAME"), ("Offer", "10"))
    assert grids(read_as(tmp_path, "a.md", text))[0].rows == rows


def test_bars_without_a_rule_are_text(tmp_path: Path) -> None:
    assert texts(read_as(tmp_path, "a.md", "a | b\nc | d.\n")) == ["a | b c | d."]


def test_headings_items_and_marks_become_plain_text(tmp_path: Path) -> None:
    text = "# Report\n11. [BAME](http://x) *fell*\nby `3`\n\n> said\n\nTitle\n=====\n- item\n"
    assert found(read_as(tmp_path, "a.markdown", text)) == [
        ("line 1", "Report"),
        ("paragraph 11", "BAME fell by 3"),
        ("line 5", "said"),
        ("line 7", "Title"),
        ("line 9", "item"),
    ]


def test_code_comments_and_pictures_are_not_read(tmp_path: Path) -> None:
    text = "One.\n```\n| a | b |\n```\n<!-- two\nlines -->\n![alt](x.png)\n<TABLE>\nEnd."
    document = read_as(tmp_path, "a.md", text)
    assert found(document) == [("line 1", "One."), ("line 8", "<TABLE> End.")]
    assert document.remarks == (
        "Code blocks were not read.",
        "Pictures were not read.",
        "A table in HTML was read as text: give the document the suffix .html to read it.",
    )


def test_tables_with_tabs_are_read_as_in_plain_text(tmp_path: Path) -> None:
    text = "Application\t19.41%\nOffer\t13.89%\n"
    rows = (("Application", "19.41%"), ("Offer", "13.89%"))
    assert grids(read_as(tmp_path, "a.md", text))[0].rows == rows
