"""What may be observed of a case when it is looked at beside others: a closed list, each in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from advisor._language import N_


@dataclass(frozen=True, slots=True)
class Observation:
    """Something that is so or not: `title` says that it is, `not_so` that it is not."""

    id: str
    title: str
    not_so: str


OBSERVATIONS = (
    Observation(
        "tried-lately",
        N_("Something was tried in the last half year"),
        N_("Nothing was tried in the last half year"),
    ),
    Observation(
        "helped-lately",
        N_("Something that was tried in the last half year helped"),
        N_("Nothing that was tried in the last half year is said to have helped"),
    ),
    Observation(
        "worse-lately",
        N_("Something that was tried in the last half year made things worse"),
        N_("Nothing that was tried in the last half year is said to have made things worse"),
    ),
    Observation(
        "gone-back-again",
        N_("Something that had slid back and moved on again has slid back once more"),
        N_("Nothing has slid back for a second time"),
    ),
    Observation(
        "heard-alone-first",
        N_("At least one of several voices tells of something that is better first heard alone"),
        N_("No voice tells of anything that is better first heard alone"),
    ),
)
