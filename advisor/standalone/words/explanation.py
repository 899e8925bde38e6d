"""Words of asking back: why, why not and what if."""

from advisor._language import N_

SHARED: dict[str, str | tuple[str, str]] = {
    "ready_now": N_("advised, number {rank} of its kind"),
    "ready_after": N_("advised, number {rank} of its kind, once something else has begun"),
    "ready_needs-help": N_("advised, number {rank} of its kind, led by somebody else"),
    "it_fired": N_("it fired"),
    "held_back": N_("held back, though reasons speak for it"),
    "found": N_("found"),
    "raised": N_("raised"),
    "fit_likely": N_("likely"),
    "fit_possible": N_("possible"),
    "stands_at": N_("stands at: {stage} ({sure})"),
    "own_view": N_("your own view alone"),
    "sure_firm": N_("firm"),
    "sure_tentative": N_("tentative"),
    "of_these": N_("{n} of these {all} are so: {which}"),
    "no_sign_of": N_("No sign of: {title}"),
    "that_is": N_("{title}: {stage}, and that is {sure}"),
    "no_partner": N_("no partner"),
    "and_last": N_("{names} and {last}"),
    "sector_of": N_("You said that the sector of {who} is '{sector}'"),
    "waits_for": N_("It waits for: {titles}."),
    "falls_away": N_("A reason for it falls away: {title}"),
    "others_first": N_("It is still advised, and other things come before it now."),
}
OWN: dict[str, str | tuple[str, str]] = {}
