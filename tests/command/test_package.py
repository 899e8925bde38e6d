"""What is installed is complete: every module and every data file is in the wheel, and it runs from there."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile

import pytest

from tests.command.run import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    # From a copy: what an earlier build left in build/ would be packed with it.
    folder, source = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("source")
    for name in ("advisor", "cli", "knowledge"):
        shutil.copytree(ROOT / name, source / name)
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(source)], check=True
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_module_and_every_data_file(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"advisor/{path.relative_to(ROOT / 'advisor')}" for path in (ROOT / "advisor").rglob("*.py")}
    wanted |= {f"advisor/cli/{path.name}" for path in (ROOT / "cli").glob("*.py")}
    wanted |= {
        f"advisor/shipped/{path.relative_to(ROOT / 'knowledge')}"
        for path in (ROOT / "knowledge").rglob("*.yaml")
    }
    scaffolds = (ROOT / "advisor/knowledge/scaffolds").rglob("*.yaml")
    wanted |= {str(path.relative_to(ROOT)) for path in scaffolds}
    wanted |= {"advisor/py.typed", "advisor/shipped/__init__.py"}
    assert wanted - names == set()
    assert not any(name.startswith(("cli/", "knowledge/", "tests/")) for name in names)


def test_the_installed_package_advises_without_the_checkout(wheel, tmp_path):
    target = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(target)
    code = (
        f"import sys; sys.path.insert(0, {str(target)!r}); import advisor; from advisor import Advisor\n"
        "a = Advisor(); advice = a.advise(a.read_case('scenario:health-visitors'))\n"
        "print(a.knowledge.folder, len(advice.plan))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    folder, steps = result.stdout.split()
    assert folder == str(target / "advisor" / "shipped")
    assert int(steps) > 3
