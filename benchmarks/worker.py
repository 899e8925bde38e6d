"""Runs named operations in the checkout of the folder that it is started in, and says what each took.

It knows the library by its public face alone, and by the few names that `HOMES` finds in old and new places,
so that it works in checkouts of other times. For the same reason it imports nothing of `benchmarks`.
First it prints the names of its operations; then a line in names one of them, and a line out is the seconds
that it took on the clock, and of the processor.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path[0] = ""  # the checkout, not the folder that this file lies in, whose modules have names like others'

HOMES = {
    "why": ("advisor.explanation", "advisor.explanation.why", "advisor.explaining"),
    "why_not": ("advisor.explanation", "advisor.explanation.why_not", "advisor.why_not"),
    "what_if": ("advisor.explanation", "advisor.explanation.what_if", "advisor.what_if"),
    "sensitivity": ("advisor.explanation", "advisor.explanation.sensitivity", "advisor.settle"),
    "Edit": ("advisor.cases", "advisor.cases.edits", "advisor.changing"),
}  # the modules that had each, the newest first
ONCE = {"sensitivity": "settle"}  # what some of them were called
ROWS = 20_000
CASES = 2 if "--small" in sys.argv else 8
IDS = 3  # how many are asked about in each case
Way = Callable[[], object]


def found(name: str) -> Any:
    """Return what has this name, or had the older one, where this checkout has it; None if nowhere."""
    for home in HOMES[name]:
        try:
            module = import_module(home)
        except ImportError:
            continue
        for attribute in (name, ONCE.get(name, name)):
            thing = getattr(module, attribute, None)
            if callable(thing):  # a module may lie there, of the name of what is in it
                return thing
    return None


def interviewed(advisor: Any) -> None:
    """Walk an interview to its end: the first option of each question, or that it is not known."""
    from advisor import Interview

    walk = Interview(advisor)
    while (question := walk.next_question()) is not None:
        walk.answer(question.id, question.options[0].id if question.kind == "choice" else "dont-know")


def each(way: Callable[..., object], given: list[Any]) -> Way:
    """Return what does one thing with everything given; with tuples, each is all that it takes."""
    return lambda: [way(*one) if isinstance(one, tuple) else way(one) for one in given]


def operations() -> Mapping[str, Way]:
    """Return every operation by its name; what it needs is made before it is timed."""
    from advisor import Advisor

    advisor = Advisor()
    columnar = Advisor(advisor.knowledge, engine="columnar")
    paths = sorted(Path("knowledge/scenarios").glob("*.yaml"))[:CASES]
    cases = [advisor.read_case(f"scenario:{path.stem}") for path in paths]
    table = {
        "contact": ["regular", "none", "when-needed", None] * (ROWS // 4),
        "trust": ["careful", "openly", None, "mostly"] * (ROWS // 4),
    }
    return {
        "a new Advisor": Advisor,
        "a new Advisor, and advise": lambda: Advisor().advise(cases[0]),
        "advise, experta": each(advisor.advise, cases),
        "advise, columnar": each(columnar.advise, cases),
        "as_json": each(lambda advice: advice.as_json(), [advisor.advise(case) for case in cases]),
        "advise and as_json": each(lambda case: advisor.advise(case).as_json(), cases),
        f"advise_many, {ROWS:,} rows": partial(advisor.advise_many, table),
        "interview": partial(interviewed, advisor),
        **dict(explanations(advisor, cases)),
    }


def explanations(advisor: Any, cases: list[Any]) -> Iterator[tuple[str, Way]]:
    """Yield the ways of asking the advice back that this checkout has.

    Asked why is what each case is advised first, why not what another case is and this one is not.
    """
    advised = [advisor.advise(case) for case in cases]
    ids = [[item.id for item in advice.recommendations()] for advice in advised]
    everything = sorted({id_ for some in ids for id_ in some})
    lacking = [[id_ for id_ in everything if id_ not in some] for some in ids]
    if why := found("why"):
        asked = [(advice, id_) for advice, some in zip(advised, ids, strict=True) for id_ in some[:IDS]]
        yield "why", each(lambda advice, id_: why(advice, id_, advisor.knowledge), asked)
    if why_not := found("why_not"):
        missed = [(case, id_) for case, some in zip(cases, lacking, strict=True) for id_ in some[:IDS]]
        yield "why not", each(partial(why_not, advisor), missed)
    if (what_if := found("what_if")) and (edit := found("Edit")):
        yield "what if", each(lambda case: what_if(advisor, case, [edit("trust", "openly")]), cases)
    if sensitivity := found("sensitivity"):
        yield "sensitivity", each(partial(sensitivity, advisor), cases)


def main() -> None:
    """Say which operations there are, then do what is asked, a line each."""
    known = operations()
    print("\t".join(known), flush=True)
    for line in sys.stdin:
        gc.collect()  # what an earlier operation left is not this one's to clear away
        begun, worked = time.perf_counter(), time.process_time()
        known[line.rstrip("\n")]()
        print(time.perf_counter() - begun, time.process_time() - worked, sep="\t", flush=True)


if __name__ == "__main__":
    main()
