"""TypeScript types of cases and of all results, made from their JSON Schemas, and held against the truth.

    python -m tools.typescript FOLDER

leaves a .d.ts for each kind in FOLDER. With `--check` nothing is left: what the library really gives is
compiled against them, so that a type that is wrong, or a key that has none, is an error (`make types`).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from advisor import Advisor
from advisor.cases import Case
from advisor.comparison import across
from advisor.reports import schema

ROOT = Path(__file__).resolve().parent.parent
NODE = Path(sys.executable).with_name("node")
MODULES = ROOT / "tools/script/node_modules"
KINDS = (
    *("case", "advice", "brief", "why", "why-not", "what-if", "contrast", "settle", "settle-factor"),
    *("portfolio", "comparison", "progress", "across", "totals"),
)
STRICT = ("--noEmit", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "false")
HEAD = "/* Made from the JSON Schema of partnership-advisor: see docs/json.md. */"


def main() -> None:
    """Read the command line; write the types, or hold real results against them."""
    parser = argparse.ArgumentParser(prog="python -m tools.typescript")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--check", action="store_true", help="compile what the library gives against them")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="types-") as folder:
        made = Path(folder) if words.check or words.folder is None else words.folder
        advisor = Advisor(engine="columnar")
        write_types(made, advisor)
        if words.check:
            compile_results(made, advisor)
    print(f"{len(KINDS)} kinds, all as their types say" if words.check else f"{len(KINDS)} types")


def write_types(folder: Path, advisor: Advisor) -> None:
    """Write the types of each kind, in a file of its name."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="schemas-") as schemas:
        for kind in KINDS:
            found = json.dumps(untitled(schema(kind, advisor.knowledge)))
            (Path(schemas) / f"{kind}.json").write_text(found, encoding="utf-8")
        run("json-schema-to-typescript/dist/src/cli.js", "-i", schemas, "-o", folder, "--bannerComment", HEAD)


def untitled(found: dict[str, Any]) -> dict[str, Any]:
    """Return a schema in which the whole and its definitions have names, and their fields have none."""
    named = {key: found[key] for key in ("title", "$schema", "$id") if key in found}
    below = {name: {**_bare(each), "title": name} for name, each in found.get("$defs", {}).items()}
    whole = _bare({key: each for key, each in found.items() if key != "$defs"})
    return {**whole, **named, "$defs": below}


def _bare(found: Any) -> Any:
    """Return a part of a schema without titles; a field that is called `title` stays, as it is no text."""
    if isinstance(found, list):
        return [_bare(each) for each in found]
    if not isinstance(found, dict):
        return found
    return {key: _bare(each) for key, each in found.items() if key != "title" or not isinstance(each, str)}


def compile_results(folder: Path, advisor: Advisor) -> None:
    """Write each real result as a constant of its type, and compile all of them."""
    sources = []
    for number, (kind, text) in enumerate(results(advisor)):
        name = schema(kind, advisor.knowledge)["title"]
        source = folder / f"result-{number}.ts"
        told = f"import type {{ {name} }} from './{kind}';\nexport const it: {name} = {text};\n"
        source.write_text(told, encoding="utf-8")
        sources.append(source)
    run("typescript/bin/tsc", *STRICT, *sources)


def results(advisor: Advisor) -> Iterator[tuple[str, str]]:
    """Yield what the library gives of each kind."""
    for name in ("hot-quarrel", "health-visitors"):
        case = advisor.scenario(name).case
        advice = advisor.advise(case)
        yield "case", json.dumps(case.as_dict())
        yield "advice", advice.as_json()
        yield "brief", advice.brief().as_json()
        yield "why", advisor.why(advice, "1").as_json()
        yield "why-not", advisor.why_not(case, "shared-supervision").as_json()
        yield "what-if", advisor.what_if(case, {"trust": "careful", "contact": "none"}).as_json()
        yield "settle", advisor.settle(case).as_json()
        yield "settle-factor", advisor.settle(case, "operational-cohesion").as_json()
    earlier = Case(answers={"contact": "none", "trust": "careful"})
    yield "advice", advisor.advise(case, earlier=earlier).as_json()
    yield "contrast", advisor.contrast(case, "reflective-intervening", "problem-structuring").as_json()
    dates = ROOT / "examples/five-dates"
    yield "portfolio", advisor.portfolio(dates).as_json()
    yield "progress", advisor.progress(dates).as_json()
    voices = ("scenario:revolving-door", "scenario:five-midwives-seen-by-their-manager")
    yield "comparison", advisor.compare(voices).as_json()
    yield "across", across([str(dates)], None, advisor.knowledge.folder).as_json()
    yield "totals", advisor.totals({"contact": ["none"] * 7, "trust": ["openly"] * 7}).as_json()


def run(tool: str, *words: str | Path) -> None:
    """Run a tool of Node; end with what it says where it fails."""
    done = subprocess.run([NODE, MODULES / tool, *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


if __name__ == "__main__":
    main()
