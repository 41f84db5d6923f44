from dataclasses import replace

import pytest

from reports.report.model import Block, Figure, Notes, Paragraph, Section, Subheading, Table
from reports.report.numbering import numbered
from tests.reports.report.made import real, report


def _table(key: str) -> Table:
    return Table(key, "Counts", ("Stage",), (False,), (("Sift",),))


def _figure(key: str, table: str) -> Figure:
    return Figure(key, "A chart", "Bars.", table, lambda: None)  # type: ignore[arg-type, return-value]


def _numbered(*blocks: Block) -> tuple[Block, ...]:
    (section,) = numbered([Section("one", "One", blocks)])
    return section.blocks


def test_numbers_run_through_the_sections() -> None:
    own = Section("one", "One", (Paragraph("A."), Subheading("S"), Paragraph("B."), _table("t")))
    other = Section("two", "Two", (Paragraph("C."), Notes(("N.",)), _table("u")))
    blocks = [block for each in numbered([own, other]) for block in each.blocks]
    numbers = [block.number for block in blocks if isinstance(block, Paragraph | Table)]
    assert numbers == [1, 2, 1, 3, 2]


def test_the_text_names_what_it_rests_on_by_number() -> None:
    blocks = _numbered(Paragraph("Half passed.", see=("t", "f")), _figure("f", "t"), _table("t"))
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].text == "Half passed. See Table 1 and Figure 1."
    assert isinstance(blocks[1], Figure)
    assert blocks[1].alt == "Bars. Its figures are in Table 1."


def test_a_reference_to_what_is_not_in_the_report_is_left_out() -> None:
    assert _numbered(Paragraph("Half passed.", see=("gone",)))[0] == Paragraph(
        "Half passed.", see=("gone",), number=1
    )


def test_a_figure_without_its_table_under_it_is_a_defect() -> None:
    with pytest.raises(ValueError, match="the table t does not follow the figure f"):
        _numbered(_figure("f", "t"), Paragraph("A."), _table("t"))


def test_two_blocks_of_one_key_are_a_defect() -> None:
    with pytest.raises(ValueError, match="two blocks have the key t"):
        _numbered(_table("t"), _table("t"))


def test_every_paragraph_table_and_figure_of_a_report_has_its_number() -> None:
    made = report(real())
    paragraphs = [
        block.number
        for section in made.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]
    for numbers in (
        paragraphs,
        [table.number for table in made.tables],
        [figure.number for figure in made.figures],
    ):
        assert numbers == list(range(1, len(numbers) + 1))


def test_a_table_explains_the_symbols_in_it_and_no_others() -> None:
    marked = replace(_table("t"), rows=(("Sift [p]",), ("[x]",)), notes=("N.",))
    assert marked.lines_under == (
        (
            "[x] not available; [p] provisional: people are still waiting for the outcome of an "
            "earlier stage."
        ),
        "N.",
    )
    assert _table("t").lines_under == ()
