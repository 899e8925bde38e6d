"""Would it be noticed if one operator of the page's script were wrong? Changes one at a time, and looks.

    make script-mutation              every change in the modules that infer, advise, ask and explain
    make script-mutation N=150 SEED=7 some of them, always the same for a seed

Each changed script is run in V8 on a fixed set of cases, and what it concludes is held beside what Python
concludes, as the tests do. A change is noticed if anything differs, or if it ends in an error or not at all.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

import yaml
from py_mini_racer import (
    JSEvalException,
    JSOOMException,
    JSParseException,
    JSPromiseError,
    JSTimeoutException,
    MiniRacer,
)

from advisor.standalone.joining import joined, script_modules
from tests.support.script import SET_UP
from tools.script_conclusions import AREAS, grounds, shims
from tools.script_operators import Change, changes

FOLDERS = ("inference/", "advice/", "interview/", "explanation/")
EQUIVALENT = Path(__file__).with_name("script_equivalents.yaml")
SECONDS = 8.0  # after which a script that has not ended is noticed
LEAST = 85  # of a hundred
RUN = 'modules["%s"] = '  # how a module begins in a script that runs it
_ENDINGS = (JSEvalException, JSOOMException, JSParseException, JSPromiseError, JSTimeoutException)


def main() -> None:
    """Read the command line, try the changes, and print which were not noticed."""
    parser = argparse.ArgumentParser(prog="make script-mutation")
    parser.add_argument("number", nargs="?", type=int, help="how many changes; all, without it")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="modules whose path begins so")
    words = parser.parse_args()
    wanted = [change for change in all_changes() if change.module.startswith(words.only)]
    if words.number is not None and words.number < len(wanted):
        wanted = random.Random(words.seed).sample(wanted, words.number)
    grounds()  # once, and not in each process
    with ProcessPoolExecutor(initializer=quiet) as pool:
        if (wrong := pool.submit(noticed, None).result()) is not None:
            raise SystemExit(f"the script as it is differs from Python already: {wrong}")
        found = [*pool.map(noticed, wanted)]
    raise SystemExit(told(wanted, [change for change, by in zip(wanted, found, strict=True) if by is None]))


def quiet() -> None:
    """Let nothing be printed of a script that did not end: its engine calls back when nobody listens."""
    sys.unraisablehook = lambda _told: None


def all_changes() -> Iterator[Change]:
    """Yield every change of the modules that conclude something and that are run; name the others."""
    run = {name for area in areas().values() for name in area}
    for module, text in script_modules().items():
        if not module.startswith(FOLDERS):
            continue
        if module in run:
            yield from changes(module, text)
        else:
            print(f"no check runs {module}.js")


@cache
def areas() -> dict[str, set[str]]:
    """Return the modules that each area runs: a change of another it cannot notice."""
    modules = script_modules()
    scripts = {area: joined(modules, wanted) for area, (wanted, _shim) in AREAS.items()}
    return {area: {name for name in modules if RUN % name in run} for area, run in scripts.items()}


def noticed(change: Change | None) -> str | None:
    """Return the check by which a change is noticed; None if by none. Without a change nothing may be."""
    looked_at = {area for area, run in areas().items() if change is None or change.module in run}
    try:
        return next(differences(started(change), looked_at), None)
    except _ENDINGS as error:
        if change is None:
            raise
        return type(error).__name__


def started(change: Change | None) -> MiniRacer:
    """Return an engine with the script, changed."""
    modules = script_modules()
    if change is not None:
        modules[change.module] = change.made_in(modules[change.module])
    wanted = ["language", "knowledge/base", *(name for wanted, _shim in AREAS.values() for name in wanted)]
    engine = MiniRacer()
    engine.eval(joined(modules, wanted) + SET_UP + shims(), timeout_sec=SECONDS)
    return engine


def differences(engine: MiniRacer, looked_at: set[str]) -> Iterator[str]:
    """Yield where the script concludes something else than Python in these areas, one by one."""
    for ground in grounds():
        compared = [(area, held) for area, held in ground.compared if area in looked_at]
        if compared:
            engine.call("setUp", ground.data, timeout_sec=SECONDS)
        for area, (name, args, python) in compared:
            if (
                json.loads(str(engine.call("invoke", area, name, json.dumps(args), timeout_sec=SECONDS)))
                != python
            ):
                yield f"{area}: {name}"


def told(tried: Sequence[Change], left: Sequence[Change]) -> int:
    """Print how many changes were noticed and which were not; return the exit code."""
    named = equivalents()
    same = [change for change in left if (change.code, change.was, change.becomes) in named]
    missed = [change for change in left if change not in same]
    for change in missed:
        print(f"not noticed: {change.told()}")
    for change in same:
        reason = named[change.code, change.was, change.becomes]
        print(f"says the same: {change.told()} ({reason})")
    counted, hit = len(tried) - len(same), len(tried) - len(left)
    print(f"{hit} of {counted} changes were noticed, {len(same)} more say the same as before.")
    return int(100 * hit < LEAST * counted)


def equivalents() -> dict[tuple[str, str, str], str]:
    """Return the changes that change nothing, each with why."""
    listed = yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8")) or []
    return {(each["code"], each["was"], each["becomes"]): each["why"] for each in listed}


if __name__ == "__main__":
    main()
