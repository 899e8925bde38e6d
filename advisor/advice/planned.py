"""What a plan is made of: its steps, and what leads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

When = Literal["first", "next", "later"]
Became = Literal["first", "later", "after", "withheld"]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the plan.

    `text` is how to begin, `short` what to do in a line, `reason` the id of the firing to tell with it:
    nothing else in the plan says the same. `led_by` says who leads where it is not plainly the leader.
    `small`: only slight reasons speak for it, and nothing presses more.
    """

    when: When
    kind: str
    id: str
    text: str
    short: str
    reason: str
    led_by: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """Something that the leading situation calls for, and what became of it.

    `became`: it comes `first` in the plan or `later`, waits (`after`), or is `withheld`; `firings` say why it
    waits or is held back.
    """

    kind: str
    id: str
    title: str
    became: Became
    firings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leading:
    """The situation that leads, how many more are likely, and what it calls for, most pressing first.

    `calls` ends with the first of them that comes first in the plan.
    """

    pattern: str
    more_likely: int
    calls: tuple[Call, ...]
