"""Words of the advice as a page, all of which the page that Python writes has too."""

from advisor._language import N_
from advisor.knowledge.terms import ASKED_STAGES, TERMED_STAGES
from advisor.pages.plan import FIT, WHEN
from advisor.pages.unfolding import SPEAKS
from advisor.reports._advice_outline import CAVEAT, WHOSE

SHARED: dict[str, str | tuple[str, str]] = {
    **{f"asked_{stage}": words for stage, words in ASKED_STAGES.items()},
    **{f"termed_{stage}": words for stage, words in TERMED_STAGES.items()},
    **{f"when_{when}": title for when, title in WHEN.items()},
    **{f"fit_{fit}": words for fit, words in FIT.items()},
    "caveat": CAVEAT,
    "whose": WHOSE,
    "other_way": SPEAKS["against"],
    "take_care": SPEAKS["take-care"],
    "a_partnership": N_("A partnership"),
    "after": N_("after {place}"),
    "again": N_("Look again on or about:"),
    "all_reasons": N_("All reasons, down to your answers"),
    "all_signs": N_("What you said that speaks for it or against it"),
    "because_you_said": N_("Because, in your words:"),
    "before_all": N_("Before all else"),
    "begin": N_("Begin: {what}"),
    "contents": N_("On this page"),
    "first_known": N_("First it must be known where it stands."),
    "in_a_table": N_("The same in words, with the names that the study has for it"),
    "inertia": N_("Signs of inertia: {signs}"),
    "legend_firm": N_("A whole thick frame is firm: more than one answer says so, or one that says it all."),
    "legend_here": N_("● is where it stands."),
    "legend_tentative": N_("A broken frame is not firm yet."),
    "legend_unknown": N_("A row without ● is not known yet."),
    "more_held": N_("More that is held back"),
    "more_questions": N_("More questions that are open"),
    "more_situations": N_("What may be so as well"),
    "move_on": N_("To move it on: {what}"),
    "moves": N_("What moves it on"),
    "nothing_needed": N_("Nothing is needed."),
    "nothing_presses": N_("Nothing presses now. Keep doing what you do."),
    "nothing_yet": N_("Nothing in this plan yet."),
    "offline": N_("This page is one file. It loads nothing, sends nothing and keeps nothing."),
    "page_one": N_("To take it along print page 1 alone."),
    "part_held": N_("Held back for now, and why"),
    "part_holds": N_("What holds it"),
    "part_how_it_is": N_("How it is"),
    "part_notes": N_("In your own words"),
    "part_plan": N_("What to do, and why"),
    "part_sheet": N_("To take along"),
    "part_standing": N_("Where it stands"),
    "part_sure": N_("How sure this is"),
    "part_unknown": N_("What is not known yet"),
    "picture": N_("Where the partnership stands in each of four ways, from loose to tight"),
    "quoted": N_("“{words}”"),
    "rests_on": N_("It rests on the knowledge base {name} {version}."),
    "rests_on_answers": N_(
        "It rests on your answers alone. It has not heard the others, and it does not know the people. "
        "If it sounds wrong to you, it may be."
    ),
    "second_look": N_("Worth a second look: {questions}"),
    "see_above": N_("{reason} (see above)"),
    "seen_there": N_("Often seen there: {what}"),
    "stands": N_("Where it stands"),
    "step_moves": N_("Step {n}: {what}"),
    "study_is_small": N_(
        "The study is small, from one place and some years old. Nobody has yet tried this advice on many "
        "partnerships and counted what came of it."
    ),
    "take_care_because": N_("Take care: {because}"),
    "too_little": N_("Too little is known for advice. These questions would help most:"),
    "what": N_("What"),
    "when": N_("When:"),
    "who": N_("Who:"),
    "why": N_("Why: {because}"),
    "you_placed": N_("You placed it at: {stage}"),
    "you_said": N_("You said: {answers}"),
    "you_wrote": N_("You wrote:"),
    "your_eyes": N_("This sheet is for you. It is not written for the others at the table."),
}
OWN: dict[str, str | tuple[str, str]] = {}
