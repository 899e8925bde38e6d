"""What became of scenarios' expectations: as text, JSON or the XML that test tools read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from xml.etree import ElementTree

from advisor._command import hint
from advisor._text import counted, on_one_line
from advisor.explanation import Contrast, Why
from advisor.knowledge.base import KnowledgeBase
from advisor.reports.outline import Outline
from advisor.reports.why_not_outline import why_not_outline
from advisor.reports.why_outline import contrast_outline, why_outline
from advisor.scenarios.expectation_check import ExpectationOutcome, Tree
from advisor.scenarios.runner import CheckedScenario
from advisor.scenarios.snapshot import Drift

MOST_DIFFERENCES = 20  # shown of one scenario as text


def check_outline(checked: Sequence[CheckedScenario], knowledge: KnowledgeBase) -> Outline:
    """Return what differs from what was expected, and why; then with which scenarios all is well."""
    outline = Outline()
    failed = [each for each in checked if not each.passed]
    for each in failed:
        met = sum(result.met for result in each.results)
        outline.add(0, f"FAILED {each.id}: {met} of {len(each.results)} as expected")
        for result in each.results:
            if not result.met:
                _add_unmet(outline, result, knowledge)
        if not all(result.met for result in each.results):
            why = hint("why", f"scenario:{each.name}", "ID")
            outline.add(1, f"Ask further: {why}, or why-not, with an ID from above")
        _add_differences(outline, each)
    well = [each.id for each in checked if each.passed]
    if well:
        outline.add(0, f"As expected: {', '.join(well)}")
    expectations = sum(len(each.results) for each in checked)
    said = f"{len(failed)} failed" if failed else "all as expected"
    outline.add(
        0, f"{counted(len(checked), 'scenario')} with {counted(expectations, 'expectation')}: {said}."
    )
    return outline


def _add_unmet(outline: Outline, result: ExpectationOutcome, knowledge: KnowledgeBase) -> None:
    outline.add(1, f"Expected: {result.expects}. {result.reason}")
    outline.add(1, f"Instead: {result.instead}.")
    tree = tree_outline(result.tree, knowledge)
    if tree is not None:
        outline.put_below(tree, 2)


def tree_outline(tree: Tree, knowledge: KnowledgeBase) -> Outline | None:
    """Return the reasons for what is so instead of what was expected."""
    if tree is None:
        return None
    if isinstance(tree, Why):
        return why_outline(tree, knowledge, hints=False)
    if isinstance(tree, Contrast):
        return contrast_outline(tree, knowledge)
    return why_not_outline(tree, knowledge, hints=False)


def _add_differences(outline: Outline, checked: CheckedScenario) -> None:
    found = checked.differences or ()
    if not found:
        return
    outline.add(1, f"{counted(len(found), 'rule')} fire other than when this was last looked through:")
    for difference in found[:MOST_DIFFERENCES]:
        outline.add(2, _difference_text(difference))
    if len(found) > MOST_DIFFERENCES:
        outline.add(2, f"and {len(found) - MOST_DIFFERENCES} more, with --format json")
    outline.add(1, f"If that is right: {hint('scenario', 'check', checked.name, '--accept')}")


def _difference_text(difference: Drift) -> str:
    with_ = f"with {difference.with_}: " if difference.with_ else ""
    if difference.before is None:
        return f"{with_}fires now: {difference.rule} ({difference.now})"
    if difference.now is None:
        return f"{with_}fires no longer: {difference.rule} ({difference.before})"
    return f"{with_}says something else: {difference.rule} ({difference.before}; now {difference.now})"


def check_as_json(checked: Sequence[CheckedScenario]) -> str:
    """Return everything about the check as JSON text."""
    data = [{**asdict(each), "passed": each.passed} for each in checked]
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def check_as_junit(checked: Sequence[CheckedScenario]) -> str:
    """Return the check in the XML that test tools read: one suite a scenario, one case an expectation."""
    root = ElementTree.Element("testsuites")
    for each in checked:
        cases = [*map(_expectation_case, each.results), *_record_cases(each)]
        failures = sum(message is not None for _, message, _ in cases)
        suite = _element(root, "testsuite", name=each.id, tests=len(cases), failures=failures)
        for name, message, detail in cases:
            case = _element(suite, "testcase", classname=each.id, name=name)
            if message is not None:
                _element(case, "failure", message=message).text = detail
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _expectation_case(result: ExpectationOutcome) -> tuple[str, str | None, str]:
    return result.expects, None if result.met else result.instead, result.reason


def _record_cases(checked: CheckedScenario) -> list[tuple[str, str | None, str]]:
    if checked.differences is None:
        return []
    detail = "\n".join(map(_difference_text, checked.differences))
    message = f"{counted(len(checked.differences), 'rule')} fire otherwise" if checked.differences else None
    return [("the rules say what they said when it was last looked through", message, detail)]


def _element(parent: Any, tag: str, **attributes: object) -> Any:
    return ElementTree.SubElement(
        parent, tag, {key: on_one_line(str(value)) for key, value in attributes.items()}
    )
