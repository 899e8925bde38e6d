"""What is wrong with a template is said of it; where the system knows no home there is no folder."""

from __future__ import annotations

import pytest

from advisor import Advisor
from advisor.errors import AdvisorError
from advisor.files.own_folder import own_folder

BASE = "format: 1\nname: mine\nversion: '1'\nextends: shipped\n"
RULE = """\
rules:
  - id: mine
    title: "{{title}} helped"
    for-each: {each}
    when: {{tried: "{{id}}", outcome: helped}}
    then: {{recommend: "{{id}}", strength: slight}}
    because: It helped before.
    basis: judgement
    source: {{work: facilitation-practice, at: Order}}
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RULE.format(each="{kind: weather}"), "weather"),
        (RULE.format(each="{kind: intervention, factor: operational-cohesion}"), "belongs to no factor"),
        (
            RULE.format(each="{kind: intervention}").replace("  - id: mine\n", "  - basis: judgement\n"),
            "missing",
        ),
        (RULE.format(each="{kind: intervention}").replace("strength: slight", "strength: huge"), "huge"),
    ],
)
def test_what_is_wrong_with_a_template_is_said_with_its_file(text, said, tmp_path):
    (tmp_path / "base.yaml").write_text(BASE)
    (tmp_path / "mine.yaml").write_text(text)
    with pytest.raises(AdvisorError) as caught:
        Advisor(tmp_path)
    assert "mine.yaml" in str(caught.value)
    assert said in str(caught.value)


def test_a_title_that_a_template_says_otherwise_begins_with_a_capital(tmp_path):
    (tmp_path / "base.yaml").write_text(BASE)
    otherwise = '    said-otherwise:\n      - when: {answer: contact, is: none}\n        title: "{title}"\n'
    (tmp_path / "mine.yaml").write_text(RULE.format(each="{kind: intervention}") + otherwise)
    rule = Advisor(tmp_path).knowledge.entry("mine.visioning")
    assert rule.title.startswith("Visioning")
    assert rule.said_otherwise[0].title.startswith("Visioning")


@pytest.mark.parametrize(("kind", "asked"), [("cache", "user_cache_path"), ("state", "user_state_path")])
def test_where_the_system_knows_no_home_there_is_no_folder(kind, asked, monkeypatch):
    def nobody(*_, **__):
        raise RuntimeError("could not determine home directory")

    monkeypatch.setattr(f"platformdirs.{asked}", nobody)
    assert own_folder(kind) is None
