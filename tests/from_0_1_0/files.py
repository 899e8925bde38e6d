"""The files of 0.1.0, as they were: its knowledge with its scenarios, and the cases of `unseen/`."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from textwrap import dedent

HERE = Path(__file__).parent
KNOWLEDGE = "knowledge/"
FORMAT = "format: 1\n"


@cache
def files() -> dict[str, str]:
    """Return every file by its name, in the order of their names."""
    with tarfile.open(HERE / "files.tar.xz") as archive:
        held = {each.name: archive.extractfile(each) for each in archive if each.isfile()}
        return {name: file.read().decode() for name, file in sorted(held.items()) if file is not None}


def unpack_knowledge(folder: Path) -> Path:
    """Write the knowledge base of 0.1.0 below a folder, and return where it is."""
    for name, text in files().items():
        if name.startswith(KNOWLEDGE):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    return folder / KNOWLEDGE


def cases() -> dict[str, str]:
    """Return the text of each case by a name such as scenario/far-apart or unseen/data-fears.

    Of a scenario it is the part behind `case:`, moved to the left, as a file of its own.
    """
    return dict(_cases())


def _cases() -> Iterator[tuple[str, str]]:
    for name, text in files().items():
        path = PurePosixPath(name)
        if path.parent.name == "scenarios":
            yield f"scenario/{path.stem}", FORMAT + _case_part(text)
        elif path.parent.name == "unseen":
            yield f"unseen/{path.stem}", text


def _case_part(text: str) -> str:
    """Return the lines below `case:` up to the next key of the scenario."""
    lines = text.partition("\ncase:\n")[2].splitlines(keepends=True)
    end = next((number for number, line in enumerate(lines) if line[0] not in " \n"), len(lines))
    return dedent("".join(lines[:end]))
