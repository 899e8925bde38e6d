"""`advisor why`, `why-not`, `what-if` and `settle`, as a leader and a script use them."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

from tests.command.run import advisor

CASE = "scenario:health-visitors"
COMMANDS = [
    ("why", CASE, "visioning"),
    ("why", CASE, "visioning", "--rather-than", "convening"),
    ("why-not", CASE, "conflict-handling"),
    ("what-if", CASE, "--set", "trust=careful"),
    ("settle", CASE),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_short_text_is_for_a_leader(words):
    result = advisor(*words)
    assert (result.returncode, result.stderr) == (0, "")
    assert max(map(len, result.stdout.splitlines())) <= 100
    assert 3 < len(result.stdout.splitlines()) <= 28
    assert not re.search(r"\[[a-z-]+\]|\x1b|None|at-least|dont-know", result.stdout)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_full_says_more(words):
    assert len(advisor(*words, "--full").stdout) > len(advisor(*words).stdout)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_json_is_json_and_markdown_is_lists(words):
    assert json.loads(advisor(*words, "--format", "json").stdout)
    markdown = advisor(*words, "--format", "markdown").stdout
    assert markdown.startswith("# ")
    assert "\n- " in markdown


def test_the_short_answer_goes_down_to_the_leaders_own_words():
    text = " ".join(advisor("why", CASE, "visioning").stdout.split())
    assert "What you said - " in text
    assert "Can people say what they think when you meet? 'Mostly. Some things are still hard to say'" in text
    assert "Where this comes from - Vaggers 2014, Section 5.2.3, p. 135." in text


def test_a_part_that_stood_before_is_referred_to_and_only_then():
    text = advisor("why", CASE, "visioning", "--full").stdout
    lines = [" ".join(line.split()) for line in re.split(r"\n\s*- ", text)]
    for line in lines:
        if line.endswith("(see above)"):
            assert any(
                other.startswith(line.removesuffix(" (see above)")) for other in lines[: lines.index(line)]
            )


def test_a_rule_a_finding_a_pattern_a_factor_and_what_is_held_back_can_be_asked_for():
    advice = json.loads(advisor("advise", CASE, "--format", "json").stdout)
    ids = [advice[kind][0]["id"] for kind in ("findings", "patterns", "factors", "firings", "withheld")]
    for id_ in ids:
        assert advisor("why", CASE, id_).returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("why", CASE, "visoning"),
            "there is no 'visoning' in this knowledge base; did you mean 'Visioning'?",
        ),
        (
            ("why", CASE, "strangers"),
            f"'Strangers' is neither advised nor found here; ask: advisor why-not {CASE} strangers",
        ),
        (("why", CASE, "contact"), "'contact' is a question; nothing concludes it"),
        (
            ("why-not", CASE, "visioning"),
            f"'Visioning' is advised or found in this case; ask: advisor why {CASE} visioning",
        ),
        (
            ("why-not", CASE, "convenning"),
            "there is no 'convenning' in this knowledge base; did you mean 'Convening'?",
        ),
        (
            ("why", CASE, "visioning", "--rather-than", "being-honest"),
            "'visioning' and 'being-honest' are not advised in one order",
        ),
        (("what-if", CASE, "--set", "trust"), "trust: this is no change; write QUESTION=VALUE"),
        (
            ("what-if", CASE, "--set", "trst=openly"),
            "trst: there is no question 'trst'; did you mean 'trust'?",
        ),
        (
            ("what-if", CASE, "--set", "trust=open"),
            "trust: 'trust' has no option 'open'; did you mean 'openly'?",
        ),
        (("what-if", CASE, "--unset", "nothing"), "nothing: there is no question 'nothing'; "),
        (("settle", "no-such-file.yaml"), "no-such-file.yaml: "),
    ],
)
def test_a_slip_is_told_with_what_to_try(words, said):
    result = advisor(*words)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(said)
    assert "Traceback" not in result.stderr


def test_the_case_itself_is_never_written_over(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text("format: 1\nanswers: {contact: none}\n", encoding="utf-8")
    for words in (("advise", str(path)), ("settle", str(path)), ("why-not", str(path), "visioning")):
        result = advisor(*words, "-o", str(path))
        assert result.returncode == 2
        assert "is read here and would be lost" in result.stderr
    assert path.read_text(encoding="utf-8") == "format: 1\nanswers: {contact: none}\n"


def test_what_holds_a_thing_back_is_told_though_nothing_speaks_for_it():
    text = advisor("why-not", "scenario:private-nursery", "clear-intention-and-vision").stdout
    assert "Not now: " in text
    assert "you lose nothing by leaving it" in text


def test_a_move_has_a_reason_that_speaks_for_it():
    text = " ".join(advisor("what-if", CASE, "--set", "disagreement=open-dispute").stdout.split())
    assert "Conflict handling: comes in, first. While people fight in the open, little that you plan" in text
    assert "Visioning: falls away (was first). In a quarrel, a day about the future looks like" in text


def test_several_futures_are_compared_and_nothing_is_written(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text("format: 1\nanswers: {contact: regular, trust: openly}\n", encoding="utf-8")
    before = path.read_bytes()
    result = advisor(
        "what-if",
        str(path),
        "--set",
        "trust=careful,disagreement=avoided",
        "--set",
        "changes-lately.posts-vacant=yes",
    )
    assert result.stdout.splitlines()[0].split() == ["now", "future", "1", "future", "2"]
    assert max(map(len, result.stdout.splitlines())) <= 100
    assert result.stdout.count("\nIf: ") == 2
    assert path.read_bytes() == before


def test_taking_an_answer_away_is_a_future_too():
    result = advisor("what-if", CASE, "--unset", "trust")
    assert "Can people say what they think when you meet? not answered" in result.stdout


def test_the_pictures_are_well_formed_and_hold_nothing_but_text(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(
        "format: 1\nabout: '<script>'\nanswers: {contact: none, acquaintance: hardly}\n", encoding="utf-8"
    )
    advice = json.loads(advisor("advise", str(path), "--format", "json").stdout)
    id_ = advice["preconditions"][0]["id"]
    svg = advisor("why", str(path), id_, "--format", "svg").stdout
    kinds = {element.tag.partition("}")[2] for element in ElementTree.fromstring(svg).iter()}
    assert kinds == {"svg", "rect", "text", "path"}
    dot = advisor("why", str(path), id_, "--format", "dot").stdout
    assert dot.startswith("digraph why {")
    assert dot.count("{") == dot.count("}") == 1


def test_markdown_shows_what_looks_like_markup_as_it_is():
    from advisor.reports.outline import Outline
    from advisor.reports.outline_markdown import as_markdown
    from advisor.reports.outline_svg import as_svg

    outline = Outline()
    outline.add(0, "Title\x1b[31m")
    outline.add(1, "<b>*not* [bold](http://x)</b> \n# no title")
    assert as_markdown(outline) == (
        "# Title?\\[31m\n\n- \\<b\\>\\*not\\* \\[bold\\](http://x)\\</b\\> \\# no title\n"
    )
    assert "<b>" not in as_svg(outline)
