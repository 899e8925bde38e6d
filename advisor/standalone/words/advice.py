"""Words of the advice itself: what a plan and the questions to ask say beside the knowledge."""

from advisor._language import N_
from advisor.advice.open_questions import IN_YOUR_WORDS, WHO_COULD_TELL
from advisor.advice.plan import (
    ALL_WELL,
    NO_ANSWER_YET,
    NO_HURRY,
    NO_HURRY_BESIDE_AN_ALERT,
    WELL_BESIDE_AN_ALERT,
)
from advisor.advice.steps import THOSE_ABOVE

SHARED: dict[str, str | tuple[str, str]] = {
    "all_well": ALL_WELL,
    "well_beside_an_alert": WELL_BESIDE_AN_ALERT,
    "no_hurry": NO_HURRY,
    "no_hurry_beside_an_alert": NO_HURRY_BESIDE_AN_ALERT,
    "no_answer_yet": NO_ANSWER_YET,
    "those_above": THOSE_ABOVE,
    "in_your_words": IN_YOUR_WORDS,
    "who_could_tell": WHO_COULD_TELL,
    "and_more": N_("and {more} more"),
    "still_open": N_(" Still open: {parts}."),
    "would_show": N_("It would show whether this fits: {title}."),
}
OWN: dict[str, str | tuple[str, str]] = {}
