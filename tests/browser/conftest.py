"""One browser for all tests of a module: Debian's Chromium, which the tests drive; none is fetched."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="module")  # while it is there no other test could run a loop of asyncio
def browser():
    if CHROMIUM is None:
        pytest.skip("there is no browser on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()
