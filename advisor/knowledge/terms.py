"""The types of the words that a knowledge base is written in."""

from __future__ import annotations

from typing import Literal

Id = str  # lower-case words joined by hyphens; `knowledge.integrity` sees to it
Text = str  # plain words, at least one
Stage = Literal["emerging", "developing", "confident"]
STAGES: tuple[Stage, ...] = ("emerging", "developing", "confident")
Sure = Literal["firm", "tentative"]
SURE: tuple[Sure, ...] = ("firm", "tentative")
Outcome = Literal["helped", "no-change", "worse", "too-early"]
Level = Literal["required", "helpful", "not-needed"]
UNKNOWN = "dont-know"
NOT_APPLICABLE = "not-applicable"
Heat = Literal["danger", "wrong", "quarrel", "promise"]
HEATS: tuple[Heat, ...] = ("danger", "wrong", "quarrel", "promise")  # before all, the gravest first
