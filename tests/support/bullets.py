"""Texts in which a bullet stands where it may, and something else is wrong in the line below."""

from __future__ import annotations

TEXTS_WITH_BULLETS = [
    "about: |\n  \u2022 one\n  \u2022 two\nanswers: contact: none\n",
    "about: >-  # in short\n  Two things:\n    * one\n\n    * two\n answers: {}\n",
    "about: We do\n  \u2013 one\n  \u2013 two\nanswers: contact: none\n",
]
