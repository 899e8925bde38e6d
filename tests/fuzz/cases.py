"""Case files: read, advised on, written, read back, gone on with and asked about."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from advisor import Advisor, Case, CaseError, Interview
from advisor.cases.edits import parsed
from advisor.cases.file import case_text
from advisor.cases.store import open_case
from advisor.errors import AdvisorError
from advisor.explanation import sensitivity, what_if, why, why_not
from advisor.knowledge.question_kinds.table import kind_of
from tests.fuzz.odd import Odd
from tests.fuzz.oracle import Broken, by_command
from tests.fuzz.room import Room
from tests.fuzz.texts import as_yaml, broken
from tests.fuzz.trees import changed


def trial(odd: Odd, room: Room) -> bool:
    """Try a case file that something is wrong with."""
    path = room.write("case.yaml", _made(odd, room))
    if room.maybe(odd):
        _commands(odd, room)
    _go_on(odd, room, path)
    case = room.advisor.read_case(path)
    _reads_back(case, room)
    advise_and_ask(case, odd, room.advisor)
    return True


def _made(odd: Odd, room: Room) -> bytes:
    good = odd.random.choice(room.good_cases)
    way = odd.random.random()
    if way < 0.6:
        return as_yaml(changed(good, odd), odd)
    if way < 0.7:
        return as_yaml(odd.value(), odd)
    return broken(as_yaml(good if way < 0.9 else changed(good, odd, 1), odd), odd)


def _reads_back(case: Case, room: Room) -> None:
    path = room.write("again.yaml", case_text(case).encode("utf-8", "surrogatepass"))
    try:
        again = room.advisor.read_case(path)
    except CaseError as error:
        raise Broken(f"what is written is not read: {error.told()[:150]}") from error
    if repr(again) != repr(case):
        raise Broken(f"read back as another: {case!r:.300}")
    path.unlink()


def advise_and_ask(case: Case, odd: Odd, advisor: Advisor) -> None:
    """Advise on a case, and ask a little of the advice back."""
    advice = advisor.advise(case)
    if odd.random.random() < 0.05:
        for step in advice.plan[:3]:
            why(advice, step.id, advisor.knowledge)
        sensitivity(advisor, case)
    if odd.random.random() < 0.05:
        edits = odd.one_of(
            odd.text(), f"{odd.one_of('trust', 'placing', 'tried', odd.text())}={odd.text()}", "trust=openly"
        )
        for ask in (
            lambda: what_if(advisor, case, parsed(edits), advice),
            lambda: why_not(advisor, case, odd.one_of("visioning", odd.text())),
        ):
            with contextlib.suppress(AdvisorError):
                ask()


def _go_on(odd: Odd, room: Room, path: Path) -> None:
    """Go on with the interview of a file, of whatever version, and see whether it can be read then."""
    if odd.random.random() > 0.2:
        return
    before = path.read_bytes()
    store = None
    try:
        store = open_case(path, room.advisor.knowledge)
        interview = Interview(room.advisor, store.case)
        question = interview.next_question()
        if question is not None:
            note = odd.one_of(None, odd.text())
            said = odd.one_of(
                "dont-know", odd.value(), *kind_of(question).parts(question, room.advisor.knowledge)[0].values
            )
            interview.answer(question.id, said, note)
            store.save(interview.case)
            if _told(room.advisor.read_case(path)) != _told(interview.case):
                raise Broken(f"the interview wrote {interview.case!r:.200} and another is read")
            if (
                before.strip()
                and store.kept_as
                and store.kept_as.read_bytes() != before
                and b"\r" not in before
            ):
                raise Broken("what is kept aside is not the file as it was")
    except AdvisorError:
        if path.read_bytes() != before:
            try:
                room.advisor.read_case(path)
            except AdvisorError as error:
                raise Broken(f"the interview wrote what it refuses: {error.told()[:150]}") from error
            raise
    finally:
        if store is not None:
            store.close()
        path.write_bytes(before)
        for beside in path.parent.glob("case.yaml.*"):
            beside.unlink()


def _commands(odd: Odd, room: Room) -> None:
    """Do with the file what leaders do with it."""
    words = odd.one_of(
        *(["advise", "case.yaml"], ["advise", "case.yaml", "--full"], ["settle", "case.yaml"]),
        *(["advise", "case.yaml", "--format", odd.one_of("json", "markdown", "html")],),
        *(["why", "case.yaml", odd.one_of("visioning", "convening", "brokering")],),
        *(["why-not", "case.yaml", odd.one_of("visioning", "convening", odd.text())],),
        *(["what-if", "case.yaml", "--set", odd.one_of("trust=openly", f"{odd.text()}={odd.text()}")],),
        ["what-if", "case.yaml", "--unset", odd.one_of("trust", odd.text())],
        ["scenario", "new", "new.yaml", "--from", "case.yaml"],
    )
    code, _ = by_command(*words, folder=room.folder)
    if code == 0 and words[1] == "new":
        code, said = by_command("scenario", "check", "new.yaml", folder=room.folder)
        if code not in (0, 1):
            raise Broken(f"a new scenario cannot be read: {said}")


def _told(case: Case) -> Case:
    """Return what a case says; in which order answers and actions stand is the file's own affair."""
    return replace(case, actions=tuple(sorted(case.actions, key=repr)))
