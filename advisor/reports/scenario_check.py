"""What became of scenarios' expectations: as text, JSON or the XML that test tools read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from xml.etree import ElementTree

from advisor._command import hint
from advisor._language import N_, _, ngettext
from advisor._text import on_one_line
from advisor.explanation import Contrast, Why
from advisor.knowledge.base import KnowledgeBase
from advisor.reports.outline import Outline
from advisor.reports.why_not_outline import why_not_outline
from advisor.reports.why_outline import contrast_outline, why_outline
from advisor.reports.wording import ended
from advisor.scenarios.expectation_check import ExpectationOutcome, Tree
from advisor.scenarios.runner import CheckedScenario
from advisor.scenarios.snapshot import Drift

NOTHING_EXPECTED = N_("It expects nothing; write under 'expect' what the advice should say, with a reason")
MOST_DIFFERENCES = 20  # shown of one scenario as text


def check_outline(checked: Sequence[CheckedScenario], knowledge: KnowledgeBase) -> Outline:
    """Return what differs from what was expected, and why; then with which scenarios all is well."""
    outline = Outline()
    if not checked:
        said = _("There is no scenario, so nothing was checked; begin one with: {new}")
        outline.add(0, said.format(new=hint("scenario", "new", "my-scenario.yaml")))
        return outline
    failed = [each for each in checked if not each.passed]
    for each in failed:
        met = sum(result.met for result in each.results)
        outline.add(
            0,
            _("FAILED {id}: {met} of {number} as expected").format(
                id=each.id, met=met, number=len(each.results)
            ),
        )
        if not each.results:
            outline.add(1, _(NOTHING_EXPECTED))
        for result in each.results:
            if not result.met:
                _add_unmet(outline, result, knowledge)
        if not all(result.met for result in each.results):
            why = hint("why", f"scenario:{each.name}", "ID")
            outline.add(1, _("Ask further: {command}, or why-not, with an ID from above").format(command=why))
        _add_differences(outline, each)
    well = [each.id for each in checked if each.passed]
    if well:
        outline.add(0, _("As expected: {names}").format(names=", ".join(well)))
    expectations = sum(len(each.results) for each in checked)
    failures = ngettext("{n} failed", "{n} failed", len(failed)).format(n=len(failed))
    said = failures if failed else _("all as expected")
    outline.add(
        0,
        _("{scenarios} with {expectations}: {said}.").format(
            scenarios=ngettext("{n} scenario", "{n} scenarios", len(checked)).format(n=len(checked)),
            expectations=ngettext("{n} expectation", "{n} expectations", expectations).format(n=expectations),
            said=said,
        ),
    )
    return outline


def _add_unmet(outline: Outline, result: ExpectationOutcome, knowledge: KnowledgeBase) -> None:
    outline.add(1, _("Expected: {expects}. {reason}").format(expects=result.expects, reason=result.reason))
    outline.add(1, _("Instead: {instead}").format(instead=ended(result.instead)))
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
    outline.add(
        1,
        ngettext(
            "{n} rule fire other than when this was last looked through:",
            "{n} rules fire other than when this was last looked through:",
            len(found),
        ).format(n=len(found)),
    )
    for difference in found[:MOST_DIFFERENCES]:
        outline.add(2, _difference_text(difference))
    if len(found) > MOST_DIFFERENCES:
        outline.add(2, _("and {more} more, with --format json").format(more=len(found) - MOST_DIFFERENCES))
    outline.add(
        1,
        _("If that is right: {command}").format(command=hint("scenario", "check", checked.name, "--accept")),
    )


def _difference_text(difference: Drift) -> str:
    with_ = _("with {changed}: ").format(changed=difference.with_) if difference.with_ else ""
    if difference.before is None:
        return _("{changed}fires now: {rule} ({now})").format(
            changed=with_, rule=difference.rule, now=difference.now
        )
    if difference.now is None:
        return _("{changed}fires no longer: {rule} ({before})").format(
            changed=with_, rule=difference.rule, before=difference.before
        )
    return _("{changed}says something else: {rule} ({before}; now {now})").format(
        changed=with_, rule=difference.rule, before=difference.before, now=difference.now
    )


def check_as_json(checked: Sequence[CheckedScenario]) -> str:
    """Return everything about the check as JSON text."""
    data = [{**asdict(each), "passed": each.passed} for each in checked]
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def check_as_junit(checked: Sequence[CheckedScenario]) -> str:
    """Return the check in the XML that test tools read: one suite a scenario, one case an expectation."""
    root = ElementTree.Element("testsuites")
    for each in checked:
        none = [] if each.results else [(_("something is expected"), _(NOTHING_EXPECTED), "")]
        cases = [*none, *map(_expectation_case, each.results), *_record_cases(each)]
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
    number = len(checked.differences)
    said = ngettext("{n} rule fire otherwise", "{n} rules fire otherwise", number).format(n=number)
    expected = _("the rules say what they said when it was last looked through")
    return [(expected, said if number else None, detail)]


def _element(parent: Any, tag: str, **attributes: object) -> Any:
    return ElementTree.SubElement(
        parent, tag, {key: on_one_line(str(value)) for key, value in attributes.items()}
    )
