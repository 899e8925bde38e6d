"""The forms of an advice: text, JSON and plain data, the brief one, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from advisor._above import from_above
from advisor._document import json_of
from advisor._given import SPACES, WIDTH, Wanted, takes
from advisor._notebook import Shown, text_of
from advisor.advice.reading import advice_in

if TYPE_CHECKING:
    from advisor.advice.brief_model import Brief
    from advisor.advice.last_time import Since
    from advisor.knowledge.base import KnowledgeBase

ADVICE_SCHEMA_VERSION = 2


def _is_base(given: object) -> bool:
    from advisor.knowledge.base import KnowledgeBase

    return given is None or isinstance(given, KnowledgeBase)


A_BASE = Wanted("KnowledgeBase", _is_base)


class Forms(Shown):
    """What an advice can be turned into, and be read back from."""

    __slots__ = ()
    since: Since | None

    def as_dict(self) -> dict[str, Any]:
        """Return the advice as plain data, its keys in the order of the contract."""
        import json

        found: dict[str, Any] = json.loads(self.as_json())
        return found

    @takes(indent=SPACES)
    def as_json(self, indent: int | None = 2) -> str:
        """Return it as JSON text, its keys in the order of the contract; on one line if `indent` is None."""
        return json_of(self, {"since"} if self.since is None else set(), indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Return the advice in JSON text that `as_json` gave; `InputError` with all that is wrong in it."""
        return advice_in(text, cls, ADVICE_SCHEMA_VERSION)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the advice in plain data that `as_dict` gave; `InputError` with all that is wrong in it."""
        return advice_in(data, cls, ADVICE_SCHEMA_VERSION)

    @takes(knowledge=A_BASE, width=WIDTH)
    def as_text(self, knowledge: KnowledgeBase | None = None, *, width: int = 80, full: bool = False) -> str:
        """Return the advice to read, in lines of at most `width` columns: about a screen, or all if `full`.

        `knowledge` is wanted only where the knowledge base is neither the shipped one nor in use here;
        `AdvisorError` if it is not given then.
        """
        return text_of(self, knowledge, width, full)

    def brief(self) -> Brief:
        """Return what matters most in some three thousand letters, with nothing that the case says."""
        found: Brief = from_above("advisor.advice.brief", "brief_of")(self)
        return found
