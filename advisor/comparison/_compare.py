"""The comparison: from the cases of several people to what may be told of them together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from advisor._command import typed_or_called
from advisor._language import N_, _, ngettext
from advisor.advice.naming import factor_names
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.comparison.differences import agreed_well, answers_apart, factors_seen, worth_telling
from advisor.comparison.model import (
    COMPARISON_SCHEMA_VERSION,
    AlertRaised,
    Comparison,
    FactorSeen,
    Topic,
    View,
)
from advisor.comparison.privacy import counts_of, view_of, worth_a_talk
from advisor.comparison.seen import Seen, seats_told, seen_by
from advisor.comparison.together import steps_together
from advisor.comparison.voices import (
    heard,
    nameless_told,
    names_of,
    names_told,
    seat_of,
    set_aside_told,
    silent_told,
    voices_of,
)
from advisor.errors import AdvisorError
from advisor.knowledge.base import KnowledgeBase

BEGINS = N_("Each tells of the last time that it mattered. The others listen, and ask only to understand.")


def compare(
    cases: Iterable[Case],
    knowledge: KnowledgeBase | Reasoner,
    asked: int | None = None,
    unread: Sequence[str] = (),
) -> Comparison:
    """Return how several people see one partnership, with no more in it than may be shown.

    `asked` is how many were asked to answer, `unread` names files of theirs that could not be read. Of
    several cases of one person the latest counts; who has answered nothing is no voice. `AdvisorError` if
    fewer than two people speak, or more than were asked, or of several partnerships; `CaseError` if a case
    has answers that no question knows.
    """
    reasoner = knowledge if isinstance(knowledge, Reasoner) else Reasoner(knowledge, "columnar")
    who = heard(cases)
    counted = who.cases
    if asked is not None and asked < len(counted):
        said = _(
            "{n} people have answered, so {asked} cannot be all who were asked; give {option} another number"
        )
        option = typed_or_called("--asked", "'asked'")
        raise AdvisorError(said.format(n=len(counted), asked=asked, option=option))
    across = {"centre", "partner"} <= {seat_of(case) for case in counted}
    seen = [seen_by(case, reasoner, across=across) for case in counted]
    view = view_of(counted, who.silent)
    about = [*set_aside_told(who.set_aside), *silent_told(len(who.silent)), *nameless_told(counted)]
    left_out = len(unread) + len(who.silent)
    around = _Around(view, names_of(counted), asked, len(counted), left_out, tuple(about), tuple(unread))
    alerts = frozenset[str]().union(*(each.alerts for each in seen))
    factors = factors_seen(seen, _named_factors(reasoner.knowledge))
    found = _for_all(around, alerts, worth_a_talk(factors), seen[0], reasoner.knowledge)
    if view == "counts":
        return replace(found, counts=counts_of(factors, all_answered=not found.waits))
    return _opened(found, counted, seen, factors, reasoner.knowledge) if view == "open" else found


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known of the files without a look at an answer."""

    view: View
    names: tuple[str, ...]
    asked: int | None
    answered: int
    left_out: int
    about: tuple[str, ...]
    unread: tuple[str, ...]


def _for_all(
    around: _Around, alerts: frozenset[str], talk: Sequence[str], any_one: Seen, knowledge: KnowledgeBase
) -> Comparison:
    """Return what anybody may read.

    Of the answers nothing comes in but which alerts somebody raised and which factors are worth a talk; so
    nothing else of them can go out. (`any_one` tells the knowledge base only.)
    """
    is_open = around.view == "open"
    unread = len(around.unread)
    notes = [*names_told(around.names, is_open), *around.about]
    if unread and not is_open:
        said = ngettext(
            "{n} file could not be read and is left out.",
            "{n} files could not be read and are left out.",
            unread,
        )
        notes.append(said.format(n=unread))
    named = {id_: (name, title) for id_, name, title in _named_factors(knowledge)}
    return Comparison(
        schema_version=COMPARISON_SCHEMA_VERSION,
        knowledge=any_one.knowledge,
        view=around.view,
        partnership=around.names[0] if len(around.names) == 1 else "",
        names=around.names if is_open and len(around.names) > 1 else (),
        asked=around.asked,
        answered=around.answered,
        left_out=around.left_out,
        alerts=tuple(_alert(id_, knowledge) for id_ in knowledge.ids_of("alert") if id_ in alerts),
        notes=tuple(notes),
        unread=around.unread if is_open else (),
        talk=tuple(Topic(id_, *named[id_], _begins(id_, knowledge)) for id_ in talk),
        counts=(),
        voices=(),
        factors=(),
        strong=(),
        agreed=(),
        to_tell=(),
        joint=(),
    )


def _opened(
    found: Comparison,
    cases: Sequence[Case],
    seen: Sequence[Seen],
    factors: tuple[FactorSeen, ...],
    knowledge: KnowledgeBase,
) -> Comparison:
    """Return the comparison with who said what."""
    voices = voices_of(cases)
    apart = sorted((each for each in factors if each.apart), key=lambda each: -(each.apart or 0))
    topics = (
        Topic(
            each.factor,
            each.name,
            each.title,
            _begins(each.factor, knowledge),
            each.apart,
            answers_apart(each.factor, seen, knowledge),
        )
        for each in apart
    )
    return replace(
        found,
        notes=(*found.notes, *seats_told(voices, knowledge)),
        talk=tuple(topics),
        voices=voices,
        factors=factors,
        strong=tuple(each.factor for each in factors if set(each.stages) == {"confident"}),
        agreed=agreed_well(seen, knowledge),
        to_tell=worth_telling(seen, knowledge),
        joint=steps_together(cases, {each.factor: each.name for each in factors}, knowledge),
    )


def _alert(id_: str, knowledge: KnowledgeBase) -> AlertRaised:
    """Return an alert in the words that hold for everybody: others would tell what somebody answered."""
    alert = knowledge.entry(id_)
    return AlertRaised(alert.id, alert.title, alert.text, alert.turn_to)


def _named_factors(knowledge: KnowledgeBase) -> list[tuple[str, str, str]]:
    """Return the factors in the order of the study, each with its plain name and its title there."""
    names = factor_names(knowledge)
    return [(factor.id, names[factor.id], factor.title) for factor in knowledge.of_kind("factor")]


def _begins(factor: str, knowledge: KnowledgeBase) -> str:
    said: str = knowledge.entry(factor).talk_begins or _(BEGINS)
    return said
