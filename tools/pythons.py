"""The quick tests, and the advice on every scenario, on each further Python that is here: `make pythons`.

And on this one, with newer packages in place of those that experta pins: as docs/library.md says, a program
that needs them can have both. Each gets an environment of its own in .venv/pythons, which is made anew when
what is needed has changed. A Python that is not here is named, and fails nothing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
OWN = f"{sys.version_info.major}.{sys.version_info.minor}"
WHAT_IS_NEEDED = ("pyproject.toml", "constraints.txt")
PINNED = ("frozendict", "schema")  # experta wants one old version of each, and works with the current
QUICK = ("tests/unit", "tests/property", "tests/command/test_each_command.py")
# What paths and links are taken for has changed between Pythons.
PATHS = ("tests/command/test_bad_cases.py", "tests/command/test_other_systems.py")
# Prints one number for all that both engines advise on all scenarios, to the byte.
ADVICE = """
import hashlib
from advisor import Advisor
from advisor.scenarios.loader import scenario_paths
digest = hashlib.sha256()
for engine in ("experta", "columnar"):
    advisor = Advisor(engine=engine)
    for name in scenario_paths(advisor.knowledge):
        digest.update(advisor.advise(advisor.read_case(f"scenario:{name}")).as_json().encode())
print(digest.hexdigest())
"""


def main() -> None:
    """Try all further Pythons and say of each what came of it; ends in 1 if any of them fails."""
    outcomes = {version: tried(version) for version in PYTHONS if version != OWN}
    outcomes[f"{OWN} with the current {' and '.join(PINNED)}"] = tried_beside_newer()
    print("\nFurther Pythons:")
    for name, outcome in outcomes.items():
        print(f"  {name}: {outcome}")
    sys.exit(int(any(outcome.startswith("failed") for outcome in outcomes.values())))


def tried(version: str) -> str:
    """Return in a few words what came of one Python: it is not here, all is well, or what failed."""
    python = found(version)
    if python is None:
        return "not here, not tried"
    return outcome(python, version, (*QUICK, *PATHS))


def tried_beside_newer() -> str:
    """Return in a few words what came of this Python with newer packages than experta asks for."""
    return outcome(sys.executable, "newer", QUICK, PINNED)


def outcome(python: str, name: str, tests: Sequence[str], newer: Sequence[str] = ()) -> str:
    """Return in a few words what came of a Python, in an environment of this name: all is well, or not."""
    print(f"\n{name}", flush=True)
    try:
        own = environment(python, ROOT / ".venv" / "pythons" / name, newer)
        run(own, "-m", "pytest", "-n", "auto", "--dist", "worksteal", "-p", "no:cacheprovider", *tests)
        is_same = advice(own) == advice(Path(sys.executable))
    except subprocess.CalledProcessError as error:
        return f"failed: python {' '.join(error.cmd[1:3])[:40]} ..."
    if not is_same:
        return f"failed: it does not advise as Python {OWN} does"
    return f"the quick tests pass, and the advice is that of Python {OWN} to the byte"


def found(version: str) -> str | None:
    """Return a Python of this version that works: one on the path, or one that pyenv keeps; None if none."""
    managed = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    kept = sorted(managed.glob(f"{version}.*/bin/python{version}"))
    candidates = [shutil.which(f"python{version}"), *map(str, kept)]
    return next((each for each in candidates if each and _works(each)), None)


def _works(python: str) -> bool:
    """Return whether it starts, which a name that pyenv puts on the path need not do."""
    return not subprocess.run([python, "-c", "import venv"], capture_output=True, check=False).returncode


def environment(python: str, folder: Path, newer: Sequence[str] = ()) -> Path:
    """Return the Python of an environment in `folder` with the program and all that its tests need.

    Of some packages it may have `newer` ones than the program's own ask for.
    """
    own, stamp = folder / "bin" / "python", folder / "installed"
    wanted = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in WHAT_IS_NEEDED)).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == f"{python} {wanted}":
        return own
    run(Path(python), "-m", "venv", "--clear", "--without-pip", str(folder))
    pip = ("-m", "pip", "--python", str(own), "install", "-q", "--disable-pip-version-check")
    run(Path(sys.executable), *pip, "-c", "constraints.txt", "-e", ".[tests]")
    if newer:
        run(Path(sys.executable), *pip, "--upgrade", "--no-deps", *newer)
    stamp.write_text(f"{python} {wanted}", encoding="ascii")
    return own


def advice(python: Path) -> str:
    """Return the number that stands for all that this Python's advisor says of the scenarios."""
    return subprocess.run(
        [python, "-c", ADVICE], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    ).stdout


def run(python: Path, *words: str) -> None:
    """Run a Python in this checkout, with few examples a property; `CalledProcessError` if it fails."""
    subprocess.run([python, *words], cwd=ROOT, env={**os.environ, "QUICK": "1"}, check=True)


if __name__ == "__main__":
    main()
