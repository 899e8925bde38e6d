"""What tests here share: Debian's Chromium, one for a module (none is fetched), and the pages it opens."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import sync_playwright

from advisor import Advisor
from tests.browser.sittings import pages_in

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="module")  # while it is there no other test could run a loop of asyncio
def browser():
    if CHROMIUM is None:
        pytest.skip("there is no browser on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """The folder with the whole advisor as a file: for a leader, a short one, and one for a partner."""
    return pages_in(tmp_path_factory.mktemp("page"), Advisor(engine="columnar").knowledge)
