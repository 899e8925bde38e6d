"""Whole sittings at the page: by keyboard alone, back and forth, with files good and bad, as a partner."""

from __future__ import annotations

import pytest

from advisor import Advisor, Case
from advisor.advice.meeting import NotNow, meeting_for
from advisor.advice.naming import factor_names
from advisor.cases.file import case_text, read_case
from advisor.reports import as_page
from advisor.reports.pack import table_page
from advisor.scenarios import read_scenario
from tests.browser.sittings import (
    HOSTILE,
    LAPTOP,
    PHONE,
    Sitting,
    answer_until,
    open_file,
    to_questions,
    to_view,
)

ADVISOR = Advisor(engine="columnar")
FOCUSED = "document.activeElement"


@pytest.fixture
def leader(browser, pages):
    sitting = Sitting(browser, pages / "advice.html", viewport=LAPTOP)
    yield sitting
    sitting.leave()


def saved(sitting, folder):
    """Save by the button at the foot, and return the file."""
    with sitting.page.expect_download() as download:
        sitting.page.get_by_role("button", name="Save your answers").last.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def words_of(sitting):
    return sitting.page.evaluate("document.querySelector('main').innerText")


def tab_to(sitting, is_there):
    """Press Tab until what has the focus is what is looked for."""
    for _key in range(80):
        if sitting.page.evaluate(f"(() => {{ const at = {FOCUSED}; return {is_there}; }})()"):
            return
        sitting.page.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {is_there}")


def answer_by_keys(sitting):
    """Answer what is asked with the keyboard alone."""
    page = sitting.page
    rows = page.locator(".row").count()
    if rows:
        for row in range(1, rows + 1):
            tab_to(sitting, f"at.name === 'row-{row}'")
            page.keyboard.press("Space")
    else:
        tab_to(sitting, "at.tagName === 'INPUT'")
        page.keyboard.press("Space")
    tab_to(sitting, "at.type === 'submit'")
    page.keyboard.press("Enter")


def test_a_whole_case_is_answered_by_keyboard_alone_and_the_terminal_reads_it(leader, tmp_path):
    page = leader.page
    tab_to(leader, "at.textContent === 'Begin'")
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUSED}.tagName") == "H1"
    tab_to(leader, "at.id === 'name'")
    page.keyboard.type("Our team")
    page.keyboard.press("Enter")
    for _view in range(100):
        assert page.evaluate(f"{FOCUSED}.matches('h1, .alert')"), leader.view
        if leader.view == "advice":
            break
        if leader.view in ("question", "seat", "share"):
            answer_by_keys(leader)
        else:
            tab_to(leader, "at.matches('main .main, main [type=submit]')")
            page.keyboard.press("Enter")
    assert leader.view == "advice"
    tab_to(leader, "at.textContent === 'Save your answers'")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name == "my-case.yaml"
    case = read_case(path, ADVISOR.knowledge)
    assert path.read_text(encoding="utf-8") == case_text(case)
    assert case.partnership == "Our team"
    advice = ADVISOR.advise(case)
    told = words_of(leader)
    assert all(step.short in told for step in advice.plan)


def test_the_focus_goes_to_what_is_wrong_and_from_there_to_the_field(leader):
    to_questions(leader)
    leader.press("Continue")
    page = leader.page
    assert page.evaluate(f"{FOCUSED}.className") == "wrong"
    assert page.title().startswith("Error: ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUSED}.id") == "answer-1"
    described = page.evaluate(
        f"document.getElementById({FOCUSED}.getAttribute('aria-describedby').split(' ')[0]).textContent"
    )
    assert described.startswith("Choose one")
    leader.answer()
    assert not page.title().startswith("Error: ")


def test_the_browsers_own_back_and_forward_lose_no_answer(leader):
    to_questions(leader)
    asked = []
    for _question in range(2):
        asked.append(leader.question)
        leader.answer()
    now = leader.question
    leader.page.go_back()
    leader.until(lambda: leader.question == asked[1])
    assert leader.page.is_checked("#answer-1")
    leader.page.go_back()
    leader.page.go_forward()
    leader.page.go_forward()
    leader.until(lambda: leader.question == now)
    leader.press("Look over your answers")
    prompts = [ADVISOR.knowledge.questions[id_].prompt for id_ in asked]
    assert all(prompt in words_of(leader) for prompt in prompts)


def test_what_was_typed_and_not_continued_is_there_again_after_the_browsers_own_back(leader):
    to_questions(leader)
    leader.answer()
    there, page = leader.question, leader.page
    page.check("#answer-2")
    page.locator("summary").last.click()
    page.fill("#note", "Half a thought")
    page.go_back()
    leader.until(lambda: leader.question != there)
    page.go_forward()
    leader.until(lambda: leader.question == there)
    assert page.is_checked("#answer-2")
    assert page.input_value("#note") == "Half a thought"
    assert page.is_visible("#note")
    leader.press("Back")
    leader.press("Continue")
    leader.until(lambda: leader.question == there)
    assert page.is_checked("#answer-2")
    leader.press("Continue")
    leader.press("Look over your answers")
    assert "Half a thought" in words_of(leader)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    leader.page.on("dialog", lambda dialog: dialog.accept())
    leader.go_to("begin")
    leader.press("Begin anew, about another partnership")
    page.locator("main button:not(.main):not(.link)").last.click()
    assert page.input_value("#name") == ""


def test_whoever_leaves_in_the_midst_of_an_answer_is_asked(leader):
    asked = []

    def note(dialog):
        asked.append(dialog.type)
        dialog.accept()

    leader.page.on("dialog", note)
    leader.press("Begin")
    leader.page.fill("#name", "Our team")
    leader.page.reload()
    assert asked == ["beforeunload"]


def test_an_answer_is_changed_from_the_list_and_the_list_comes_again(leader):
    to_questions(leader)
    first = leader.question
    leader.answer()
    leader.press("Look over your answers")
    leader.page.locator("dl.answers button").nth(5).click()
    assert leader.question == first
    leader.page.check("#answer-2")
    leader.press("Continue")
    assert leader.view == "check"
    assert ADVISOR.knowledge.questions[first].options[1].text in words_of(leader)


def test_whoever_leaves_with_answers_that_are_not_saved_is_asked(leader, tmp_path):
    asked = []

    def go(dialog):
        asked.append(dialog.type)
        dialog.accept()

    leader.page.on("dialog", go)
    to_questions(leader)
    leader.answer()
    leader.page.reload()
    assert asked == ["beforeunload"]
    leader.until(lambda: leader.view == "begin")
    to_questions(leader)
    leader.answer()
    saved(leader, tmp_path)
    leader.page.reload()
    assert asked == ["beforeunload"]


def test_a_file_in_place_of_what_is_not_saved_is_asked_about_first(leader):
    to_questions(leader)
    first = leader.question
    leader.answer()
    leader.go_to("begin")
    open_file("other.yaml", "format: 1\npartnership: Other\n")(leader)
    leader.until(lambda: leader.view == "replace")
    leader.press("Back")
    leader.press("Go on with your answers")
    assert ADVISOR.knowledge.questions[first].prompt in words_of(leader)


def test_a_file_that_is_no_case_is_refused_with_line_and_column_and_nothing_changes(leader):
    to_questions(leader)
    leader.answer()
    leader.go_to("begin")
    open_file("x.yaml", "format: 1\nanswers:\n  trust: openly\n  trust: no\n")(leader)
    leader.until(lambda: leader.view == "refused")
    assert "3" in words_of(leader)
    assert "trust" in words_of(leader)
    leader.go_to("check")
    assert leader.page.locator("dl.answers").nth(1).locator("dt").count() == 1


@pytest.mark.parametrize("name", ["hot-quarrel", "health-visitors"])
def test_a_case_of_the_terminal_is_opened_and_saved_to_the_same_bytes(leader, tmp_path, name):
    case = read_scenario(name, ADVISOR.knowledge).case
    open_file("speech (2).yaml", case_text(case))(leader)
    leader.until(lambda: leader.view == "opened")
    leader.press("See the advice")
    assert all(step.short in words_of(leader) for step in ADVISOR.advise(case).plan)
    path = saved(leader, tmp_path)
    assert path.name == "speech.yaml"
    assert path.read_text(encoding="utf-8") == case_text(case)


def test_the_pack_is_that_of_the_terminal_and_what_is_for_her_alone_is_on_no_paper(leader):
    case = read_scenario("health-visitors", ADVISOR.knowledge).case
    found = meeting_for(ADVISOR.advise(case), ADVISOR.knowledge)
    assert not isinstance(found, NotNow)
    outline = table_page(found.meeting, case.partnership)
    open_file("a.yaml", case_text(case))(leader)
    leader.go_to("pack")
    html = as_page(outline)
    shown = leader.page.evaluate("document.querySelector('article.outline').innerText").split()
    page = leader.context.new_page()
    page.set_content(html)
    assert shown == page.inner_text("main").split()
    page.close()
    alone = leader.page.locator(".alone")
    assert alone.is_visible()
    leader.page.emulate_media(media="print")
    assert not alone.is_visible()
    assert not leader.page.locator("body > footer").is_visible()
    assert leader.page.locator("button:visible").count() == 0


def test_hostile_words_in_a_file_are_only_words(leader):
    answers = {"contact": "none", "trust": "not-at-all", "child-at-risk": "yes"}
    case = Case(
        partnership=HOSTILE.replace("\u202e", "").replace("\u202c", ""),
        respondent="B",
        answers=answers,
        notes=dict.fromkeys(answers, "<b>x</b><img src=x onerror=alert(1)>"),
    )
    told = []
    leader.page.on("dialog", lambda dialog: told.append(dialog.message))
    open_file("a.yaml", case_text(case))(leader)
    leader.until(lambda: leader.view == "opened")
    for view in ("check", "advice", "pack", "so-far"):
        leader.go_to(view)
        assert leader.view == view
        assert leader.page.locator("main script, main iframe, main img, main style, main b").count() == 0
    assert told == []
    assert leader.page.title() != "run"


def test_the_page_for_a_partner_asks_for_her_view_and_shows_no_advice(browser, pages, tmp_path):
    sitting = Sitting(browser, pages / "partner.html", viewport=PHONE)
    to_questions(sitting)
    answer_until(sitting, lambda: sitting.view == "seat")
    sitting.page.check("#seat-2")
    sitting.press("Continue")
    sitting.page.check("#share-2")
    sitting.press("Continue")
    to_view("end")(sitting)
    for view in ("advice", "so-far", "pack", "why-not"):
        sitting.go_to(view)
        sitting.until(lambda: sitting.view == "begin")
    case = read_case(saved(sitting, tmp_path), ADVISOR.knowledge)
    assert (case.seen_from, case.share) == ("partner", "no")
    core = {question.id for question in ADVISOR.knowledge.questions.values() if question.core}
    assert set(case.answers) == core
    sitting.leave()


def test_a_partner_too_is_told_at_once_whom_to_turn_to_about_a_child(browser, pages):
    sitting = Sitting(browser, pages / "partner.html", viewport=PHONE)
    to_questions(sitting)
    answer_until(sitting, lambda: sitting.question == "child-at-risk")
    sitting.answer()
    assert sitting.view == "alert"
    (alert,) = ADVISOR.advise(Case(answers={"child-at-risk": "yes"})).alerts
    assert alert.turn_to in words_of(sitting)
    sitting.leave()


def test_how_to_save_is_said_once_in_each_view(leader):
    to_questions(leader)
    leader.answer()
    for view in ("check", "advice"):
        leader.go_to(view)
        assert leader.page.get_by_role("button", name="Save your answers").count() == 1
    assert leader.page.inner_text("main footer").startswith("It rests on the knowledge base")
    assert leader.page.inner_text("body > footer").count("It rests on") == 0


def test_what_runs_no_script_says_what_to_do(browser, pages):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((pages / "advice.html").as_uri())
    assert "open it in a browser" in page.inner_text("noscript")
    page.context.close()


def test_where_something_is_chosen_or_told_so_far_a_factor_has_its_plain_name(browser, pages):
    sitting = Sitting(browser, pages / "core.html")
    open_file("a.yaml", "format: 1\nanswers: {contact: none}\n")(sitting)
    factors = ADVISOR.knowledge.of_kind("factor")
    plain = factor_names(ADVISOR.knowledge).values()
    for view in ("why-not", "so-far"):
        sitting.go_to(view)
        told = words_of(sitting)
        assert [name for name in plain if name not in told] == []
        assert [factor.title for factor in factors if factor.title in told] == []
    sitting.leave()
