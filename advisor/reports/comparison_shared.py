"""A comparison where it may not be told who said what: what is worth a talk, and how to begin it.

The head of every page of a comparison stands here too.
"""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import N_, _
from advisor.comparison.model import Comparison
from advisor.knowledge.terms import ASKED_STAGES
from advisor.reports.outline import HANGING, Block, Outline, Paragraph, Point, Table, Title, numbered
from advisor.reports.wording import ended

NOT_TOLD = N_(
    "Not everybody has said that it may be shown who said what. So this page tells no answers: only what is "
    "worth a talk, and how to begin it."
)
ALONE_FIRST = N_(
    "Before you sit down together, let somebody whom all of you trust ask each of you alone what should be "
    "talked about, and what should not. Nobody has to say why. This stands on every such page."
)
WHY_HERE = N_(
    "Something stands here unless all the answers say that it goes well. So it may be that you see it "
    "differently, that all of you would like it better, or that somebody's answers say little about it. "
    "Which of these it is, and for whom, is not told. Please do not guess: ask."
)
ONE_PAGE = N_(
    "Make this page once, when all have answered. Two pages with one voice between them can give that voice "
    "away."
)
SUPPRESSED = N_(
    "Numbers stand only where nobody is alone with a view, and where not all have the same; elsewhere they "
    "would tell what somebody said."
)
WAITING = N_(
    "Numbers are shown once all who were asked have answered. Earlier they could give somebody away."
)


def shared_page(found: Comparison) -> Outline:
    """Return the page for all; nothing on it says who said what, and without enough voices nor how many."""
    outline = Outline()
    outline.put(around(found))
    outline.put([Paragraph(_(NOT_TOLD))])
    outline.put([Title(_("WORTH A TALK"))])
    outline.put([Paragraph(_(ALONE_FIRST), close=True)])
    if found.talk:
        for number, topic in enumerate(found.talk, 1):
            outline.put([Point(topic.name, mark=numbered(number))])
            outline.put([Point(_("To begin: {begin}").format(begin=topic.begin), 2)])
        outline.put([Paragraph(_(WHY_HERE))])
    else:
        outline.put(
            [Paragraph(_("Nothing is named here. Talk of what goes well, and what you want to keep."))]
        )
    outline.put(_counts(found))
    outline.put([Title(_("TO KNOW"))])
    outline.put(Point(note) for note in (*found.notes, _(ONE_PAGE)))
    return outline


def around(found: Comparison) -> Iterator[Block]:
    """Yield what stands first on each page: what comes before all, the name, and how many answered."""
    for alert in found.alerts:
        yield Paragraph(
            _("Somebody's answers raise this: {alert}").format(alert=ended(alert.title)), close=True
        )
        yield Paragraph(ended(alert.turn_to), close=True)
        yield Paragraph(alert.text, close=True)
    yield Title(_title(found))
    yield Paragraph(_answered(found), close=True)


def _title(found: Comparison) -> str:
    if found.partnership:
        return _("{partnership}: several voices").format(partnership=found.partnership)
    return _("One partnership, several voices")


def _answered(found: Comparison) -> str:
    if found.asked is None:
        return _("{n} people have answered.").format(n=found.answered)
    return _("{n} of {all} who were asked have answered.").format(n=found.answered, all=found.asked)


def _counts(found: Comparison) -> Iterator[Block]:
    if not found.counts:
        return
    yield Title(_("HOW MANY SEE WHAT"))
    if found.asked is not None and found.asked > found.answered:
        yield Paragraph(_(WAITING), close=True)
        return
    stages = {stage: _(word) for stage, word in ASKED_STAGES.items()}
    rows, narrow = [], []
    for factor in found.counts:
        cells = ["-" if factor.counts is None else str(getattr(factor.counts, stage)) for stage in stages]
        rows.append((factor.name, *cells))
        each = "; ".join(f"{word}: {cell}" for word, cell in zip(stages.values(), cells, strict=True))
        said = _("not shown") if factor.counts is None else each
        narrow.append(Point(f"{factor.name}. {said}", mark=HANGING))
    yield Table((_("factor"), *stages.values()), tuple(rows), tuple(narrow))
    if any(factor.counts is None for factor in found.counts):
        yield Paragraph(f"-: {_(SUPPRESSED)}")
