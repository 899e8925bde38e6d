"""What looks for broken promises finds those that are broken."""

from __future__ import annotations

import pytest

from advisor.errors import AdvisorError
from tests.fuzz.kills import Whole, Write, torn
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


def test_a_torn_file_a_changed_input_and_a_missing_target_are_found(tmp_path):
    write = Write(("cohort", "t.csv", "-o", "o.txt"), "o.txt")
    whole = Whole(1.0, {"t.csv": {b"as it was"}, "o.txt": {b"one\ntwo\n"}, "more.txt": {b"more\n"}})
    (tmp_path / "t.csv").write_text("changed")
    before = {"t.csv": b"as it was", "o.txt": b"old"}
    assert torn(write, tmp_path, before, whole) == ["o.txt is gone", "t.csv was changed"]
    (tmp_path / "t.csv").write_text("as it was")
    for cut_at_the_end_of_a_line in ("", "one\n"):
        (tmp_path / "o.txt").write_text(cut_at_the_end_of_a_line)
        assert any("o.txt is torn" in what for what in torn(write, tmp_path, before, whole))
    (tmp_path / "more.txt").write_text("mo")
    (tmp_path / "o.txt").write_text("one\ntwo\n")
    assert ["more.txt is torn" in what for what in torn(write, tmp_path, before, whole)] == [True]
    (tmp_path / "more.txt").write_text("more\n")
    (tmp_path / ".advisor-1").write_text("half")
    assert torn(write, tmp_path, before, whole) == []


def test_memory_that_one_input_takes_is_found_however_much_another_took_before():
    watch = Watch()
    for number in (1, 2):
        watch.run(number, lambda: bool(bytearray(300_000_000)))
    assert [number for number, what in watch.found if what.startswith("large")] == [1, 2]
