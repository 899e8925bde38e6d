"""The whole advisor in a real browser, opened from a file path with the network off: every view, by keyboard too."""

from __future__ import annotations


from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from advisor import Advisor
from advisor.cases import read_case
from advisor.standalone.writing import whole_page

ADVISOR = Advisor(engine="columnar")
PHONE, LAPTOP = {"width": 360, "height": 800}, {"width": 1280, "height": 800}
FORCED, DARK = {"forced_colors": "active"}, {"color_scheme": "dark"}
MORE = {"contrast": "more"}
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
FOCUSED = "document.activeElement"
HOSTILE = (
    "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\"></style></title>"
    "<svg onload=alert(1)><a href='javascript:alert(1)'>x</a>{{ 7 * 7 }}{% raw %}]]>--> \u202etxet\u202c"
)
MOST_VIEWS = 120


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The file for a leader, a short one, and one for a partner."""
    folder = tmp_path_factory.mktemp("page")
    made = {
        "advice": whole_page(ADVISOR.knowledge),
        "core": whole_page(ADVISOR.knowledge, questions="core"),
        "partner": whole_page(ADVISOR.knowledge, purpose="partner", questions="core"),
    }
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


class Sitting:
    """Somebody who sits before the page; what goes wrong in it, and what it asks the network for, is kept."""

    def __init__(self, browser, path: Path, **how):
        self.context = browser.new_context(offline=True, accept_downloads=True, **how)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.asked: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda said: self.wrong.append(said.text))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri())
        self.page.wait_for_selector("h1")

    @property
    def view(self) -> str:
        return self.page.evaluate("location.hash").lstrip("#").partition("/")[0]

    @property
    def question(self) -> str:
        return self.page.evaluate("location.hash").partition("/")[2]

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def answer(self) -> None:
        """Answer the question that stands there, whatever its kind."""
        rows = self.page.locator(".row").count()
        if rows:
            for row in range(1, rows + 1):
                self.page.check(f"#row-{row}-2")
        else:
            self.page.check("#answer-1")
        self.press("Continue")

    def leave(self) -> None:
        self.context.close()
        assert self.wrong == []
        assert [each for each in self.asked if not each.startswith(("file:", "blob:"))] == []


def to_questions(sitting: Sitting) -> None:
    sitting.press("Begin")
    sitting.press("Continue")
    sitting.press("Continue")


def answer_until(sitting: Sitting, is_there: Callable[[], bool]) -> None:
    """Answer and go on until something is there."""
    for _view in range(MOST_VIEWS):
        if is_there():
            return
        if sitting.view == "question":
            sitting.answer()
        elif sitting.view in ("seat", "share"):
            sitting.page.check(f"#{sitting.view}-1")
            sitting.press("Continue")
        elif sitting.view == "end":
            sitting.page.locator("main button:not(.main):not(.link)").first.click()
        else:
            sitting.press("Continue")
    raise AssertionError(f"not there; at {sitting.page.url}")


def to_kind(selector: str) -> Callable[[Sitting], None]:
    """Return what goes on to a question of a kind."""
    return lambda sitting: answer_until(sitting, lambda: sitting.page.locator(selector).count() > 0)


def to_view(name: str) -> Callable[[Sitting], None]:
    return lambda sitting: answer_until(sitting, lambda: sitting.view == name)


def press(name: str) -> Callable[[Sitting], None]:
    return lambda sitting: sitting.press(name)


def choose(index: int) -> Callable[[Sitting], None]:
    """Return what picks one of the things that may be asked about."""

    def chosen(sitting: Sitting) -> None:
        sitting.page.select_option("#which", index=index)
        sitting.press("Show it")

    return chosen


def own_words_wanted(sitting: Sitting) -> None:
    sitting.page.get_by_label("None of these: I say it in a note").check()
    sitting.press("Continue")


def open_file(name: str, text: str) -> Callable[[Sitting], None]:
    def opened(sitting: Sitting) -> None:
        file = {"name": name, "mimeType": "application/yaml", "buffer": text.encode()}
        sitting.page.set_input_files("#file", file)
        sitting.press("Open the file")
        sitting.page.wait_for_function("location.hash !== '#begin'")

    return opened


def day_that_is_none(sitting: Sitting) -> None:
    sitting.page.locator("dt:text-is('Day') ~ dd button").click()
    sitting.page.fill("#date", "next week")
    sitting.press("Continue")


def settled_day(sitting: Sitting) -> None:
    sitting.page.fill("#date", "2026-03-14")
    sitting.press("Continue")


# Every view of the page, in the order of one sitting: its name, and what leads to it from the one before.
STATES: list[tuple[str, Callable[[Sitting], None]]] = [
    ("the first view", lambda sitting: None),
    ("no file was chosen", press("Open the file")),
    ("a file that is no case", open_file("x.yaml", "answers:\n  trust: what\n")),
    ("back at the first view", press("Back")),
    ("an old file", open_file("a (1).yaml", "format: 1\ndate: 2020-01-01\nanswers:\n  trust: openly\n")),
    ("back from the old file", press("Back")),
    ("begin anew, with nothing lost", press("Begin anew, about another partnership")),
    ("the name", press("Begin anew all the same")),
    ("the partners", press("Continue")),
    ("a choice", press("Continue")),
    ("a choice without an answer", press("Continue")),
    ("a choice that wants own words", own_words_wanted),
    ("a child's safety, told at once", to_view("alert")),
    ("the advice so far", lambda sitting: (sitting.press("Continue"), sitting.press("What the advice would be so far"))),
    ("back at the question", press("Back")),
    ("a list", to_kind(".line")),
    ("a list without an answer", press("Continue")),
    ("a question that was answered", press("Back")),
    ("whose seat", to_view("seat")),
    ("nothing said of the seat", press("Continue")),
    ("who may see it", lambda sitting: (sitting.page.check("#seat-1"), sitting.press("Continue"))),
    ("check your answers", to_view("check")),
    ("a day that is none", day_that_is_none),
    ("check once more", settled_day),
    ("the end", press("Continue")),
    ("how tight in each way", to_kind(".row")),
    ("a way without an answer", press("Continue")),
    ("the advice", lambda sitting: (answer_until(sitting, lambda: sitting.view == "end"), sitting.press("See the advice"))),
    ("the pack", press("A page for your next meeting")),
    ("why not", lambda sitting: (sitting.press("Back"), sitting.press("Why is something not advised?"))),
    ("nothing picked", press("Show it")),
    ("why not this", choose(3)),
    ("what if", lambda sitting: (sitting.press("Back"), sitting.press("What if an answer were another?"))),
    ("another answer", choose(2)),
    ("no other answer chosen", press("Show it")),
    ("what would change", lambda sitting: (sitting.page.check("#other-1"), sitting.press("Show it"))),
    (
        "what is certain",
        lambda sitting: (
            sitting.press("Back"),
            sitting.press("Back"),
            sitting.press("What is certain, and what would decide the rest?"),
        ),
    ),
]
PARTNERS_STATES: list[tuple[str, Callable[[Sitting], None]]] = [
    ("the first view", lambda sitting: None),
    ("a question", to_questions),
    ("the end", to_view("end")),
]


def findings(sitting: Sitting) -> list[tuple[str, str]]:
    """Return what axe finds with all parts unfolded, and whether the page is wider than the screen."""
    sitting.page.evaluate(OPEN_ALL)
    violations = Axe().run(sitting.page).response["violations"]
    found = [(each["id"], each["nodes"][0]["html"][:300]) for each in violations]
    width, screen = sitting.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return [*found, *([("wide", f"{width} of {screen}")] if width > screen else [])]


@pytest.mark.parametrize(
    ("size", "colours"),
    [(PHONE, {}), (LAPTOP, {}), (PHONE, FORCED), (LAPTOP, FORCED), (PHONE, DARK), (PHONE, MORE)],
    ids=str,
)
def test_axe_finds_nothing_in_any_view(browser, pages, size, colours):
    sitting = Sitting(browser, pages / "advice.html", viewport=size, bypass_csp=True, **colours)
    found = {}
    for name, leads_there in STATES:
        leads_there(sitting)
        found[name] = findings(sitting)
    sitting.leave()
    assert {name: each for name, each in found.items() if each} == {}


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=str)
def test_axe_finds_nothing_on_the_page_for_a_partner(browser, pages, size):
    sitting = Sitting(browser, pages / "partner.html", viewport=size, bypass_csp=True)
    found = {}
    for name, leads_there in PARTNERS_STATES:
        leads_there(sitting)
        found[name] = findings(sitting)
    assert sitting.page.get_by_role("button", name="See the advice").count() == 0
    sitting.leave()
    assert {name: each for name, each in found.items() if each} == {}
