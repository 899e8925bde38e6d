"""Knowledge bases of one's own: `advisor knowledge new`, `graph`, `schema`, `pages`, and overlays."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import jsonschema
import pytest
import yaml

from advisor.files.positioned_yaml import parse_bytes
from tests.command.run import ROOT, advisor

OWN_RULE = """\
rules:
  - id: a-visit-in-september
    title: A visit in September
    when: {answer: contact, is: none}
    then: {recommend: being-introduced, strength: strong}
    because: In our town a visit in September opens doors.
    basis: judgement
    source: {work: our-practice, at: Team day}
"""


@pytest.fixture
def mine(tmp_path):
    folder = tmp_path / "mine"
    assert advisor("knowledge", "new", str(folder)).returncode == 0
    return folder


def add_to_base(folder, text):
    path = folder / "base.yaml"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def advice_on(scenario, folder):
    result = advisor("advise", f"scenario:{scenario}", "--knowledge", str(folder), "--format", "json")
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize("options", [[], ["--empty"]], ids=["overlay", "empty"])
def test_a_new_one_has_nothing_to_complain_of_and_its_scenarios_pass(tmp_path, options):
    folder = str(tmp_path / "new")
    assert advisor("knowledge", "new", folder, *options).returncode == 0
    assert advisor("knowledge", "check", folder, "--strict").stdout == "Nothing to complain of.\n"
    assert advisor("scenario", "check", "--knowledge", folder).returncode == 0


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    result = advisor("knowledge", "new", str(tmp_path))
    assert (result.returncode, [path.name for path in tmp_path.iterdir()]) == (2, ["file"])
    assert "something in this folder already" in result.stderr


def test_what_is_added_counts_and_every_advice_says_so(mine):
    (mine / "rules" / "mine.yaml").write_text(OWN_RULE, encoding="utf-8")
    advice = advice_on("private-nursery", mine)
    (introduced,) = [each for each in advice["preconditions"] if each["id"] == "being-introduced"]
    assert "a-visit-in-september" in introduced["firings"]
    assert advice["knowledge"]["extends"]["added"] == ["a-visit-in-september"]
    screen = advisor("advise", "scenario:private-nursery", "--knowledge", str(mine)).stdout
    assert f"It rests on {mine.name} " in screen
    text = advisor("advise", "scenario:private-nursery", "--more", "--knowledge", str(mine)).stdout
    assert "adds a-visit-in-september" in " ".join(text.split())
    again = advisor("advise", "scenario:private-nursery", "--more", "--knowledge", str(mine)).stdout
    assert again == text  # the second time from the copy at hand


def test_what_is_switched_off_is_advised_no_more(mine):
    before = advice_on("private-nursery", mine)
    assert before["interventions"][0]["id"] == "convening" or any(
        each["id"] == "convening" for each in before["interventions"]
    )
    add_to_base(mine, "switched-off:\n  - {id: convening, reason: Nobody here may invite.}\n")
    after = advice_on("private-nursery", mine)
    assert all(each["id"] != "convening" for each in after["interventions"])
    assert after["knowledge"]["extends"]["switched_off"] == [
        {"id": "convening", "reason": "Nobody here may invite."}
    ]


def test_what_is_switched_off_may_not_be_recommended_by_ones_own_rule(mine):
    add_to_base(mine, "switched-off:\n  - {id: being-introduced, reason: Not here.}\n")
    (mine / "rules" / "mine.yaml").write_text(OWN_RULE, encoding="utf-8")
    result = advisor("knowledge", "check", str(mine))
    assert result.returncode == 1
    assert "mine.yaml:5:5: error: this rule is here, and base.yaml switches it off" in result.stdout


def test_an_entry_is_shown_as_a_file_has_it(mine):
    add_to_base(mine, "changes:\n  - {id: being-introduced, reason: Our own words.}\n")
    shown = advisor("knowledge", "show", "being-introduced", "--format", "yaml").stdout
    (mine / "entries.yaml").write_text(shown, encoding="utf-8")
    own = advisor("knowledge", "show", "being-introduced", "--format", "yaml", "--knowledge", str(mine))
    assert own.stdout == shown, own.stderr


def test_a_rule_that_is_changed_takes_the_place_of_the_other(mine):
    add_to_base(mine, "changes:\n  - {id: strangers-start-with-being-introduced, reason: In other words.}\n")
    changed = OWN_RULE.replace("a-visit-in-september", "strangers-start-with-being-introduced")
    (mine / "rules" / "mine.yaml").write_text(changed, encoding="utf-8")
    advice = advice_on("private-nursery", mine)
    (firing,) = [each for each in advice["firings"] if each["id"] == "strangers-start-with-being-introduced"]
    assert firing["because"] == "In our town a visit in September opens doors."


def test_an_entry_with_an_id_that_is_there_already_is_no_change_by_accident(mine):
    same = OWN_RULE.replace("a-visit-in-september", "strangers-start-with-being-introduced")
    (mine / "rules" / "mine.yaml").write_text(same, encoding="utf-8")
    result = advisor("knowledge", "list", "--knowledge", str(mine))
    assert (result.returncode, result.stdout) == (2, "")
    assert "is taken by the entry in" in result.stderr


def test_a_change_of_the_knowledge_below_is_noticed(tmp_path):
    below, above = tmp_path / "below", tmp_path / "above"
    advisor("knowledge", "new", str(below), "--empty")
    above.mkdir()
    (above / "base.yaml").write_text(
        "format: 1\nname: a\nversion: '1'\nextends: ../below\n", encoding="utf-8"
    )
    first = advice_on("first-meeting", above)["knowledge"]["digest"]
    entries = below / "entries.yaml"
    entries.write_text(
        entries.read_text(encoding="utf-8").replace("Ask for one name", "Find one name"), encoding="utf-8"
    )
    second = advice_on("first-meeting", above)
    assert second["knowledge"]["digest"] != first
    assert second["preconditions"][0]["id"] == "being-introduced"


def test_show_says_in_which_scenarios_an_entry_and_a_rule_come_up():
    visioning = json.loads(advisor("knowledge", "show", "visioning", "--format", "json").stdout)
    assert "health-visitors" in visioning["scenarios"]
    rule = next(each["id"] for each in visioning["rules"] if each["does"] == "recommend")
    assert "scenarios" in json.loads(advisor("knowledge", "show", rule, "--format", "json").stdout)


def test_the_graph_is_drawn_whole_and_around_an_entry(tmp_path):
    out = tmp_path / "graph.svg"
    assert advisor("knowledge", "graph", "no-contact", "-o", str(out)).returncode == 0
    titles = [each.text for each in ElementTree.parse(out).iter("{http://www.w3.org/2000/svg}title")]
    assert "finding no-contact" in titles
    assert "question contact" in titles
    dot = advisor("knowledge", "graph", "--format", "dot").stdout
    assert '"contact" -> "no-contact"' in dot
    assert dot.count("{") == dot.count("}")
    assert advisor("knowledge", "graph", "no-contct").returncode == 2


def schema(what):
    return json.loads(advisor("knowledge", "schema", what).stdout)


def data_in(path):
    tree, faults = parse_bytes(path.read_bytes(), path.name)
    assert faults == []
    assert tree is not None
    return tree.plain()


def test_the_schemas_fit_every_shipped_file():
    shipped = ROOT / "knowledge"
    scenario, entries = (jsonschema.Draft202012Validator(schema(what)) for what in ("scenario", "knowledge"))
    for path in (shipped / "scenarios").glob("*.yaml"):
        assert list(scenario.iter_errors(data_in(path))) == [], path
    for path in [*shipped.glob("*.yaml"), *(shipped / "rules").glob("*.yaml")]:
        if path.name != "base.yaml":
            assert list(entries.iter_errors(data_in(path))) == [], path
    jsonschema.validate(data_in(shipped / "base.yaml"), schema("base"))


def test_the_schemas_fit_cases_and_advice_and_refuse_slips():
    case = jsonschema.Draft202012Validator(schema("case"))
    for path in (ROOT / "tests" / "unseen").glob("*.yaml"):
        assert list(case.iter_errors(data_in(path))) == [], path
    assert list(case.iter_errors({"format": 1, "answers": {"contact": "nothing"}}))
    assert list(case.iter_errors({"format": 1, "answers": {"contct": "none"}}))
    advice = json.loads(advisor("advise", "scenario:private-nursery", "--format", "json").stdout)
    jsonschema.validate(advice, schema("advice"))


def test_a_template_passes_the_schema_of_its_kind(mine, tmp_path):
    advisor("scenario", "new", str(tmp_path / "my.yaml"))
    jsonschema.validate(
        yaml.safe_load((tmp_path / "my.yaml").read_text(encoding="utf-8")), schema("scenario")
    )
    jsonschema.validate(data_in(mine / "base.yaml"), schema("base"))


def test_pages_are_written_for_ones_own_and_no_other_file_is_touched(mine, tmp_path):
    (mine / "rules" / "mine.yaml").write_text(OWN_RULE, encoding="utf-8")
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "notes.md").write_text("my notes\n", encoding="utf-8")
    assert advisor("knowledge", "pages", str(pages), "--knowledge", str(mine)).returncode == 0
    page = (pages / "precondition" / "being-introduced.md").read_text(encoding="utf-8")
    assert "### a-visit-in-september" in page
    assert (pages / "notes.md").read_text(encoding="utf-8") == "my notes\n"
    (pages / "README.md").write_text("written by hand\n", encoding="utf-8")
    assert advisor("knowledge", "pages", str(pages)).returncode == 2
    assert (pages / "README.md").read_text(encoding="utf-8") == "written by hand\n"


TEMPLATE = """\
rules:
  - id: visits
    for-each: {kind: shift}
    title: "A visit helps with this: {title}"
    when: {answer: contact, is: none}
    then: {recommend: "{id}", strength: slight}
    because: People who have met find it easier.
    basis: judgement
    source: {work: our-practice, at: Team day}
"""


def test_a_rule_of_a_template_can_be_switched_off_and_changed_alone(mine):
    template = "what-is-too-early-to-judge-is-given-time"
    add_to_base(mine, f"switched-off:\n  - {{id: {template}.visioning, reason: Not here.}}\n")
    assert advisor("knowledge", "check", str(mine)).stdout == "Nothing to complain of.\n"
    assert advisor("knowledge", "show", f"{template}.visioning", "--knowledge", str(mine)).returncode == 2
    other = f"{template}.convening"
    add_to_base(mine, f"changes:\n  - {{id: {other}, reason: In other words.}}\n")
    rule = advisor("knowledge", "show", other, "--format", "yaml").stdout
    changed = rule.replace("because: ", "because: In our town, ")
    (mine / "rules" / "mine.yaml").write_text(changed, encoding="utf-8")
    shown = advisor("knowledge", "show", other, "--knowledge", str(mine), "--format", "yaml")
    assert "because: In our town, " in shown.stdout, shown.stderr


def test_a_rule_that_becomes_a_template_replaces_what_was_there(tmp_path):
    below, above = tmp_path / "below", tmp_path / "above"
    advisor("knowledge", "new", str(below), "--empty")
    above.mkdir()
    plain = "strangers-are-introduced"
    base = f"format: 1\nname: a\nversion: '1'\nextends: ../below\nchanges: [{{id: {plain}, reason: x}}]\n"
    (above / "base.yaml").write_text(base, encoding="utf-8")
    template = TEMPLATE.replace("id: visits", f"id: {plain}").replace("kind: shift", "kind: precondition")
    (above / "rules.yaml").write_text(template, encoding="utf-8")
    result = advisor("knowledge", "list", "rule", "--knowledge", str(above), "--format", "json")
    ids = [rule["id"] for rule in json.loads(result.stdout)]
    assert f"{plain}.being-introduced" in ids
    assert plain not in ids


def test_what_mutate_measures_of_an_overlay_are_its_own_rules(mine):
    (mine / "rules" / "mine.yaml").write_text(OWN_RULE, encoding="utf-8")
    (mine / "scenarios").mkdir()
    scenario = mine / "scenarios" / "visit.yaml"
    advisor("scenario", "new", str(scenario))
    text = scenario.read_text(encoding="utf-8")
    scenario.write_text(
        text.replace("because-of: acquaintance", "because-of: a-visit-in-september"), encoding="utf-8"
    )
    data = json.loads(advisor("knowledge", "mutate", "--knowledge", str(mine), "--format", "json").stdout)
    assert (data["changes"], data["by_expectation"]) == (3, 2)  # that it is weaker, no expectation says
    assert [each["change"] for each in data["unnoticed"]] == ["a-visit-in-september:weakened"]
    advisor("scenario", "check", "visit", "--accept", "--knowledge", str(mine))
    data = json.loads(advisor("knowledge", "mutate", "--knowledge", str(mine), "--format", "json").stdout)
    assert (data["by_expectation"], data["by_either"]) == (2, 3)


def test_a_base_stays_usable_where_what_it_recommends_is_switched_off(tmp_path):
    advisor("knowledge", "new", "base", "--empty", folder=tmp_path)
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "base.yaml").write_text(
        "format: 1\nname: ours\nversion: 0.1.0\nextends: ../base\n"
        "switched-off:\n  - {id: being-introduced, reason: Nobody may visit.}\n",
        encoding="utf-8",
    )
    own = ("--knowledge", "ours")
    for command in (("knowledge", "check", "ours"), ("scenario", "list", *own)):
        assert advisor(*command, folder=tmp_path).returncode == 0
    checked = advisor("scenario", "check", *own, folder=tmp_path)
    assert (checked.returncode, checked.stderr) == (1, "")
    assert "Instead: this knowledge base switches it off: Nobody may visit." in checked.stdout
    said = advisor("why-not", "scenario:first-meeting", "being-introduced", *own, folder=tmp_path).stdout
    assert "This knowledge base switches it off: Nobody may visit." in said
    gone = advisor(
        "why-not", "scenario:first-meeting", "no-contact-wants-an-introduction", *own, folder=tmp_path
    )
    assert "switches 'no-contact-wants-an-introduction' off: Nobody may visit." in gone.stderr


def test_where_nothing_is_tried_or_expected_the_check_ends_in_1(tmp_path):
    advisor("knowledge", "new", "base", "--empty", folder=tmp_path)
    story = tmp_path / "base" / "scenarios" / "first-meeting.yaml"
    text = story.read_text(encoding="utf-8")
    story.write_text(text[: text.index("expect:")], encoding="utf-8")
    checked = advisor("scenario", "check", "--knowledge", "base", folder=tmp_path)
    assert checked.returncode == 1
    assert "It expects nothing" in checked.stdout
    story.rename(story.with_suffix(".yml"))
    checked = advisor("scenario", "check", "--knowledge", "base", folder=tmp_path)
    assert (checked.returncode, "There is no scenario" in checked.stdout) == (1, True)
    assert checked.stderr.endswith("its name does not end in .yaml; call it first-meeting.yaml\n")
