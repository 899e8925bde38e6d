"""The exercise in the room, in a real browser: a trainer with a clicker, and one with a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from advisor import Advisor
from advisor.exercise.comparing import compared
from advisor.exercise.exercise import Exercise
from advisor.exercise.model import Choice
from advisor.exercise.results import Afterwards, read_results, row_of
from advisor.reports.exercise_comparison import comparison_outline
from advisor.scenarios.loader import read_scenario
from advisor.standalone.room import room_page
from tests.browser.sittings import HOSTILE, LAPTOP, PHONE, Sitting
from tests.support.outlined import blocks_of

ADVISOR = Advisor(engine="columnar")
KNOWLEDGE = ADVISOR.knowledge
SCENARIO = read_scenario("17", KNOWLEDGE)
PROJECTOR = {"width": 1280, "height": 720}
DOUBLED = {"width": 640, "height": 360}  # of a projector, at 200 %
SMALLEST = {"width": 320, "height": 640}
WAYS = {
    "group": ["story", "facts", "votes", "comparison", "debrief", "votes-after", "end"],
    "alone": ["story", "facts", "choose", "comparison", "debrief", "choose-after", "end"],
}
AS_BEFORE = ("votes-after", "choose-after")  # views like one that was looked at
SEEN = [(PHONE, "none", ()), (LAPTOP, "none", ()), (PHONE, "active", ("color-contrast",))]
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"
SIZE = "element => parseFloat(getComputedStyle(element).fontSize)"
LOOK = """async (rules) => {
    const only = rules.length ? {runOnly: rules} : {};
    const {violations} = await axe.run(document, {resultTypes: ["violations"], ...only});
    return violations.map((each) => [each.id, each.nodes[0].html.slice(0, 300)]);
}"""


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    made = tmp_path_factory.mktemp("room") / "case.html"
    made.write_text(room_page(SCENARIO, KNOWLEDGE, facts=2), encoding="utf-8")
    return made


def with_group(browser, path, **how):
    """Return a trainer who has begun with the story before a group."""
    sitting = Sitting(browser, path, viewport=PROJECTOR, **how)
    sitting.press("With a group, at the projector")
    sitting.press("Begin with the story")
    return sitting


def ask(sitting, *questions):
    """Ask for facts, whatever group they are in."""
    sitting.page.evaluate(OPEN_ALL)
    for question in questions:
        sitting.press(KNOWLEDGE.questions[question].prompt)


def vote(sitting, title, hands):
    sitting.page.evaluate(OPEN_ALL)
    sitting.page.get_by_label(title, exact=True).fill(str(hands))


def to(sitting, view):
    """Go on by the clicker until a view is there."""
    sitting.page.evaluate("document.activeElement.blur()")
    for _press in range(60):
        if sitting.view == view:
            return
        sitting.page.keyboard.press("PageDown")
    raise AssertionError(sitting.page.url)


def all_that_is_seen(sitting):
    return f"{sitting.page.title()} {sitting.page.url.partition('#')[2]} {sitting.page.inner_text('body')}"


def test_a_clicker_leads_a_group_through_it_and_nothing_gives_the_answer_away_before_its_end(browser, path):
    sitting = with_group(browser, path)
    page, seen = sitting.page, []
    assert page.locator(".told").evaluate(SIZE) >= 28
    for key in ("ArrowRight", "PageDown", "PageUp", " "):
        page.keyboard.press(key)
    assert (page.url.rpartition("#")[2], page.locator(".told").count()) == ("/story/3", 3)
    for view in WAYS["group"][1:4]:
        to(sitting, view)
        seen.append(all_that_is_seen(sitting))
    assert [text for text in seen if SCENARIO.title in text or SCENARIO.id in text] == []
    to(sitting, "comparison")
    heading = page.inner_text("h1")
    assert heading != heading.upper()
    to(sitting, "debrief")
    assert SCENARIO.title.rstrip(".") in all_that_is_seen(sitting)
    sitting.leave()


def test_keys_of_a_clicker_take_nothing_from_what_has_the_focus(browser, path):
    sitting = with_group(browser, path)
    page = sitting.page
    page.keyboard.press("b")
    assert page.locator("dialog.blank").is_visible()
    page.keyboard.press(".")
    page.wait_for_selector("dialog", state="detached")  # closed, and then taken away
    page.get_by_role("button", name="The story once more").focus()
    page.keyboard.press(" ")
    assert page.locator("dialog.again .told").count() > 3
    page.keyboard.press("PageDown")
    page.keyboard.press("Escape")
    assert page.url.endswith("#/story")
    to(sitting, "votes")
    vote(sitting, "Being curious", 3)
    page.get_by_label("A word to look for").press_sequentially("b.")
    assert (page.locator("dialog").count(), sitting.view) == (0, "votes")
    page.on("dialog", lambda asks: asks.accept())
    sitting.leave()


def test_the_timer_runs_down_in_silence_and_moves_nothing_on(browser, path):
    sitting = Sitting(browser, path, viewport=PROJECTOR)
    sitting.page.clock.install()
    sitting.press("With a group, at the projector")
    sitting.page.fill("#minutes", "2")
    sitting.press("Begin with the story")
    sitting.press("Start the time")
    sitting.page.clock.run_for(61_000)
    sitting.press("Stop the time")
    sitting.page.clock.run_for(30_000)
    timer = sitting.page.get_by_role("timer")
    assert timer.inner_text() == "0:59"
    sitting.press("Start the time")
    sitting.page.clock.run_for(90_000)
    assert (timer.inner_text(), sitting.page.url.rpartition("#")[2]) == ("0:00", "/story")
    for minutes in ("3", "4"):  # the second time it was set, and had not run out
        sitting.go_to("setup")
        sitting.page.fill("#minutes", minutes)
        sitting.press("Begin with the story")
        assert timer.inner_text() == f"{minutes}:00"
    sitting.leave()


def test_of_what_the_rules_hold_back_one_reason_is_seen_at_first_and_the_rest_unfolds(browser, tmp_path):
    path = tmp_path / "held-back.html"
    path.write_text(room_page(read_scenario("56", KNOWLEDGE), KNOWLEDGE), encoding="utf-8")
    sitting = with_group(browser, path)
    sitting.go_to("votes")
    vote(sitting, "Co-location", 3)
    sitting.go_to("comparison")
    seen = sitting.page.inner_text("main")
    assert "Take care" not in seen
    sitting.page.get_by_text("More on this").click()
    sitting.page.wait_for_selector(".behind li")
    unfolded = sitting.page.inner_text("main")
    assert unfolded.count("Take care") == 1  # three lines at most, two of them reasons
    assert len(unfolded) > 2 * len(seen)
    sitting.page.on("dialog", lambda asks: asks.accept())
    sitting.leave()


def test_what_the_lower_edge_cuts_off_stands_whole_at_the_top_once_the_clicker_goes_on(browser, path):
    sitting = with_group(browser, path)
    sitting.go_to("votes")
    for title in (
        "Being curious",
        "Being generous",
        "Being honest",
        "Mediation",
        "Co-location",
        "Action research",
    ):
        vote(sitting, title, 1)
    sitting.go_to("comparison")
    page = sitting.page
    page.set_viewport_size({"width": 1280, "height": 450})
    page.keyboard.press("PageDown")
    page.wait_for_function("scrollY > 0")
    tops = "all => all.map((each) => each.getBoundingClientRect().top)"
    assert [top for top in page.locator("main li").evaluate_all(tops) if 0 <= top < 20]
    page.on("dialog", lambda asks: asks.accept())
    sitting.leave()


def test_who_asks_for_what_nobody_knows_has_lost_nothing_by_it(browser, path):
    sitting = with_group(browser, path)
    to(sitting, "facts")
    exercise = Exercise(SCENARIO, ADVISOR)
    known = [each.id for each in exercise.questions if exercise.is_known(each.id)]
    unknown = next(each.id for each in exercise.questions if not exercise.is_known(each.id))
    ask(sitting, unknown, known[0])
    page = sitting.page
    assert page.locator(".unknown").inner_text() == "Nothing is known about that."
    assert page.locator(".count").inner_text() == "You were told 1 fact, of the 2 that you may be told."
    ask(sitting, known[1])
    assert page.locator(".groups button:enabled").count() == 0
    assert page.locator(".known li").count() == 2
    sitting.leave()


def test_what_one_chose_by_herself_is_kept_as_the_terminal_keeps_it(browser, path, tmp_path):
    sitting = Sitting(browser, path, viewport=PHONE)
    page = sitting.page
    sitting.press("By myself")
    sitting.press("Go on")
    ask(sitting, "contact")
    sitting.press("Go on")
    page.evaluate(OPEN_ALL)
    page.get_by_label("Being curious").check()
    page.get_by_label("Being generous").check()
    page.fill("#reason-1", "=It costs little")
    page.get_by_role("button", name="Put it one up").click()
    chosen = [Choice("being-generous", "=It costs little"), Choice("being-curious")]
    exercise = Exercise(SCENARIO, ADVISOR, ["contact"], chosen)
    found = compared(exercise)
    sitting.press("Go on")
    page.evaluate(OPEN_ALL)
    texts = [block["text"] for block in blocks_of(comparison_outline(found, exercise))]
    told = [text.capitalize() if text.isupper() else text for text in texts]  # no capitals on the page
    assert [text for text in told if text not in page.inner_text("main")] == []
    sitting.press("Go on")
    page.fill("#disagrees", "They would laugh")
    sitting.press("Go on")
    page.evaluate(OPEN_ALL)
    page.get_by_label("Being curious").uncheck()
    sitting.press("Go on")
    page.fill("#learner", "Seat 4")
    with page.expect_download() as saving:
        sitting.press("Save the results")
    assert saving.value.suggested_filename == "case-17.csv"
    saving.value.save_as(tmp_path / "results.csv")
    afterwards = Afterwards(("being-generous",), "They would laugh")
    assert read_results(tmp_path / "results.csv").rows == [row_of("Seat 4", exercise, found, afterwards)]
    sitting.leave()


def test_the_votes_of_a_group_are_kept_with_their_hands(browser, path, tmp_path):
    sitting = with_group(browser, path)
    to(sitting, "votes")
    vote(sitting, "Being generous", 2)
    vote(sitting, "Being curious", 7)
    to(sitting, "votes-after")
    vote(sitting, "Being generous", 9)
    to(sitting, "end")
    sitting.page.fill("#group", "North")
    with sitting.page.expect_download() as saving:
        sitting.press("Save the results")
    saving.value.save_as(tmp_path / "results.csv")
    (row,) = read_results(tmp_path / "results.csv").rows
    hands = "being-generous: hands=2 after=9 | being-curious: hands=7 after=0"
    assert set(row["reasons"].split(" | ")) == set(hands.split(" | "))
    assert (row["group"], row["chosen"], row["after"]) == (
        "North",
        "being-curious being-generous",
        "being-generous",
    )
    sitting.leave()


def findings(sitting):
    """Return what is wrong with a view, all unfolded."""
    page, found = sitting.page, []
    page.evaluate(OPEN_ALL)
    for size in (SMALLEST, DOUBLED):
        page.set_viewport_size(size)
        found += [("wide", size["width"])] if page.evaluate(TOO_WIDE) else []
    for size, forced, rules in SEEN:
        page.set_viewport_size(size)
        page.emulate_media(forced_colors=forced)
        found += [(size["width"], forced, *each) for each in page.evaluate(LOOK, list(rules))]
        found += [("wide", size["width"])] if page.evaluate(TOO_WIDE) else []
    page.emulate_media(forced_colors="none")
    return found


@pytest.mark.parametrize("mode", list(WAYS))
def test_axe_finds_nothing_in_any_view(browser, path, mode):
    sitting = Sitting(browser, path, viewport=PHONE, bypass_csp=True)
    sitting.page.evaluate(Axe().axe_script)
    found = {"begin": findings(sitting)}
    if mode == "group":
        sitting.press("With a group, at the projector")
        found["setup"] = findings(sitting)
        sitting.page.fill("#most", "many")
        sitting.press("Begin with the story")
        found["wrong"] = findings(sitting)
        sitting.page.fill("#most", "")
        sitting.press("Begin with the story")
    else:
        sitting.press("By myself")
    for view in WAYS[mode]:
        if view in AS_BEFORE:
            continue
        sitting.go_to(view)
        if view == "facts":
            ask(sitting, "contact", "mandate")
        if view == "votes":
            vote(sitting, "Being curious", 2)
        if view == "choose":
            sitting.page.evaluate(OPEN_ALL)
            sitting.page.get_by_label("Being curious").check()
            sitting.page.get_by_label("Being generous").check()
        found[view] = findings(sitting)
        if view == "facts" and mode == "group":
            for name, key in (("The story once more", "Escape"), ("Blank screen", "Escape")):
                sitting.press(name)
                found[name] = findings(sitting)
                sitting.page.keyboard.press(key)
    assert {view: each for view, each in found.items() if each} == {}
    sitting.leave()


def test_hostile_words_of_somebody_elses_scenario_are_words(browser, tmp_path):
    said = HOSTILE.replace('"', "'").replace("\u202e", "").replace("\u202c", "")
    file = tmp_path / "theirs.yaml"
    file.write_text(
        f'format: 1\nid: theirs\ntitle: "{said}"\nteaches: "{said}"\nnarrative: "{said}"\n'
        f'source: {{work: vaggers-2014, at: "{said}"}}\ndiscuss: ["{said}"]\nterms: {{"{said}": "{said}"}}\n'
        f'expect: {{recommended: [{{id: being-curious, reason: "{said}"}}]}}\n'
        f'case: {{respondent: "{said}", answers: {{contact: none}}}}\n'
    )
    path = tmp_path / "theirs.html"
    path.write_text(room_page(read_scenario(str(file), KNOWLEDGE), KNOWLEDGE), encoding="utf-8")
    sitting = with_group(browser, path)
    for view in WAYS["group"]:
        sitting.go_to(view)
        assert sitting.page.locator("main script, main img, main svg, main a, main style").count() == 0
    assert sitting.page.title() != "run"
    sitting.leave()


def test_on_paper_stands_what_was_told_and_no_button(browser, path):
    sitting = with_group(browser, path)
    to(sitting, "facts")
    ask(sitting, "contact")
    sitting.page.emulate_media(media="print")
    assert sitting.page.locator("button:visible, footer:visible").count() == 0
    assert sitting.page.locator(".known").is_visible()
    sitting.leave()
