"""Words of the exercise's comparison and debrief, all of which the terminal says too."""

from advisor._language import N_, Nn_
from advisor.reports.exercise_comparison import (
    AGREED,
    CARE,
    HELD_BACK,
    LEADS,
    NOT_BEFORE,
    NOT_YET,
    OPEN,
    WAIT_AGREED,
    WAIT_OPEN,
    WAY_OF,
    WHAT,
    WHAT_ELSE,
)
from advisor.reports.exercise_debrief import AUTHOR, SILENT

SHARED: dict[str, str | tuple[str, str]] = {
    **{f"agreed_{place or 'beside'}": words for place, words in AGREED.items()},
    **{f"author_{kind.replace('-', '_')}": words for kind, words in AUTHOR.items()},
    "author_begins_nothing": N_("Whoever wrote the story would begin nothing new here."),
    "author_waits": N_("Whoever wrote the story would wait, and ask more first."),
    "before_any": N_("BEFORE ANY OF THEM"),
    "before_waits": N_("What comes before any of them does not wait."),
    "begin_nothing": N_("the rules would begin nothing yet"),
    "begin_with": N_("the rules would begin with this: {names}"),
    "care": CARE,
    "choices_and_author": N_("YOUR CHOICES, AND WHOEVER WROTE THE STORY"),
    "enough_known": N_("Enough is known to begin, with this: {title}."),
    "has_to_come": N_("{earlier} has to come before {later}. {because}"),
    "held_back": HELD_BACK,
    "in_which_order": N_("IN WHICH ORDER"),
    "leads": LEADS,
    "missed_later": N_("Later: {names}."),
    "missed_next": N_("Next: {names}."),
    "most_unknown": N_("Most of how things stand is not known yet."),
    "with_it_also": N_("With it the rules would also say this: {names}."),
    "no_longer": N_("They would no longer say this: {names}."),
    "no_single_fact": N_(
        "No single further fact would have brought that nearer to the full advice; several would."
    ),
    "none": N_("None."),
    "none_either": N_("None. The rules begin nothing either."),
    "not_before": NOT_BEFORE,
    "not_yet": NOT_YET,
    "nothing_either": N_(
        "On what you were told they would begin nothing either. With all the facts they begin with this: "
        "{title}."
    ),
    "nothing_now": N_("Nothing that was told has to be begun now."),
    "one_fact": N_("The one fact that would have brought it nearest to the full advice: {question} {said}"),
    "only_hints": N_("Only hints speak for what could be begun."),
    "open": OPEN,
    "other_side": N_("AS THE OTHER SIDE SEES IT"),
    "other_told": N_("The other side tells it too: {title}. Its point: {teaches}"),
    "other_told_in": N_("The other side tells it too, in case {number}: {title}. Its point: {teaches}"),
    "silent": SILENT,
    "the_point": N_("THE POINT OF THE STORY"),
    "to_talk_about": N_("TO TALK ABOUT"),
    "turned": N_("The rules put {earlier} before {later} because more speaks for it. Yours can be defended."),
    "wait_agreed": WAIT_AGREED,
    "wait_open": WAIT_OPEN,
    "way_of": WAY_OF,
    "what_else": WHAT_ELSE,
    "what_rules": WHAT,
    "what_you_asked": N_("WHAT YOU WERE TOLD"),
    "with_it": N_("With it {begin}."),
    "would_also_do": N_("WHOEVER WROTE THE STORY WOULD ALSO DO THIS"),
    "you_asked": Nn_(
        "You were told {n} fact. With that alone {begin}.",
        "You were told {n} facts. With those alone {begin}.",
    ),
    "you_asked_none": N_("You were told no fact. Without any {begin}."),
    "you_said": N_("You said: {reason}"),
    "your_choices": N_("YOUR CHOICES"),
}
OWN: dict[str, str | tuple[str, str]] = {}
