"""Files that somebody meant to be read and that are not: of another ending, or in a folder too deep."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from advisor._language import _, ngettext
from advisor._text import shown_name
from advisor.errors import FileFault
from advisor.files.read import display_name
from advisor.knowledge.folder import SCENARIOS, files_below, name_in
from advisor.knowledge.meant_files import Meant, meant_as, stem_of

MOST_NAMED = 5  # by a command that was asked for something else
_RECORDS = ["records"]  # beside scenarios, and read with them


def unread(folder: Path) -> list[FileFault]:
    """Return a fault for each file of a knowledge base that looks as if it should be read and is not."""
    return sorted(_unread(folder, folder))


def unread_scenarios(folder: Path, named: Sequence[Path] = ()) -> list[FileFault]:
    """Return the same for a folder of scenarios; no folder inside is read unless it is `named` itself."""
    read = {each.resolve() for each in named}
    return sorted(_unread(folder, folder.parent, read, is_scenarios=True))


def told_of(faults: Sequence[FileFault], all_of_them: str = "") -> list[str]:
    """Return a line for each of the first few, and how many more there are; a command may name them all."""
    left = len(faults) - MOST_NAMED
    said = ngettext("... and {n} more file is not read", "... and {n} more files are not read", left)
    more = [said.format(n=left)] if left > 0 else []
    whole = [_("All of them: {command}").format(command=all_of_them)] if more and all_of_them else []
    return [*map(str, faults[:MOST_NAMED]), *more, *whole]


def _unread(
    folder: Path, top: Path, read: Collection[Path] = (), *, is_scenarios: bool = False
) -> Iterator[FileFault]:
    by_folder: dict[Path, list[Path]] = {}
    for path in files_below(folder):
        by_folder.setdefault(path.parent, []).append(path)
    for parent, paths in by_folder.items():
        inside = name_in(top, parent / "x").split("/")[:-1]
        deep = inside[1:] if is_scenarios or inside[:1] == [SCENARIOS] else []
        if deep == _RECORDS:
            continue
        yield from _other_names(paths)
        if deep and parent.resolve() not in read:
            what = _("this scenario is not read, since it lies in a folder inside the folder of scenarios")
            remedy = _("move it to {where}/").format(where=shown_name(inside[0]))
            yield from (
                FileFault(display_name(path), 0, 0, what, remedy) for path in paths if _ends_well(path)
            )


def _other_names(paths: Sequence[Path]) -> Iterator[FileFault]:
    """Yield a fault for each file of one folder that is not read because of its name, and was meant to be."""
    beside = frozenset(path.stem for path in paths if _ends_well(path))
    for path in paths:
        if not _ends_well(path) and (meant := meant_as(path, beside=beside)) is not None:
            what = _("this file is not read, since its name does not end in .yaml")
            yield FileFault(display_name(path), 0, 0, what, _remedy(meant, path))


def _ends_well(path: Path) -> bool:
    return path.name.endswith(".yaml")


def _remedy(meant: Meant, path: Path) -> str:
    """Return what to try with a file that should be read, or else should lie elsewhere."""
    wanted = path.with_name(f"{stem_of(path)}.yaml")
    if meant == "rename" or wanted.exists():
        return _other_name(wanted)
    said = {
        "ask": _("call it {name} if it should be read, or move it out of this folder"),
        "document": _("save it as plain text (UTF-8) called {name}, or move it out of this folder"),
        "table": _("write what should be read into a file that ends in .yaml, or move this one elsewhere"),
    }
    return said[meant].format(name=shown_name(wanted.name))


def _other_name(wanted: Path) -> str:
    """Return what to call a file that should be read; not what another is called already."""
    name = shown_name(wanted.name)
    if any(each.name == wanted.name for each in wanted.parent.iterdir()):
        said = _(
            "there is a {name} beside it: give this one another name that ends in .yaml, or take it away"
        )
        return said.format(name=name)
    return _("call it {name}").format(name=name)
