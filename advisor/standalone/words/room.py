"""Words of the exercise in the room: at the projector, and on a participant's phone."""

from advisor._language import N_, Nn_

SHARED: dict[str, str | tuple[str, str]] = {
    "rests_on": N_("It rests on the knowledge base {name} {version}."),
    "no_mark": N_("This is something to talk about, not a mark."),
    "not_known": N_("Nothing is known about that."),
    "facts": N_("What would you like to know?"),
    "next": N_("Next"),
    "step_story": N_("The story"),
    "known": N_("What you were told so far"),
}
OWN: dict[str, str | tuple[str, str]] = {
    # the frame
    "name": N_("An exercise about a partnership"),
    "no_script": N_(
        "This page is an exercise, and needs its script to run. You may see it in the preview of a mail or "
        "of a phone, which runs none. Save the file first, then open it in a browser: Chrome, Edge, Firefox "
        "or Safari. It sends nothing anywhere."
    ),
    "broken_told": N_(
        "That is the page's fault, not yours. What was asked and chosen is still here: go back with the "
        "browser's own button, and on from there."
    ),
    "continue": N_("Go on"),
    "back": N_("Go back"),
    # begin
    "what": N_(
        "A story of a partnership that does not get on as it should. You hear it, ask for facts, say what "
        "you would do, and lay that beside what the rules say and what the author of the story thinks."
    ),
    "takes": N_("It takes about {minutes} minutes with a group."),
    "with_group": N_("With a group, at the projector"),
    "alone": N_("By myself"),
    "own_1": N_("Nothing leaves this machine, and nothing is kept in the browser."),
    "own_2": N_("At the end you can save what was chosen as a file."),
    "setup": N_("Before the group comes in"),
    "most": N_("How many facts may the group be told?"),
    "most_hint": N_("Leave it empty, and there is no limit."),
    "minutes": N_("How many minutes does the timer run?"),
    "letters": N_("The keys b and . make the screen blank"),
    "start_it": N_("Begin with the story"),
    "keys": N_("Keys of a clicker"),
    "key_on": N_("Page Down, the arrow to the right and the space bar go on."),
    "key_back": N_("Page Up, and the arrow to the left, go back."),
    "key_blank": N_("b and the full stop make the screen blank, and bring it back."),
    "wrong_most": N_("Write a number from 1 to 99, or leave it empty"),
    "wrong_minutes": N_("Write a number of minutes from 1 to 180"),
    # the bar
    "step_facts": N_("Facts"),
    "step_votes": N_("Votes"),
    "step_comparison": N_("Comparison"),
    "step_debrief": N_("Debrief"),
    "step_votes_after": N_("Votes once more"),
    "step_end": N_("The end"),
    "time_left": N_("Time left"),
    "time_up": N_("The time is up"),
    "start": N_("Start the time"),
    "stop": N_("Stop the time"),
    "reset": N_("Set the time anew"),
    "blank": N_("Blank screen"),
    "is_blank": N_("The screen is blank"),
    "unblank": N_("Show it again"),
    "close": N_("Close"),
    # story and facts
    "story": N_("The story once more"),
    "who_is_you": N_("In these questions 'you' is: {you}."),
    "questions": N_("All questions"),
    "told": Nn_("You were told {n} fact.", "You were told {n} facts."),
    "told_of": Nn_(
        "You were told {n} fact, of the {most} that you may be told.",
        "You were told {n} facts, of the {most} that you may be told.",
    ),
    "told_all": Nn_(
        "You were told {n} fact, and will be told no more.",
        "You were told {n} facts, and will be told no more.",
    ),
    # choices
    "votes_before": N_("What would you do?"),
    "votes_after": N_("And what would you do now?"),
    "votes_how": N_("Open a group, read out what is in it, and type how many hands go up for each."),
    "hands": N_("Hands so far"),
    "hands_for": N_("{hands}: {title}"),
    "hands_before": Nn_("Before it was {n} hand.", "Before it was {n} hands."),
    "voted": N_("What had hands before"),
    "find": N_("A word to look for, such as trust"),
    "choose": N_("What would you do, and in which order, as you see it?"),
    "choose_how": N_(
        "Open a group and tick what you would do. A few things are enough, and none is an answer too."
    ),
    "choose_after": N_("What would you choose now?"),
    "choose_after_how": N_("This is what you chose before. Change it as you like, or leave it as it is."),
    "your_choices": N_("Your choices, in your order"),
    "reason": N_("Why?"),
    "earlier": N_("Put it one up"),
    # comparison, debrief, end
    "comparison": N_("Beside what the rules say"),
    "debrief": N_("What the story is about"),
    "more": N_("More on this"),
    "disagree": N_("I still disagree, because"),
    "end": N_("What was chosen, to keep"),
    "changed": N_("Hands before and after"),
    "choice": N_("Choice"),
    "before": N_("Before"),
    "after": N_("After"),
    "no_hands": N_("No hands were counted."),
    "learner": N_("Your name or a number, for the list of the trainer"),
    "group": N_("What is your group called, if there are several?"),
    "name_hint": N_("You may leave it empty."),
    "save": N_("Save the results"),
    "save_told": N_("Your choices come as a table in a small file. Send it to your trainer, if you like."),
    "save_told_group": N_("The votes come as a table in a small file, one row for the group."),
    "was_saved": N_("Saved as {file}. Your browser says where, which is mostly among the downloads."),
}
