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
)
