"""The words of the page that do not depend on the case, in the language of the moment."""

from __future__ import annotations

from dataclasses import dataclass

from advisor._language import _


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that the templates print beside what is on the page."""

    skip: str
    before_all: str
    contents: str
    because_you_said: str
    who: str
    when: str
    again: str
    your_eyes: str
    page_one: str
    what: str
    stands: str
    moves: str
    in_a_table: str
    all_signs: str
    more_situations: str
    more_held: str
    all_reasons: str
    more_questions: str
    you_wrote: str
    offline: str


def labels() -> Labels:
    """Return the words in the language of the moment."""
    return Labels(
        skip=_("Go to the advice"),
        before_all=_("Before all else"),
        contents=_("On this page"),
        because_you_said=_("Because, in your words:"),
        who=_("Who:"),
        when=_("When:"),
        again=_("Look again on or about:"),
        your_eyes=_("This sheet is for you. It is not written for the others at the table."),
        page_one=_("To take it along print page 1 alone."),
        what=_("What"),
        stands=_("Where it stands"),
        moves=_("What moves it on"),
        in_a_table=_("The same in words, with the names that the study has for it"),
        all_signs=_("What you said that speaks for it or against it"),
        more_situations=_("What may be so as well"),
        more_held=_("More that is held back"),
        all_reasons=_("All reasons, down to your answers"),
        more_questions=_("More questions that are open"),
        you_wrote=_("You wrote:"),
        offline=_("This page is one file. It loads nothing, sends nothing and keeps nothing."),
    )
