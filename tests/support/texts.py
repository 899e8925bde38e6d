"""Hypothesis strategies: text of every script, and text that YAML could take for something else."""

from __future__ import annotations

from hypothesis import strategies as st

LOOKS_LIKE = (  # a number, a date, a word of YAML's, the beginning of something
    *("08", "089", "01632960018", "1e5", "+.5", "-.5e-3", "1.", "007", "1_000", "0x1F", "0o17", "9" * 400),
    *("1e999", ".inf", "-.INF", ".nan", "12:30", "190:20:30", "2026-09-14", "2026-09-14T10:00:00Z", "+1"),
    *("true", "True", "FALSE", "yes", "no", "on", "OFF", "y", "n", "null", "Null", "~", "=", "<<", ""),
    *("- x", "-", "--", "---", "--- x", "...", "? x", "?", ": x", ":", "x: y", "x:", "# x", "x # y", "x#y"),
    *("%TAG ! x", "%YAML 1.2", "@x", "`x`", "!x", "!!str x", "&x", "*x", "|", ">", "|-", "{x", "[x]", ","),
    *("'x", '"x', "x'", "''", '""', "'x'", '"x"', "\\", "\\x", "a\\", "x  y", "\N{NO-BREAK SPACE}x"),
    *(
        "\ufeffx",
        "x\ufeff",
        "\ufeff",
        "x\u200by",
        "e\u0301",
        "\U0001f468\u200d\U0001f469",
        "\ue000",
        "\U0010fffd",
    ),
    *("long " * 60, "x" * 300, "x" * 90 + "  " + "y" * 90, "- " * 80, "a: " * 60, " # ".join("abcdefgh" * 9)),
)
ANY = st.text(max_size=80)  # of all categories, lone surrogates aside
PIECES = st.sampled_from([*LOOKS_LIKE, " ", "  ", "\t", "x", "1", ".", "e", "+", "-", ":", "#", "'", '"'])
TYPED = st.one_of(ANY, st.sampled_from(LOOKS_LIKE), st.lists(PIECES, max_size=6).map("".join))
ODD = st.one_of(TYPED, st.text(st.characters(), max_size=20), st.text(st.characters(categories=["Cs", "Cc"])))
