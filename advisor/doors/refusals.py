"""What the service answers where it has no answer: a code that stays, and the place of each fault.

Never a word of what was sent, but where the program itself quotes it to whoever sent it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from advisor._document import json_of
from advisor._language import _
from advisor.doors.asking import InterviewCaseError, NoInterviewError
from advisor.doors.refused import FaultTold, Refused, in_shape, refused, refused_at
from advisor.errors import AdvisorError, CaseError

MEDIA = "application/json"
REFUSALS: dict[int | str, dict[str, Any]] = {
    400: {"model": Refused, "description": "What was sent is no JSON"},
    415: {"model": Refused, "description": "Sent as something else than JSON"},
    422: {"model": Refused, "description": "What was sent cannot be used"},
    **{
        status: {"model": Refused, "description": said}
        for status, said in (
            (401, "No token, or another one"),
            (403, "Called from a page of another place"),
            (408, "Too slow in sending"),
            (413, "More than may be sent"),
            (421, "Called by another name"),
            (429, "Too many requests"),
        )
    },
}
NOTHING = "missing", ("body",)  # what is wrong where nothing was sent
_JSON = re.compile(r"application/(?:[\w.+-]+\+)?json\s*(?:;|$)", re.IGNORECASE)


def refuse_in_one_form(app: FastAPI) -> None:
    """Let whatever cannot be answered be told as `Refused`."""
    app.add_exception_handler(AdvisorError, _told)
    app.add_exception_handler(RequestValidationError, _misfit)
    app.add_exception_handler(HTTPException, _nothing_there)
    app.add_exception_handler(RecursionError, _too_deep)


def refusal(told: Refused, status: int = 422) -> Response:
    """Return the answer that says why there is none."""
    return Response(json_of(told, set(), None), status, media_type=MEDIA)


async def _told(_request: Request, error: Exception) -> Response:
    assert isinstance(error, AdvisorError)
    if isinstance(error, InterviewCaseError):
        return refusal(refused(error, ("interview", "case")))
    if isinstance(error, NoInterviewError):
        return refusal(refused_at(error, "interview"))
    return refusal(refused(error, ("case",) if isinstance(error, CaseError) else ()))


async def _misfit(request: Request, error: Exception) -> Response:
    """Answer what fits no request: where and what, never a word of what was sent."""
    assert isinstance(error, RequestValidationError)
    if not _JSON.match(request.headers.get("content-type", "")):
        return refusal(Refused("wrong-type", _("send JSON, as Content-Type: application/json"), [], {}), 415)
    found = error.errors()
    if any(each["type"] == "json_invalid" or (each["type"], each["loc"]) == NOTHING for each in found):
        return _no_json()
    faults = [FaultTold(_into(error.body, each), str(each["msg"]), _("see /openapi.json")) for each in found]
    return refusal(Refused("invalid-request", _("the request does not fit"), faults, in_shape(faults)))


def _into(sent: Any, wrong: Mapping[str, Any]) -> list[str | int]:
    """Return the path to what is wrong in what was sent: without the names of the types that were tried."""
    path: list[str | int] = []
    for step in wrong["loc"][1:]:
        is_there = (
            step in sent if isinstance(sent, dict) else isinstance(sent, list) and isinstance(step, int)
        )
        if is_there:
            sent = sent[step]
        if is_there or wrong["type"] == "missing":
            path.append(step)
    return path


async def _nothing_there(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 400:
        return _no_json()
    told = Refused("not-found" if error.status_code == 404 else "wrong-use", str(error.detail), [], {})
    return refusal(told, error.status_code)


def _no_json() -> Response:
    return refusal(Refused("invalid-json", _("what was sent is no JSON"), [], {}), 400)


async def _too_deep(_request: Request, _error: Exception) -> Response:
    return refusal(Refused("invalid-request", _("the request is nested too deeply"), [], {}))
