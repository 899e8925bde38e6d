"""Runs named operations in the checkout of the folder that it is started in, and says what each took.

It knows the library by its public face alone, and by the few names that `HOMES` finds in old and new places,
so that it works in checkouts of other times. A line in names an operation; a line out is its seconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, "")  # the checkout, not the folder that this file lies in

HOMES = {
    "why": ["advisor.explanation.why", "advisor.explaining.why"],
    "why_not": ["advisor.explanation.why_not", "advisor.why_not.why_not"],
    "what_if": ["advisor.explanation.what_if", "advisor.what_if.what_if"],
    "sensitivity": ["advisor.explanation.sensitivity", "advisor.settle.settle"],
    "Edit": ["advisor.cases.Edit", "advisor.cases.edits.Edit", "advisor.changing.Edit"],
}  # where each is, the newest place first
ROWS = 20_000
CASES = 8
ANSWERS = 25
IDS = ("visioning", "convening", "brokering", "conflict-handling", "being-introduced", "shared-budgets")
QUIET = {"trust": "careful", "contact": "regular", "history": "broke"}  # a case with little said


def found(name: str) -> Any:
    """Return what has this name in whichever of its places this checkout has it."""
    for home in HOMES[name]:
        module, _, attribute = home.rpartition(".")
        for place in (module, home):  # a function may lie in a module of its own name
            try:
                thing = getattr(import_module(place), attribute)
            except (ImportError, AttributeError):
                continue
            if callable(thing):
                return thing
    raise LookupError(name)


def asked(ids: Sequence[str], way: Callable[[str], Any]) -> None:
    """Ask about each id; one that is not concluded in a case, or is, has no answer and no fault."""
    for id_ in ids:
        try:
            way(id_)
        except Exception as error:  # its class lies elsewhere in other checkouts
            if type(error).__name__ != "UnknownIdError":
                raise


def interviewed(advisor: Any) -> None:
    """Answer the first questions of an interview, each with its first option."""
    from advisor import Interview

    walk = Interview(advisor)
    for _ in range(ANSWERS):
        question = walk.next_question()
        if question is None:
            break
        walk.answer(question.id, question.options[0].id if question.kind == "choice" else "dont-know")


def operations() -> dict[str, Callable[[], Any]]:
    """Return every operation by its name; what it needs is made before it is timed."""
    from advisor import Advisor, Case

    advisor = Advisor()
    columnar = Advisor(advisor.knowledge, engine="columnar")
    paths = sorted(Path("knowledge/scenarios").glob("*.yaml"))[:CASES]
    cases = [advisor.read_case(f"scenario:{path.stem}") for path in paths]
    advised = [advisor.advise(case) for case in cases]
    knowledge, little = advisor.knowledge, Case(answers=dict(QUIET))
    column = ["regular", "none", "when-needed", None] * (ROWS // 4)
    table = {"contact": column, "trust": ["careful", "openly", None, "mostly"] * (ROWS // 4)}

    def why_of(advice: Any, id_: str) -> Any:
        return found("why")(advice, id_, knowledge)

    def why() -> None:
        for advice in advised:
            asked(IDS, partial(why_of, advice))

    def made(way: Callable[[Any], Any]) -> Callable[[], Any]:
        return lambda: [way(case) for case in cases]

    edit = found("Edit")("trust", "openly")
    return {
        "advise, experta": made(advisor.advise),
        "advise, columnar": made(columnar.advise),
        "advise and JSON": made(lambda case: advisor.advise(case).as_json()),
        "a new Advisor": Advisor,
        f"advise_many, {ROWS:,} rows": lambda: advisor.advise_many(table),
        f"interview, {ANSWERS} answers": lambda: interviewed(advisor),
        "why": why,
        "why not": lambda: asked(IDS, lambda id_: found("why_not")(advisor, little, id_)),
        "what if": made(lambda case: found("what_if")(advisor, case, [edit])),
        "settle": made(lambda case: found("sensitivity")(advisor, case)),
    }


def main() -> None:
    """Say which operations there are, then do what is asked, a line each."""
    known = operations()
    for way in known.values():
        way()  # what is worked out once is worked out now
    print("\t".join(known), flush=True)
    for line in sys.stdin:
        begun = time.perf_counter()
        known[line.rstrip("\n")]()
        print(time.perf_counter() - begun, flush=True)


if __name__ == "__main__":
    main()
