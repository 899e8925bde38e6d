"""One partnership over time as a table: a row for each thing that is said of a day, or between two."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from advisor.files.csv_safety import harmless_text
from advisor.progress.model import Between, CameOrWent, Move, Progress, Tried, Voice

HEADINGS = (
    "partnership",
    "voice",
    "date",
    "file",
    "what",
    "kind",
    "id",
    "title",
    "value",
    "sure",
    "moved",
    "turn",
    "perhaps",
    "after_trying",
    "said_before",
    "note",
)
Row = dict[str, str]


def progress_csv(several: Iterable[Progress]) -> str:
    """Return a table of partnerships over time, as CSV.

    `what` says what a row is: `stage` (of a factor in a file), `tried`, `came` or `went` (against the date
    before), `alert`, `not-shown` (how many voices), or `unread` (a file).
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, HEADINGS, restval="", lineterminator="\r\n")
    writer.writeheader()
    unread: dict[str, tuple[str, ...]] = {}
    for progress in several:
        unread |= {each.name: each.said for each in progress.unread}
        for row in _rows(progress):
            writer.writerow(_harmless({"partnership": progress.partnership, **row}))
    for name, said in unread.items():
        writer.writerows(_harmless({"file": name, "what": "unread", "note": line}) for line in said)
    return out.getvalue()


def _harmless(row: Row) -> Row:
    return {key: harmless_text(_whole(value)) for key, value in row.items()}


def _whole(text: str) -> str:
    """Return a text without half characters, which a file's name may have and no table can keep."""
    return "".join("\ufffd" if "\ud800" <= each <= "\udfff" else each for each in text)


def _rows(progress: Progress) -> Iterator[Row]:
    for alert in progress.alerts:
        days = [*(day.isoformat() for day in alert.dates), *([""] if alert.undated else [])]
        for day in days or [""]:
            text = f"{alert.turn_to} {alert.text}"
            yield {"date": day, "what": "alert", "id": alert.id, "title": alert.title, "note": text}
    for voice in progress.voices:
        for row in _of_voice(voice):
            yield {"voice": voice.respondent, **row}
    if progress.held_back:
        yield {"what": "not-shown", "value": str(progress.held_back)}


def _of_voice(voice: Voice) -> Iterator[Row]:
    for factor in voice.factors:
        moved = {move.later: move for move in factor.moves}
        for number, point in enumerate(factor.points):
            row = {"what": "stage", "kind": "factor", "id": factor.id, "title": factor.title}
            row |= {"value": point.stage, "sure": point.sure or ""}
            yield _when(voice, number) | row | _moved(moved.get(number))
    yield from (_tried(each, "before") for each in voice.tried_before)
    for between in voice.between:
        yield from _between(voice, between)
    yield from (_tried(each, "since") for each in voice.tried_since)


def _when(voice: Voice, number: int) -> Row:
    visit = voice.visits[number]
    return {"date": "" if visit.date is None else visit.date.isoformat(), "file": visit.file}


def _moved(move: Move | None) -> Row:
    if move is None:
        return {}
    perhaps = "yes" if move.perhaps else "no"
    said = {"moved": move.direction, "turn": move.turn, "perhaps": perhaps}
    return said | {"after_trying": move.after_trying or ""}


def _between(voice: Voice, between: Between) -> Iterator[Row]:
    for tried in between.tried:
        yield {**_tried(tried, "between"), "file": voice.visits[between.later].file}
    for what, these in (("came", between.came), ("went", between.went)):
        for each in these:
            yield _when(voice, between.later) | _came(each, what)


def _came(each: CameOrWent, what: str) -> Row:
    known = "known" if each.known else "not-asked"
    return {"what": what, "kind": each.kind, "id": each.id, "title": each.title, "value": known}


def _tried(tried: Tried, when: str) -> Row:
    return {
        "date": "" if tried.date is None else tried.date.isoformat(),
        "what": "tried",
        "kind": tried.kind,
        "id": tried.id,
        "title": tried.title,
        "value": tried.outcome,
        "turn": when,
        "said_before": " ".join(tried.said_before),
        "note": tried.note,
    }
