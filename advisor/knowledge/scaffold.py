"""The files that a new knowledge base begins with."""

from __future__ import annotations

from pathlib import Path

from advisor._text import id_from, shown_name
from advisor.errors import AdvisorError
from advisor.files.read import display_name
from advisor.files.write import write_atomically
from advisor.knowledge.folder import HEADER

_OVERLAY = {
    HEADER: """\
# A knowledge base of your own. It builds on the one that comes with the program: everything there holds, and
# what you write here is added. Every advice says what was added, changed and switched off.
format: 1
name: {name}
version: 0.1.0
extends: shipped

# To change an entry, list it here and write it anew, with the same id, in a file beside this one:
# changes:
#   - {{id: being-introduced, reason: We have a better first step here.}}

# To switch off a rule, or something that can be advised:
# switched-off:
#   - {{id: shared-budgets, reason: Nobody here may share a budget.}}
""",
    "sources.yaml": """\
# The works that your rules rest on.
sources:
  - id: our-practice
    title: What we have seen in our own practice
""",
    "rules/mine.yaml": """\
# Your rules. How to write one: docs/rules.md and docs/tutorial.md.
rules: []
""",
}

_EMPTY = {
    HEADER: """\
# A knowledge base of your own, which stands alone.
format: 1
name: {name}
version: 0.1.0
""",
    "sources.yaml": """\
# The works that everything rests on.
sources:
  - id: our-practice
    title: What we have seen in our own practice
""",
    "questions.yaml": """\
# What is asked. With scale: true the options run from worst to best.
questions:
  - id: contact
    kind: choice
    core: true
    scale: true
    prompt: How are you in touch with this partner?
    why: People who are never in touch cannot work together.
    options:
      - {{id: none, text: Hardly ever}}
      - {{id: regular, text: "Regularly, also when nothing is wrong"}}
  - id: acquaintance
    kind: choice
    core: true
    scale: true
    prompt: How well do you know each other's work?
    why: What helps depends on whether you know what the other does.
    options:
      - {{id: hardly, text: We hardly know what the other does}}
      - {{id: well, text: We know each other's work well}}
""",
    "entries.yaml": """\
# What can be found, and what can be advised.
factors:
  - id: relationships
    title: Relationships
    text: How people get on with each other.
    stages:
      emerging: People hardly know each other.
      developing: People know each other and are in touch when they need to be.
      confident: People trust each other and say what is wrong.
    source: {{work: our-practice, at: Team day}}
findings:
  - id: no-contact
    title: You are hardly ever in touch
    text: There is next to no contact.
    tone: trouble
    factor: relationships
    source: {{work: our-practice, at: Team day}}
preconditions:
  - id: being-introduced
    title: Being introduced
    text: People have met and know who is who.
    factor: relationships
    first-step: Ask for one name, and visit that person.
    who: leader
    source: {{work: our-practice, at: Team day}}
processes:
  - id: keeping-it-up
    title: Keeping it up
    text: What goes well wants care.
    in-practice: Say once a term what works, and thank those who do it.
    source: {{work: our-practice, at: Team day}}
""",
    "rules/mine.yaml": """\
# Your rules. How to write one: docs/rules.md and docs/tutorial.md.
rules:
  - id: hardly-ever-in-touch-is-no-contact
    title: You are hardly ever in touch
    when: {{answer: contact, is: none}}
    then: {{finding: no-contact}}
    because: Whoever is hardly ever in touch has no contact that could carry anything.
    basis: judgement
    source: {{work: our-practice, at: Team day}}
  - id: no-contact-is-emerging
    title: There is no contact
    when: {{finding: no-contact}}
    then: {{sign: relationships, stage: emerging}}
    because: Without contact there is nothing yet for trust to grow on.
    basis: judgement
    source: {{work: our-practice, at: Team day}}
  - id: strangers-are-introduced
    title: You hardly know each other's work, so begin with faces
    when: {{answer: acquaintance, is: hardly}}
    then: {{recommend: being-introduced, strength: strong}}
    because: It is hard to work with somebody whose work you do not know.
    basis: judgement
    source: {{work: our-practice, at: Team day}}
  - id: no-contact-wants-an-introduction
    title: There is no contact, so begin with one
    when: {{finding: no-contact}}
    then: {{recommend: being-introduced, strength: moderate}}
    because: One person whom you have met is enough for a start.
    basis: judgement
    source: {{work: our-practice, at: Team day}}
  - id: what-goes-well-is-kept-up
    title: You are in touch and know each other's work, so keep it up
    when: {{all: [{{answer: contact, is: regular}}, {{answer: acquaintance, is: well}}]}}
    then: {{recommend: keeping-it-up, strength: moderate}}
    because: What goes well is easily taken for granted.
    basis: judgement
    source: {{work: our-practice, at: Team day}}
  - id: regular-contact-is-kept-up
    title: You are in touch also when nothing is wrong, so keep it up
    when: {{answer: contact, is: regular}}
    then: {{recommend: keeping-it-up, strength: slight}}
    because: Contact that nobody tends fades away.
    basis: judgement
    source: {{work: our-practice, at: Team day}}
""",
    "scenarios/first-meeting.yaml": """\
# A case study: the rules should answer it as you expect. Try it: advisor scenario check first-meeting.yaml
format: 1
id: first-meeting
title: Two who have never met
teaches: Strangers begin with a face and a name.
narrative: >-
  The two services are in the same street. Neither leader knows the name of the other. When something
  comes up, a letter is sent, and there is seldom an answer.
source: {{work: our-practice, at: Team day}}
case:
  partnership: Two services in one street
  answers: {{contact: none, acquaintance: hardly}}
expect:
  recommended:
    - id: being-introduced
      because-of: no-contact-wants-an-introduction
      reason: They have never met.
variations:
  - set: {{contact: regular, acquaintance: well}}
    teaches: If they were in touch and knew each other's work, there would be nothing to begin.
    expect:
      recommended: [{{id: keeping-it-up, reason: What goes well wants care.}}]
      not-recommended: [{{id: being-introduced, reason: They know each other.}}]
""",
}


def start_knowledge(folder: Path, *, empty: bool = False) -> list[Path]:
    """Write the files of a new knowledge base into a folder that is not there yet, or is empty; return them.

    It builds on the one that comes with the program, or with `empty` stands alone with one small example of
    everything. `AdvisorError` if the folder has something in it or cannot be written.
    """
    where = shown_name(display_name(folder))
    try:
        if folder.exists() and any(folder.iterdir()):
            raise AdvisorError(f"{where}: there is something in this folder already; choose another")
        name = id_from(folder.resolve().name, "mine")
        written = []
        for file, text in (_EMPTY if empty else _OVERLAY).items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, text.format(name=name))
            written.append(path)
    except OSError as error:
        why = (error.strerror or "unknown").lower()
        raise AdvisorError(f"{where}: the folder cannot be made: {why}; choose another") from error
    return written
