"""python -m tests.fuzz.kills N [--seed S]: kill the commands that write, N times in all.

The moments are drawn from the seed.
After each kill the target is as it was or whole and new, no input has changed, and the same command then
works and leaves nothing lying about. Ends with 1 if that is not so. Only where there is `kill -9`.
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import tests.conftest  # noqa: F401 (sets folders of its own for what the program keeps)
from advisor import Advisor
from tests.command.run import COMMAND, ROOT

Check = Callable[[Path], object]  # raises, or says something, if the file is not whole
CASE = "format: 1\npartnership: A centre\nanswers:\n  contact: none\n  trust: openly\nnotes: {contact: 'x'}\n"
OLD = "what was there before\n"
BEFORE = {  # of formats that take the place of their like alone
    ".json": '{"before": 1}\n',
    ".svg": "<svg>before</svg>\n",
    ".html": "<!doctype html>before</html>\n",
    ".parquet": "PAR1 before PAR1",
}


@dataclass(frozen=True)
class Write:
    """A command that writes: its words, what is typed, what it writes, and how that begins and ends.

    `ends` are endings of a whole file; `adds` says that what was there stays in what is new.
    """

    words: tuple[str, ...]
    target: str
    begins: bytes
    ends: bytes
    typed: str = ""
    old: str | None = OLD


WRITES = (
    Write(("interview", "case.yaml"), "case.yaml", b"# One", b"\n", "1\n2\nn words\n1\n2\n1\ns\n", CASE),
    Write(("advise", "case.yaml", "-o", "out.txt"), "out.txt", b"", b"\n"),
    Write(("advise", "case.yaml", "--format", "json", "-o", "out.json"), "out.json", b"{", b"}\n"),
    Write(
        ("why", "case.yaml", "being-introduced", "--format", "svg", "-o", "o.svg"),
        "o.svg",
        b"<svg",
        b"</svg>\n",
    ),
    Write(("what-if", "case.yaml", "--set", "trust=careful", "-o", "out.txt"), "out.txt", b"", b"\n"),
    Write(("settle", "case.yaml", "-o", "out.txt"), "out.txt", b"", b"\n"),
    Write(("cohort", "t.csv", "-o", "out.csv"), "out.csv", b"case,", b"\n"),
    Write(("cohort", "t.csv", "-o", "out.parquet"), "out.parquet", b"PAR1", b"PAR1"),
    Write(
        ("scenario", "quiz", "talking-shop", "--facts", "1", "-o", "r.csv"),
        "r.csv",
        b"learner,",
        b"\n",
        "Me\n1\n0\n0\n",
        None,
    ),
    Write(("scenario", "handout", "talking-shop", "-o", "h.html"), "h.html", b"<!", b"</html>\n"),
    Write(("scenario", "new", "new.yaml", "--from", "case.yaml"), "new.yaml", b"#", b"\n", "", None),
    Write(("scenario", "check", "talking-shop", "--format", "json", "-o", "c.json"), "c.json", b"[", b"]\n"),
    Write(("scenario", "check", "mine.yaml", "--accept"), "records/mine.yaml", b"# Which", b"\n", "", None),
    Write(("knowledge", "graph", "visioning", "-o", "g.svg"), "g.svg", b"<svg", b"</svg>\n"),
    Write(("knowledge", "schema", "case", "-o", "s.json"), "s.json", b"{", b"}\n"),
    Write(("knowledge", "pages", "pages"), "pages/README.md", b"<!--", b"\n", "", None),
    Write(("knowledge", "new", "kb"), "kb/base.yaml", b"#", b"\n", "", None),
)


def main() -> int:
    """Kill as often as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.kills", description=__doc__)
    parser.add_argument("n", nargs="?", type=int, default=34)
    parser.add_argument("--seed", type=int, default=1)
    said = parser.parse_args()
    Advisor()  # keeps its copy, so that no start takes longer than the others
    took = {write: _time(write) for write in WRITES}
    killed = faults = 0
    for number in range(said.n):
        write = WRITES[number % len(WRITES)]
        random = Random(f"{said.seed}/{number}")
        moment = took[write] * random.choice(
            (random.random(), 0.5 + random.random() / 2, 0.8 + random.random() / 5)
        )
        was_killed, found = killed_at(write, moment)
        killed += was_killed
        faults += len(found)
        for what in found:
            print(f"{' '.join(write.words)} (kill {number}, after {moment:.3f} s): {what}", flush=True)
    print(f"{said.n} commands started, {killed} killed before their end, {faults} faults")
    return 1 if faults else 0


def _time(write: Write) -> float:
    with tempfile.TemporaryDirectory() as name:
        folder = _prepared(write, Path(name))
        began = time.monotonic()
        assert _started(write, folder).wait(60) in (0, 1), write
        return time.monotonic() - began


def killed_at(write: Write, moment: float) -> tuple[bool, list[str]]:
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
        return was_killed, [*_torn(write, folder, before), *_after(write, folder)]


def _prepared(write: Write, folder: Path) -> Path:
    """Write the inputs, and what the command is to replace."""
    (folder / "case.yaml").write_text(CASE)
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


def _torn(write: Write, folder: Path, before: dict[str, bytes]) -> list[str]:
    """Return what the kill has left that it may not: a part of a file, or an input that is another."""
    now = _files(folder)
    found = [
        f"{name} was changed"
        for name, data in before.items()
        if name != write.target and now.get(name) != data
    ]
    if write.target in before and write.target not in now:
        return [*found, f"{write.target} is gone"]
    data = now.get(write.target)
    if data is not None and data != before.get(write.target) and not _is_whole(write, data):
        found.append(f"{write.target} is torn: {data[:40]!r} ... {data[-40:]!r}")
    return found


def _is_whole(write: Write, data: bytes) -> bool:
    return data.startswith(write.begins) and data.endswith(write.ends)


def _after(write: Write, folder: Path) -> list[str]:
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
    left = [name for name in _files(folder) if "/.advisor-" in f"/{name}" and not name.endswith(".lock")]
    return [f"left lying about: {', '.join(left)}"] if left else []


if __name__ == "__main__":
    sys.exit(main())
