"""The page on the library's face: every public name, by what it is for, from its docstring."""

from __future__ import annotations

from importlib import import_module
from inspect import getdoc, isclass

PUBLIC: list[str] = import_module("advisor").__all__

GROUPS = {
    "Advisor": "Advisor",
    "Cases": "Case Action Partner Edit",
    "Advice": "Advice AlertAdvice Brief FactorAdvice FindingAdvice InterventionAdvice PatternAdvice "
    "Recommendation Step ToAsk Withheld Firing",
    "Interview": "Interview Question",
    "Explanation": "Why WhyNot Future Contrast Sensitivity StageSettled Reason",
    "Several cases": "Portfolio Progress Comparison",
    "Knowledge": "KnowledgeBase Scenario",
    "Errors": "AdvisorError InputError CaseError KnowledgeError TableError EditError UnknownIdError "
    "OtherwiseError Fault",
    "Language": "in_language languages UnknownLanguageError",
}
# Whose inherited members are a caller's too.
WHOLE = {"Advisor", "Advice", "Case", "Interview", "Portfolio", "Progress", "Comparison"}
BEHIND = ("explanation", "cases", "advice", "interview", "comparison", "cohort", "knowledge", "scenarios")
DOORS = ("doors", "reports", "pages", "verification")


def reference_page() -> str:
    """Return the page; ends if a public name is in no group, or has no words of its own."""
    grouped = {name for names in GROUPS.values() for name in names.split()}
    if grouped != {*PUBLIC} - {"__version__"}:
        raise SystemExit(f"tools/site/reference.py: in no group: {grouped ^ {*PUBLIC}}")
    lines = [
        _heading("Reference", "="),
        "What ``from advisor import ...`` gives, and what the packages below give.",
        "",
    ]
    for title, names in GROUPS.items():
        lines += [_heading(title, "-"), *(_entry("advisor", name, name in WHOLE) for name in names.split())]
    for title, packages in (("Packages", BEHIND), ("Doors and reports", DOORS)):
        lines.append(_heading(title, "-"))
        for package in packages:
            lines += _package(f"advisor.{package}")
    return "\n".join(lines)


def _package(name: str) -> list[str]:
    """Return what a package gives beside what the library itself gives."""
    module = import_module(name)
    own = [each for each in module.__all__ if each not in PUBLIC]
    said = (module.__doc__ or "").splitlines()[0]
    return [_heading(name, "~"), said, "", *(_entry(name, each, False) for each in own)]


def _entry(package: str, name: str, whole: bool) -> str:
    found = getattr(import_module(package), name)
    if not getdoc(found):
        raise SystemExit(f"{package}.{name} has no docstring")
    if not isclass(found):
        return f".. auto{'function' if callable(found) else 'data'}:: {package}.{name}\n"
    options = "   :members:\n" + ("   :inherited-members: object, dict, Exception\n" if whole else "")
    return f".. autoclass:: {package}.{name}\n{options}"


def _heading(title: str, line: str) -> str:
    return f"\n{title}\n{line * len(title)}\n"
