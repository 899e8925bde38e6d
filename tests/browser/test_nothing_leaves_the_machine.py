"""With a network that listens, the page asks it for nothing, whatever the words of a case point at."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from advisor import Advisor, Case
from advisor.cases.file import case_text
from tests.browser.sittings import Sitting, open_file, pages_in

ADVISOR = Advisor(engine="columnar")


@pytest.fixture
def listening():
    """Return an address that answers, and what it was asked for."""
    heard: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self):
            heard.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_said):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", heard
    server.shutdown()
    server.server_close()


def test_hostile_words_bring_the_page_to_ask_nothing_of_a_network_that_listens(browser, tmp_path, listening):
    address, heard = listening
    hostile = (
        f"<img src={address}/img><link rel=stylesheet href={address}/css><script src={address}/js></script>"
        f"<style>@import url({address}/import);</style><iframe src={address}/frame></iframe> {address}/plain"
    )
    aside = browser.new_page()
    aside.set_content(hostile)
    aside.wait_for_timeout(300)
    aside.close()
    assert "/img" in heard  # the words do ask where they are taken for more than words
    heard.clear()
    answers = {"contact": "none", "trust": "not-at-all", "child-at-risk": "yes"}
    case = Case(partnership=hostile, answers=answers, notes=dict.fromkeys(answers, hostile))
    path = pages_in(tmp_path, ADVISOR.knowledge) / "advice.html"
    sitting = Sitting(browser, path, offline=False)
    open_file("a.yaml", case_text(case))(sitting)
    for view in ("check", "advice", "pack", "why", "why-not", "what-if", "so-far"):
        sitting.go_to(view)
        assert sitting.view == view
        sitting.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert sitting.asked == [path.as_uri()]
    sitting.leave()
    assert heard == []
