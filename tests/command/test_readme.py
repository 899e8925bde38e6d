"""What the README shows is what the program does."""

from __future__ import annotations

import re
import shlex

from advisor._command import started_as
from tests.command.run import ROOT, advisor

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(kind):
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, flags=re.M | re.S)


def test_the_output_shown_is_real():
    shown = next(block for block in blocks("") if re.match(r"\$ .*advisor advise", block))
    command, _, output = shown.removeprefix("$ ").partition("\n")
    started, *words = shlex.split(command)
    with started_as(started):
        real = advisor(*words).stdout
    assert real.startswith(output.removesuffix("...\n"))


def test_the_case_shown_is_a_case(tmp_path):
    path = tmp_path / "my-case.yaml"
    path.write_text(blocks("yaml")[0])
    result = advisor("advise", str(path))
    assert (result.returncode, result.stderr) == (0, "")
    assert "WHAT TO DO FIRST" in result.stdout


def test_the_python_shown_runs(capsys):
    exec(compile(blocks("python")[0], "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("first ")


def test_the_first_screen_says_how_to_install_it_on_each_system_and_how_to_begin():
    lines = README.splitlines()
    first = "\n".join(lines[: lines.index("advisor") + 1])
    for system in ("Windows", "macOS", "Linux"):
        assert f"| {system} |" in first
    assert first.count("uv tool install .") == 3
    assert "pipx install ." in first
    assert len(first.splitlines()) < 40
    assert "make" not in first


def test_every_page_that_is_linked_is_there():
    for page in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", README):
        assert (ROOT / page).exists(), page
