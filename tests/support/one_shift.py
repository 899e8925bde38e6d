"""A factor with one shift, to write rules for in an empty knowledge base of one's own."""

from __future__ import annotations

ONE_SHIFT = """\
factors:
  - {id: trust, title: Trust, text: T, source: {work: our-practice, at: T},
     stages: {emerging: E, developing: D, confident: C}}
shifts:
  - {id: giving, title: Giving, text: T, factor: trust, short: Give something., try-this: Give.,
     source: {work: our-practice, at: T}}
rules:
"""
