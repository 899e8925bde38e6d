"""What the checks found, in a form for readers and for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from advisor._language import _, ngettext
from advisor.errors import Fault
from advisor.verification.checks import Severity

PAGES = "docs/checks"  # a page for each check: what to avoid, what to prefer, and why
# What is left out where there is too much to look through; of checks that are not named, rules.
PAIRS, PARTS = ("covered-rules", "opposite-signs"), ("redundant-parts",)  # what is compared, if not rules


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

    @property
    def page(self) -> str:
        """Return the page about the check: what to avoid, what to prefer, and why."""
        return f"{PAGES}/{self.check}.md"


@dataclass(frozen=True, slots=True)
class Verification:
    """What the checks found, in the order of the files, and how much of it is accepted with a reason.

    `not_compared` says for each check how much it left out, since that rests on too much to look through.
    """

    remarks: tuple[Remark, ...]
    accepted: int
    not_compared: Mapping[str, int] = field(default_factory=dict)

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
        if self.remarks:
            errors = ngettext("{n} error", "{n} errors", self.errors).format(n=self.errors)
            said = (
                f"{errors}, {ngettext('{n} warning', '{n} warnings', self.warnings).format(n=self.warnings)}"
            )
        elif self.not_compared:
            said = _("Nothing to complain of in what was compared")
        else:
            said = _("Nothing to complain of")
        if not self.accepted:
            return f"{said}."
        return _("{said}; {accepted} accepted with a reason.").format(said=said, accepted=self.accepted)

    @property
    def checks(self) -> list[str]:
        """Return the names of the checks that complain, each once."""
        return sorted({remark.check for remark in self.remarks})

    @property
    def left_out(self) -> list[str]:
        """Return a line for each check that did not compare everything."""
        return [f"{_left_out(check, number)} [{check}]" for check, number in self.not_compared.items()]

    def as_dict(self) -> dict[str, Any]:
        """Return what was found as plain data."""
        remarks = [
            {"check": each.check, "page": each.page, "severity": each.severity, "of": each.of}
            | asdict(each.fault)
            for each in self.remarks
        ]
        for remark in remarks:
            del remark["path"]  # the line and the column lead to it
        counts = {"errors": self.errors, "warnings": self.warnings, "accepted": self.accepted}
        return {**counts, "not-compared": dict(self.not_compared), "remarks": remarks}


def _left_out(check: str, number: int) -> str:
    """Return in words that so many things were not compared."""
    if check in PAIRS:
        said = ngettext(
            "{n} pair was not compared, because what it rests on is too much to look through",
            "{n} pairs were not compared, because what they rest on is too much to look through",
            number,
        )
    elif check in PARTS:
        said = ngettext(
            "{n} part was not compared, because what it rests on is too much to look through",
            "{n} parts were not compared, because what they rest on is too much to look through",
            number,
        )
    else:
        said = ngettext(
            "{n} rule was not compared, because what it rests on is too much to look through",
            "{n} rules were not compared, because what they rest on is too much to look through",
            number,
        )
    return said.format(n=number)
