from pathlib import Path
from typing import Any

import pytest

from recruitment.errors import DataError
from tests.recruitment.ingest.made import (
    RUN,
    document_of,
    picture_bytes,
    read_as,
    texts,
    word_bytes,
)


def test_headers_comments_and_pictures_are_said_not_to_be_read(tmp_path: Path) -> None:
    (tmp_path / "one.png").write_bytes(picture_bytes())

    def fill(document: Any) -> None:
        written = document.add_paragraph("Offers")
        document.add_comment(written.runs[0], text="Check")
        document.sections[0].header.paragraphs[0].text = "DRAFT"
        document.add_picture(str(tmp_path / "one.png"))

    assert read_as(tmp_path, "a.docx", word_bytes(fill)).remarks == (
        "1 picture was not read.",
        "Headers and footers were not read.",
        "1 comment was not read.",
    )


def test_a_text_box_and_its_copy_for_older_versions_are_one_and_not_read(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{RUN.format('boxed')}</w:p></w:txbxContent>"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = (
        f'<w:r><mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice Requires="wps">'
        f"<w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    made = document_of(f"<w:p>{RUN.format('Offers')}{both}</w:p>")
    document = read_as(tmp_path, "a.docx", made)
    assert (texts(document), document.remarks) == (["Offers"], ("1 text box was not read.",))


def test_a_chart_is_said_not_to_be_read(tmp_path: Path) -> None:
    chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    made = document_of(
        f'<w:p>{RUN.format("Offers")}<w:r><w:drawing><c:chart xmlns:c="{chart}"/></w:drawing></w:r>'
        "</w:p>"
    )
    assert read_as(tmp_path, "a.docx", made).remarks == ("1 chart was not read.",)


def test_a_document_of_pictures_only_is_refused(tmp_path: Path) -> None:
    (tmp_path / "one.png").write_bytes(picture_bytes())
    made = word_bytes(lambda document: document.add_picture(str(tmp_path / "one.png")))
    with pytest.raises(DataError) as caught:
        read_as(tmp_path, "a.docx", made)
    said = "a.docx holds pictures and no text, as a scan does; take the document they show"
    assert str(caught.value) == said
