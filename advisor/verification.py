"""Verification of a knowledge base: what is wrong with it, what looks wrong, and what is accepted as it is.

Each check is a small generator of complaints in a module of its kind; `ERRORS` and `WARNINGS` list them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from advisor import checks_of_cover, checks_of_rules, checks_of_texts, checks_of_use
from advisor.checking import Complaint
from advisor.errors import CaseError, Fault
from advisor.examined import Examined
from advisor.folders import read_folder
from advisor.loading import Loading, read_files
from advisor.scenarios import read_scenarios, scenario_paths

Severity = Literal["error", "warning"]
CANNOT_LOAD = "cannot-be-loaded"
STALE = "accepted-in-vain"

ERRORS: tuple[Callable[[Examined], Iterable[Complaint]], ...] = (
    checks_of_rules.never_true,
    checks_of_rules.duplicate_rules,
    checks_of_rules.waits_for_each_other,
    checks_of_use.options_nobody_can_choose,
)
WARNINGS: tuple[Callable[[Examined], Iterable[Complaint]], ...] = (
    checks_of_rules.covered_rules,
    checks_of_use.one_support,
    checks_of_use.unused_questions,
    checks_of_use.unread_answers,
    checks_of_use.nothing_concludes,
    checks_of_use.dead_ends,
    checks_of_cover.never_fired,
    checks_of_cover.always_fired,
    checks_of_cover.nothing_said,
    checks_of_texts.no_published_source,
    checks_of_texts.reason_says_the_title,
    checks_of_texts.hard_to_read,
)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a check found; `of` is the entry it is about, `check` the check's name."""

    check: str
    severity: Severity
    of: str
    fault: Fault

    def __str__(self) -> str:
        fault = self.fault
        said = Fault(fault.file, fault.line, fault.column, f"{self.severity}: {fault.what}", fault.remedy)
        return f"{said} [{self.check}]"


@dataclass(frozen=True, slots=True)
class Verified:
    """What the checks found, in the order of the files, and how much of it is accepted with a reason."""

    remarks: tuple[Remark, ...]
    accepted: int

    @property
    def errors(self) -> int:
        """Return how many errors there are."""
        return sum(remark.severity == "error" for remark in self.remarks)

    @property
    def warnings(self) -> int:
        """Return how many warnings there are."""
        return len(self.remarks) - self.errors

    @property
    def summary(self) -> str:
        """Return how much was found, in a line."""
        if not self.remarks:
            said = "Nothing to complain of"
        else:
            said = f"{_counted(self.errors, 'error')}, {_counted(self.warnings, 'warning')}"
        return f"{said}; {self.accepted} accepted with a reason." if self.accepted else f"{said}."

    def as_dict(self) -> dict[str, Any]:
        """Return what was found as plain data."""
        remarks = [
            {"check": each.check, "severity": each.severity, "of": each.of, **asdict(each.fault)}
            for each in self.remarks
        ]
        counts = {"errors": self.errors, "warnings": self.warnings, "accepted": self.accepted}
        return {**counts, "remarks": remarks}


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def name_of(check: Callable[[Examined], Iterable[Complaint]]) -> str:
    """Return what a check is called in messages and under `accepted`."""
    return check.__name__.replace("_", "-")


def check_names() -> dict[str, tuple[Severity, str]]:
    """Return every check with its severity and what it looks for."""
    found: dict[str, tuple[Severity, str]] = {
        CANNOT_LOAD: (
            "error",
            "What keeps a knowledge base from being used: unknown ids, cycles and the like.",
        ),
    }
    for severity, checks in (("error", ERRORS), ("warning", WARNINGS)):
        for check in checks:
            found[name_of(check)] = (severity, (check.__doc__ or "").partition("\n")[0])  # type: ignore[assignment]
    found[STALE] = ("warning", "Something is accepted that no check complains of any more.")
    return found


def verified(folder: Path) -> Verified:
    """Return what the checks find in the knowledge base in `folder`.

    Raises `KnowledgeError` if there is none.
    """
    loading = read_files(read_folder(folder), folder)
    if loading.knowledge is None:
        remarks = [Remark(CANNOT_LOAD, "error", "", fault) for fault in sorted(set(loading.faults))]
        return Verified(tuple(remarks), 0)
    try:
        scenarios = read_scenarios(scenario_paths(loading.knowledge).values(), loading.knowledge)
    except CaseError as error:
        remarks = [Remark(CANNOT_LOAD, "error", "", fault) for fault in error.faults]
        return Verified(tuple(remarks), 0)
    found = list(_found(Examined(loading.knowledge, scenarios), loading))
    used: set[tuple[str, str]] = set()
    left = [remark for remark in found if not _is_accepted(remark, loading, used)]
    left += _stale(loading, used)
    return Verified(
        tuple(sorted(left, key=lambda remark: remark.fault)),
        len(found) + len(_stale(loading, used)) - len(left),
    )


def _found(examined: Examined, loading: Loading) -> Iterator[Remark]:
    for severity, checks in (("error", ERRORS), ("warning", WARNINGS)):
        for check in checks:
            for id_, word, what, remedy in check(examined):
                if examined.knowledge.is_own(id_):
                    fault = loading.places.fault(id_, word, what, remedy)
                    yield Remark(name_of(check), severity, id_, fault)  # type: ignore[arg-type]


def _is_accepted(remark: Remark, loading: Loading, used: set[tuple[str, str]]) -> bool:
    for accepted, _, _ in loading.accepted:
        if accepted.check == remark.check and remark.of in accepted.ids:
            used.add((accepted.check, remark.of))
            return True
    return False


def _stale(loading: Loading, used: set[tuple[str, str]]) -> list[Remark]:
    """Return a remark for everything that is accepted and that no check complains of."""
    remarks = []
    for accepted, file, node in loading.accepted:
        for id_ in accepted.ids:
            if (accepted.check, id_) not in used:
                place = node.at(("of",))
                what = f"'{accepted.check}' does not complain of '{id_}'"
                fault = Fault(file, place.line, place.column, what, "take it out here")
                remarks.append(Remark(STALE, "warning", id_, fault))
    return remarks
