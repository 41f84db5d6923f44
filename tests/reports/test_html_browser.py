"""The page in a real browser, from the disk and without a network."""

import subprocess
from pathlib import Path

from reports.charts.representation import representation_chart
from reports.findings import Findings
from reports.html import html_page
from tests.browser import CHROMIUM, needs_chromium
from tests.reports.le19 import change_rows, findings, stage_rows
from tests.reports.test_charts_rendering import PAYLOADS, named

OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--enable-logging=stderr",
    "--virtual-time-budget=20000",
    "--dump-dom",
]


def opened(what: Findings, folder: Path, *, width: int = 1280) -> tuple[str, list[str]]:
    """The document after its scripts have run, and the lines of the console."""
    file = folder / "page.html"
    file.write_bytes(html_page(what, representation_chart(what)))
    place = [f"--user-data-dir={folder / 'profile'}", f"--window-size={width},900"]
    command = [CHROMIUM or "", *OPTIONS, *place, file.as_uri()]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return run.stdout, [line for line in run.stderr.splitlines() if "CONSOLE" in line]


@needs_chromium
def test_the_page_draws_its_chart_offline_and_the_console_is_silent(tmp_path: Path) -> None:
    document, console = opened(findings(), tmp_path)
    assert console == []
    assert '<figure class="drawn">' in document
    drawn = document.split('<div id="chart">')[1].split("</figure>")[0]
    assert drawn.count("<svg") == 1
    assert ">106 of 546<" in drawn


@needs_chromium
def test_a_phone_gets_the_narrow_layout(tmp_path: Path) -> None:
    document, console = opened(findings(), tmp_path, width=500)
    assert console == []
    drawn = document.split('<div id="chart">')[1].split("</figure>")[0]
    assert ">19.41%<" in drawn
    assert ">106 of 546<" not in drawn


@needs_chromium
def test_hostile_text_and_several_campaigns_leave_the_console_silent(tmp_path: Path) -> None:
    hostile = named(PAYLOADS[1])
    document, console = opened(hostile, tmp_path)
    assert console == []
    assert '<figure class="drawn">' in document
    two = findings(stage_rows(campaign=PAYLOADS[2]) + stage_rows(), change_rows())
    assert opened(two, tmp_path)[1] == []
