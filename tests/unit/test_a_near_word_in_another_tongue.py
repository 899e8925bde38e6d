"""What is taken apart or compared in the program goes by the text in the language that is spoken."""

from __future__ import annotations

from advisor import _suggest


def test_a_near_word_is_seen_where_a_language_puts_it_first(monkeypatch):
    monkeypatch.setattr(_suggest, "_", lambda text: "'{near}' ?" if text == _suggest.NEAR else text)
    assert _suggest.names_one(_suggest.did_you_mean("trst", ["trust", "contact"]))
    assert not _suggest.names_one(_suggest.did_you_mean("zzzz", ["trust", "contact"]))
