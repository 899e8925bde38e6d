"""Start the command as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def advisor(
    *words: str, python: str = sys.executable, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `advisor` with these words in the repository's folder; return what it said and its exit code."""
    return subprocess.run(
        [python, "-m", "advisor.cli.main", *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
