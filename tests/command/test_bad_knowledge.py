"""Each folder of tests/bad_knowledge gives the message that stands in it, and nothing else."""

from __future__ import annotations

import pytest

from tests.command.run import ROOT, advisor

FOLDERS = sorted(path for path in (ROOT / "tests" / "bad_knowledge").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_knowledge_base_with_faults_ends_in_2_and_one_line_for_each_fault(folder):
    result = advisor("knowledge", "list", "--knowledge", str(folder.relative_to(ROOT)))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == (folder / "expected").read_text(encoding="utf-8")
