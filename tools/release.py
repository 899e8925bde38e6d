"""Prepare a release: build it, try it in fresh environments, gather the changelog. Nothing is published.

    make release VERSION=0.2.0          leaves dist/, CHANGELOG.md and the version as they are to be
    make release VERSION=0.2.0 DRY=1    does all the same and changes nothing

All is done in a copy of what is committed. Only if every check passes does anything change here.
"""

from __future__ import annotations

import argparse
import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.fragments import faults, fragments, gathered, with_release
from tools.pythons import PYTHONS, found as found_python

ROOT = Path(__file__).resolve().parent.parent
VERSION_FILE = Path("advisor/_version.py")
# What must work without any extra, and what each set of extras must bring.
BARE = (("advise", "scenario:health-visitors"), ("knowledge", "check"))
EXTRAS = {
    (): "import advisor",
    ("cohort", "dask"): "from advisor.cohort import Assessor",
    ("docx", "mcp", "web"): "import docx, advisor.doors.service, advisor.doors.assistant",
}


def main() -> None:
    """Read the command line, and prepare the release."""
    parser = argparse.ArgumentParser(prog="make release")
    parser.add_argument("version")
    parser.add_argument("--dry-run", action="store_true", help="change nothing")
    words = parser.parse_args()
    refuse_unready(words.version)
    with tempfile.TemporaryDirectory(prefix="release-") as folder:
        copy = Path(folder) / "copy"
        copy_committed(copy)
        notes = write_release(copy, words.version)
        (wheel,) = built(copy)
        tried = [python for python in PYTHONS if try_wheel(python, wheel, Path(folder) / python)]
        if not tried:
            raise SystemExit("none of the Pythons that are supported is here: " + ", ".join(PYTHONS))
        write_page(Path(folder) / tried[0] / "bare", copy / "dist", words.version)
        write_site(copy, words.version)
        print(f"\nTried with Python {', '.join(tried)}. Notes of the release:\n\n{notes}")
        if words.dry_run:
            print("Nothing was changed.")
        else:
            take_over(copy, words.version, notes)


def refuse_unready(version: str) -> None:
    """End with what is to be done first, if anything is."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version) or numbers(version) <= numbers(current()):
        raise SystemExit(f"VERSION must be three numbers and above {current()}, such as 0.2.0")
    if said("git", "status", "--porcelain"):
        raise SystemExit("there are changes that are not committed: commit them first")
    found = fragments(ROOT / "changelog.d")
    wrong = [fault for path in found for fault in faults(path)]
    if wrong or not found:
        raise SystemExit("\n".join(wrong) or "changelog.d has no fragment: nothing to release")


def current() -> str:
    """Return the version that the files say now."""
    text = (ROOT / VERSION_FILE).read_text(encoding="utf-8")
    return text.partition('__version__ = "')[2].partition('"')[0]


def numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, to compare."""
    return tuple(map(int, version.split(".")))


def copy_committed(copy: Path) -> None:
    """Copy what is committed, and nothing that only lies about."""
    run("git", "clone", "-q", "--no-hardlinks", str(ROOT), str(copy))


def write_release(copy: Path, version: str) -> str:
    """Write the version and the changelog in the copy, take its fragments away, and return the notes."""
    found = fragments(copy / "changelog.d")
    notes = gathered(found)
    changelog, numbered = copy / "CHANGELOG.md", copy / VERSION_FILE
    day = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    text = with_release(changelog.read_text(encoding="utf-8"), version, day, notes)
    changelog.write_text(text, encoding="utf-8")
    old = numbered.read_text(encoding="utf-8")
    numbered.write_text(old.replace(f'"{current()}"', f'"{version}"'), encoding="utf-8")
    for path in found:
        path.unlink()
    return notes


def built(copy: Path) -> list[Path]:
    """Build the source distribution, and the wheel from it; return the wheel."""
    run(sys.executable, "-m", "build", "--outdir", str(copy / "dist"), str(copy), quiet=True)
    return list((copy / "dist").glob("*.whl"))


def try_wheel(version: str, wheel: Path, folder: Path) -> bool:
    """Try the wheel in fresh environments of one Python, without extras and with; False if it is not here."""
    python = found_python(version)
    if python is None:
        print(f"Python {version} is not here: not tried.")
        return False
    for extras, brought in EXTRAS.items():
        home = folder / ("-".join(extras) or "bare")
        run(python, "-m", "venv", str(home))
        wanted = f"{wheel}[{','.join(extras)}]" if extras else str(wheel)
        constraints = str(ROOT / "constraints.txt")
        run(str(home / "bin" / "python"), "-m", "pip", "install", "-q", "-c", constraints, wanted)
        for words in BARE:
            run(str(home / "bin" / "advisor"), *words, folder=home, quiet=True)
        refuse_without_copy(home)
        run(str(home / "bin" / "python"), "-c", brought, folder=home)
        print(f"Python {version}, {' and '.join(extras) or 'no extras'}: it works.")
    return True


def write_page(home: Path, dist: Path, version: str) -> None:
    """Write the advisor as one page, by what was installed; end if it does not say which version it is."""
    page = dist / "advisor.html"
    run(str(home / "bin" / "advisor"), "page", "-o", str(page), folder=home)
    if f"partnership-advisor {version}, " not in page.read_text(encoding="utf-8"):  # its digest stands behind
        raise SystemExit(f"{page.name} does not say that it is of version {version}")


def write_site(copy: Path, version: str) -> None:
    """Make the reference site, and pack it beside the wheel; what is wrong in it ends the release."""
    run(sys.executable, "-m", "tools.site", "site", folder=copy)
    if f"# Version: {version}\n".encode() not in (copy / "site" / "objects.inv").read_bytes():
        raise SystemExit(f"the reference does not say that it is of version {version}")
    shutil.make_archive(str(copy / "dist" / f"reference-{version}"), "zip", copy / "site")


def refuse_without_copy(home: Path) -> None:
    """End if what is installed reads its knowledge from the files: the copy that it carries is not used."""
    code = "import sys, advisor; advisor.Advisor(); sys.exit('advisor.knowledge.loader' in sys.modules)"
    run(str(home / "bin" / "python"), "-c", code, folder=home)


def take_over(copy: Path, version: str, notes: str) -> None:
    """Bring what was made and changed into this folder."""
    shutil.copytree(copy / "dist", ROOT / "dist", dirs_exist_ok=True)
    (ROOT / "dist" / f"notes-{version}.md").write_text(notes, encoding="utf-8")
    for path in (Path("CHANGELOG.md"), VERSION_FILE):
        shutil.copyfile(copy / path, ROOT / path)
    for path in fragments(ROOT / "changelog.d"):
        path.unlink()
    print(f"dist/ holds the release and its notes. Look at `git diff`, commit, and: git tag v{version}")


def run(*words: str, folder: Path = ROOT, quiet: bool = False) -> None:
    """Run a command away from this checkout's own packages; end if it fails."""
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        words, cwd=folder, env=clean, stdout=subprocess.DEVNULL if quiet else None, check=False
    )
    if done.returncode:
        raise SystemExit(f"failed, and nothing was changed: {' '.join(words)}")


def said(*words: str) -> str:
    """Return what a command says."""
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
