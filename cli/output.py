"""Where the results of commands go: to the terminal, to an open stream, or into a file that loses nothing."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from advisor._language import _


class _Kind(NamedTuple):
    """Which files may be replaced by a format: how their names end, and how their content begins.

    Where the beginning tells the format, a name may say nothing of it (`also`). What programs read is
    printed in UTF-8, whatever the terminal's encoding.
    """

    usual: tuple[str, ...]
    also: tuple[str, ...] = ()
    begins: re.Pattern[bytes] = re.compile(rb"(?!(?s:.*)\0)")
    as_utf8: bool = True


_AT_ONCE = getattr(os, "O_NONBLOCK", 0)  # a pipe that nobody reads is refused, not waited for
_BEGIN = 4096  # bytes of a file that are looked at
_MARKUP = re.compile(rb"(?!(?s:.*)\0)\s*<")
_MARKDOWN, _PLAIN = (".md", ".markdown"), (".txt", ".text", ".log", ".out", "")
_KINDS = {
    "text": _Kind((".txt", ".log"), (*_PLAIN, *_MARKDOWN), as_utf8=False),
    "markdown": _Kind(_MARKDOWN, _PLAIN),
    "json": _Kind((".json",), _PLAIN, re.compile(rb"(?!(?s:.*)\0)\s*[\[{]")),
    "html": _Kind((".html", ".htm"), (*_PLAIN, ".xhtml"), _MARKUP),
    "svg": _Kind((".svg",), (*_PLAIN, ".xml"), _MARKUP),
    "junit": _Kind((".xml",), (*_PLAIN, ".junit"), _MARKUP),
    # A document of ours that somebody has worked on since is theirs: a word processor packs it otherwise.
    "docx": _Kind((".docx",), (), re.compile(rb"PK(?s:.*)<dc:identifier>partnership-advisor<")),
    "dot": _Kind((".dot", ".gv"), _PLAIN),
    "csv": _Kind((".csv",), (), re.compile(rb"")),  # a spreadsheet may have written it in UTF-16
    "parquet": _Kind((".parquet",), (), re.compile(rb"PAR1")),
    "xlsx": _Kind((".xlsx",), (), re.compile(rb"PK")),
    "yaml": _Kind((".yaml", ".yml"), _PLAIN),
}
# What other programs write: a file of ours under such a name could not be opened by them.
_OF_OTHERS = frozenset(
    ".doc .docx .odt .rtf .pdf .pages .xls .ods .tsv .ppt .pptx .odp .png .jpg .jpeg .gif .zip .gz".split()  # noqa: SIM905 (a list that one reads as words)
)
_KNOWN = (_OF_OTHERS | {ending for kind in _KINDS.values() for ending in kind.usual}) - {*_PLAIN}
_NUMBERED = re.compile(r"\.[0-9][0-9-]*")  # of a version or a day, as in report.2 and report.2026-11-27
# How our own inputs begin, as YAML or JSON: whatever its name is, such a file is somebody's work.
_OURS = re.compile(rb"(?m)^(format|.{0,3}\{\s*\"format\")[ \t]*:[ \t]*[0-9]")


def put_out(text: str | bytes, output: Path | None, format_: str = "text", *, shared: bool = False) -> None:
    """Print `text`, or write it to `output` whole or not at all, if nothing is lost by that.

    `format_` is what it is written in: a file of another kind is not replaced, nor begun. What is no text is
    not printed. What is `shared` may be read by all who share its folder.
    """
    if output is None:
        if isinstance(text, bytes):
            told = _(
                "{format} is for a word processor and cannot be shown here; say which file to write, "
                "as in -o {file}"
            )
            raise click.UsageError(told.format(format=format_, file=f"advice{_KINDS[format_].usual[0]}"))
        as_utf8 = _KINDS[format_].as_utf8
        click.echo(text.encode(errors="backslashreplace") if as_utf8 else text, nl=False)
        return
    keep_others(output, format_)
    if _is_stream(output):
        _send(text if isinstance(text, bytes) else text.encode(), output)
        return
    from advisor.files.read import quoted
    from advisor.files.write import write_atomically

    write_atomically(output, text, shared=shared)
    click.echo(_("written to {file}").format(file=quoted(output)), err=True)


def put_all(texts: Mapping[str, str | bytes], folder: Path, format_: str, shared: bool) -> None:
    """Write texts into a folder by their names, if no file that is there would be lost by any of them."""
    from advisor.files.new_folder import made_folder

    made_folder(folder, shared)
    for name in texts:
        keep_others(folder / name, format_)
    for name, text in texts.items():
        put_out(text, folder / name, format_, shared=shared)


def put_json(data: Any, output: Path | None = None) -> None:
    """Print data as JSON, or write them to `output` as `put_out` does."""
    put_out(json.dumps(data, indent=2, ensure_ascii=False) + "\n", output, "json")


def keep_others(output: Path, format_: str, option: str = "-o") -> None:
    """Refuse an output that names what was read in this run, or a file of another kind than the format."""
    from advisor.files.inputs import was_read
    from advisor.files.read import quoted

    if was_read(output):
        said = _("{option} names {file}, which is read here and would be lost; choose another file")
        raise click.UsageError(said.format(option=option, file=quoted(output)))
    if _is_other_kind(output, _KINDS[format_]):
        said = _(
            "{option} names {file}, which is there and is no {format} that was written before, and would be "
            "lost; choose another file, such as one that ends in {endings}"
        )
        endings = _(" or ").join(_KINDS[format_].usual)
        named = {"option": option, "file": quoted(output), "format": format_}
        raise click.UsageError(said.format(**named, endings=endings))
    refuse_ending(output, format_, option)


def refuse_ending(path: Path, format_: str, option: str) -> None:
    """Refuse a name that ends as the files of another format or program do, which could not open it."""
    from advisor.files.read import quoted

    kind, ending = _KINDS[format_], _ending(path)
    if ending in _KNOWN - {*kind.usual, *kind.also} and not _is_stream(path):
        said = _(
            "{option} names {file}, but what is written is {format}, and no program would open it as "
            "{ending}; choose a name that ends in {endings}"
        )
        named = {"option": option, "file": quoted(path), "format": format_, "ending": ending}
        raise click.UsageError(said.format(**named, endings=_(" or ").join(kind.usual)))


def _is_other_kind(output: Path, kind: _Kind) -> bool:
    """Return whether there is a file with something in it which is of another kind, as far as can be told."""
    from advisor.files.place import place_of

    try:
        place = place_of(output)
        if isinstance(place, int) or not place.is_file() or not place.stat().st_size:
            return False
        is_settings = place.name.startswith(".") and not place.suffix
        if is_settings or _ending(place) not in (*kind.usual, *kind.also):
            return True
        with place.open("rb") as file:
            begin = file.read(_BEGIN)
    except (OSError, ValueError):
        return False  # whoever writes it will say what is wrong
    return not kind.begins.match(begin) or bool(_OURS.search(begin))


def _ending(place: Path) -> str:
    """Return how a name ends, in small letters; none is seen in a number behind a point."""
    return "" if _NUMBERED.fullmatch(place.suffix) else place.suffix.lower()


def _is_stream(output: Path) -> bool:
    """Return whether a path is an open stream, a terminal or a pipe: writing there replaces nothing."""
    from advisor.files.place import place_of

    try:
        place = place_of(output)
        return isinstance(place, int) or place.is_char_device() or place.is_fifo()
    except (OSError, ValueError):
        return False


def _send(data: bytes, output: Path) -> None:
    """Write to a stream, behind what was printed before; `AdvisorError`, which says why, if it cannot be."""
    from advisor.files.place import place_of
    from advisor.files.write import unwritten

    place = place_of(output)
    own = {1: sys.stdout, 2: sys.stderr}.get(place) if isinstance(place, int) else None
    if own is not None:
        click.echo(data, file=own, nl=False)
        return
    try:
        file = os.dup(place) if isinstance(place, int) else os.open(place, os.O_WRONLY | _AT_ONCE)
        if hasattr(os, "set_blocking"):
            os.set_blocking(file, True)
        with os.fdopen(file, "wb") as stream:
            stream.write(data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritten(output, error) from error
