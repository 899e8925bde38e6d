"""Answering once more after some months: beside the first answers, and not over them."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from advisor._command import hint
from advisor._language import _, day_in_words
from advisor._text import on_one_line

if TYPE_CHECKING:
    from advisor.cases.store import CaseStore
    from advisor.interview.interview import Interview

NO_LONGER_NEW = datetime.timedelta(days=60)
_OF_A_MONTH = re.compile(r"-[0-9]{4}-[0-9]{2}$")


def tell_of_another_day(store: CaseStore, interview: Interview, again: tuple[str, ...]) -> None:
    """Say of answers that are no longer new how to answer once more beside them, and not over them."""
    from .prompts import wrapped

    day, today = interview.case.date, datetime.date.today()  # her own day
    if day is None or today - day < NO_LONGER_NEW:
        return
    told = _("It is of {day}. To see what has moved since, type s and answer once more with:")
    click.echo(wrapped(told.format(day=day_in_words(day))))
    click.echo(f"  {answering_again(store.path, today, again)}")
    if interview.case.partnership:
        called = _("Call it the same there: {name}").format(name=on_one_line(interview.case.partnership))
        click.echo(wrapped(called))


def answering_again(path: Path, day: datetime.date, again: tuple[str, ...]) -> str:
    """Return what to type to answer once more about it, in a file that is called after the month."""
    stem = _OF_A_MONTH.sub("", path.stem) or path.stem
    return hint("interview", str(path.with_name(f"{stem}-{day:%Y-%m}.yaml")), *again)
