"""The advisor as tools for an assistant: so that it asks the rules, and invents no advice of its own.

Each tool takes all that it needs and keeps nothing. What an assistant does with a case is not in our hands:
docs/doors.md says so to whoever connects one.
"""

from collections.abc import Callable
from typing import Annotated, Any

from mcp.server.mcpserver import MCPServer
from pydantic import Field

from advisor._version import __version__
from advisor.api import Advisor
from advisor.doors import asking, telling
from advisor.doors.refused import refused, refused_changes
from advisor.doors.sent import CHANGES, Changes
from advisor.doors.tools import case_told, tools_of
from advisor.errors import AdvisorError, CaseError, EditError

INSTRUCTIONS = """\
Rules about partnerships between services that are stuck. They advise a leader who depends on partners she
does not manage; every line rests on her own answers and on a published study or the stated judgement of its
authors.

- Ask her; do not guess. An answer that she did not give is left out, or is "dont-know". Begin with
  next_question.
- Show `alerts` before everything else, whole, as they stand. They are about safety and are no verdict.
- Give the advice of `advise` as it stands. Add none of your own to it, and say so where you do speak for
  yourself.
- To say why, call `why` or `why_not`; never make up a reason. To say what would change, call `what_if`.
- Her answers are private. Send no names of people, and keep nothing of a case longer than the talk.
- It is something to think with, not a verdict: she knows the people, the rules do not.
"""
CASE = (
    "the case as {'answers': {question id: answer}}, with the ids of list_questions and next_question: the "
    "id of an option; for a checklist a mapping of parts to yes, no, dont-know or not-applicable; for a "
    "placing, and for what was tried, a mapping of parts to options. Only what the leader said herself"
)
Case = Annotated[dict[str, Any], Field(description=CASE)]
Name = Annotated[
    str | int, Field(description="an id or a title from the advice, or the number of a step in its plan")
]

Full = Annotated[bool, Field(description="all of it, where an answer ends in 'and N more'")]


def make_assistant(advisor: Advisor) -> MCPServer:
    """Return the server with its tools; `run("stdio")` lets an assistant start it as a command."""
    return MCPServer(
        "partnership-advisor",
        title="Partnership advisor",
        instructions=INSTRUCTIONS,
        version=__version__,
        log_level="CRITICAL",  # so that nothing of a case is logged
        tools=tools_of((*_asking(advisor), *_answering(advisor), _supposing(advisor))),
    )


def _asking(advisor: Advisor) -> list[Callable[..., Any]]:
    def list_questions(core_only: bool = True) -> Any:
        """List the questions with their options, to read answers off what the leader has told you.

        With core_only those that matter in every partnership. Do not put them all to her: next_question
        chooses those that can still change the advice."""
        found = [each for each in asking.questions_of(advisor.knowledge) if each.core or not core_only]
        return [asking.in_short(each) for each in found]

    def next_question(
        case: Annotated[dict[str, Any] | None, Field(description=CASE)] = None,
    ) -> Any:
        """Return the one question to put to the leader next, with its options, given what she answered.

        Show alerts first, whole. Put the question to her in these words, one at a time, and add her answer
        to the case under its id. "ending" says why you may stop and give the advice; null means that it is
        better to go on. Call without a case to begin."""
        return answered(lambda: asking.next_of(advisor, case_told(advisor, case or {})))

    return [list_questions, next_question]


def _answering(advisor: Advisor) -> list[Callable[..., Any]]:
    def advise(case: Case) -> Any:
        """Return what the rules advise the leader of a partnership, in brief: alerts, where it stands, the
        situations that lead, the first steps with reason and source, what was held back, what to ask next.

        Show alerts first, whole. A step says who leads it in "led_by", where that is not the leader herself.
        "basis" is "source" where a published study makes the link and "judgement" where the authors of the
        rules do."""
        return answered(lambda: advisor.advise(case_told(advisor, case)).brief().as_dict())

    def why(case: Case, name: Name, full: Full = False) -> Any:
        """Return why something is advised or was found in this case, in words, down to the leader's answers.

        Show alerts first, whole. Use it when she asks for the reason of a step, a situation or where a factor
        stands."""
        return answered(lambda: telling.why_told(advisor, case_told(advisor, case), str(name), full))

    def why_not(case: Case, name: Name, full: Full = False) -> Any:
        """Return why something is not advised in this case, and the smallest changes of answers that would
        bring it.

        Show alerts first, whole. The changes are what to find out or to wish for. They are not what to do:
        nobody should answer otherwise than it is in order to be advised something."""
        return answered(lambda: telling.why_not_told(advisor, case_told(advisor, case), str(name), full))

    return [advise, why, why_not]


def _supposing(advisor: Advisor) -> Callable[..., Any]:
    def what_if(
        case: Case,
        changes: Annotated[Changes, Field(description=CHANGES)],
        full: Full = False,
    ) -> Any:
        """Return in words what would change in the advice if some answers were others. The case stays as it
        is.

        Show alerts first, whole. For "what if they trusted us more?" and the like: what becomes of the
        stages, the plan and its first step."""
        try:
            known = case_told(advisor, case)
        except CaseError as error:
            return {"refused": refused(error, ("case",))}
        try:
            return telling.what_if_told(advisor, known, changes, full)
        except (CaseError, EditError) as error:
            return {"refused": refused_changes(error, changes)}
        except AdvisorError as error:
            return {"refused": refused(error)}

    return what_if


def answered(work: Callable[[], Any]) -> Any:
    """Return what a tool answers; what is wrong with what it was given is an answer too."""
    try:
        return work()
    except CaseError as error:
        return {"refused": refused(error, ("case",))}
    except AdvisorError as error:
        return {"refused": refused(error)}
