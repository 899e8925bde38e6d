"""What is meant by a name: the number of a step, a title or a beginning of one, or an id."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from advisor._given import TEXT, names_in, takes
from advisor._language import _, ngettext
from advisor._suggest import MARKS_AROUND, did_you_mean, nearest
from advisor._text import shown
from advisor.errors import UnknownIdError
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import STAGE_WORDS

if TYPE_CHECKING:
    from advisor.advice.model import Advice

MOST_CHOICES = 6
MOST_TYPED = 200  # a title is shorter; more is a slip of the mouse
_STEP = "step|no|number"
_IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]")
_BETWEEN = re.compile(r"[\s_-]+")
_ARTICLE = re.compile(r"^(?:an?|the) ")


@takes(text=TEXT)
def named(
    text: str, knowledge: KnowledgeBase, advice: Advice | None = None, kinds: Collection[str] = ()
) -> str:
    """Return the id of what is meant by a text.

    That is the number of a step in the plan of `advice`, as its page numbers them; an id, also in [brackets];
    a title in any case, or a factor's plain name in the interview; or the beginning of one of these, if
    nothing else begins so. What is of these `kinds` is meant before anything else.

    `UnknownIdError` if nothing is meant, with what is near, or if several things may be, with which.
    """
    typed = text[:MOST_TYPED]
    if advice is not None:
        number = number_in(typed, _STEP)
        if number is not None:
            return _step(number, advice)
        if typed in advice.firings.by_id:
            return typed
        if number_in(plain(typed), _STEP) is not None:
            raise _no_step(typed, advice)
    names, kinds = _Names(knowledge, advice), [*names_in(kinds)]
    found = (_Names(knowledge, advice, kinds).meant(typed) if kinds else []) or names.meant(typed)
    if len(found) == 1:
        return found[0]
    if found:
        raise _several(typed, found, knowledge)
    raise _none(typed, _Names(knowledge, advice, kinds) if kinds else names)


def is_number(text: str) -> bool:
    """Return whether a text is the number of a step, as `named` takes it."""
    return number_in(text[:MOST_TYPED], _STEP) is not None


def number_in(text: str, called: str) -> int | None:
    """Return the number that is all of a text, also behind a word such as `called`: "a|b" are two of them.

    A hyphen before it is a sign, and -1 numbers nothing.
    """
    said = " ".join(text.casefold().replace("_", " ").split()).strip(MARKS_AROUND)
    found = re.fullmatch(rf"(?:(?:an?|the) )?(?:(?:{called})(?:\.? |[.-])|# ?)?0*([0-9]{{1,20}})", said)
    return None if found is None else int(found[1])


def _step(number: int, advice: Advice) -> str:
    """Return what stands at a number in the plan."""
    if 1 <= number <= len(advice.plan):
        return advice.plan[number - 1].id
    raise _no_step(str(number), advice)


def _no_step(typed: str, advice: Advice) -> UnknownIdError:
    number = typed if typed.isdigit() else f"'{shown(typed)}'"
    if not advice.plan:
        what = _("there is no step {number}: this advice has no steps yet")
        return UnknownIdError(what.format(number=number))
    what = ngettext(
        "there is no step {number}; the advice has {n} step",
        "there is no step {number}; the steps of the advice are 1 to {n}",
        len(advice.plan),
    )
    return UnknownIdError(what.format(number=number, n=len(advice.plan)))


class _Names:
    """All names of all entries that may be meant, as they are compared; rules and questions come last."""

    def __init__(self, knowledge: KnowledgeBase, advice: Advice | None, kinds: Collection[str] = ()) -> None:
        self.knowledge = knowledge
        self._steps = [] if advice is None else [(step.short, step.id) for step in advice.plan]
        self._kinds = [kind for kind in knowledge.kinds.names if not kinds or kind in kinds]
        self._last = [kind for kind in self._kinds if kind in ("rule", "question")]
        self._entries = [kind for kind in self._kinds if kind not in self._last]

    def meant(self, typed: str) -> list[str]:
        """Return what may be meant by a text: one id, several, or none."""
        ids = [typed, *(each.strip() for each in _IN_BRACKETS.findall(typed))]
        by_id = [id_ for id_ in ids if self.knowledge.has(id_, self._kinds)]
        if by_id:
            return by_id[:1]
        for said in dict.fromkeys(plain(part) for part in _parts(typed)):
            found = self._titled(said) if said else []
            if found:
                return found
        return []

    def _titled(self, said: str) -> list[str]:
        """Return what has this name, or else what has a name that begins so."""
        same = [id_ for id_ in self.knowledge.ids(self._kinds) if plain(id_) == said]
        if same:
            return same
        names = [(plain(name), id_) for name, id_ in self.titles(self._entries)]
        found = [id_ for name, id_ in names if name == said] or self._last_titled(said)
        return list(dict.fromkeys(found or [id_ for name, id_ in names if name.startswith(said)]))

    def _last_titled(self, said: str) -> list[str]:
        """Return the questions and rules with this title; there are too many for a beginning to mean one."""
        return [id_ for name, id_ in self.titles(self._last) if plain(name) == said]

    def titles(self, kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield all that entries of `kinds` are called, each with the id, in their order."""
        knowledge = self.knowledge
        yield from ((knowledge.entry(id_).title, id_) for id_ in knowledge.ids(kinds))
        for name, id_ in (*plain_names(knowledge), *self._steps):
            if knowledge.has(id_, kinds):
                yield name, id_

    def near(self, typed: str) -> str:
        """Return what to try instead: what has the text in its title, what is nearest, or the list."""
        said, names = plain(typed), list(self.titles(self._entries))
        inside = [id_ for name, id_ in names if f" {said}" in f" {plain(name)}"]
        if inside:
            return _which(list(dict.fromkeys(inside)), self.knowledge)
        known = {plain(id_): id_ for id_ in self.knowledge.ids(self._entries)}
        known |= {plain(name): id_ for name, id_ in names}
        near = nearest(said, known)
        if near is None:
            return did_you_mean(said, known)
        by_title = any(plain(name) == near for name, _id in names)
        return _which([known[near]], self.knowledge, with_ids=not by_title)


def plain_names(knowledge: KnowledgeBase) -> list[tuple[str, str]]:
    """Return how the interview names the factors, each with its id."""
    placings = [question for question in knowledge.questions.values() if question.kind == "placing"]
    return [(row.text, row.id) for question in placings for row in question.rows]


def factor_names(knowledge: KnowledgeBase) -> dict[str, str]:
    """Return what the interview calls each factor, by its id; its title where it asks for none."""
    plain = {id_: name for name, id_ in plain_names(knowledge)}
    return {factor.id: plain.get(factor.id, factor.title) for factor in knowledge.of_kind("factor")}


def _parts(typed: str) -> Iterator[str]:
    """Yield a text, then without a number before it, then without what stands behind a colon."""
    yield typed
    rest = re.sub(r"^\s*[0-9]{1,6}[.)]\s+", "", typed)
    yield rest
    yield rest.partition(":")[0]


def plain(name: str) -> str:
    """Return a name as it is compared: without case, hyphens, a first article, and the marks around it."""
    plain = _BETWEEN.sub(" ", name.casefold().replace("\u2019", "'")).strip(MARKS_AROUND)
    return _ARTICLE.sub("", plain)


def _several(typed: str, found: Sequence[str], knowledge: KnowledgeBase) -> UnknownIdError:
    what = _("'{name}' may be several things; {which}")
    return UnknownIdError(what.format(name=shown(typed), which=_which(found, knowledge)))


def _which(found: Sequence[str], knowledge: KnowledgeBase, with_ids: bool = False) -> str:
    """Return among which things to choose, in words."""
    titles = [knowledge.entry(id_).title for id_ in found]
    told = [
        f"'{title}' [{id_}]" if with_ids or titles.count(title) > 1 else f"'{title}'"
        for title, id_ in zip(titles, found, strict=True)
    ]
    if len(told) == 1:
        return _("did you mean {title}?").format(title=told[0])
    more = len(told) - MOST_CHOICES
    if more > 0:
        rest = ngettext("say which: {titles}, or {n} more", "say which: {titles}, or {n} more", more)
        return rest.format(titles=", ".join(told[:MOST_CHOICES]), n=more)
    return _("say which: {titles} or {last}").format(titles=", ".join(told[:-1]), last=told[-1])


def _none(typed: str, names: _Names) -> UnknownIdError:
    if not plain(typed):
        return UnknownIdError(
            _("'{name}' names nothing; give a number, a title or an id").format(name=shown(typed))
        )
    if plain(typed) in map(plain, (*STAGE_WORDS, *STAGE_WORDS.values())):
        what = _("'{name}' says where something stands; name what stands there: {factors}")
        factors = ", ".join(f"'{name}'" for name, _id in plain_names(names.knowledge))
        return UnknownIdError(what.format(name=shown(typed), factors=factors))
    off = names.knowledge.switched_off(typed.strip())
    if off is not None:
        what = _("this knowledge base switches '{name}' off: {reason}")
        return UnknownIdError(what.format(name=shown(typed), reason=shown(off.reason)))
    what = _("there is no '{name}' in this knowledge base; {remedy}")
    return UnknownIdError(what.format(name=shown(typed), remedy=names.near(typed)))
