"""Links of the reference to rules, and what a check says that it could not compare."""

from __future__ import annotations

from advisor.reports.reference_links import entry_link
from advisor.verification.found import Verification


def test_a_rule_is_linked_where_it_stands_on_the_page_of_what_it_is_about(knowledge):
    rule = next(iter(knowledge.of_kind("rule")))
    about = rule.then.effect.id
    link = entry_link(rule.id, knowledge, "../")
    assert link.endswith(f"]({'../'}{knowledge.kind(about)}/{about}.md#{rule.id.replace('.', '')})")


def test_what_was_too_much_to_compare_is_counted_as_what_it_is():
    found = Verification((), 0, {"covered-rules": 2, "redundant-parts": 1, "never-true": 3})
    said = " ".join(found.left_out)
    assert "2 pairs were not compared" in said
    assert "1 part was not compared" in said
    assert "3 rules were not compared" in said
    assert found.summary == "Nothing to complain of in what was compared."
