"""The words of the portfolio's page that do not depend on it, in the language of the moment."""

from __future__ import annotations

from dataclasses import dataclass

from advisor._command import typed_or_called
from advisor._language import _


@dataclass(frozen=True, slots=True)
class Words:
    """The words that the template prints beside what is on the page."""

    skip: str
    number: str
    partnership: str
    stands: str
    whole: str
    first_step: str
    goes_well: str
    to_answer: str
    more_to_answer: str
    more_common: str
    own_part: str
    kindly: str
    for_you_alone: str
    all_sectors: str
    near: str
    scroll: str


def words() -> Words:
    """Return the words in the language of the moment."""
    return Words(
        skip=_("Go to the map"),
        number=_("No."),
        partnership=_("Partnership"),
        stands=_("Where it stands"),
        whole=_("As a whole"),
        first_step=_("First step:"),
        goes_well=_("These go well:"),
        to_answer=_("To answer the questions for"),
        more_to_answer=_("More that are your own view so far"),
        more_common=_("More that several have in common"),
        own_part=_("What you can change yourself"),
        kindly=_("This comes up in several of your partnerships. It is no fault."),
        for_you_alone=_(
            "It is for you alone: make the page with {option} before you show it to others."
        ).format(option=typed_or_called("--to-show", "to_show=True")),
        all_sectors=_("All sectors"),
        near=_("Do these names mean one partnership? If so, give them one name."),
        scroll=_("The table; it can be moved sideways"),
    )
