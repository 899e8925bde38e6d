"""The tools of an assistant, as its protocol wants them: each is a function, and takes its arguments alone.

An argument that a tool does not know is refused: passed over, it would take with it what she answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from mcp.server.mcpserver.tools import Tool
from mcp.types import ToolAnnotations

from advisor._command import Door, at_door
from advisor._language import N_
from advisor.api import Advisor
from advisor.cases.case import Case
from advisor.knowledge.question_kinds.table import kind_of

ASSISTANT = Door(
    {name: name for name in ("why", "why_not", "what_if")},
    listed=N_("list_questions, and the ids in what advise gives"),
    full="full: true",
)
READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def tools_of(functions: Iterable[Callable[..., Any]]) -> list[Tool]:
    """Return functions as tools that only read."""
    return [_tool(each) for each in functions]


def _tool(function: Callable[..., Any]) -> Tool:
    tool = Tool.from_function(_for_assistants(function), annotations=READS, structured_output=False)
    arguments = tool.fn_metadata.arg_model
    arguments.model_config["extra"] = "forbid"
    arguments.model_rebuild(force=True)
    tool.parameters["additionalProperties"] = False
    return tool


def _for_assistants(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a tool that names tools where it says what to ask."""

    @wraps(function)
    def told(*args: Any, **kwargs: Any) -> Any:
        with at_door(ASSISTANT):
            return function(*args, **kwargs)

    return told


def case_told(advisor: Advisor, given: Mapping[str, Any]) -> Case:
    """Return a case as an assistant keeps it: each answer under its question, what was tried among them.

    A case file has that under `actions`. `CaseError` with all its faults.
    """
    answers, questions = given.get("answers"), advisor.knowledge.questions
    tried = {
        question: answer
        for question, answer in (answers.items() if isinstance(answers, Mapping) else ())
        if isinstance(answer, Mapping) and question in questions and kind_of(questions[question]).in_actions
    }
    if not isinstance(answers, Mapping) or not tried:
        return advisor.read_case(given)
    others = {question: answer for question, answer in answers.items() if question not in tried}
    interview = advisor.interview({**given, "answers": others})
    for question, answer in tried.items():
        interview.answer(question, answer)
    return interview.case
