"""How advice is worded and broken into lines, whatever the page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from advisor.advice.model import Firing
from advisor.explanation.why import Reason
from advisor.knowledge.entries import OWN_WORK
from advisor.knowledge.rules import Rule

WIDTH = 100
NARROWEST = 30


def wrapped(text: str, indent: int = 0, hanging: int | None = None, width: int = WIDTH) -> list[str]:
    """Return `text` in lines of at most `width` columns; lines after the first are indented by `hanging`."""
    after = indent if hanging is None else hanging
    return textwrap.wrap(
        text, width, initial_indent=" " * indent, subsequent_indent=" " * after, break_on_hyphens=False
    )


def citation(firing: Firing | Rule | Reason) -> str:
    """Return where a firing or a rule comes from, short; says when the link is this project's judgement."""
    source = firing.source
    if source is None:
        return "derived"
    if source.work == OWN_WORK:
        return "our judgement"
    name = " ".join(word.capitalize() if word.isalpha() else word for word in source.work.split("-"))
    if not any(letter.isdigit() for letter in name):  # no author and year: a work of somebody's own
        name = getattr(source, "title", name)
    place = f"{name}, {source.at}" + (f", p. {source.page}" if source.page else "")
    return place if firing.basis == "source" else f"our judgement, after {place}"


def without_ticking(prompt: str) -> str:
    """Return a question without how to tick its answers, which only a form needs."""
    return prompt.partition(" Tick ")[0]


def inside(title: str) -> str:
    """Return a title as it reads inside a sentence."""
    keep = (title[:2].isalpha() and title[:2].isupper()) or title.startswith(("I ", "I'"))
    return (title if keep else title[:1].lower() + title[1:]).rstrip(".")


def joined(words: Iterable[str]) -> str:
    """Return things in a row."""
    return "; ".join(word.rstrip(".") for word in words).replace("?; ", "? ")


def ended(text: str) -> str:
    """Return a text with a full stop, unless it ends a sentence already."""
    return text if text.endswith((".", "?", "!")) else text + "."
