"""Where a knowledge base lies, and which files make it up."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from advisor._language import _
from advisor._suggest import NEAR, nearest
from advisor.errors import Fault, FileFault, KnowledgeError
from advisor.files.read import display_name, is_hidden, is_there, names_in, quoted, read_bytes, reason

if TYPE_CHECKING:
    from advisor.files.positioned_yaml import Node

HEADER = "base.yaml"
SHIPPED = "shipped"  # what `extends` says of the knowledge base that comes with the package
SCENARIOS = "scenarios"
SCENARIO_PREFIX = "scenario:"  # how a command is given a scenario where it wants a case
_INSTALLED = Path(__file__).resolve().parent.parent / "shipped"
_IN_CHECKOUT = Path(__file__).resolve().parent.parent.parent / "knowledge"


def shipped_folder() -> Path:
    """Return the folder of the knowledge base that comes with the package."""
    return _INSTALLED if (_INSTALLED / HEADER).is_file() else _IN_CHECKOUT


def is_installed(path: Path) -> bool:
    """Return whether a file is part of the installed package, which is not ours to change."""
    return path.resolve().is_relative_to(_INSTALLED)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of a knowledge base: its name inside the folder, what messages call it, its content.

    `below` says whether it is of the knowledge base that this one extends.
    """

    name: str
    label: str
    data: bytes
    below: bool = False


def read_folder(folder: Path) -> list[SourceFile]:
    """Return the files of a knowledge base, read once, in an order that no locale or file system changes.

    Every `*.yaml` below the folder belongs to it, `scenarios/` and what is hidden aside; behind them come
    the files of the knowledge base that it extends, if it does. Raises `KnowledgeError` if there is no
    `base.yaml`, or with a fault for each file or folder that cannot be read.
    """
    files = _files_of(folder)
    below = below_of(files, folder)
    if below is None:
        return files
    what = ""
    if not _is_file(below / HEADER):
        what = _nothing_to_extend(below)
    elif below.resolve() == folder.resolve():
        what = _("a knowledge base cannot extend itself")
    else:
        others = [replace(file, below=True) for file in _files_of(below)]
        if extended(next(file for file in others if file.name == HEADER)) is None:
            return [*files, *others]
        what = _("that knowledge base extends another itself, and one level is all there is")
    raise KnowledgeError([_extends_fault(files, what)])


def _nothing_to_extend(below: Path) -> str:
    """Return why what is named as the knowledge base below is none."""
    if _is_file(below):
        return _("this is a file: a knowledge base is a folder with a {header} in it").format(header=HEADER)
    if not is_there(below):
        return _("there is no folder {folder}").format(folder=quoted(below))
    return _("there is no knowledge base in that folder")


def _extends_fault(files: Sequence[SourceFile], what: str) -> Fault:
    header = next(file for file in files if file.name == HEADER)
    node = extended(header)
    line, column = (node.line, node.column) if node else (1, 1)
    remedy = _("write '{shipped}', or the folder of another").format(shipped=SHIPPED)
    if node is not None and (near := nearest(node.value, [SHIPPED])) is not None:
        remedy = _(NEAR).format(near=near)
    return Fault(header.label, line, column, what, remedy)


def below_of(files: Sequence[SourceFile], folder: Path | None) -> Path | None:
    """Return the folder that a knowledge base extends, as its base.yaml says; None if none.

    It lies in `folder`; or in none, and then it can extend the shipped one alone.
    """
    named = extended(next(file for file in files if file.name == HEADER and not file.below))
    if named is None:
        return None
    return shipped_folder() if named.value == SHIPPED or folder is None else folder / str(named.value)


def extended(header: SourceFile) -> Node | None:
    """Return where and what a base.yaml says that it extends; None if nothing, or nothing that is a name."""
    if b"extends" not in header.data:  # the shipped one is not read twice for a word that it does not say
        return None
    from advisor.files.positioned_yaml import parse_bytes

    tree, _ = parse_bytes(header.data, header.label)
    if tree is None or not isinstance(tree.value, dict) or "extends" not in tree.value:
        return None
    node = tree.value["extends"][1]
    return node if isinstance(node.value, str) and node.value else None


def _files_of(folder: Path) -> list[SourceFile]:
    if not _is_file(folder / HEADER):
        raise KnowledgeError([_nothing_in(folder)])
    paths, faults = yaml_files(folder)
    files = []
    for path in paths:
        name = name_in(folder, path)
        if name.partition("/")[0] == SCENARIOS:
            continue
        data, fault = read_bytes(path, display_name(path))
        files.append(SourceFile(name, display_name(path), data))
        faults += [fault] if fault else []
    if faults:
        raise KnowledgeError(faults)
    return sorted(files, key=lambda file: file.name)


def name_in(folder: PurePath, path: PurePath) -> str:
    """Return what a file is called inside a folder, alike on every system: rules/trust.yaml."""
    return os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "replace")


def _nothing_in(folder: Path) -> Fault:
    """Return the fault of a folder without a header: there is none, or it cannot be looked into."""
    try:
        names_in(folder, HEADER)
        (folder / HEADER).stat()
    except PermissionError as error:
        return unreadable_folder(folder, error)
    except (OSError, ValueError):
        pass
    what, remedy = _("there is no knowledge base here"), _("name a folder with a {header} in it")
    if _is_file(folder):
        what, remedy = _("this is a file, and no knowledge base"), _("name the folder that has a {header}")
    elif not is_there(folder):
        what, remedy = _("there is no such folder"), _("check the name; a knowledge base has a {header}")
    elif (other := _header_called_otherwise(folder)) is not None:
        remedy = _("rename {other} to {{header}}").format(other=quoted(other))
    return FileFault(display_name(folder), 0, 0, what, remedy.format(header=HEADER))


def _header_called_otherwise(folder: Path) -> Path | None:
    """Return what seems meant to be the header of a knowledge base and has another name."""
    stem = HEADER.partition(".")[0]
    endings = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
    meant = [each for each in files_below(folder) if each.name.lower() in [stem + end for end in endings]]
    return next((each for each in meant if each.parent == folder), None)


def unreadable_folder(folder: Path, error: OSError) -> Fault:
    """Return the fault of a folder that cannot be looked into."""
    what = _("the folder cannot be read: {reason}").format(reason=reason(error))
    return FileFault(display_name(folder), 0, 0, what, _("check its permissions"))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def yaml_files(folder: Path) -> tuple[list[Path], list[Fault]]:
    """Return the YAML files below a folder, and a fault for each folder that cannot be looked into."""
    faults: list[Fault] = []

    def complain(error: OSError) -> None:
        faults.append(unreadable_folder(Path(os.fsdecode(error.filename or folder)), error))

    paths = [path for path in files_below(folder, complain) if path.name.endswith(".yaml")]
    return paths, faults


def files_below(folder: Path, complain: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """Yield the files below a folder, without what is hidden: that belongs to other programs."""
    for where, inner, names in os.walk(folder, onerror=complain):
        inner[:] = [name for name in inner if not is_hidden(name)]
        yield from (Path(where) / name for name in names if not is_hidden(name))


def scenario_files(folder: Path) -> list[Path]:
    """Return the scenario files of a knowledge base, sorted by name; `KnowledgeError` if it hides them."""
    try:
        return names_in(folder / SCENARIOS, ".yaml")
    except OSError as error:
        raise KnowledgeError([unreadable_folder(folder / SCENARIOS, error)]) from error


def digest_of(files: list[SourceFile]) -> str:
    """Return the SHA-256 over the names and contents of a knowledge base's files."""
    total = hashlib.sha256()
    for file in files:
        name = f"../{file.name}" if file.below else file.name
        total.update(f"{name}\0{len(file.data)}\0".encode())
        total.update(file.data)
    return total.hexdigest()
