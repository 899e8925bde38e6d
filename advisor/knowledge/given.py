"""The files of a knowledge base that lie in no folder: in a mapping, a zip file, or inside a package."""

from __future__ import annotations

import json
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeAlias

from advisor._language import _
from advisor._text import shown_name
from advisor.errors import Fault, FileFault, KnowledgeError
from advisor.files.read import LARGEST_FILE, display_name, reason
from advisor.knowledge.folder import (
    HEADER,
    SCENARIOS,
    SHIPPED,
    SourceFile,
    extended,
    read_folder,
    shipped_folder,
)

# The name of each file, such as rules/trust.yaml, and its text, or what would be read from it.
GivenFiles: TypeAlias = Mapping[str, str | bytes | Mapping[str, Any]]
LARGEST_BASE = 20_000_000  # bytes of all files together; the shipped knowledge has a tenth of that
MOST_FILES = 2_000
DEEPEST = 8  # folders in folders
# What the ways of packing raise, each in its own way, where a zip file is damaged or has a password.
_NO_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def files_given(source: GivenFiles | Path | Traversable) -> list[SourceFile]:
    """Return the files of a knowledge base, with those of the shipped one behind if it extends that.

    `source` maps names to contents, or is a zip file, or a folder inside a package. `KnowledgeError` if there
    is no `base.yaml`, if it extends another folder, or if something cannot be read.
    """
    if not isinstance(source, (Mapping, Path, Traversable)):
        what = _("this is an object of the type '{kind}', and no knowledge base")
        remedy = _("name a folder or a zip file, or give a mapping of files")
        label = _("knowledge")
        raise KnowledgeError([FileFault(label, 0, 0, what.format(kind=type(source).__name__), remedy)])
    if isinstance(source, Mapping):
        label, found = _("knowledge"), dict(_in_mapping(source))
    elif isinstance(source, Path):
        label, found = display_name(source), _without_folder(dict(_in_zip(source)))
    else:
        label, found = shown_name(source.name), dict(_in_package(source, "", 0))
    files = [SourceFile(name, f"{label}/{shown_name(name)}", found[name]) for name in sorted(found)]
    header = next((file for file in files if file.name == HEADER), None)
    if header is None:
        what = _("there is no knowledge base here")
        remedy = _("put a file {header} at the top of it").format(header=HEADER)
        raise KnowledgeError([FileFault(label, 0, 0, what, remedy)])
    named = extended(header)
    if named is None:
        return files
    if named.value != SHIPPED:
        what = _("only the knowledge base that comes with the program can be extended from here")
        remedy = _("write '{shipped}'").format(shipped=SHIPPED)
        raise KnowledgeError([Fault(header.label, named.line, named.column, what, remedy)])
    return [*files, *(replace(file, below=True) for file in read_folder(shipped_folder()))]


def _in_mapping(source: GivenFiles) -> Iterator[tuple[str, bytes]]:
    for name, content in source.items():
        if not isinstance(name, str) or not name.endswith(".yaml"):
            what = _("this is no name of a file that is read")
            raise KnowledgeError([FileFault(shown_name(str(name)), 0, 0, what, _("let it end in .yaml"))])
        if not _is_read(name):
            continue
        if isinstance(content, str):
            yield name, content.encode("utf-8", "surrogatepass")
        elif isinstance(content, bytes):
            yield name, content
        else:
            yield name, _written(name, content)


def _written(name: str, content: Mapping[str, Any]) -> bytes:
    """Return plain data as a file has it: JSON is YAML too."""
    try:
        return json.dumps(content, indent=1, ensure_ascii=False).encode()
    except (TypeError, ValueError, RecursionError):
        what = _("this is no text, and no plain data that a file could hold")
        remedy = _("give the text of the file, or dicts, lists and texts")
        raise KnowledgeError([FileFault(shown_name(str(name)), 0, 0, what, remedy)]) from None


def _in_zip(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as archive:
            wanted = [each for each in archive.infolist() if _is_read(each.filename)]
            _check_members(path, wanted)
            for each in wanted:
                yield each.filename, archive.read(each)
    except _NO_ZIP:
        raise _no_zip(path) from None
    except OSError as error:
        if error.errno is None:  # so bz2 tells of damage
            raise _no_zip(path) from None
        what = _("the file cannot be read: {reason}").format(reason=reason(error))
        raise _refused(path, what, _("check its name and permissions")) from error


def _no_zip(path: Path) -> KnowledgeError:
    return _refused(
        path, _("this is no zip file that can be read"), _("pack the folder anew, without a password")
    )


def _check_members(path: Path, wanted: list[zipfile.ZipInfo]) -> None:
    """Raise `KnowledgeError` for what would not be read whole: too much, or a file behind another's name."""
    sizes = [each.file_size for each in wanted]
    if len(wanted) > MOST_FILES or sum(sizes) > LARGEST_BASE or max(sizes, default=0) > LARGEST_FILE:
        raise _refused(path, _("this is too large for a knowledge base"), _("is it the right file?"))
    if len({each.filename for each in wanted}) < len(wanted):
        raise _refused(path, _("two files in it have the same name"), _("pack the folder anew"))


def _refused(path: Path, what: str, remedy: str) -> KnowledgeError:
    return KnowledgeError([FileFault(display_name(path), 0, 0, what, remedy)])


def _is_read(name: str) -> bool:
    return name.endswith(".yaml") and "/." not in f"/{name}" and SCENARIOS not in name.split("/")[:2]


def _without_folder(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return files without the one folder that they all lie in, if they do: so many programs pack them."""
    tops = {name.partition("/")[0] for name in files}
    if HEADER in files or len(tops) != 1:
        return files
    return {name.partition("/")[2]: data for name, data in files.items()}


def _in_package(folder: Traversable, above: str, depth: int) -> Iterator[tuple[str, bytes]]:
    if not folder.is_dir():
        what = _("there is no such folder in the package")
        remedy = _("name one, with importlib.resources.files(...)")
        raise KnowledgeError([FileFault(shown_name(folder.name), 0, 0, what, remedy)])
    for each in sorted(folder.iterdir(), key=lambda found: found.name):
        name = f"{above}{each.name}"
        if each.is_dir() and depth < DEEPEST:
            yield from _in_package(each, f"{name}/", depth + 1)
        elif _is_read(name):
            yield name, each.read_bytes()
