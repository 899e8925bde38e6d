"""What holds for every input: what the program may raise, say, take and touch."""

from __future__ import annotations

import contextlib
import re
import resource
import signal
import sys
import time
import traceback
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from advisor.errors import AdvisorError
from tests.command.run import advisor

GOOD_CODES = (0, 1, 2, 130)
MOST_SECONDS = 1.0  # of the processor's time, for one input
MOST_MB = 200.0
HANGS_AFTER = 20  # seconds
MESSAGE = re.compile(r".+: .+|Usage: .*|Try '.*|\.\.\. and \d+ more faults|Stopped\.|written.*|added to .*")
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


class Broken(Exception):
    """A promise that an input has broken, in a few words."""


class Hangs(BaseException):
    """Nothing has come of it; it passes whatever catches errors."""


@dataclass
class Watch:
    """Counts inputs and keeps what each broke: `found` has its number and what is wrong.

    `most_seconds` is what one may take of the processor's time.
    """

    found: list[tuple[int, str]] = field(default_factory=list)
    tried: int = 0
    good: int = 0
    most_seconds: float = MOST_SECONDS

    def run(self, number: int, trial: Callable[[], object]) -> None:
        """Try one input; whatever it breaks is kept under its number."""
        self.tried += 1
        began, had = time.process_time(), _peak_from_here()
        try:
            with _not_for_ever():
                self.good += bool(trial())
        except AdvisorError:
            pass
        except Broken as error:
            self.found.append((number, f"promise: {error}"))
        except Hangs:
            self.found.append((number, f"hangs: more than {HANGS_AFTER} s"))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a library's panic is no Exception
            self.found.append((number, f"traceback: {_where(error)}"))
        taken, grown = time.process_time() - began, _peak() - had
        if taken > self.most_seconds:
            self.found.append((number, f"slow: {taken:.1f} s"))
        if grown > MOST_MB:
            self.found.append((number, f"large: +{grown:.0f} MB"))


def _peak_from_here() -> float:
    """Forget the most memory that the process has had, where the system can (Linux); return what it has."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    return _peak()


def _peak() -> float:
    """Return the most memory that the process has had, in MB: since it was forgotten, or in all its life."""
    with contextlib.suppress(OSError):
        status = Path("/proc/self/status").read_text()
        if found := re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE):
            return int(found[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 / (1024 if sys.platform == "darwin" else 1)


def _where(error: BaseException) -> str:
    """Return an error with the last two lines of our own that it came through."""
    frames = [each for each in traceback.extract_tb(error.__traceback__) if "/tests/" not in each.filename]
    own = [each for each in frames if "/advisor/" in each.filename or "/cli/" in each.filename]
    last = " < ".join(f"{Path(each.filename).name}:{each.lineno}" for each in own[:-3:-1])
    said = " ".join(str(error).split())[:100]
    return f"{type(error).__name__} at {last or frames[-1:]}: {said}"


@contextlib.contextmanager
def _not_for_ever() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise Hangs

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(HANGS_AFTER)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def by_command(
    *words: str, typed: str = "", folder: Path, may_change: tuple[str, ...] = ()
) -> tuple[int, str]:
    """Run a command in `folder`; `Broken` if it says or touches what it may not. Return its code and output.

    `may_change` names the files that it is there to write.
    """
    before = _contents(folder)
    done = advisor(*words, typed=typed, folder=folder)
    said = f"advisor {' '.join(words)}"[:200]
    if done.returncode not in GOOD_CODES:
        raise Broken(f"exit code {done.returncode}: {said}")
    if "Traceback" in done.stderr:
        raise Broken(f"a traceback: {said}")
    lines = done.stderr.splitlines()
    if done.returncode == 2 and not lines:
        raise Broken(f"2 and not a word: {said}")
    is_help = any(line.startswith("Usage: ") for line in lines)  # click's own, in several lines
    for line in lines if done.returncode == 2 and not is_help else ():
        if line.strip() and not MESSAGE.fullmatch(line):
            raise Broken(f"an odd message {line[:120]!r}: {said}")
    if done.returncode == 2 and "the output cannot be written" in done.stderr:
        raise Broken(f"an input's fault is called the output's ({lines[-1]!r}): {said}")
    for steering in _steering(done.stdout + done.stderr):
        raise Broken(f"{steering!r} is put out: {said}")
    for name, data in before.items():
        if name not in may_change and (not (folder / name).is_file() or (folder / name).read_bytes() != data):
            raise Broken(f"{name} is changed: {said}")
    return done.returncode, done.stdout


def _steering(text: str) -> Iterator[str]:
    """Yield what could steer a terminal."""
    for character in text:
        if character in TURNING or (unicodedata.category(character) == "Cc" and character not in "\n\t"):
            yield character


def _contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".lock"))
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
