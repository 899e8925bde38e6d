"""What she wrote beside an answer stays when that changes; she is told, and how to take it out."""

from __future__ import annotations

import subprocess
import sys


def interview(folder, *lines):
    command = [sys.executable, "-m", "advisor", "interview", "ours.yaml"]
    typed = "\n".join(lines) + "\n"
    done = subprocess.run(command, cwd=folder, input=typed, capture_output=True, text=True, encoding="utf-8")
    return done.stdout, (folder / "ours.yaml").read_text(encoding="utf-8")


def test_a_note_beside_an_answer_that_changes_stays_and_is_told(tmp_path):
    said, case = interview(tmp_path, "Ours", "", "1", "2 : since the move", "b", "3", "s")
    assert 'Your note stays: "since the move". To take it out, go back and type: 3 :' in said
    assert "since the move" in case
    said, case = interview(tmp_path, "b", "3 :", "s")
    assert "since the move" not in case
    assert "Your note stays" not in said


def test_a_key_is_no_name(tmp_path):
    _, case = interview(tmp_path, "name", "n", "Ours", "partners", "", "s")
    assert "partnership: Ours" in case
    assert "partners:" not in case
