"""Keep a checked knowledge base at hand, so that not every start reads and checks hundreds of rules.

What is kept is JSON (`frozen`), under a name made from the content of the files and of the code: a file that
changes is read and checked anew, and another model or network makes another copy. Of the knowledge base that
comes with the package a copy lies in the package, made when that was built. All others are in the user's
cache folder, under a seal: only what this program itself has written there is used, whatever else
somebody puts together. A copy that is missing, damaged, or somebody else's is made again; one that cannot be
written is done without. See docs/decisions/0001-models-and-the-compiled-copy.md.

Within one process there is one shipped knowledge base for all who want it: what is worked out of it for one
advisor, above all its circuit, serves the next. All of that lies in the knowledge base itself and goes with
it, so that of many that are used in turn none pushes out another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib.resources.abc import Traversable
from pathlib import Path

from advisor._language import _
from advisor._version import __version__
from advisor.errors import AdvisorError
from advisor.files.own_copies import keep_newest, read_own, write_own
from advisor.files.own_folder import own_folder
from advisor.files.read import read_bytes
from advisor.files.sealed import code_digest, key_in
from advisor.inference.frozen import frozen, thawed
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.folder import SourceFile, below_of, digest_of, read_folder, shipped_folder
from advisor.knowledge.given import GivenFiles, files_given

_HERE = Path(__file__).parent
LARGEST_COPY = 20_000_000  # bytes; that of the shipped knowledge is 2 MB
ALL_COPIES = 100_000_000  # bytes in the user's folder, more than a hundred copies; the oldest go first
_in_use: dict[str, KnowledgeBase] = {}  # the shipped one, by the name of its copy


def knowledge_in(folder: Path | None = None) -> KnowledgeBase:
    """Return the knowledge base in `folder` (None: the shipped one), from the copy at hand if it is current.

    The shipped one is the same object each time, until its files change.
    `KnowledgeError` with all faults if the files have any; `AdvisorError` if the package is in an archive.
    """
    if folder is not None:
        return _of_folder(folder, read_folder(folder))
    folder = _shipped()
    files = read_folder(folder)
    name = _name_of(files)
    if name not in _in_use:
        _in_use.setdefault(name, _of_folder(folder, files))
    return _in_use[name]


def _of_folder(folder: Path, files: list[SourceFile]) -> KnowledgeBase:
    return _of_files(files, folder, partial(_anew, folder.absolute()))


def knowledge_given(source: GivenFiles | Path | Traversable) -> KnowledgeBase:
    """Return the knowledge base whose files are a mapping, or lie in a zip file or inside a package.

    It has no scenarios of its own. `KnowledgeError` with all faults if the files have any.
    """
    files = files_given(source)
    return _of_files(files, None, partial(_made_of, files))


def _of_files(
    files: list[SourceFile], folder: Path | None, anew: Callable[[], KnowledgeBase]
) -> KnowledgeBase:
    name = _name_of(files)
    found = (thawed(data, anew, key) for data, key in _copies(folder, name))
    knowledge = next((each for each in found if each is not None), None)
    if knowledge is None:
        from advisor.knowledge.loader import load_files

        knowledge = load_files(files, folder)
        _keep(name, knowledge)
    knowledge.folder = folder
    knowledge.below = below_of(files, folder)
    return knowledge


def _made_of(files: list[SourceFile]) -> KnowledgeBase:
    from advisor.knowledge.loader import load_files

    return load_files(files, None)


def _anew(folder: Path) -> KnowledgeBase:
    from advisor.knowledge.loader import load_folder

    return load_folder(folder)


def add_copy(package: Path) -> None:
    """Put the copy of the shipped knowledge into the package that is being built in a folder."""
    folder = package / "shipped"
    for old in folder.glob("knowledge-*.json"):
        old.unlink()
    (folder / _name_of(read_folder(folder))).write_bytes(frozen(_anew(folder)))


def _shipped() -> Path:
    folder = shipped_folder()
    if not folder.is_dir() and any(above.is_file() for above in folder.parents):
        what = _("the knowledge that comes with the package cannot be read from an archive")
        raise AdvisorError(_("{what}; install the package, or unpack it").format(what=what))
    return folder


def _copies(folder: Path | None, name: str) -> Iterator[tuple[bytes, bytes]]:
    """Yield the copies that may be used, that of the package first, each with the key of its seal."""
    if folder is not None and folder == shipped_folder():
        data, fault = read_bytes(folder / name, name, LARGEST_COPY)
        yield from [] if fault else [(data, b"")]
    own = _own_folder()
    data_of_own = None if own is None else read_own(own / name, LARGEST_COPY)
    if own is not None and data_of_own is not None and (key := key_in(own)):
        yield data_of_own, key


def _keep(name: str, knowledge: KnowledgeBase) -> None:
    own = _own_folder()
    key = b"" if own is None else key_in(own)
    if own is None or not key:
        return
    data = frozen(knowledge, key)
    if len(data) <= LARGEST_COPY and write_own(own / name, data):
        keep_newest(own, "knowledge-*", ALL_COPIES)


def _name_of(files: list[SourceFile]) -> str:
    return f"knowledge-{__version__}-{_code_digest()}-{digest_of(files)}.json"


@cache
def _code_digest() -> str:
    """Return a name for the code that makes and reads copies, another after each change to it.

    Read once: a process goes on with the code that it began with.
    """
    knowledge = _HERE.parent / "knowledge"
    return code_digest(_HERE, knowledge, knowledge / "question_kinds", _HERE.parent / "files")


def _own_folder() -> Path | None:
    """Return the user's cache folder; None if there is none, or if the code is in no files."""
    return own_folder("cache") if _HERE.is_dir() else None
