"""Words of the page with the advice that its outline at the terminal says too: steps, how sure, own words."""

from advisor._language import N_
from advisor.reports.advice_factors import DIFFER, ONE

SHARED: dict[str, str | tuple[str, str]] = {
    "plainly_one_answer": ONE[1],
    "plainly_they_differ": DIFFER[1],
    "plainly_your_view": N_("your own view alone"),
    "firm": N_("firm"),
    "rests_on_what": N_("It rests on {own}, which builds on {other}: {what}."),
    "adds": N_("adds {things}"),
    "changes": N_("changes {things}"),
    "switches_off": N_("switches off {things}"),
    "changes_nothing": N_("changes nothing yet"),
    "and_more": N_("and {n} more"),
    "would_make_worse": N_("Would make it worse: {what}"),
    "if_so_worse": N_("If it is so, this would make it worse: {what}"),
    "again": N_("Again, in another way: {title}"),
    "go_on": N_("Go on with what helped: {title}"),
    "a_small_step": N_("A small step: {title}"),
    "ways": N_("Ways to do it: {ways}."),
    "not_before": N_("Not before: {titles}."),
    "who_leads": N_("Who leads: {who}"),
    "after": N_("after {place}"),
    "you_wrote": N_("You wrote: {note}"),
    "you_tried_it": N_("You tried: {title} ({outcome})"),
    "you_tried_this": N_("You tried this: {outcome}."),
    "said_you_wrote": N_("{said} You wrote: {note}"),
}
OWN: dict[str, str | tuple[str, str]] = {}
