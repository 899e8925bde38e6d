"""`advisor why`, `why-not`, `what-if` and `settle`: ask the advice back."""

from __future__ import annotations

import click

from advisor._language import _
from advisor._text import shown

from .asking import FORMATS, Asking, asking_command
from .output import put_out


@click.command()
@click.argument("case", nargs=-1, metavar="[CASE] NAME")
@click.option("--rather-than", "instead", metavar="NAME", help="Contrast it with another recommendation.")
@click.option("--depth", type=click.IntRange(1, 50), help="Show reasons inside reasons, so many levels.")
@asking_command("why", "dot", "svg")
def why(asking: Asking, instead: str | None, depth: int | None) -> None:
    """Say why something is advised or was found, down to your own answers.

    NAME is the number of a step in the plan, a title or the beginning of one, or an id: of a
    recommendation, a way to begin, a situation, a factor, or whatever else the advice tells of.
    Without CASE it is the case that lies here.

    \b
    Example:
      advisor why 1
      advisor why scenario:health-visitors learning together
      advisor why scenario:health-visitors visioning --rather-than convening
      advisor why my-case.yaml conflict-handling --format svg -o why.svg
    """
    from advisor.advice import named
    from advisor.explanation import contrast, why as why_of
    from advisor.reports.dot import why_dot
    from advisor.reports.why_outline import DEPTH, contrast_in_words
    from advisor.reports.why_told import why_in_words

    if instead is not None and asking.format_ not in FORMATS:
        said = _("a contrast has no picture; use --format with one of: {formats}")
        raise click.UsageError(said.format(formats=", ".join(FORMATS)))
    about = asking.named("why")
    advisor, case = asking.read()
    advice = advisor.advise(case)
    id_ = named(about, advisor.knowledge, advice)
    if instead is not None:
        compared = contrast(advice, id_, named(instead, advisor.knowledge, advice), advisor.knowledge)
        outline = contrast_in_words(compared, advisor.knowledge, depth, asking.full)
        asking.put(compared, outline)
        return
    found = why_of(advice, id_, advisor.knowledge)
    if asking.format_ == "dot":
        put_out(why_dot(found), asking.output, "dot")
        return
    levels = DEPTH if depth is None and asking.format_ == "svg" else depth
    asking.put(found, why_in_words(found, advice, advisor.knowledge, levels, asking.full))


@click.command("why-not")
@click.argument("case", nargs=-1, metavar="[CASE] NAME")
@asking_command("why-not")
def why_not(asking: Asking) -> None:
    """Say why something is not advised or was not found, and what would bring it.

    That is what you could find out, or wish for. NAME is a title, the beginning of one, or an id.
    Of a factor it is what holds it where it stands; FACTOR=STAGE asks for another stage than the next.

    \b
    Example:
      advisor why-not convening
      advisor why-not scenario:health-visitors conflict handling
      advisor why-not scenario:health-visitors operational-cohesion=confident
    """
    from advisor.advice import named
    from advisor.explanation import why_not as why_not_of
    from advisor.reports.why_not_outline import why_not_outline

    about, equals, stage = asking.named("why-not").partition("=")
    advisor, case = asking.read()
    consulted = advisor.consult(case)
    id_ = named(about, advisor.knowledge, consulted.advice, ("factor",) if equals else ())
    found = why_not_of(advisor, consulted, id_ + equals + stage)
    asking.put(found, why_not_outline(found, advisor.knowledge, asking.full))


@click.command("what-if")
@click.argument("case", nargs=-1, metavar="[CASE]")
@click.option(
    "--set", "futures", multiple=True, metavar="QUESTION=VALUE", help="Another answer; several with commas."
)
@click.option(
    "--unset", "unset", multiple=True, metavar="QUESTION", help="Take an answer away, in every future."
)
@asking_command("what-if")
def what_if(asking: Asking, futures: tuple[str, ...], unset: tuple[str, ...]) -> None:
    """Say what would change if some answers were others. Nothing is written to the case.

    Without CASE it is the case that lies here.

    Each --set is a future of its own; several are compared. An item of a checklist is QUESTION.ITEM. One
    change can be said in words: the beginning of a question, and of an answer or its number.

    \b
    Example:
      advisor what-if scenario:health-visitors --set trust=careful
      advisor what-if --set "can people say what they think=only with care"
      advisor what-if my-case.yaml --set trust=openly,contact=regular --set changes-lately.posts-vacant=no
    """
    from advisor.cases.edits import Edit
    from advisor.explanation import what_if as what_if_of
    from advisor.explanation.changes_meant import changes_meant
    from advisor.reports.what_if_outline import future_outline, futures_outline

    if not futures and not unset:
        raise click.UsageError(
            _("say what would be different, with --set QUESTION=VALUE or --unset QUESTION")
        )
    if asking.about:
        said = _("'{words}' is no case; what would be different stands behind --set")
        raise click.UsageError(said.format(words=shown(asking.about)))
    advisor, case = asking.read()
    gone = [Edit(name, None) for name in unset]
    before = advisor.advise(case)
    wanted = [[*gone, *changes_meant(text, advisor.knowledge)] for text in futures] or [gone]
    found = [what_if_of(advisor, case, edits, before) for edits in wanted]
    if len(found) > 1:
        asking.put(found, futures_outline(before, found, advisor.knowledge, asking.full))
    else:
        asking.put(found, future_outline(found[0], advisor.knowledge, asking.full))


@click.command()
@click.argument("case", nargs=-1, metavar="[CASE] [FACTOR]")
@asking_command("settle")
def settle(asking: Asking) -> None:
    """Say what is certain, what is still open, what would decide it, and what hangs on one answer.

    With a FACTOR, by its title, its plain name or its id: which answers, each alone, decide where
    that stands. Without CASE it is the case that lies here.

    \b
    Example:
      advisor settle
      advisor settle scenario:health-visitors
      advisor settle scenario:health-visitors relational nourishment
    """
    from advisor.advice import named
    from advisor.explanation import sensitivity, stage_settled
    from advisor.reports.sensitivity_outline import sensitivity_outline, stage_outline

    advisor, case = asking.read()
    if asking.about.strip():
        factor = named(asking.about, advisor.knowledge, advisor.advise(case), ("factor",))
        stage = stage_settled(advisor, case, factor)
        asking.put(stage, stage_outline(stage, advisor.knowledge, asking.full))
        return
    found = sensitivity(advisor, case)
    asking.put(found, sensitivity_outline(found, advisor.knowledge, asking.full))
