"""How the command was started: hints name it so, and somebody can type what they say."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import click

from advisor._command import hint

_EXAMPLE = re.compile(r"^( *)advisor(?= )", re.MULTILINE)


class _Formatter(click.HelpFormatter):
    """Writes help in which the examples name the command as it was started."""

    def write_text(self, text: str) -> None:
        super().write_text(_EXAMPLE.sub(lambda found: found[1] + hint(), text))


class _Context(click.Context):
    formatter_class = _Formatter


def named_as_started(command: click.Command) -> click.Command:
    """Return a command whose help, and that of what is under it, names the command as it was started."""
    command.context_class = _Context
    for under in getattr(command, "commands", {}).values():
        named_as_started(under)
    return command


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
