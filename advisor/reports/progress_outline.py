"""One partnership over time, as an outline: where it stood on each day, and what lies between the days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from advisor._command import hint
from advisor._language import _, ngettext
from advisor.cases.gathering import Unread
from advisor.progress.in_short import InShort, VoiceInShort
from advisor.progress.model import (
    FactorLine,
    Progress,
    Visit,
    Voice,
)
from advisor.reports.outline import CARE, PLAIN, Block, Outline, Paragraph, Point, Title
from advisor.reports.progress_between import tried_points, what_lies_between
from advisor.reports.progress_table import signs_mean, stands_over_time
from advisor.reports.wording import ended, inside, joined


def progress_outline(progress: Progress) -> Outline:
    """Return one partnership over time: alerts first, then voice by voice, then what could not be read."""
    outline = Outline()
    outline.put(_of(progress))
    outline.put(unread_files(progress.unread))
    return outline


def several_outline(several: Sequence[Progress]) -> Outline:
    """Return several partnerships, each in turn."""
    outline = Outline()
    for each in several:
        outline.put(_of(each))
    outline.put(unread_files(several[0].unread if several else ()))
    return outline


def short_outline(several: Sequence[InShort], words: Sequence[str], unread: Iterable[Unread]) -> Outline:
    """Return a line for each of several partnerships, and how to see one: `words` name where they lie."""
    outline = Outline()
    count = len(several)
    outline.put(
        [Title(ngettext("{n} partnership over time", "{n} partnerships over time", count).format(n=count))]
    )
    for each in several:
        outline.put(_alerts(each, named=True))
    outline.put(Point(_in_a_line(each)) for each in several)
    command = hint("progress", *words, "--partnership", several[0].partnership)
    outline.put([Paragraph(_("One of them: {command}").format(command=command))])
    outline.put(unread_files(unread))
    return outline


def unread_files(unread: Iterable[Unread]) -> Iterator[Block]:
    """Yield which files could not be read, and why."""
    found = list(unread)
    if not found:
        return
    text = ngettext(
        "{n} file could not be read and is not in this:",
        "{n} files could not be read and are not in this:",
        len(found),
    )
    yield Paragraph(text.format(n=len(found)))
    yield from (Point(line, mark=CARE) for each in found for line in each.said)


def _of(progress: Progress) -> Iterator[Block]:
    yield Title(_("{partnership}, over time").format(partnership=progress.partnership))
    yield from _alerts(progress)
    for voice in progress.voices:
        yield from _voice(voice, is_alone=len(progress.voices) == 1 and not progress.held_back)
    if progress.held_back:
        yield Paragraph(_held_back(progress))
    for one, other in progress.may_be_one:
        said = _("'{one}' and '{other}' may be one voice. If so, write the name the same in each file.")
        yield Paragraph(said.format(one=one, other=other))


def _alerts(progress: Progress | InShort, *, named: bool = False) -> Iterator[Block]:
    """Yield what comes before the partnership, and on which days it was raised."""
    for alert in progress.alerts:
        days = [day.isoformat() for day in alert.dates] + [_("a file without a date")] * alert.undated
        name = f"{progress.partnership}: " if named else ""
        yield Paragraph(f"{name}{ended(alert.title)} {alert.turn_to}")
        raised = _("{text} Raised: {days}.").format(text=alert.text, days=", ".join(days))
        yield Paragraph(raised if days else alert.text, close=True)


def _held_back(progress: Progress) -> str:
    text = ngettext(
        "{n} voice is not shown. Not every file of it says that others may see who said what (share).",
        "{n} voices are not shown. Not every file of theirs says that others may see who said what (share).",
        progress.held_back,
    )
    own = _("To see only your own files over time, name them: {command}").format(
        command=hint("progress", "FILE", "FILE")
    )
    return f"{text.format(n=progress.held_back)} {own}"


def _in_a_line(progress: InShort) -> str:
    """Return a partnership in a line: how many files, and how it moved last."""
    said = []
    for voice in progress.voices:
        days = _("{n} of {name}").format(n=voice.files, name=_name(voice))
        if voice.dates > 1:
            moved = _("{days}, last moves: {on} on, {back} back")
            days = moved.format(days=days, on=voice.on, back=voice.back)
        said.append(days)
    if progress.held_back:
        said.append(
            ngettext("{n} voice not shown", "{n} voices not shown", progress.held_back).format(
                n=progress.held_back
            )
        )
    return _("{partnership}: files: {said}").format(partnership=progress.partnership, said="; ".join(said))


def _in_line(voice: Voice) -> list[Visit]:
    return [visit for visit in voice.visits if visit.place == "in-line"]


def _name(voice: Voice | VoiceInShort) -> str:
    return voice.respondent or _("a voice without a name")


def _voice(voice: Voice, *, is_alone: bool) -> Iterator[Block]:
    if is_alone:
        yield Paragraph(_("As seen by: {name}").format(name=_name(voice)))
    else:
        yield Title(_("As seen by: {name}").format(name=_name(voice)))
    yield from _remarks(voice)
    yield stands_over_time(voice)
    yield Point(signs_mean(voice), mark=PLAIN)
    if voice.tried_before:
        yield from tried_points(_("Tried before that:"), voice.tried_before)
    for between in voice.between:
        yield from what_lies_between(voice, between)
    if voice.tried_since:
        yield Title(_("SINCE THEN"))
        yield from tried_points(_("Tried, and what came of it:"), voice.tried_since)


def _remarks(voice: Voice) -> Iterator[Block]:
    """Yield what is odd about the files of a voice."""
    line = _in_line(voice)
    undated = [visit.file for visit in voice.visits if visit.place == "no-date"]
    if not voice.respondent and len(voice.visits) > 1:
        yield Paragraph(
            _(
                "No file says who answered, so they are taken for one person's. If they are not, write "
                "'respondent:' and a role in each."
            )
        )
    if undated:
        said = _("Without a date, so nothing is held against it: {files}")
        yield Paragraph(said.format(files=", ".join(undated)))
    for visit in line:
        day = [each.file for each in voice.visits if each.date == visit.date]
        if len(day) > 1:
            said = _("{files} are of one day, {date}; what comes before and after is held against {last}")
            yield Paragraph(said.format(files=", ".join(day), date=visit.date, last=visit.file))
            apart = [factor.name for factor in voice.factors if _differs(factor, voice, visit)]
            if apart:
                text = _("They do not say the same of: {factors}.").format(factors=joined(map(inside, apart)))
                yield Paragraph(text, close=True)
    if len(line) < 2:
        yield Paragraph(_("With one date or none nothing can be seen to move. Answer again in three months."))


def _differs(factor: FactorLine, voice: Voice, visit: Visit) -> bool:
    """Return whether files of the day of a visit have a factor at several stages."""
    of_day = (
        point for point, each in zip(factor.points, voice.visits, strict=True) if each.date == visit.date
    )
    return len({point.stage for point in of_day}) > 1
