"""What is on the page with progress: for each voice the charts, the same in words, and what lies between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from advisor._language import _, language_tag
from advisor.knowledge.terms import ASKED_STAGES
from advisor.pages.model import Alert, Part
from advisor.pages.outlined import Section, sections_of, without
from advisor.pages.over_time import over_time
from advisor.pages.progress_model import ProgressPage, Seen, Stand, Words
from advisor.pages.rests import rests_on
from advisor.progress.model import AlertSeen, FactorLine, Progress, Visit, Voice
from advisor.reports.progress_outline import progress_outline
from advisor.reports.progress_table import signs_mean
from advisor.reports.wording import cut, ended

LONGEST_NAME = 120


def progress_page(progress: Progress) -> ProgressPage:
    """Return what is on the page of one partnership over time, in the language of the moment."""
    voices = tuple(_seen(voice, progress, number) for number, voice in enumerate(progress.voices, 1))
    to_know = tuple(_to_know(progress))
    parts = [Part(each.id, each.title) for each in voices]
    return ProgressPage(
        language=language_tag(),
        name=_("{partnership}, over time").format(partnership=cut(progress.partnership, LONGEST_NAME)),
        words=Words(
            skip=_("Go to what moved"),
            factor=_("What"),
            in_a_table=_("The same in a table, with the names that the study has for it"),
            scroll=_("The table; it can be moved sideways"),
        ),
        alerts=tuple(map(_alert, progress.alerts)),
        parts=(*parts, *(Part(each.id, each.title) for each in to_know)),
        voices=voices,
        to_know=to_know,
        rests_on=rests_on(progress.knowledge),
    )


def _alert(alert: AlertSeen) -> Alert:
    days = [day.isoformat() for day in alert.dates] + [_("a file without a date")] * alert.undated
    means = _("{text} Raised: {days}.").format(text=alert.text, days=", ".join(days))
    return Alert(f"{ended(alert.title)} {alert.turn_to}", means)


def _seen(voice: Voice, progress: Progress, number: int) -> Seen:
    alone = replace(progress, alerts=(), voices=(voice,), held_back=0, unread=(), may_be_one=())
    title = _("As seen by: {name}").format(name=voice.respondent or _("a voice without a name"))
    told = without(progress_outline(alone), title, signs_mean(voice))
    first, *others = sections_of(told, 3, f"voice-{number}")
    return Seen(
        id=f"voice-{number}",
        title=cut(title, LONGEST_NAME),
        picture=over_time(voice, f"over-time-{number}"),
        days=tuple(map(_day, voice.visits)),
        stands=tuple(map(_stand, voice.factors)),
        remarks=first.pieces,
        sections=tuple(others),
    )


def _day(visit: Visit) -> str:
    return cut(visit.file, LONGEST_NAME) if visit.place != "in-line" else f"{visit.date}"


def _stand(factor: FactorLine) -> Stand:
    stages = (
        _(ASKED_STAGES[point.stage]) + "?" * (point.sure == "tentative") for point in factor.points
    )
    return Stand(factor.name, "" if factor.title == factor.name else factor.title, tuple(stages))


def _to_know(progress: Progress) -> Iterator[Section]:
    """Yield who is not shown, and what could not be read."""
    (found,) = sections_of(progress_outline(replace(progress, alerts=(), voices=())), 2, "know")
    if found.pieces:
        yield replace(found, title=_("To know"))
