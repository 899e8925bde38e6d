"""How the command was started: hints name it so, and somebody can type what they say."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path


def command_as_started() -> str:
    """Return the words that start the command again from where one is: `advisor`, if that finds it."""
    script = sys.argv[0]
    if Path(script).name == "__main__.py":
        return f"{Path(sys.orig_argv[0]).name} -m advisor"
    if script.endswith(".py") or _is_found(script):
        return "advisor"
    return script


def _is_found(script: str) -> bool:
    """Return whether `advisor` alone starts this script."""
    found = shutil.which("advisor")
    if found is None:
        return False
    return _place(found) == _place(script)


def _place(script: str) -> str:
    """Return where a script is; Windows adds an ending to its name, or not."""
    return os.path.normcase(Path(script).with_suffix("").resolve())
