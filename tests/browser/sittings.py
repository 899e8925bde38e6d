"""Somebody who sits before the whole advisor, opened in a browser from a file path with the network off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from advisor.knowledge import KnowledgeBase
from advisor.standalone.writing import whole_page

PHONE, LAPTOP = {"width": 360, "height": 800}, {"width": 1280, "height": 800}
HOSTILE = (
    "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\"></style></title>"
    "<svg onload=alert(1)><a href='javascript:alert(1)'>x</a>{{ 7 * 7 }}{% raw %}]]>--> \u202etxet\u202c"
)
MOST_VIEWS = 120


def pages_in(folder: Path, knowledge: KnowledgeBase) -> Path:
    """Write the file for a leader, a short one, and one for a partner into a folder, and return it."""
    made = {
        "advice": whole_page(knowledge),
        "core": whole_page(knowledge, questions="core"),
        "partner": whole_page(knowledge, purpose="partner", questions="core"),
    }
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


class Sitting:
    """Somebody who sits before the page; what goes wrong in it, and what it asks the network for, is kept."""

    def __init__(self, browser, path: Path, **how):
        self.context = browser.new_context(**{"offline": True, "accept_downloads": True, **how})
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
        return self._address(1)

    @property
    def question(self) -> str:
        return self._address(2)

    def _address(self, place: int) -> str:
        """Return a part of the address: the view, or what it is about."""
        parts = str(self.page.evaluate("location.hash")).split("/")
        return parts[place] if place < len(parts) else ""

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

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so; the page's own policy forbids what a browser would wait with."""
        for _turn in range(100):
            if is_so():
                return
            self.page.wait_for_timeout(20)
        raise AssertionError(self.page.url)

    def go_to(self, view: str) -> None:
        """Go to a view by its address, as the browser's own buttons do."""
        self.page.evaluate(f"location.hash = '#/{view}'")
        self.page.wait_for_timeout(50)

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


def to_view(name: str) -> Callable[[Sitting], None]:
    return lambda sitting: answer_until(sitting, lambda: sitting.view == name)


def open_file(name: str, text: str) -> Callable[[Sitting], None]:
    def opened(sitting: Sitting) -> None:
        file = {"name": name, "mimeType": "application/yaml", "buffer": text.encode()}
        sitting.page.set_input_files("#file", file)
        sitting.press("Open the file")
        sitting.until(lambda: sitting.view not in ("begin", ""))

    return opened
