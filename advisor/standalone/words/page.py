"""Words that only the page says: what stands on its buttons and beside its fields."""

from advisor._language import N_, Nn_

SHARED: dict[str, str | tuple[str, str]] = {
    "which_name": N_("Name"),
    "rests_on": N_("It rests on the knowledge base {name} {version}."),
    "dont_know": N_("I don't know"),
    "unsure": N_("not sure"),
    "group_factor": N_("Where it stands"),
    "none": N_("None of these"),
    "how_tick": N_("Tick what is true."),
    "share_yes": N_("Yes"),
    "share_no": N_("No"),
    "group_plan": N_("What to do"),
    "particulars": N_("What it is about"),
    "for_you_alone": N_("For you alone, and not on the page:"),
}
OWN: dict[str, str | tuple[str, str]] = {
    "all_of_it": N_("All of it, with each rule"),
    # the frame
    "name": N_("Partnership advisor"),
    "title": N_("{title} - {name}"),
    "title_wrong": N_("Error: {title}"),
    "made_by": N_("Version {version} of the program; its questions and rules are {digest}."),
    "no_script": N_(
        "This page is the advisor itself, and needs its script to run. You may see it in the preview of a "
        "mail or of a phone, which runs none. Save the file first, then open it in a browser: Chrome, "
        "Edge, Firefox or Safari. It sends nothing anywhere."
    ),
    "too_old": N_(
        "This browser cannot run the page. A newer one can: Chrome or Edge, Firefox, or Safari, of 2023 "
        "or later."
    ),
    "back": N_("Back"),
    "continue": N_("Continue"),
    "broken": N_("Something went wrong inside the page"),
    "broken_told": N_(
        "That is the page's fault, not yours. Your answers are still here: save them below, then open the "
        "page again and go on with the file."
    ),
    "problem": N_("There is a problem"),
    # begin
    "begin": N_("Advice for leaders of partnerships that are stuck"),
    "leader_1": N_(
        "Think of one partner, or one partnership. You are asked one thing at a time, and get advice on "
        "what to do first, with every reason for it. It takes about twelve minutes."
    ),
    "leader_2": N_("There are no right answers, and not to know is a good one. Leave out names of people."),
    "begin_partner": N_("How do you see this partnership?"),
    "partner_1": N_(
        "Somebody who works with you would like to know how you see it. You are asked one thing at a "
        "time. At the end you save your answers as a file and send it back, and they are laid beside "
        "those of the others."
    ),
    "partner_2": N_(
        "There are no right answers, and not to know is a good one. Leave out names of people. Before the "
        "end you say whether the others may see who said what."
    ),
    "own_1": N_("Nothing that you answer leaves this machine."),
    "own_2": N_(
        "Nothing is kept in the browser either. Save your answers as a file before you close the page."
    ),
    "own_3": N_("With that file you can go on another day."),
    "begin_now": N_("Begin"),
    "back_to_it": N_("Go on with your answers"),
    "begin_anew": N_("Begin anew, about another partnership"),
    "with_file": N_("Go on with a file"),
    "file": N_("A file with answers"),
    "file_hint": N_("One that you saved before, or that a partner sent you. It ends in .yaml."),
    "file_hint_partner": N_("One that you saved here before. It ends in .yaml."),
    "open": N_("Open the file"),
    # files
    "save": N_("Save your answers"),
    "unsaved": N_("Not saved yet. Nothing is kept in the browser."),
    "is_saved": N_("All that you answered is in {file}."),
    "was_saved": N_("Saved as {file}. Your browser says where; most put it among the downloads."),
    "nothing_kept": N_("Nothing is answered yet."),
    "refused": N_("This file cannot be opened"),
    "refused_told": N_("Nothing has changed here. This is what is wrong with the file:"),
    "another_file": N_("Open another file"),
    "replace": N_("You have answers that are not saved"),
    "replace_told": N_("If you go on, they are gone. Save them first if you want to keep them."),
    "replace_do": N_("Open the file all the same"),
    "anew": N_("Begin anew?"),
    "anew_do": N_("Begin anew all the same"),
    "opened": N_("The file is open"),
    "go_on_asking": N_("Go on with the questions"),
    "some_time_ago": N_("It was answered some time ago"),
    "again_told": N_(
        "These answers are of {day}. To see what has moved since, answer once more, in a file of its own. "
        "This file stays as it is."
    ),
    "again": N_("Answer once more, as of today"),
    # one question
    "why_asked": N_("Why is this asked?"),
    "note_fold": N_("Add a note in your own words"),
    "note": N_("Your note"),
    "note_hint": N_("No rule reads it. It comes back beside your advice."),
    "or": N_("or"),
    "or_all": N_("Or, of all of it"),
    "not_applicable": N_("It does not apply to us"),
    "none_own_words": N_("None of these: I say it in a note"),
    "how_left": N_("What you leave counts as no."),
    "how_actions": N_("Say it of what you tried. What you leave was not tried."),
    "not_tried": N_("Not tried"),
    "none_tried": N_("None of these was tried"),
    "keep": N_("Keep what is there, and leave the rest open"),
    "go_on": Nn_(
        "Go on where you were, {n} question further on", "Go on where you were, {n} questions further on"
    ),
    "to_check": N_("Look over your answers"),
    "to_so_far": N_("What the advice would be so far"),
    "so_far": N_("The advice so far"),
    # what it is called, and whose view it is
    "name_asked": N_("What shall we call this partnership?"),
    "name_hint": N_("A name by which you know it again. You may leave it empty."),
    "partners_asked": N_("Which services are they, the others?"),
    "partners_hint": N_(
        "With commas between them, such as: health visitors, a nursery. No names of people. You may leave "
        "it empty."
    ),
    "date_asked": N_("On which day is this how you see it?"),
    "date_hint": N_("Write it as year-month-day, such as 2026-03-14."),
    "seat_asked": N_("Whose seat do you answer from?"),
    "seat_hint": N_("Others may answer about this partnership too. So your views can be laid side by side."),
    "seat_centre": N_("The centre's, or of whoever leads this work"),
    "seat_partner": N_("A partner's"),
    "seat_above": N_("Above both, such as a manager of them"),
    "share_asked": N_("May the others in this partnership see who said what?"),
    "share_hint": N_("If not, they are shown what was said, where nobody can tell by whom."),
    "leave_out": N_("I leave this out"),
    # check your answers
    "check": N_("Check your answers"),
    "answers": N_("Your answers"),
    "no_answers": N_("Nothing is answered yet."),
    "change": N_("Change"),
    "not_said": N_("not said"),
    "which_date": N_("Day"),
    "which_partners": N_("Partners"),
    "which_seat": N_("Whose view"),
    "which_share": N_("May others see who said what"),
    # the end
    "end": N_("You can have your advice now"),
    "end_little": N_("Too little is known yet"),
    "to_advice": N_("See the advice"),
    "more": N_("Answer {n} more questions (of about {left})"),
    "few_more": Nn_("Answer {n} more question", "Answer more questions (about {n})"),
    "partner_end": N_("Save your view and send it back"),
    "partner_send": N_(
        "Press the button: your answers come as a file. Send that file to whoever asked you. It is a "
        "plain text; you can open it and read what is in it."
    ),
    "partner_shown": N_("You said that the others may see who said what."),
    "partner_not_shown": N_(
        "You did not say that the others may see who said what, so they are not shown it."
    ),
    # the advice, and asking back
    "advice": N_("The advice: {name}"),
    "what_now": N_("What you can do now"),
    "print": N_("Print this page"),
    "to_pack": N_("A page for your next meeting"),
    "to_more": N_("Answer more questions"),
    "why": N_("Why is something advised?"),
    "why_told": N_("See every reason, down to your answers and where it is from."),
    "why_not": N_("Why is something not advised?"),
    "why_not_told": N_("See what stands against it, and what would bring it."),
    "which": N_("What do you ask about?"),
    "group_pattern": N_("What may hold it"),
    "group_other": N_("Other things"),
    "group_questions": N_("Questions"),
    "pick_one": N_("Choose one"),
    "show": N_("Show it"),
    "what_if": N_("What if an answer were another?"),
    "what_if_told": N_("Choose a question, then another answer. Your own answers stay as they are."),
    "what_if_which": N_("Which answer?"),
    "take_away": N_("As if it had not been asked"),
    # what is wrong
    "wrong_choice": N_("Choose one of these, or say that you don't know"),
    "wrong_checklist": N_("Tick what is true, or say that none of these is"),
    "wrong_row": N_("Choose one for: {row}"),
    "wrong_actions": N_("Say what came of something you tried, or that nothing was tried"),
    "wrong_own_words": N_("Say in your own words what it is like"),
    "wrong_lost": N_(
        "That would take out what is noted: {actions}. Press Continue once more to do so, or say what "
        "came of it"
    ),
    "wrong_date": N_("Write the day as year-month-day, such as 2026-03-14"),
    "wrong_pick": N_("Choose one from the list"),
    "wrong_no_file": N_("Choose a file first"),
    "wrong_large": N_("This file is too large to be a file with answers"),
    "wrong_unreadable": N_("The browser cannot read this file. Is it still there?"),
}
