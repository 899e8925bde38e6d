"""What looks for broken promises finds those that are broken."""

from __future__ import annotations

import pytest

from advisor.errors import AdvisorError
from tests.fuzz.kills import WRITES, _is_whole, _torn
from tests.fuzz.oracle import Broken, Watch, by_command


def _raise(error):
    raise error


@pytest.mark.parametrize(
    ("trial", "found"),
    [
        (lambda: True, []),
        (lambda: _raise(AdvisorError("it is told")), []),
        (lambda: _raise(KeyError("not told")), ["traceback: KeyError"]),
        (lambda: _raise(RecursionError("too deep")), ["traceback: RecursionError"]),
        (lambda: _raise(Broken("another file")), ["promise: another file"]),
    ],
)
def test_what_an_input_breaks_is_found(trial, found):
    watch = Watch()
    watch.run(7, trial)
    told = [what for _, what in watch.found if not what.startswith("slow")]
    assert len(told) == len(found)
    assert all(what.startswith(begin) for what, begin in zip(told, found, strict=True))


def test_a_command_that_changes_a_file_is_found_unless_it_is_to(tmp_path):
    (tmp_path / "case.yaml").write_text("format: 1\n")
    typed = "1\ns\n"
    with pytest.raises(Broken, match=r"case\.yaml is changed"):
        by_command("interview", "case.yaml", typed=typed, folder=tmp_path)
    by_command("interview", "case.yaml", typed=typed, folder=tmp_path, may_change=("case.yaml",))


@pytest.mark.parametrize("write", WRITES, ids=lambda write: " ".join(write.words))
def test_a_torn_file_a_changed_input_and_a_missing_target_are_found(write, tmp_path):
    target = tmp_path / write.target
    target.parent.mkdir(exist_ok=True)
    (tmp_path / "t.csv").write_text("changed")
    before = {"t.csv": b"as it was", write.target: b"old"}
    assert _torn(write, tmp_path, before) == ["t.csv was changed", f"{write.target} is gone"]
    target.write_bytes(write.begins + b"...")
    assert not _is_whole(write, target.read_bytes())
    assert any("is torn" in what for what in _torn(write, tmp_path, before))
    target.write_bytes(write.begins + b"..." + write.ends)
    assert _torn(write, tmp_path, before) == ["t.csv was changed"]
