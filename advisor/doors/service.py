"""The advisor as a service over HTTP, for programs on the same machine or behind a proxy of one's own.

It keeps nothing and writes nothing: a case comes with each request and goes with its answer.
"""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema
from starlette.exceptions import HTTPException

from advisor._document import json_of
from advisor._language import _
from advisor._version import __version__
from advisor.advice.brief_model import Brief
from advisor.advice.model import Advice
from advisor.api import Advisor
from advisor.doors import asking
from advisor.doors.asking import AskedQuestion, InterviewCaseError, Sitting
from advisor.doors.refused import FaultTold, Refused, in_shape, refused, refused_answer, refused_changes
from advisor.errors import AdvisorError, CaseError, EditError
from advisor.explanation import Contrast, Future, Sensitivity, StageSettled, Why, WhyNot
from advisor.knowledge.base import KnowledgeBase
from advisor.reports.json_schema import schema

REFUSALS: dict[int | str, dict[str, Any]] = {
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
MEDIA = "application/json"


class _Sent(BaseModel):
    """What may be sent: nothing but the keys that are wanted."""

    model_config = ConfigDict(extra="forbid")


class Health(BaseModel):
    """That the service is there, and what it advises with."""

    status: Literal["ok"]
    version: str
    knowledge: dict[str, str]


def make_service(advisor: Advisor) -> FastAPI:
    """Return the service; `Guard` is to stand before it."""
    app = FastAPI(
        title="partnership-advisor",
        version=__version__,
        summary="Where a partnership stands, and what would help, with reasons",
        description="A case comes with each request and is not kept. Show `alerts` before everything else.",
        docs_url=None,  # they would fetch their parts from elsewhere
        redoc_url=None,
        responses=REFUSALS,
    )
    _health(app, advisor)
    _advising(app, advisor, case_of(advisor.knowledge))
    _interviewing(app, advisor, case_of(advisor.knowledge))
    app.add_exception_handler(AdvisorError, _told)
    app.add_exception_handler(RequestValidationError, _misfit)
    app.add_exception_handler(HTTPException, _nothing_there)
    app.add_exception_handler(RecursionError, _too_deep)
    return app


def case_of(knowledge: KnowledgeBase) -> Any:
    """Return the type of a case that is sent: plain data, described as a case in the docs of the service."""
    return Annotated[dict[str, Any], WithJsonSchema(without_references(schema("case", knowledge)))]


def without_references(found: dict[str, Any]) -> dict[str, Any]:
    """Return a schema in which each definition stands where it is used."""
    definitions = found.get("$defs", {})

    def resolved(each: Any) -> Any:
        if isinstance(each, list):
            return [resolved(member) for member in each]
        if not isinstance(each, dict):
            return each
        if "$ref" in each:
            return resolved(definitions[each["$ref"].rpartition("/")[2]])
        return {key: resolved(said) for key, said in each.items()}

    kept = {key: said for key, said in found.items() if key not in ("$defs", "$schema", "$id")}
    result: dict[str, Any] = resolved(kept)
    return result


def _health(app: FastAPI, advisor: Advisor) -> None:
    used = advisor.knowledge

    @app.get("/health")
    def health() -> Health:
        """Whether the service is there, and with which knowledge. It wants no token."""
        ref = {"name": used.name, "version": used.version, "digest": used.digest}
        return Health(status="ok", version=__version__, knowledge=ref)

    @app.get("/v1/questions")
    def questions() -> list[AskedQuestion]:
        """All questions of the questionnaire, in their order."""
        return asking.questions_of(used)


def _advising(app: FastAPI, advisor: Advisor, case_type: Any) -> None:
    class OnCase(_Sent):
        case: case_type

    class Named(OnCase):
        name: str = Field(description="an id, a title or the beginning of one, or the number of a step")

    class Changed(OnCase):
        changes: dict[str, str | None] = Field(
            description="a question, or QUESTION.ITEM, and the other answer; null takes it away"
        )

    class Settled(OnCase):
        factor: str | None = Field(None, description="which answers decide where this factor stands")

    class Contrasted(OnCase):
        one: str
        other: str

    def answers(path: str, model: Any) -> Callable[[Callable[..., Any]], Any]:
        return app.post(path, response_model=model)

    @answers("/v1/advice", Advice)
    def advice(sent: OnCase) -> Response:
        """The whole advice on a case, with every reason down to the answers: some 200,000 letters."""
        return Response(advisor.advise(sent.case).as_json(None), media_type=MEDIA)

    @answers("/v1/brief", Brief)
    def brief(sent: OnCase) -> Response:
        """What matters most of the advice on a case, in some three thousand letters."""
        return Response(advisor.advise(sent.case).brief().as_json(None), media_type=MEDIA)

    @answers("/v1/why", Why)
    def why(sent: Named) -> Response:
        """Why something is advised or was found, down to the answers."""
        return Response(advisor.why(sent.case, sent.name).as_json(None), media_type=MEDIA)

    @answers("/v1/why-not", WhyNot)
    def why_not(sent: Named) -> Response:
        """Why something is not advised, and the smallest changes that would bring it."""
        return Response(advisor.why_not(sent.case, sent.name).as_json(None), media_type=MEDIA)

    @answers("/v1/what-if", Future)
    def what_if(sent: Changed) -> Response:
        """What would change if some answers were others."""
        case = advisor.read_case(sent.case)
        try:
            future = advisor.what_if(case, sent.changes)
        except (CaseError, EditError) as error:
            return _answer(422, refused_changes(error))
        return Response(future.as_json(None), media_type=MEDIA)

    @answers("/v1/settle", Sensitivity | StageSettled)
    def settle(sent: Settled) -> Response:
        """What is certain, what is open, and what would decide it."""
        found: Sensitivity | StageSettled
        found = advisor.settle(sent.case) if sent.factor is None else advisor.settle(sent.case, sent.factor)
        return Response(found.as_json(None), media_type=MEDIA)

    @answers("/v1/contrast", Contrast)
    def contrast(sent: Contrasted) -> Response:
        """Why one thing rather than another of its kind."""
        return Response(advisor.contrast(sent.case, sent.one, sent.other).as_json(None), media_type=MEDIA)


def _interviewing(app: FastAPI, advisor: Advisor, case_type: Any) -> None:
    class Begun(_Sent):
        case: case_type | None = None
        scope: Literal["what-matters", "core", "all"] = "what-matters"

    class Answered(_Sent):
        interview: dict[str, Any] = Field(description="as it came with the last answer")
        question: str
        value: str | dict[str, str]
        note: str | None = Field(None, description="words of her own; no rule reads them")

    class TakenBack(_Sent):
        interview: dict[str, Any]
        question: str

    def put(sitting: Sitting) -> Response:
        return Response(json_of(sitting, set(), None), media_type=MEDIA)

    @app.post("/v1/interview", response_model=Sitting)
    def begin(sent: Begun) -> Response:
        """Begin an interview, or go on with a case: the question to put next, and the whole to send back."""
        return put(asking.begun(advisor, sent.case, sent.scope))

    @app.post("/v1/interview/answer", response_model=Sitting)
    def answer(sent: Answered) -> Response:
        """Take an answer, and give the next question."""
        try:
            return put(asking.answered(advisor, sent.interview, sent.question, sent.value, sent.note))
        except InterviewCaseError:
            raise
        except CaseError as error:
            return _answer(422, refused_answer(error, sent.question))

    @app.post("/v1/interview/take-back", response_model=Sitting)
    def take_back(sent: TakenBack) -> Response:
        """Take an answer away."""
        return put(asking.taken_back(advisor, sent.interview, sent.question))


def _answer(status: int, told: Refused) -> Response:
    return Response(json_of(told, set(), None), status, media_type=MEDIA)


async def _told(_request: Request, error: Exception) -> Response:
    assert isinstance(error, AdvisorError)
    if isinstance(error, InterviewCaseError):
        return _answer(422, refused(error, ("interview", "case")))
    return _answer(422, refused(error, ("case",) if isinstance(error, CaseError) else ()))


async def _misfit(_request: Request, error: Exception) -> Response:
    """Answer what fits no request: where and what, never a word of what was sent."""
    assert isinstance(error, RequestValidationError)
    faults = [
        FaultTold([*each["loc"][1:]], str(each["msg"]), _("see /openapi.json")) for each in error.errors()
    ]
    return _answer(422, Refused("invalid-request", _("the request does not fit"), faults, in_shape(faults)))


async def _nothing_there(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    told = Refused("not-found" if error.status_code == 404 else "wrong-use", str(error.detail), [], {})
    return _answer(error.status_code, told)


async def _too_deep(_request: Request, _error: Exception) -> Response:
    return _answer(422, Refused("invalid-request", _("the request is nested too deeply"), [], {}))
