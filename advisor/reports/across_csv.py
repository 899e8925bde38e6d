"""What changed between two knowledge bases as a table of CSV: one row for each change in each case."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from advisor.comparison.across_model import Across, Change
from advisor.files.csv_safety import harmless_text

HEADINGS = ("case", "part", "id", "title", "before", "after", "by", "rules", "entries", "answers")


def across_csv(found: Across) -> str:
    """Return the table; a case without a change has a row with its name alone, so has a file not read.

    Rules stand with how they changed, as in `RULE (condition)`; no cell is a formula.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADINGS)
    writer.writerows([harmless_text(cell) for cell in row] for row in _rows(found))
    return text.getvalue().encode("utf-8", "replace").decode()  # a name may have half a character in it


def _rows(found: Across) -> Iterator[list[str]]:
    for case in found.cases:
        for change in case.changes:
            yield [case.name, *_cells(change)]
        if not case.changes:
            yield [case.name, "unchanged", *[""] * (len(HEADINGS) - 2)]
    for each in found.unread:
        yield [each.name, "unread", "", "; ".join(each.said), *[""] * (len(HEADINGS) - 4)]


def _cells(change: Change) -> list[str]:
    rules = "; ".join(f"{root.rule} ({root.how})" for root in change.roots)
    before, after = change.before or "", change.after or ""
    named = [rules, "; ".join(change.entries), "; ".join(change.answers)]
    return [change.part, change.id, change.title, before, after, change.by, *named]
