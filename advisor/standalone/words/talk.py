"""Words that the page and the interview at the terminal say alike: how far it is, why it may end."""

from advisor._language import N_, Nn_

SHARED: dict[str, str | tuple[str, str]] = {
    "before_all": N_("Before all else"),
    # how far it is
    "to_go": N_("{n} answered, about {left} to go."),
    "went_back": N_("{n} answered. You went back to this one."),
    "more_if_you_like": N_("{n} answered, about {left} more if you like."),
    "settled": N_("Settled: where you stand in {n} of {all} ways."),
    "settled_too": Nn_("Settled too: the first kind of help.", "Settled too: the first {n} kinds of help."),
    # why it is asked, and what the advice would be
    "cannot_change": N_("Just now it cannot change the advice."),
    "may_decide": N_("Your answer may still decide:"),
    "decides_alert": N_("whether this stands first: {title}"),
    "decides_factor": N_("where you stand with {factor}"),
    "decides_help": N_("whether this helps: {title}"),
    "so_far": N_("So far, and it may still change:"),
    "first": N_("First: {steps}."),
    "nothing_first": N_("Nothing to do first yet."),
    "stage_emerging": N_("loose"),
    "stage_developing": N_("in between"),
    "stage_confident": N_("tight"),
    "stage_unknown": N_("not known yet"),
    # what was answered
    "all_lines": N_("all {n}"),
    "other_lines": N_("the other {n}"),
    "left_open": Nn_("left open: {n} line", "left open: {n} lines"),
    "your_note": N_("your note: {note}"),
    "helped": N_("it helped"),
    "no_change": N_("no change"),
    "worse": N_("it got worse"),
    "too_early": N_("too early to say"),
    "seat_centre": N_("the centre's"),
    "seat_partner": N_("a partner's"),
    "seat_above": N_("above both"),
    "share_yes": N_("yes, the others may see who said what"),
    "share_no": N_("no, the others are not shown who said what"),
    # why it may end
    "ending_settled": N_(
        "Nothing more that you could answer would change where things stand, the first three things that "
        "help, or what comes first."
    ),
    "ending_no_single_answer": N_(
        "No single answer that is left would change where things stand or which of the eight kinds of help "
        "come first. Smaller steps still might change, and several answers together."
    ),
    "ending_enough": N_(
        "You have answered the main questions. That is enough to begin with; more answers make the advice "
        "more exact."
    ),
    "ending_limit": N_("This is as much as we ask. A few answers could still change something."),
    "ending_asked": N_("That was the last question."),
    "too_little": N_(
        "You have been through the main questions. Too little is known yet to say where it stands. A few "
        "more answers may tell; so may somebody who knows the partnership well."
    ),
    "nothing_known": N_(
        "Those were the questions. Too little is known to say where it stands. Somebody who knows the "
        "partnership well may tell; then change your answers here."
    ),
    # what is in a file
    "answers": Nn_("{n} answer is there.", "{n} answers are there."),
    "in_part": Nn_("{n} in part is there.", "{n} in part are there."),
    "answers_and": Nn_(
        "{n} answer and {part} in part are there.", "{n} answers and {part} in part are there."
    ),
    "changed_since": N_("The questions have changed since it was answered. What is new is asked too."),
    "left_out": N_("These do not fit the questions and are left out:"),
}
OWN: dict[str, str | tuple[str, str]] = {}
