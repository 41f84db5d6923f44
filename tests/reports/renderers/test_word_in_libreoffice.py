"""The document as an office suite opens it, which numbers paragraphs and captions by itself."""

import shutil
import subprocess
from pathlib import Path

import pytest

from reports.renderers.word import render
from reports.report.assembly import assembled
from reports.report.model import Paragraph
from tests.reports.report.made import COVER, real

SOFFICE = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice on PATH")
KEYS = ("purpose", "background", "le19", "method")


def as_text(content: bytes, folder: Path) -> str:
    """Return what LibreOffice makes of a document as plain text."""
    file = folder / "panel.docx"
    file.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    wanted = ["--headless", "--convert-to", "txt:Text:UTF8", "--outdir", str(folder), str(file)]
    subprocess.run([SOFFICE or "", profile, *wanted], capture_output=True, timeout=300, check=True)
    return file.with_suffix(".txt").read_text(encoding="utf-8-sig").replace("\u2011", "-")


def test_it_opens_and_numbers_every_paragraph_as_the_report_does(tmp_path: Path) -> None:
    made = assembled(real(), COVER, KEYS)
    text = as_text(render(made), tmp_path)
    blocks = [block for section in made.sections for block in section.blocks]
    for block in blocks:
        if isinstance(block, Paragraph):
            assert f"{block.number}. {block.text}\n" in text
    for captioned in (*made.tables, *made.figures):
        assert f"\n{captioned.label}: {captioned.caption}\n" in text
    assert "\n    Appendix A: Method\n" in text
