"""Which case files lie in a folder, so that nobody has to type the name of the only one."""

from __future__ import annotations

import re
from pathlib import Path

from advisor._command import hint
from advisor._language import _
from advisor.errors import AdvisorError
from advisor.files.read import quoted, read_bytes

USUAL = "my-case.yaml"  # what a case is called where nobody says otherwise
EXAMPLE = "scenario:health-visitors"
MOST_NAMED = 5
_QUOTE = rb"['\"]?"
_FORMAT = re.compile(
    rb"(?m)^(?:\xef\xbb\xbf)?" + _QUOTE + rb"format" + _QUOTE + rb"[ \t]*:[ \t]*" + _QUOTE + rb"[0-9]"
)
_SAID = re.compile(rb"(?m)^(?:\xef\xbb\xbf)?" + _QUOTE + rb"(answers|partnership)" + _QUOTE + rb"[ \t]*:")
_NO_CASE = re.compile(
    rb"(?m)^(?:\xef\xbb\xbf)?(id|rules|expectations|extends|name):"
)  # a scenario, knowledge


def cases_in(folder: Path) -> list[Path]:
    """Return the files in `folder` that are laid out as cases, also damaged ones; the usual name first.

    A folder that cannot be looked into has none.
    """
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in (".yaml", ".yml"))
    except OSError:
        return []
    cases = [Path(path.name) for path in found if _looks_like_a_case(path)]
    return sorted(cases, key=lambda path: (path.name != USUAL, path.name))


def may_be_cases_in(folder: Path) -> list[str]:
    """Return the names of the YAML files in `folder` that are not laid out as something else, in their order.

    `AdvisorError` if the folder cannot be looked into.
    """
    try:
        found = sorted(path.name for path in folder.iterdir() if path.suffix.lower() in (".yaml", ".yml"))
    except FileNotFoundError:
        raise AdvisorError(
            _("{folder}: there is no such folder; name the folder in which the cases lie").format(
                folder=quoted(folder)
            )
        ) from None
    except NotADirectoryError:
        this_is = _("{folder}: this is a file; name the folder in which the cases lie")
        raise AdvisorError(this_is.format(folder=quoted(folder))) from None
    except (OSError, ValueError) as error:  # a name with a NUL in it is no name
        why = (error.strerror if isinstance(error, OSError) else str(error)) or type(error).__name__
        this_is = _("{folder}: this folder cannot be looked into ({why}); name another")
        raise AdvisorError(this_is.format(folder=quoted(folder), why=why)) from None
    return [name for name in found if not _is_laid_out_as_something_else(folder / name)]


def some_cases_in(folder: Path) -> list[str]:
    """Return the same; `AdvisorError` also if there is none."""
    names = may_be_cases_in(folder)
    if not names:
        said = _("{folder}: no case lies in this folder; name a folder with files of cases (.yaml)")
        raise AdvisorError(said.format(folder=quoted(folder)))
    return names


def only_case_in(folder: Path, command: str = "advise", *words: str) -> Path:
    """Return the one case that lies in `folder`; `AdvisorError` says what to type where there is not one.

    That is `command`, with `words` behind the name of a case.
    """
    cases = cases_in(folder)
    if len(cases) == 1:
        return cases[0]
    if not cases:
        raise AdvisorError(
            _(
                "CASE: no case lies here; answer the questions with: {interview}, "
                "or look at an example with: {advise}"
            ).format(interview=hint("interview"), advise=hint("advise", EXAMPLE))
        )
    named = ", ".join(map(quoted, cases[:MOST_NAMED]))
    if len(cases) > MOST_NAMED:
        named = _("{names} and {more} more").format(names=named, more=len(cases) - MOST_NAMED)
    raise AdvisorError(
        _("CASE: several cases lie here ({names}); name one, as in: {command}").format(
            names=named, command=hint(command, str(cases[0]), *words)
        )
    )


def free_name_in(folder: Path) -> Path:
    """Return the usual name of a case, or the first with a number behind it that is not taken."""
    number, path = 1, Path(USUAL)
    while (folder / path).exists() or (folder / path).is_symlink():
        number += 1
        path = Path(f"{Path(USUAL).stem}-{number}.yaml")
    return path


def _looks_like_a_case(path: Path) -> bool:
    data, fault = read_bytes(path, path.name)
    return fault is None and bool(_FORMAT.search(data) and _SAID.search(data)) and not _NO_CASE.search(data)


def _is_laid_out_as_something_else(path: Path) -> bool:
    data, fault = read_bytes(path, path.name)
    return fault is None and bool(_NO_CASE.search(data))
