"""python -m tests.fuzz.kills N [--seed S]: kill the commands that write, N times in all.

The moments are drawn from the seed.
After each kill every file holds, to the byte, what it held before or what a run that nobody stops writes, no
input has changed, and the same command then works and leaves nothing lying about. Ends with 1 if that is not
so. Only where there is `kill -9`.
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import tests.conftest  # noqa: F401 (sets folders of its own for what the program keeps)
from advisor import Advisor
from tests.command.run import COMMAND, ROOT

CASE = "format: 1\npartnership: A centre\nanswers:\n  contact: none\n  trust: openly\nnotes: {contact: 'x'}\n"
OLD = "what was there before\n"
BEFORE = {  # of formats that take the place of their like alone
    ".json": '{"before": 1}\n',
    ".svg": "<svg>before</svg>\n",
    ".html": "<!doctype html>before</html>\n",
    ".parquet": "PAR1 before PAR1",
    ".xlsx": "PK\x03\x04 before",
}


@dataclass(frozen=True)
class Write:
    """A command that writes: its words, the file that it writes, what is typed, and what was there before."""

    words: tuple[str, ...]
    target: str
    typed: str = ""
    old: str | None = OLD


@dataclass(frozen=True)
class Whole:
    """What a command comes to when nobody stops it: the seconds it takes, and what each file may then hold.

    What is kept after each answer has as many states as there are answers.
    """

    took: float
    states: dict[str, set[bytes]]


WRITES = (
    Write(("interview", "case.yaml"), "case.yaml", "1\n2\nn words\n1\n2\n1\ns\n", CASE),
    Write(("advise", "case.yaml", "-o", "out.txt"), "out.txt"),
    Write(("advise", "case.yaml", "--format", "json", "-o", "out.json"), "out.json"),
    Write(("page", "-o", "out.html"), "out.html"),
    Write(("why", "case.yaml", "being-introduced", "--format", "svg", "-o", "o.svg"), "o.svg"),
    Write(("what-if", "case.yaml", "--set", "trust=careful", "-o", "out.txt"), "out.txt"),
    Write(("settle", "case.yaml", "-o", "out.txt"), "out.txt"),
    Write(("log", "case.yaml", "visioning", "--outcome", "worse", "--date", "none"), "case.yaml", old=CASE),
    Write(("progress", "case.yaml", "-o", "out.txt"), "out.txt"),
    Write(("compare", "case.yaml", "other.yaml", "-o", "out.txt"), "out.txt"),
    Write(("portfolio", ".", "-o", "out.html", "--format", "html"), "out.html"),
    Write(("portfolio", "--new", "partners.csv"), "partners.csv", old=None),
    Write(("cohort", "t.csv", "-o", "out.csv", "--totals", "totals.json"), "totals.json"),
    Write(("cohort", "t.csv", "-o", "out.csv"), "out.csv"),
    Write(("cohort", "t.csv", "-o", "out.parquet"), "out.parquet"),
    Write(("cohort", "t.csv", "-o", "out.xlsx"), "out.xlsx"),
    Write(
        ("scenario", "quiz", "talking-shop", "--facts", "1", "-o", "r.csv"),
        "r.csv",
        "Me\n4\n2\n7\n\n\nIt is hot\nI know them\n1\n",
        None,
    ),
    Write(("scenario", "handout", "talking-shop", "-o", "h.html"), "h.html"),
    Write(("scenario", "plan", "--minutes", "60", "-o", "plan.txt"), "plan.txt"),
    Write(("scenario", "page", "17", "-o", "p.html"), "p.html"),
    Write(("scenario", "new", "new.yaml", "--from", "case.yaml"), "new.yaml", old=None),
    Write(("scenario", "check", "talking-shop", "--format", "json", "-o", "c.json"), "c.json"),
    Write(("scenario", "check", "mine.yaml", "--accept"), "records/mine.yaml", old=None),
    Write(("training", "sheet", "2", "-o", "t.html"), "t.html"),
    Write(("training", "play", "place-the-phrase", "--cards", "2", "-o", "t.txt"), "t.txt", "1\n3\n"),
    Write(("knowledge", "graph", "visioning", "-o", "g.svg"), "g.svg"),
    Write(("knowledge", "schema", "case", "-o", "s.json"), "s.json"),
    Write(("knowledge", "pages", "pages"), "pages/README.md", old=None),
    Write(("knowledge", "new", "kb"), "kb/base.yaml", old=None),
)


def main() -> int:
    """Kill as often as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.kills", description=__doc__)
    parser.add_argument("n", nargs="?", type=int, default=34)
    parser.add_argument("--seed", type=int, default=1)
    said = parser.parse_args()
    Advisor()  # keeps its copy, so that no start takes longer than the others
    whole = {write: _run_whole(write) for write in WRITES}
    killed = faults = 0
    for number in range(said.n):
        write = WRITES[number % len(WRITES)]
        random = Random(f"{said.seed}/{number}")
        moment = whole[write].took * random.choice(
            (random.random(), 0.5 + random.random() / 2, 0.8 + random.random() / 5)
        )
        was_killed, found = killed_at(write, moment, whole[write])
        killed += was_killed
        faults += len(found)
        for what in found:
            print(f"{' '.join(write.words)} (kill {number}, after {moment:.3f} s): {what}", flush=True)
    print(f"{said.n} commands started, {killed} killed before their end, {faults} faults")
    return 1 if faults else 0


def _run_whole(write: Write) -> Whole:
    """Run a command up to each line that is typed, and twice to its end, the last time with a watch."""
    states: dict[str, set[bytes]] = {}
    typed = write.typed.splitlines(keepends=True)
    for lines in (*range(len(typed) + 1), len(typed)):
        with tempfile.TemporaryDirectory() as name:
            folder = _prepared(write, Path(name))
            began = time.monotonic()
            code = _started(replace(write, typed="".join(typed[:lines])), folder).wait(60)
            took = time.monotonic() - began
            for file, data in _files(folder).items():
                states.setdefault(file, set()).add(data)
    assert code in (0, 1), write
    return Whole(took, states)


def killed_at(write: Write, moment: float, whole: Whole) -> tuple[bool, list[str]]:
    """Kill a command after so many seconds; return whether it was still running, and what is wrong then."""
    with tempfile.TemporaryDirectory() as name:
        folder = _prepared(write, Path(name))
        before = _files(folder)
        process = _started(write, folder)
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        was_killed = process.wait(60) == -signal.SIGKILL
        return was_killed, [*torn(write, folder, before, whole), *_after(write, folder, whole)]


def _prepared(write: Write, folder: Path) -> Path:
    """Write the inputs, and what the command is to replace."""
    (folder / "case.yaml").write_text(CASE)
    (folder / "other.yaml").write_text(CASE.replace("openly", "careful") + "respondent: Ann\n")
    (folder / "t.csv").write_text(
        "case,contact,trust\n" + "".join(f"{i},none,openly\n" for i in range(20_000))
    )
    story = (
        (ROOT / "knowledge/scenarios/talking-shop.yaml")
        .read_text()
        .replace("id: talking-shop", "id: mine", 1)
    )
    (folder / "mine.yaml").write_text(story)
    if write.old is not None:
        (folder / write.target).write_text(BEFORE.get(Path(write.target).suffix, write.old))
    return folder


def _started(write: Write, folder: Path) -> subprocess.Popen[bytes]:
    typed = folder.parent / f"{folder.name}.typed"
    typed.write_text(write.typed)
    with typed.open("rb") as file:
        process = subprocess.Popen(
            [*COMMAND, *write.words],
            cwd=folder,
            stdin=file,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    typed.unlink()
    return process


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def torn(write: Write, folder: Path, before: dict[str, bytes], whole: Whole) -> list[str]:
    """Return what the kill has left that it may not: a part of a file, or an input that is another."""
    now = _files(folder)
    found = [f"{name} is gone" for name in before if name not in now]
    for name, data in now.items():
        if data == before.get(name) or _is_aside(name):
            continue
        if name in before and name != write.target:
            found.append(f"{name} was changed")
        elif data not in whole.states.get(name, ()):
            found.append(f"{name} is torn: {data[:40]!r} ... {data[-40:]!r}")
    return found


def _is_aside(name: str) -> bool:
    """Return whether a file is one that waits to take the place of another, or a lock."""
    return name.endswith(".lock") or "/.advisor-" in f"/{name}"


def _after(write: Write, folder: Path, whole: Whole) -> list[str]:
    """Run the command again; return what is wrong with that, and what is left lying about."""
    process = subprocess.run(
        [*COMMAND, *write.words], cwd=folder, input=write.typed.encode(), capture_output=True, timeout=300
    )
    said = process.stderr.decode()
    if "Traceback" in said:
        return [f"the next run ends in a traceback: {said[-200:]}"]
    was_done = (
        folder / write.target
    ).exists() and process.returncode == 2  # it begins something: not over the first
    if process.returncode not in (0, 1) and not was_done:
        return [f"the next run ends in {process.returncode}: {said[:300]}"]
    now = _files(folder)
    left = [name for name in now if _is_aside(name) and not name.endswith(".lock")]
    found = [f"left lying about: {', '.join(left)}"] if left else []
    if not write.typed and now[write.target] not in whole.states[write.target]:  # what is typed goes on
        found.append(f"the next run writes another {write.target}")
    return found


if __name__ == "__main__":
    sys.exit(main())
