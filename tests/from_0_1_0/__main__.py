"""`python -m tests.from_0_1_0`: write differences.yaml anew, and say what wants a reason."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.from_0_1_0.explained import FILE, found_today, write

with tempfile.TemporaryDirectory() as folder:
    lines = write(found_today(Path(folder)))
print(*lines, f"{len(lines)} to look at in {FILE.name}", sep="\n")
sys.exit(1 if lines else 0)
