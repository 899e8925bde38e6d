"""What the service says of itself: its cases and answers are described as the JSON Schemas describe them.

A schema has its definitions in it; here they stand beside one another, under names that each has alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from fastapi import FastAPI

from advisor._command import Door, at_door
from advisor._language import N_
from advisor.doors.guard import OPEN
from advisor.knowledge.base import KnowledgeBase
from advisor.reports.json_schema import schema

PLACE = "#/components/schemas/"
_INNER = re.compile(r"#/\$defs/(.+)")
# The kinds of schema, by what each is called here.
RESULTS = {
    "Advice": "advice",
    "Brief": "brief",
    "Why": "why",
    "WhyNot": "why-not",
    "Future": "what-if",
    "Sensitivity": "settle",
    "StageSettled": "settle-factor",
    "Contrast": "contrast",
}
CASE = "Case"
SERVICE = Door(
    {name: f"POST /v1/{name.replace('_', '-')}" for name in ("why", "why_not", "what_if")},
    listed=N_("GET /v1/questions, and the ids in the advice"),
)


def gives(*names: str) -> dict[int | str, dict[str, Any]]:
    """Return what a call says of its answer: one of these, each as its JSON Schema has it."""
    refs = [{"$ref": PLACE + name} for name in names]
    found = refs[0] if len(refs) == 1 else {"anyOf": refs}
    return {200: {"description": "The answer", "content": {"application/json": {"schema": found}}}}


class DescribedService(FastAPI):
    """A service whose cases and answers are described by the JSON Schemas of the files."""

    knowledge: KnowledgeBase

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request; what is told in it names calls of this service."""
        with at_door(SERVICE):
            await super().__call__(scope, receive, send)

    def openapi(self) -> dict[str, Any]:
        """Return the description, made when it is first asked for."""
        if self.openapi_schema is None:
            found = super().openapi()
            named = found["components"]["schemas"]
            for each in named.values():
                if CASE.lower() in each.get("properties", {}):
                    _describe_case(each)
            found["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
            for path, calls in found["paths"].items():
                for call in calls.values():
                    call["security"] = [] if path in OPEN else [{"token": []}]
            named |= beside_one_another(
                {name: schema(kind, self.knowledge) for name, kind in {**RESULTS, CASE: "case"}.items()}
            )
        return self.openapi_schema or {}


def _describe_case(sent: dict[str, Any]) -> None:
    """Say of a request whose case may be anything that it is a case."""
    may_be_none = "case" not in sent.get("required", ())
    ref = {"$ref": PLACE + CASE}
    sent["properties"]["case"] = {"anyOf": [ref, {"type": "null"}]} if may_be_none else ref


def beside_one_another(schemas: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return schemas and all their definitions in one table, each with its references put right.

    A definition that is the same in all of them stands there once; one of which there are several, or that
    leads to such a one, is called after its schema too: `Advice.SourceRef`.
    """
    parts = {name: _parts(name, found) for name, found in schemas.items()}
    own = _several(parts.values())
    table: dict[str, dict[str, Any]] = {}
    for name, inner in parts.items():
        called = {each: f"{name}.{each}" if each in own - {name} else each for each in inner}
        table |= {called[each]: _with_names(body, called) for each, body in inner.items()}
    return table


def _parts(name: str, found: dict[str, Any]) -> dict[str, Any]:
    """Return a schema by its name, and its definitions by theirs."""
    whole = {key: said for key, said in found.items() if key not in ("$schema", "$id", "$defs")}
    return {name: whole, **found.get("$defs", {})}


def _several(definitions: Iterable[dict[str, Any]]) -> set[str]:
    """Return the names that mean different things in different schemas, themselves or further down."""
    first: dict[str, Any] = {}
    leads_to: dict[str, set[str]] = {}
    own: set[str] = set()
    for each in definitions:
        for name, body in each.items():
            own |= {name} if first.setdefault(name, body) != body else set()
            leads_to.setdefault(name, set()).update(_references(body))
    while more := {name for name, below in leads_to.items() if below & own} - own:
        own |= more
    return own


def _references(body: Any) -> set[str]:
    if isinstance(body, list):
        return {name for each in body for name in _references(each)}
    if not isinstance(body, dict):
        return set()
    named = _INNER.fullmatch(str(body.get("$ref", "")))
    return ({named[1]} if named else set()) | {name for each in body.values() for name in _references(each)}


def _with_names(body: Any, called: dict[str, str]) -> Any:
    """Return a part of a schema whose references lead to what its definitions are called here."""
    if isinstance(body, list):
        return [_with_names(each, called) for each in body]
    if not isinstance(body, dict):
        return body
    named = _INNER.fullmatch(body["$ref"]) if isinstance(body.get("$ref"), str) else None
    if named:
        return {**body, "$ref": PLACE + called[named[1]]}
    return {key: _with_names(each, called) for key, each in body.items()}
