"""Which case files lie in a folder, so that nobody has to type the name of the only one."""

from __future__ import annotations

import re
from pathlib import Path

from advisor._command import hint
from advisor.errors import AdvisorError
from advisor.files.read import quoted, read_bytes

USUAL = "my-case.yaml"  # what a case is called where nobody says otherwise
EXAMPLE = "scenario:health-visitors"
MOST_NAMED = 5
_A_CASE = re.compile(rb"(?m)^format:[ \t]*[0-9].*^(answers|partnership):", re.S)
_NO_CASE = re.compile(rb"(?m)^(id|rules|expectations|extends|name):")  # a scenario, a knowledge base


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


def only_case_in(folder: Path) -> Path:
    """Return the one case that lies in `folder`; `AdvisorError` says what to type where there is not one."""
    cases = cases_in(folder)
    if len(cases) == 1:
        return cases[0]
    if not cases:
        raise AdvisorError(
            f"CASE: no case lies here; answer the questions with: {hint('interview')}, "
            f"or look at an example with: {hint('advise', EXAMPLE)}"
        )
    named = ", ".join(map(quoted, cases[:MOST_NAMED]))
    more = f" and {len(cases) - MOST_NAMED} more" if len(cases) > MOST_NAMED else ""
    raise AdvisorError(
        f"CASE: several cases lie here ({named}{more}); name one, as in: {hint('advise', str(cases[0]))}"
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
    return fault is None and bool(_A_CASE.search(data)) and not _NO_CASE.search(data)
