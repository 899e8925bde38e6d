"""What `advisor` starts: it says what to do where Python is too old or a package is missing.

It uses nothing that an old Python lacks, and imports nothing before it has looked.
"""

from __future__ import annotations

import sys

OLDEST = (3, 11)


def main() -> None:
    """Start the command, or say in a line why it cannot start, and end with 2."""
    if sys.version_info < OLDEST:
        here = ".".join(map(str, sys.version_info[:2]))
        _refuse(
            f"this is Python {here}, and 3.11 or newer is needed; with uv it comes along: "
            "uv tool install --python 3.12 FOLDER-OF-THE-PROGRAM"
        )
    try:
        from advisor.cli.main import main as started
    except ModuleNotFoundError as error:
        from advisor._missing import missing

        _refuse(missing(error))
    started()


def _refuse(what: str) -> None:
    sys.stderr.write(f"advisor: {what}\n")
    sys.exit(2)
