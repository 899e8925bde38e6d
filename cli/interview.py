"""`advisor interview`: the questionnaire as a conversation."""

from __future__ import annotations

import datetime
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import knowledge_option

if TYPE_CHECKING:
    from advisor.case_store import CaseStore
    from advisor.interview import Interview, Scope

MONTHS = (  # not by the locale: the rest is in English too
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
REVIEW_AFTER = datetime.timedelta(days=90)


@click.command()
@click.argument("case", default="my-case.yaml", type=click.Path(path_type=Path), metavar="[CASE]")
@click.option("--all", "scope", flag_value="all", help="Ask everything.")
@click.option("--core", "scope", flag_value="core", help="Ask the core questions only.")
@click.option("--plain", is_flag=True, help="No bar: one line for each thing, as for a screen reader.")
@knowledge_option
def interview(case: Path, scope: Scope | None, plain: bool, knowledge: Path | None) -> int:
    """Answer questions about a partnership, and get advice.

    Answers go into the file CASE (my-case.yaml) one by one. Stop whenever you like; the same command goes on
    where you stopped. Nothing leaves your machine.

    \b
    Example:
      advisor interview
      advisor interview speech-and-language.yaml
    """
    from advisor.api import Advisor
    from advisor.case_store import open_case
    from advisor.interview import Interview

    from .conversation import Conversation, Left

    advisor = Advisor(knowledge)
    store = open_case(case, advisor.knowledge)
    try:
        asking = Interview(advisor, store.case, scope or "what-matters")
        _welcome(store, asking)
        Conversation(asking, store, plain).run()
        _end(store, asking)
    except Left as left:
        click.echo(_where(store))
        return 0 if left.on_purpose else 130
    except (KeyboardInterrupt, click.Abort):
        click.echo("\n" + _where(store))
        return 130
    finally:
        store.close()
    return 0


def _where(store: CaseStore) -> str:
    from .prompts import wrapped

    return wrapped(f"What you have answered is in {store.path}. Run the same command again to go on.")


def _welcome(store: CaseStore, interview: Interview) -> None:
    """Say what is about to happen, and give a new file its date, so that it can surely be written."""
    from .prompts import wrapped

    if store.no_longer_fit:
        click.echo(wrapped("These answers no longer fit the questions and are left out:"))
        for answer in store.no_longer_fit:
            click.echo(wrapped(answer, "  - ", "    "))
    if interview.asked:
        click.echo(wrapped(f"Going on with {store.path}: {interview.asked} questions are answered already."))
    else:
        click.echo(
            wrapped(
                "Think of one partner, or one partnership. There are no right answers, and u for don't "
                "know is a good one. It takes about twelve minutes; s stops, and you can go on later. "
                "Leave out names of people."
            )
        )
    if interview.case.date is None:
        interview.case = replace(interview.case, date=datetime.date.today())  # her own day
    store.save(interview.case)
    if store.kept_as is not None:
        click.echo(wrapped(f"The file as it was is kept as {store.kept_as}."))


def _end(store: CaseStore, interview: Interview) -> None:
    """Show the advice, where the file is, when to look again, and what to bring to the next meeting."""
    from advisor.reports.text import as_text

    from .options import screen_width
    from .prompts import to_bring, wrapped

    advice = interview.advice()
    click.echo()
    click.echo(
        as_text(advice, interview.knowledge, case_name=str(store.path), width=screen_width()), nl=False
    )
    click.echo()
    for line in to_bring(advice, interview.knowledge):
        click.echo(line)
    assert interview.case.date is not None
    review = interview.case.date + REVIEW_AFTER
    click.echo(
        wrapped(
            f"Look again on or about {review.day} {review:%B} {review.year}: answer once more in a new file."
        )
    )
    click.echo(wrapped(f"Your answers are in {store.path}, on this machine only."))
    sys.stdout.flush()
