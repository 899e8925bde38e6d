"""The whole advisor in a real browser: axe looks at every view, all parts unfolded and every error shown."""

from __future__ import annotations

from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe

from tests.browser.sittings import (
    LAPTOP,
    PHONE,
    Sitting,
    answer_until,
    open_file,
    to_questions,
    to_view,
)

FORCED, DARK, MORE = {"forced_colors": "active"}, {"color_scheme": "dark"}, {"contrast": "more"}
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"


WITH_ROWS = """format: 1
date: 2026-03-14
answers:
  contact: none
  trust: not-at-all
  disagreement: personal
  child-at-risk: yes
  placing:
    relational-nourishment: emerging
notes:
  trust: They promised, and nothing came.
actions:
  - id: visioning
    outcome: no-change
    note: In spring.
"""


def to_kind(selector: str) -> Callable[[Sitting], None]:
    """Return what goes on to a question of a kind."""
    return lambda sitting: answer_until(sitting, lambda: sitting.page.locator(selector).count() > 0)


def press(name: str) -> Callable[[Sitting], None]:
    return lambda sitting: sitting.press(name)


def choose(index: int) -> Callable[[Sitting], None]:
    """Return what picks one of the things that may be asked about."""

    def chosen(sitting: Sitting) -> None:
        sitting.page.select_option("#which", index=index)
        sitting.press("Show it")

    return chosen


def steps(*several: Callable[[Sitting], None]) -> Callable[[Sitting], None]:
    """Return what does several things one after the other."""

    def done(sitting: Sitting) -> None:
        for each in several:
            each(sitting)

    return done


def ticked(field: str) -> Callable[[Sitting], None]:
    return lambda sitting: sitting.page.check(field)


def label(text: str) -> Callable[[Sitting], None]:
    return lambda sitting: sitting.page.get_by_label(text).check()


def own_words_wanted(sitting: Sitting) -> None:
    sitting.page.get_by_label("None of these: I say it in a note").check()
    sitting.press("Continue")


def day_that_is_none(sitting: Sitting) -> None:
    sitting.page.locator("dt:text-is('Day') ~ dd button").click()
    sitting.page.fill("#date", "next week")
    sitting.press("Continue")


def change(prompt: str) -> Callable[[Sitting], None]:
    """Return what goes to a question from the list of the answers."""

    def changed(sitting: Sitting) -> None:
        sitting.go_to("check")
        sitting.page.locator(f"dt:has-text('{prompt}') ~ dd button").click()

    return changed


def to_address(view: str) -> Callable[[Sitting], None]:
    return lambda sitting: sitting.go_to(view)


def settled_day(sitting: Sitting) -> None:
    sitting.page.fill("#date", "2026-03-14")
    sitting.press("Continue")


# Every view of the page, in the order of one sitting: its name, and what leads to it from the one before.
STATES: list[tuple[str, Callable[[Sitting], None]]] = [
    ("the first view", lambda _sitting: None),
    ("no file was chosen", press("Open the file")),
    ("a file that is no case", open_file("x.yaml", "answers:\n  trust: no\n  trust: no\n")),
    ("back at the first view", press("Back")),
    ("an old file", open_file("a (1).yaml", "format: 1\ndate: 2020-01-01\nanswers:\n  trust: openly\n")),
    ("back from the old file", press("Back")),
    ("the name", press("Begin anew, about another partnership")),
    ("the partners", press("Continue")),
    ("a choice", press("Continue")),
    ("a choice without an answer", press("Continue")),
    ("a choice that wants own words", own_words_wanted),
    ("a child's safety, told at once", to_view("alert")),
    (
        "the advice so far",
        steps(press("Continue"), press("What the advice would be so far")),
    ),
    ("back at the question", press("Back")),
    ("the first view with answers", to_address("begin")),
    ("a file in place of what is not saved", open_file("b.yaml", "format: 1\npartnership: B\n")),
    (
        "begin anew?",
        steps(press("Back"), press("Begin anew, about another partnership")),
    ),
    (
        "look over the answers on the way",
        steps(press("Back"), press("Go on with your answers")),
    ),
    ("a list", to_kind(".line")),
    ("a list without an answer", press("Continue")),
    ("a question that was answered", press("Back")),
    ("whose seat", to_view("seat")),
    ("nothing said of the seat", press("Continue")),
    ("who may see it", steps(ticked("#seat-1"), press("Continue"))),
    ("check your answers", to_view("check")),
    ("a day that is none", day_that_is_none),
    ("check once more", settled_day),
    ("the end", press("Continue")),
    ("the first view once more", to_address("begin")),
    ("a file in place of the answers", open_file("c.yaml", WITH_ROWS)),
    ("the file is open", press("Open the file all the same")),
    ("how tight in each way", change("how tight is it in each of these four ways?")),
    ("a way without an answer", press("Continue")),
    ("what was tried", steps(press("Back"), change("already tried"))),
    (
        "what was noted would go",
        steps(label("None of these was tried"), press("Continue")),
    ),
    ("the advice", to_address("advice")),
    ("the pack", press("A page for your next meeting")),
    ("why", steps(press("Back"), press("Why is something advised?"))),
    ("why this", choose(1)),
    ("why not", steps(press("Back"), press("Why is something not advised?"))),
    ("nothing picked", press("Show it")),
    ("why not this", choose(3)),
    ("what if", steps(press("Back"), press("What if an answer were another?"))),
    ("another answer", choose(2)),
    ("no other answer chosen", press("Show it")),
    ("what would change", steps(ticked("#other-1"), press("Show it"))),
]
PARTNERS_STATES: list[tuple[str, Callable[[Sitting], None]]] = [
    ("the first view", lambda _sitting: None),
    ("a question", to_questions),
    ("the end", to_view("end")),
]


SEEN = [
    ("narrow", PHONE, {}, ()),
    ("wide", LAPTOP, {}, ()),
    ("forced colours", PHONE, FORCED, ()),
    ("forced colours, wide", LAPTOP, FORCED, ()),
    ("dark", PHONE, DARK, ("color-contrast",)),
    ("more contrast", PHONE, MORE, ("color-contrast",)),
    ("dark, more contrast", PHONE, {**DARK, **MORE}, ("color-contrast",)),
]
PLAIN = {"forced_colors": "none", "color_scheme": "light", "contrast": "no-preference"}
SMALLEST = {"width": 320, "height": 640}
LOOK = """async (rules) => {
    const only = rules.length ? {runOnly: rules} : {};
    const {violations} = await axe.run(document, {resultTypes: ["violations"], ...only});
    return violations.map((each) => [each.id, each.nodes[0].html.slice(0, 300)]);
}"""
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"


def findings(sitting: Sitting) -> list[tuple[str, ...]]:
    """Return what is wrong with a view, all unfolded: colours change nothing but what can be read."""
    page = sitting.page
    found: list[tuple[str, ...]] = []
    page.set_viewport_size(SMALLEST)
    if page.evaluate(TOO_WIDE):
        found.append(("wide", "320, folded"))
    page.evaluate(OPEN_ALL)
    if page.evaluate(TOO_WIDE):
        found.append(("wide", "320, unfolded"))
    for name, size, colours, rules in SEEN:
        page.set_viewport_size(size)
        page.emulate_media(**{**PLAIN, **colours})
        found += [(name, *each) for each in page.evaluate(LOOK, list(rules))]
        if page.evaluate(TOO_WIDE):
            found.append((name, "wide"))
    page.emulate_media(**PLAIN)
    return found


def found_on_the_way(
    sitting: Sitting, states: list[tuple[str, Callable[[Sitting], None]]]
) -> dict[str, list[tuple[str, ...]]]:
    """Return what is wrong with each view of a sitting; axe is put in once, for the page never loads anew."""
    sitting.page.evaluate(Axe().axe_script)
    found = {}
    for name, leads_there in states:
        leads_there(sitting)
        found[name] = findings(sitting)
    return {name: each for name, each in found.items() if each}


def test_axe_finds_nothing_in_any_view_at_any_width_and_in_any_colours(browser, pages):
    sitting = Sitting(browser, pages / "advice.html", viewport=PHONE, bypass_csp=True)
    assert found_on_the_way(sitting, STATES) == {}
    sitting.leave()


def test_axe_finds_nothing_on_the_page_for_a_partner(browser, pages):
    sitting = Sitting(browser, pages / "partner.html", viewport=PHONE, bypass_csp=True)
    assert found_on_the_way(sitting, PARTNERS_STATES) == {}
    assert sitting.page.get_by_role("button", name="See the advice").count() == 0
    sitting.leave()
