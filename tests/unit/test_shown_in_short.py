"""What is printed in short of a result, which may end in a log, and what a notebook shows of it."""

from __future__ import annotations

import pickle
import re
from importlib import import_module

import pytest

from advisor import Advisor, Case

SHIPPED = Advisor(engine="auto")
CASE = Case(
    partnership="SECRET place",
    respondent="SECRET seat",
    answers={"contact": "none", "history": "broke", "changes-lately": {"posts-vacant": "yes"}},
    notes={"contact": "SECRET <b>words</b>"},
)
ADVICE = SHIPPED.advise(CASE)
RESULTS = {
    type(each).__name__: each
    for each in (
        CASE,
        ADVICE,
        ADVICE.brief(),
        SHIPPED.consult(CASE),
        SHIPPED.why(ADVICE, "1"),
        SHIPPED.why_not(CASE, "shared supervision"),
        SHIPPED.what_if(CASE, {"trust": "openly"}),
        SHIPPED.contrast(ADVICE, "convening", "problem-structuring"),
        SHIPPED.settle(CASE),
        SHIPPED.settle(CASE, "operational-cohesion"),
        SHIPPED.scenario("5"),
    )
}


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_in_short_is_one_line_that_counts_and_tells_nothing_of_the_case(name):
    result = RESULTS[name]
    for said in (repr(result), str(result), f"{[result]}"):
        assert said.strip("[]").startswith(f"<{name}")
        assert "\n" not in said
        assert len(said) < 300
        assert not any(word in said for word in ("SECRET", "none", "broke", "posts-vacant"))
    assert pickle.loads(pickle.dumps(result)) == result


@pytest.mark.parametrize("name", RESULTS)
def test_a_notebook_shows_a_result_as_html_in_which_words_stay_words(name):
    shown = RESULTS[name]._repr_html_()
    assert shown is not None
    assert len(re.findall("<li[ >]", shown)) == shown.count("</li>")
    assert "<b>words" not in shown
    assert RESULTS[name]._repr_svg_() is None


def test_a_notebook_shows_the_parts_of_a_case_by_their_names():
    shown = CASE._repr_html_() or ""
    assert "<summary>answers (3)</summary>" in shown
    assert "<strong>posts-vacant</strong>: yes" in shown
    assert "SECRET &lt;b&gt;words" in shown


def test_what_is_shared_says_in_short_which_one_it_is():
    knowledge = SHIPPED.knowledge
    assert repr(knowledge) == f"<KnowledgeBase: name {knowledge.name}, version {knowledge.version}>"
    assert repr(SHIPPED) == f"<Advisor: engine {SHIPPED.engine}, knowledge {knowledge!r}>"
    assert repr(SHIPPED.interview(CASE)) == f"<Interview: place {len(CASE.answers)}>"


def test_dir_of_the_library_lists_what_is_public_and_nothing_else():
    library = import_module("advisor")
    listed = {name for name in dir(library) if not name.startswith("_")}
    assert listed >= {*library.__all__} - {"__version__"}
    rooms = listed - {*library.__all__}
    assert {name for name in rooms if getattr(library, name).__name__ != f"advisor.{name}"} == set()
