"""What may be sent to the service: nothing but the keys that are wanted."""

from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

Changes = dict[str, str | dict[str, str | None] | None]
CHANGES = (
    "a question, or QUESTION.ITEM, and the other answer, null to take it away; or a question and a mapping "
    "of some of its items, of which the others stay"
)


class Sent(BaseModel):
    """The body of a request."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


class OnCase(Sent):
    """A case, with the keys of a case file."""

    case: dict[str, Any]


class Named(OnCase):
    """A case, and what is meant in its advice."""

    name: str = Field(description="an id, a title or the beginning of one, or the number of a step")


class Changed(OnCase):
    """A case, and what would be otherwise."""

    changes: Changes = Field(description=CHANGES)


class Settled(OnCase):
    """A case, and what of it is to be settled."""

    factor: str | None = Field(None, description="which answers decide where this factor stands")


class Contrasted(OnCase):
    """A case, and two things of one kind."""

    one: str
    other: str


class Begun(Sent):
    """What an interview begins with."""

    case: dict[str, Any] | None = None
    scope: Literal["what-matters", "core", "all"] = "what-matters"


class Answered(Sent):
    """An answer in an interview."""

    interview: dict[str, Any] = Field(description="as it came with the last answer")
    question: str
    value: str | dict[str, str]
    note: str | None = Field(None, description="words of her own; no rule reads them")


class TakenBack(Sent):
    """An answer that is taken away."""

    interview: dict[str, Any]
    question: str
