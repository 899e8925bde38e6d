"""docs/tutorial.md, followed step by step: files are written, commands typed, what they say compared."""

from __future__ import annotations

import re
import shlex

from tests.command.run import ROOT, advisor

PAGE = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
WRITE = r"`(?P<file>[\w./-]+\.yaml)`(?P<at_end>, at its end)?:\n\n```yaml\n(?P<text>.*?)```"
TYPE = r"```\n\$ (?P<typed>[^\n]+)\n(?P<said>.*?)```"
STEP = re.compile(f"{WRITE}|{TYPE}", re.S)


def test_the_tutorial_works_as_it_is_written(tmp_path):
    steps = list(STEP.finditer(PAGE))
    assert PAGE.count("```") == 2 * len(steps)  # no block is passed over
    said = []
    for step in steps:
        if step["file"]:
            path = tmp_path / step["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            before = path.read_text(encoding="utf-8") if step["at_end"] else ""
            path.write_text(before + step["text"], encoding="utf-8")
            continue
        program, *words = shlex.split(step["typed"])
        assert program == "advisor"
        result = advisor(*words, folder=tmp_path)
        said.append(" ".join(result.stdout.split()))
        if step["said"]:
            assert result.stdout + result.stderr == step["said"], step["typed"]
        else:
            assert result.returncode == 0, step["typed"]
            assert result.stdout
    assert (
        "1. Being introduced: Visit each other in the first week of September. Why: In the first week"
        in said[-2]
    )
    assert "adds strangers-visit-each-other-in-september" in said[-1]
