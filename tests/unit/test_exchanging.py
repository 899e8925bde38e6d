"""Names of two files are exchanged where the system can, and it is said where it cannot."""

from __future__ import annotations

import sys

import pytest

from advisor.files import exchange


@pytest.fixture(autouse=True)
def anew():
    exchange._renameat2.cache_clear()
    yield
    exchange._renameat2.cache_clear()


@pytest.mark.skipif(sys.platform != "linux", reason="the call is one of Linux")
def test_on_linux_the_names_change_places(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("1")
    other.write_text("2")
    if exchange.exchanged(one, other):  # some file systems have no such call
        assert (one.read_text(), other.read_text()) == ("2", "1")
    assert not exchange.exchanged(one, tmp_path / "nowhere")


@pytest.mark.parametrize("missing", ["system", "library"])
def test_where_there_is_no_such_call_nothing_is_done(missing, tmp_path, monkeypatch):
    if missing == "system":
        monkeypatch.setattr(sys, "platform", "darwin")
    else:
        monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("1")
    other.write_text("2")
    assert not exchange.exchanged(one, other)
    assert (one.read_text(), other.read_text()) == ("1", "2")
