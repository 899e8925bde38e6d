"""What a scenario expects, and what is so instead, as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from advisor._language import N_, _
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import plain_title_of, title_of
from advisor.scenarios.expectations import Expectations, because_of

_EXPECTED = {  # what is expected of an entry in each list of a scenario
    "recommended": N_("{entry} is advised"),
    "not-recommended": N_("{entry} is not advised"),
    "found": N_("{entry} is found"),
    "not-found": N_("{entry} is not found"),
    "in-plan": N_("{entry} is in the plan"),
    "among-first": N_("{entry} is among the first steps"),
}
_BECAUSE = {  # the same where reasons are named
    "recommended": N_("{entry} is advised, among the reasons {reasons}"),
    "found": N_("{entry} is found, among the reasons {reasons}"),
    "in-plan": N_("{entry} is in the plan, among the reasons {reasons}"),
    "among-first": N_("{entry} is among the first steps, among the reasons {reasons}"),
}
THERE = {  # what is so instead, where it should not be
    "not-recommended": N_("it is advised"),
    "not-found": N_("it is found"),
}
NOT_THERE = {
    "recommended": N_("it is not advised"),
    "found": N_("it is not found"),
    "in-plan": N_("it is not in the plan"),
    "among-first": N_("it is not among the first steps"),
}
ONLY_ADVISED = {
    "in-plan": N_("it is advised, and not in the plan"),
    "among-first": N_("it is advised, and not among the first steps"),
}
OTHER_REASONS = {
    "recommended": N_("it is advised, and not because of {reasons}"),
    "found": N_("it is found, and not because of {reasons}"),
    "in-plan": N_("it is in the plan, and not because of {reasons}"),
    "among-first": N_("it is among the first steps, and not because of {reasons}"),
}


def in_words(
    expect: Expectations, knowledge: KnowledgeBase, ids: bool = True
) -> Iterator[tuple[str, Any, str]]:
    """Yield each expectation with the list it stands in and a sentence that says it.

    Without `ids` it is for people on paper: plain names, as wherever else they read of the same, and no
    reasons that must be there.
    """

    def named(id_: str) -> str:
        if ids:
            return f"{title_of(id_, knowledge).rstrip('.')} [{id_}]"
        return plain_title_of(id_, knowledge)

    if expect.wait is not None:
        yield "wait", expect.wait, _("it is right to wait and ask more")
    if expect.first is not None:
        yield "first", expect.first, _("{entry} comes first").format(entry=named(expect.first.id))
    for kind, text in _EXPECTED.items():
        listed: tuple[Any, ...] = getattr(expect, kind.replace("-", "_"))
        for each in listed:
            reasons = because_of(each) if ids else ()
            said = _(_BECAUSE[kind]) if reasons else _(text)
            yield kind, each, said.format(entry=named(each.id), reasons=", ".join(reasons))
    for pair in expect.before:
        yield "before", pair, comes_before(named(pair.first), named(pair.then))
    for stage in expect.stages:
        yield (
            "stages",
            stage,
            _("{entry} stands at {stage}").format(entry=named(stage.factor), stage=stage.is_),
        )


def comes_before(first: str, then: str) -> str:
    """Return that one thing comes before another."""
    return _("{first} comes before {then}").format(first=first, then=then)
