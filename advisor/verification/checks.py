"""What is a check: a generator of complaints, marked with how grave they are, in a module called `check_*`.

That is all there is to adding one. It is found here by its mark and known everywhere by its name: in
messages, in JSON, under `accepted`, by `knowledge check --checks`, and in docs/checks/.

Of a knowledge base that extends another only what is its own is complained of; the rest is dropped. So a
check that takes time goes over `Subject.own_rules` or `own_entries`, and compares with `compared`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

from advisor.knowledge.complaints import Complaint
from advisor.verification.subject import Subject

Severity = Literal["error", "warning"]
Finder = Callable[[Subject], Iterable[Complaint]]
SEVERITIES: tuple[Severity, ...] = ("error", "warning")
FIRST = ("check_rules", "check_usage")  # modules whose checks come first; the others by their names


@dataclass(frozen=True, slots=True)
class Check:
    """A check: `name` is the function's with hyphens, `what` the first line of its docstring."""

    name: str
    severity: Severity
    what: str
    complaints: Finder


_marked: dict[str, Check] = {}


def check(severity: Severity) -> Callable[[Finder], Finder]:
    """Mark a generator of complaints as a check."""

    def mark(finder: Finder) -> Finder:
        name = finder.__name__.replace("_", "-")
        what = (finder.__doc__ or "").partition("\n")[0]
        _marked[name] = Check(name, severity, what, finder)
        return finder

    return mark


def checks() -> list[Check]:
    """Return all checks: errors before warnings, then by module, then as they stand in it."""
    package = import_module("advisor.verification")
    for module in iter_modules(package.__path__):
        if module.name.startswith("check_"):
            import_module(f"{package.__name__}.{module.name}")
    return sorted(_marked.values(), key=_place)


def _place(check: Check) -> tuple[int, int, str]:
    module = check.complaints.__module__.rpartition(".")[2]
    return SEVERITIES.index(check.severity), FIRST.index(module) if module in FIRST else len(FIRST), module
