"""What an explanation is made of: a tree of reasons.

A `Reason` is a rule that fired, or something that such a rule concluded; its leaves are answers, quoted in
the words of the question.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from advisor.explanation.explained import Explained
from advisor.inference.firing import Basis, SourceRef
from advisor.knowledge.rules import Strength

ReasonKind = Literal["rule", "conclusion", "answer", "count"]
Speaking = Literal["for", "against", "take-care"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One node of the tree.

    `id` is that of the rule, the thing concluded or the question; `kind` is `rule`, `conclusion`, `answer` or
    `count`. `text` says it for a leader. For a rule `because` is its rationale, `basis` whether the source
    makes the link or this project does, and `source` where it rests. `below` is what it rests on; what stands
    elsewhere, before this or under `Why.further`, is not repeated: it is `seen_before`. `strength` is that of
    a reason to recommend; `speaks` is `for`, `against` or `take-care`.
    """

    id: str
    kind: ReasonKind
    text: str
    because: str = ""
    basis: Basis | Literal[""] = ""
    source: SourceRef | None = None
    strength: Strength | Literal[""] = ""
    speaks: Speaking = "for"
    below: tuple[Reason, ...] = ()
    seen_before: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Why(Explained):
    """The reasons for one conclusion: `verdict` says what was concluded; strongest reasons first.

    `further` are conclusions that lie more than `DEEPEST` levels down, each with what it rests on, so that
    no tree is ever so deep that programs cannot read it. Of a factor `decided_by` are the signs, ids of
    rules, without which it would stand elsewhere.
    """

    id: str
    kind: str
    title: str
    verdict: str
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...] = ()
    further: tuple[Reason, ...] = ()
    decided_by: tuple[str, ...] = ()
