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
from tools.script_conclusions import CHECKS, INVOKE, grounds
from tools.script_operators import Change, changes

FOLDERS = ("inference/", "advice/", "interview/", "explanation/")
EQUIVALENT = Path(__file__).with_name("script_equivalents.yaml")
SECONDS = 8.0  # after which a script that has not ended is noticed
LEAST = 85  # of a hundred
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
    modules = script_modules()
    run = joined(modules, [name for check in CHECKS for name in check.modules])
    for module, text in modules.items():
        if not module.startswith(FOLDERS):
            continue
        if f'modules["{module}"] = ' in run:
            yield from changes(module, text)
        else:
            print(f"no check runs {module}.js")


def noticed(change: Change | None) -> str | None:
    """Return the check by which a change is noticed; None if by none. Without a change nothing may be."""
    try:
        return next(differences(started(change)), None)
    except _ENDINGS as error:
        if change is None:
            raise
        return type(error).__name__


def started(change: Change | None) -> MiniRacer:
    """Return an engine with the script, changed."""
    modules = script_modules()
    if change is not None:
        modules[change.module] = change.made_in(modules[change.module])
    wanted = sorted({"language", "knowledge/base", *(name for check in CHECKS for name in check.modules)})
    engine = MiniRacer()
    shims = "".join(check.shim for check in CHECKS)
    engine.eval(joined(modules, wanted) + SET_UP + INVOKE + shims, timeout_sec=SECONDS)
    return engine


def differences(engine: MiniRacer) -> Iterator[str]:
    """Yield the name of each check on which the script concludes something else than Python, case by case."""
    for ground in grounds():
        engine.call("setUp", ground.data, timeout_sec=SECONDS)
        for case, expected in zip(ground.cases, ground.expected, strict=True):
            for name, wanted in expected.items():
                if json.loads(str(engine.call("invoke", name, case, timeout_sec=SECONDS))) != wanted:
                    yield name


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
