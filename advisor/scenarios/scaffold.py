"""Begin a scenario: a commented template, or a case that leaders have filled in with all names taken out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from advisor._language import _
from advisor._text import id_from, shown_name
from advisor.cases.case import Case
from advisor.cases.sectors import sector_named
from advisor.errors import AdvisorError
from advisor.files.read import is_there, quoted
from advisor.files.write import ChangedError, write_atomically
from advisor.files.yaml_text import as_yaml
from advisor.knowledge.base import KnowledgeBase

_HEAD = """\
# A scenario: a story with answers, and what the advice on it should say. How to write one: docs/scenarios.md
# Try it: advisor scenario check {file}
format: 1
id: {id}
title: A short plain title
teaches: Say in one sentence what a group should learn from it.
narrative: >-
  Tell the story in 150 to 250 words: who is there, what was said, what happened. Roles, no names of people.
  Do not give the answer away.
source: {{work: {work}, at: Patterns}}
# So that it can be found, and shown to a group by a name that gives nothing away:
# number: 101                              # no other scenario of yours has it
# level: first                             # first: one plain point; middle; demanding: much at once
# minutes: 45                              # with a group, debrief and all
# setting: a nursery and a family centre   # where it plays, in a few words
discuss:
  - Ask an open question about the story. What would the partner say if they told it?
"""
_FIRST = """\
expect:
  recommended:                             # what must be advised: of any kind
    - id: being-introduced
      because-of: acquaintance             # what must be among its reasons
      reason: They have never met.
"""
_NONE_YET = """\
expect:
  recommended: []                          # what must be advised: write the first, and take the brackets away
"""
_EXPECT = """\
  # To use one of these, take the hash and the blank behind it away. advisor knowledge list shows the ids.
  # first: {id: convening, reason: Nobody has invited them yet.}          # what must come first of all
  # not-recommended:                       # what a hasty adviser would say, and why it would be bad advice
  #   - id: conflict-handling
  #     reason: There are rumours but no dispute.
  # among-first:                           # what must be among the first steps of the plan; in-plan: any
  #   - {id: being-introduced, reason: It is small and opens the rest.}
  # before:                                # of two, which must come first
  #   - {first: convening, then: visioning, reason: They have to meet before they can plan.}
  # stages:                                # emerging, developing, confident or unknown
  #   - {factor: relational-nourishment, is: emerging, reason: They hardly know each other.}
  # found:                                 # findings, patterns that are likely, rules that fire
  #   - {id: no-contact, reason: They never speak.}
  # not-found:
  #   - {id: hot-dispute, reason: Nothing has gone wrong between them.}
# variations:                              # the same story with some answers other
#   - set: {contact: regular}
#     teaches: If they were in touch there would be less to begin.
# terms: {commissioner: Whoever pays for a service and says what it must do.}     # words explained to all
# afterwards:                              # what was done in the end, where a study or an account tells it
#   - did: The two heads had lunch once a month.
#     came-of-it: The nursery began to ring.
#     as: regular-contact                  # what comes nearest to it in the advice
#     source: {work: vaggers-2014, at: Section 4.3}
"""
_EXAMPLE = ("contact", "acquaintance", "being-introduced")  # what the example names
_CASE = """\
case:
  partnership: Children's centre and a nursery
  partners:
    - {name: Nursery, sector: private}
  respondent: Head of the centre
  # The answers, as in a case file. All questions: advisor knowledge list question
  # What may be answered to one of them: advisor knowledge show contact
  answers:
    contact: none
    acquaintance: hardly
"""
_BEFORE = "# What the advice should say, each with a reason. Write it before you look at the advice.\n"


def new_scenario(path: Path, knowledge: KnowledgeBase, case: Case | None = None) -> None:
    """Write a scenario to begin with into a file that is not there yet; `case` gives its answers.

    Its example is one that the shipped knowledge base knows; for another, which does not, there is none.

    Of a case only answers and what was tried are taken over: names of the partnership and of partners, all
    notes and all dates are left out. `AdvisorError` if the file is there or cannot be written.
    """
    if is_there(path) or path.is_symlink():
        raise _there_already(path)
    head = _HEAD.format(
        file=shown_name(path.name),
        id=id_from(path.stem, "my-scenario"),
        work=_work(knowledge),
    )
    if case is not None:
        text = _case_text(case) + _NONE_YET
    elif all(id_ in knowledge.positions for id_ in _EXAMPLE):
        text = _CASE + _BEFORE + _FIRST
    else:
        text = _case_text(Case()) + _NONE_YET
    try:
        write_atomically(path, head + text + _EXPECT, expected=None)
    except ChangedError:  # somebody was quicker
        raise _there_already(path) from None


def _there_already(path: Path) -> AdvisorError:
    return AdvisorError(_("{path}: this file is there already; choose another").format(path=quoted(path)))


def _work(knowledge: KnowledgeBase) -> str:
    """Return the work to name as the source at first: what is nobody's but one's own, if there is such."""
    works = sorted(knowledge.works.values(), key=lambda work: not work.unpublished)
    return works[0].id if works else "a-work"


def _case_text(case: Case) -> str:
    data = without_names(case).as_dict()
    given = {key: value for key, value in data.items() if key != "format" and value not in ("", [], {})}
    text = as_yaml({"case": {**given, "answers": data["answers"]}})
    return text + _BEFORE


def without_names(case: Case) -> Case:
    """Return a case from which nobody can be told: answers, sectors and outcomes, and no free text.

    Of a sector that is none of the list nothing stays. Whether it may be shared was said of the case itself.
    """
    return replace(
        case,
        partnership="",
        about="",
        respondent="",
        share=None,
        date=None,
        questionnaire="",
        notes={},
        partners=tuple(
            replace(partner, name=f"Partner {number}", sector=_listed(partner.sector))
            for number, partner in enumerate(case.partners, 1)
        ),
        actions=tuple(replace(action, date=None, note="") for action in case.actions),
    )


def _listed(word: str) -> str:
    """Return the id of the sector that a word means; nothing for a word of somebody's own."""
    sector = sector_named(word)
    return sector.id if sector else ""
