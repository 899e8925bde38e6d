"""The types of the words that a knowledge base is written in."""

from __future__ import annotations

from typing import Literal

from advisor._language import N_

Id = str  # lower-case words joined by hyphens; `knowledge.integrity` sees to it
Text = str  # plain words, at least one
Stage = Literal["emerging", "developing", "confident"]
StageOrUnknown = Literal["emerging", "developing", "confident", "unknown"]
STAGES: tuple[Stage, ...] = ("emerging", "developing", "confident")
STAGE_WORDS = {"emerging": N_("loose"), "developing": N_("in between"), "confident": N_("tight")}
ASKED_STAGES = {**STAGE_WORDS, "unknown": N_("not known yet")}  # as leaders are asked
TERMED_STAGES = {  # with the word of the study and the files behind
    "emerging": N_("loose (emerging)"),
    "developing": N_("in between (developing)"),
    "confident": N_("tight (confident)"),
    "unknown": N_("not known"),
}
Light = Literal["red", "amber", "green"]
LightOrUnknown = Literal["red", "amber", "green", "unknown"]
Tone = Literal["trouble", "strength", "context", "question"]
Sure = Literal["firm", "tentative"]
SURE: tuple[Sure, ...] = ("firm", "tentative")
Move = Literal["on", "same", "back"]
Outcome = Literal["helped", "no-change", "worse", "too-early"]
Level = Literal["required", "helpful", "not-needed"]
UNKNOWN = "dont-know"
WAIT = "wait-and-ask"  # what an exercise calls the choice that no entry stands for
NOT_APPLICABLE = "not-applicable"
Heat = Literal["danger", "wrong", "quarrel", "promise"]
HEATS: tuple[Heat, ...] = ("danger", "wrong", "quarrel", "promise")  # before all, the gravest first
