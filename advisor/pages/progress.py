"""What is on the page with progress: for each voice the charts, the same in words, and what lies between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor._language import _, language_tag, ngettext
from advisor._text import on_one_line
from advisor.knowledge.terms import ASKED_STAGES
from advisor.pages.model import Alert, Part
from advisor.pages.outlined import Section, sections_of, without
from advisor.pages.over_time import over_time
from advisor.pages.progress_model import ProgressPage, Seen, Stand, Words
from advisor.pages.rests import rests_on
from advisor.progress.model import AlertSeen, FactorLine, Progress, Visit, Voice
from advisor.reports.outline import Group, Outline, Title
from advisor.reports.progress_outline import progress_outline, unread_files
from advisor.reports.progress_table import signs_mean
from advisor.reports.wording import cut, ended

LONGEST_NAME = 120


def progress_page(*several: Progress) -> ProgressPage:
    """Return what is on the page of one partnership over time, or of several."""
    first, count = several[0], len(several)
    alone = _("{partnership}, over time").format(partnership=cut(first.partnership, LONGEST_NAME))
    name = ngettext("{n} partnership over time", "{n} partnerships over time", count).format(n=count)
    found = [(voice, progress) for progress in several for voice in progress.voices]
    voices = tuple(
        _seen(voice, progress, number, named=count > 1) for number, (voice, progress) in enumerate(found, 1)
    )
    to_know = tuple(_to_know(several))
    parts = [Part(each.id, each.title) for each in voices]
    return ProgressPage(
        language=language_tag(),
        name=alone if count == 1 else name,
        words=Words(
            skip=_("Go to what moved"),
            factor=_("What"),
            in_a_table=_("The same in a table, with the names that the study has for it"),
            scroll=_("The table; it can be moved sideways"),
        ),
        alerts=tuple(_alert(each, progress, count > 1) for progress in several for each in progress.alerts),
        parts=(*parts, *(Part(each.id, each.title) for each in to_know)),
        voices=voices,
        to_know=to_know,
        rests_on=rests_on(first.knowledge),
    )


def _alert(alert: AlertSeen, progress: Progress, is_named: bool) -> Alert:
    name = f"{cut(progress.partnership, LONGEST_NAME)}: " if is_named else ""
    days = [day.isoformat() for day in alert.dates] + [_("a file without a date")] * alert.undated
    raised = _("{text} Raised: {days}.").format(text=alert.text, days=", ".join(days))
    means = raised if days else alert.text
    return Alert(f"{name}{ended(alert.title)} {alert.turn_to}", means)


def _seen(voice: Voice, progress: Progress, number: int, *, named: bool) -> Seen:
    alone = replace(progress, alerts=(), voices=(voice,), held_back=0, unread=(), may_be_one=())
    title = _("As seen by: {name}").format(name=voice.respondent or _("a voice without a name"))
    told = without(progress_outline(alone), on_one_line(title), on_one_line(signs_mean(voice)))
    first, *others = sections_of(told, 3, f"voice-{number}")
    return Seen(
        id=f"voice-{number}",
        title=f"{cut(progress.partnership, LONGEST_NAME)}. {title}" if named else title,
        picture=over_time(voice, f"over-time-{number}"),
        days=tuple(map(_day, voice.visits)),
        stands=tuple(map(_stand, voice.factors)),
        remarks=first.pieces,
        sections=tuple(others),
    )


def _day(visit: Visit) -> str:
    return cut(visit.file, LONGEST_NAME) if visit.place != "in-line" else f"{visit.date}"


def _stand(factor: FactorLine) -> Stand:
    stages = (_(ASKED_STAGES[point.stage]) + "?" * (point.sure == "tentative") for point in factor.points)
    return Stand(factor.name, "" if factor.title == factor.name else factor.title, tuple(stages))


def _to_know(several: Sequence[Progress]) -> Iterator[Section]:
    """Yield who is not shown, by partnership, and what could not be read."""
    outline = Outline([Title(_("To know"))])
    for progress in several:
        told = progress_outline(replace(progress, alerts=(), voices=(), unread=())).blocks[1:]
        outline.put([Group(progress.partnership)] if told and len(several) > 1 else [])
        outline.put(told)
    outline.put(unread_files(several[0].unread))
    found = [*sections_of(outline, 2, "know")]
    yield from (each for each in found if each.pieces)
