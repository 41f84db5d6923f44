"""A real browser for the tests that open a page: Debian's Chromium, driven by Playwright."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on PATH")
ALL_DRAWN = (
    "[...document.querySelectorAll('.drawing')].every((place) => place.querySelector('svg'))"
)
PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Opened:
    """A page, what it asked for besides itself, and what it wrote to the console."""

    page: Page
    requested: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        run = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield run
        run.close()


@contextmanager
def opened(run: Browser, file: Path, *, width: int = 1280, **how: Any) -> Iterator[Opened]:
    """Open ``file`` without a network, and wait until all of its charts are drawn."""
    context = run.new_context(viewport={"width": width, "height": 900}, offline=True, **how)
    page = context.new_page()
    seen = Opened(page)
    page.on("request", lambda request: seen.requested.append(request.url))
    page.on("console", lambda message: seen.console.append(message.text))
    page.on("pageerror", lambda error: seen.console.append(str(error)))
    page.goto(file.as_uri())
    seen.requested.remove(file.as_uri())
    if how.get("java_script_enabled", True):
        wait_until(page, ALL_DRAWN)
    yield seen
    context.close()


def wait_until(page: Page, condition: str) -> None:
    """Wait for ``condition``; the page's policy forbids Playwright's own way, which evaluates."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"never came: {condition}"
        page.wait_for_timeout(50)
