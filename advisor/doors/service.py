"""The advisor as a service over HTTP, for programs on the same machine or behind a proxy of one's own.

It keeps nothing and writes nothing: a case comes with each request and goes with its answer.
"""

from collections.abc import Callable
from typing import Literal, Protocol

from fastapi import FastAPI, Response
from pydantic import BaseModel

from advisor._document import json_of
from advisor._version import __version__
from advisor.advice.naming import named
from advisor.api import Advisor
from advisor.doors import asking
from advisor.doors.asking import AskedQuestion, InterviewCaseError, Sitting
from advisor.doors.described import DescribedService, gives
from advisor.doors.refusals import MEDIA, REFUSALS, refusal, refuse_in_one_form
from advisor.doors.refused import refused_answer, refused_at, refused_changes
from advisor.doors.sent import Answered, Begun, Changed, Contrasted, Named, OnCase, Settled, TakenBack
from advisor.errors import CaseError, EditError, UnknownIdError


class Health(BaseModel):
    """That the service is there, and what it advises with."""

    status: Literal["ok"]
    version: str
    knowledge: dict[str, str]


def make_service(advisor: Advisor) -> FastAPI:
    """Return the service; `Guard` is to stand before it."""
    app = DescribedService(
        title="partnership-advisor",
        version=__version__,
        summary="Where a partnership stands, and what would help, with reasons",
        description="A case comes with each request and is not kept. Show `alerts` before everything else.",
        docs_url=None,  # they would fetch their parts from elsewhere
        redoc_url=None,
        responses=REFUSALS,
    )
    app.knowledge = advisor.knowledge
    for part in (_health, _advising, _asked_back, _supposing, _interviewing):
        part(app, advisor)
    refuse_in_one_form(app)
    return app


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


def _advising(app: FastAPI, advisor: Advisor) -> None:
    @app.post("/v1/advice", responses=gives("Advice"))
    def advice(sent: OnCase) -> Response:
        """The whole advice on a case, with every reason down to the answers: some 200,000 letters."""
        return _given(advisor.advise(sent.case))

    @app.post("/v1/brief", responses=gives("Brief"))
    def brief(sent: OnCase) -> Response:
        """What matters most of the advice on a case, in some three thousand letters."""
        return _given(advisor.advise(sent.case).brief())


def _asked_back(app: FastAPI, advisor: Advisor) -> None:
    @app.post("/v1/why", responses=gives("Why"))
    def why(sent: Named) -> Response:
        """Why something is advised or was found, down to the answers."""
        return _asked(lambda: advisor.why(sent.case, sent.name), "name")

    @app.post("/v1/why-not", responses=gives("WhyNot"))
    def why_not(sent: Named) -> Response:
        """Why something is not advised, and the smallest changes that would bring it."""
        return _asked(lambda: advisor.why_not(sent.case, sent.name), "name")

    @app.post("/v1/contrast", responses=gives("Contrast"))
    def contrast(sent: Contrasted) -> Response:
        """Why one thing rather than another of its kind."""
        advice = advisor.advise(sent.case)
        for key, name in (("one", sent.one), ("other", sent.other)):
            try:
                named(name, advisor.knowledge, advice)
            except UnknownIdError as error:
                return refusal(refused_at(error, key))
        return _given(advisor.contrast(advice, sent.one, sent.other))


def _supposing(app: FastAPI, advisor: Advisor) -> None:
    @app.post("/v1/what-if", responses=gives("Future"))
    def what_if(sent: Changed) -> Response:
        """What would change if some answers were others."""
        case = advisor.read_case(sent.case)
        try:
            future = advisor.what_if(case, sent.changes)
        except (CaseError, EditError) as error:
            return refusal(refused_changes(error, sent.changes))
        return _given(future)

    @app.post("/v1/settle", responses=gives("Sensitivity", "StageSettled"))
    def settle(sent: Settled) -> Response:
        """What is certain, what is open, and what would decide it."""
        if sent.factor is None:
            return _given(advisor.settle(sent.case))
        factor = sent.factor
        return _asked(lambda: advisor.settle(sent.case, factor), "factor")


def _interviewing(app: FastAPI, advisor: Advisor) -> None:
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
            return refusal(refused_answer(error, sent.question))
        except UnknownIdError as error:
            return refusal(refused_at(error, "question"))

    @app.post("/v1/interview/take-back", response_model=Sitting)
    def take_back(sent: TakenBack) -> Response:
        """Take an answer away."""
        try:
            return put(asking.taken_back(advisor, sent.interview, sent.question))
        except UnknownIdError as error:
            return refusal(refused_at(error, "question"))


class _Result(Protocol):
    def as_json(self, indent: int | None = 2) -> str: ...


def _given(answer: _Result) -> Response:
    return Response(answer.as_json(None), media_type=MEDIA)


def _asked(work: Callable[[], _Result], key: str) -> Response:
    """Return what is answered about something that was named under a key."""
    try:
        return _given(work())
    except UnknownIdError as error:
        return refusal(refused_at(error, key))
