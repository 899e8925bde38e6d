"""Words of the exercise's comparison and debrief."""

from advisor._language import N_

SHARED: dict[str, str | tuple[str, str]] = {
    "enough_known": N_("Enough is known to begin, with this: {title}."),
    "nothing_either": N_(
        "On the facts that you asked for alone they would begin nothing either. With all of them they begin "
        "with this: {title}."
    ),
    "nothing_now": N_("Nothing that was told has to be begun now."),
    "most_unknown": N_("Most of how things stand is not known yet."),
    "only_hints": N_("Only hints speak for what could be begun."),
    "author_begins_nothing": N_("Whoever wrote the story would begin nothing new here."),
}
OWN: dict[str, str | tuple[str, str]] = {}
