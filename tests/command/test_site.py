"""The reference site is made without a warning, says all that is public, and asks nothing of anybody."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module

from tests.command.run import ROOT


def test_the_site_is_made_strictly_names_all_that_is_public_and_needs_no_network(tmp_path):
    command = [sys.executable, "-m", "tools.site", str(tmp_path / "site"), "--without-knowledge"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    reference = (tmp_path / "site" / "reference.html").read_text(encoding="utf-8")
    anchors = {*re.findall(r'id="advisor\.(\w+)"', reference)}
    assert {*import_module("advisor").__all__} - anchors == {"__version__"}
    for path in (tmp_path / "site").rglob("*.html"):
        fetched = re.findall(
            r'<(?:link|script|img|iframe)[^>]* (?:href|src)="([^"]*)"', path.read_text("utf-8")
        )
        assert [each for each in fetched if "//" in each] == [], path.name
    for path in (tmp_path / "site").rglob("*.css"):
        assert not re.search(r"url\(['\"]?(?:https?:)?//|@import", path.read_text("utf-8")), path.name
