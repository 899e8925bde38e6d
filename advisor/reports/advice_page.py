"""What every part of the page with the advice looks at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from advisor.advice.model import Advice, FindingAdvice
from advisor.cases.facts import initial_facts
from advisor.cases.sound import plain_case
from advisor.inference.firing import Firing
from advisor.inference.wording import Wording
from advisor.knowledge.base import KnowledgeBase
from advisor.reports.wording import citation


@dataclass
class AdvicePage:
    """Advice, what it rests on, and whether everything is to be shown or what matters most.

    `case_name` is how the user named the case.
    """

    advice: Advice
    knowledge: KnowledgeBase
    full: bool
    case_name: str

    def firing(self, id_: str) -> Firing:
        """Return the firing with this id."""
        return self.advice.firing(id_)

    def because(self, id_: str) -> str:
        """Return the reason that a rule which fired gives, and where it comes from."""
        firing = self.firing(id_)
        return f"{firing.because} ({citation(firing, self.knowledge)})"

    @cached_property
    def _wording(self) -> Wording:
        case = plain_case(dict(self.advice.case))  # which takes it apart
        given = initial_facts(case, self.knowledge) if case else ()
        return Wording(self.knowledge, {*given, *(firing.concludes for firing in self.advice.firings)})

    def own_short(self, id_: str) -> str | None:
        """Return what a reason itself says to do, in the words for this case; None if nothing."""
        short: str | None = self._wording.entry(id_).short
        return short

    def title(self, id_: str) -> str:
        """Return the title of an entry."""
        title: str = self.knowledge.entry(id_).title
        return title

    def findings(self, kind: str) -> list[FindingAdvice]:
        """Return what was found of one kind of entry."""
        return [finding for finding in self.advice.findings if finding.kind == kind]
