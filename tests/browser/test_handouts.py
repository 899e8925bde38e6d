"""Hand-outs in a real browser: they fit a narrow window, and print on few pages."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tests.command.run import advisor

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
MEASURE = """
<script>
const points = document.querySelectorAll("li").length;
document.title = [document.documentElement.scrollWidth, innerWidth, points].join(" ");
</script>
"""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no browser on this machine")


def browse(*words):
    """Run the browser without a window; return what it prints."""
    assert CHROMIUM is not None
    result = subprocess.run(
        [CHROMIUM, *OPTIONS, *words], capture_output=True, text=True, timeout=300, check=False
    )
    return result.stdout


@pytest.fixture(params=["participants", "trainer"])
def handout(request, tmp_path):
    path = tmp_path / "handout.html"
    advisor("scenario", "handout", "everything-at-its-worst", "--for", request.param, "-o", str(path))
    return path


def test_a_handout_fits_a_narrow_window(handout, tmp_path):
    text = handout.read_text(encoding="utf-8")
    measured = tmp_path / "measured.html"
    measured.write_text(text.replace("</body>", MEASURE + "</body>"), encoding="utf-8")
    shown = browse(
        f"--user-data-dir={tmp_path / 'user'}", "--window-size=500,800", "--dump-dom", f"file://{measured}"
    )
    found = re.search(r"<title>(\d+) (\d+) (\d+)</title>", shown)
    assert found is not None
    needs, has, points = map(int, found.groups())
    assert needs <= has
    assert points == text.count("<li>")


def test_a_handout_prints_on_few_pages(handout, tmp_path):
    out = tmp_path / "printed.pdf"
    browse(
        f"--user-data-dir={tmp_path / 'user'}",
        "--no-pdf-header-footer",
        f"--print-to-pdf={out}",
        f"file://{handout}",
    )
    pages = len(re.findall(rb"/Type\s*/Page\b", out.read_bytes()))
    assert 1 <= pages <= 9  # the story with the most facts, of 64 questions
