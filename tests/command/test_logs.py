"""What a leader answers is private: nothing of it is in any log of the program that uses the library."""

from __future__ import annotations

import contextlib
import logging
import re
import subprocess
import sys
import warnings

import pytest

from advisor import Advisor, Case
from advisor.errors import CaseError
from advisor.inference._experta_quiet import experta
from advisor.interview import Interview
from tests.command.run import advisor as command

ANSWERS = {
    "contact": "regular",
    "shared-picture": "same-words",
    "trust": "careful",
    "history": "broke",
}
CASE = Case(answers={**ANSWERS})
LOCKING = r"filelock .* on \S+/open/[0-9a-f]{16}\.lock"


class Kept(logging.Handler):
    """Keeps all that is logged."""

    def __init__(self):
        super().__init__(level=1)
        self.lines = []

    def emit(self, record):
        self.lines.append(f"{record.name} {record.getMessage()}")


@contextlib.contextmanager
def everything_logged():
    """Give what is logged by whatever logger at whatever level, warnings too; all is as before afterwards."""
    kept = Kept()
    names = [
        name for name, each in logging.root.manager.loggerDict.items() if isinstance(each, logging.Logger)
    ]
    loggers = [logging.root, *map(logging.getLogger, names)]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(kept)
        logger.setLevel(1)
    logging.captureWarnings(True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            yield kept.lines
    finally:
        logging.captureWarnings(False)
        for logger, level in zip(loggers, levels, strict=True):
            logger.removeHandler(kept)
            logger.setLevel(level)


def _interviewed(advisor):
    interview = Interview(advisor)
    while (question := interview.next_question()) is not None and interview.asked < 5:
        interview.answer(question.id, "dont-know")


def _refused(advisor):
    with pytest.raises(CaseError):
        advisor.advise(Case(answers={"contact": "never-ever"}))


LIBRARY = {
    "advise": lambda advisor: advisor.advise(CASE),
    "advise with a new engine": lambda advisor: Advisor(advisor.knowledge).advise(CASE),
    "the other engine": lambda advisor: Advisor(advisor.knowledge, engine="columnar").advise(CASE),
    "a case with a fault": _refused,
    "many": lambda advisor: advisor.advise_many({"contact": ["regular", "nonsense"]}),
    "interview": _interviewed,
}
COMMANDS = (
    "advise scenario:health-visitors --full",
    "why scenario:health-visitors visioning",
    "why scenario:health-visitors visioning --rather-than convening",
    "why-not scenario:health-visitors conflict-handling",
    "what-if scenario:health-visitors --set trust=careful",
    "settle scenario:health-visitors",
    "cohort many.csv -o out.csv",
    "interview case.yaml",
    "scenario check talking-shop",
    "advise case-with-a-fault.yaml",
)


@pytest.mark.parametrize("way", LIBRARY)
def test_the_library_logs_nothing_at_any_level(way, advisor):
    with everything_logged() as lines:
        LIBRARY[way](advisor)
    assert lines == []


@pytest.mark.parametrize("words", COMMANDS)
def test_a_command_logs_nothing_of_a_case_at_any_level(words, tmp_path):
    (tmp_path / "many.csv").write_text("contact,trust\nregular,careful\nnonsense,openly\n")
    (tmp_path / "case-with-a-fault.yaml").write_text("format: 1\nanswers: {contact: never-ever}\n")
    with everything_logged() as lines:
        command(*words.split(), typed="2\n3\ns\n", folder=tmp_path)
    # The lock on a file that is open says when it is taken, of a file whose name is a number.
    assert [line for line in lines if not re.fullmatch(LOCKING, line)] == []


def test_a_host_that_logs_everything_from_the_start_reads_nothing_of_the_case():
    code = (
        "import logging; logging.basicConfig(level=1)\n"
        "from advisor import Advisor, Case\n"
        f"Advisor().advise(Case(answers={ANSWERS!r}))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout + said.stderr == ""


def test_a_host_that_uses_experta_itself_goes_on_being_told_by_it(advisor):
    class Seen(experta.Fact):  # type: ignore[misc, name-defined]  # experta has no types
        pass

    engine = type("Host", (experta.KnowledgeEngine,), {"tell": experta.Rule(Seen(q=1))(lambda _: None)})()
    advisor.advise(CASE)
    with everything_logged() as lines:
        engine.reset()
        advisor.advise(CASE)
        engine.declare(Seen(q=1))
        engine.run()
    told = {line.partition(" ")[0].rpartition(".")[2] for line in lines}
    assert {"FACTS", "ACTIVATIONS", "RULES"} <= told
    assert not any("answer" in line for line in lines)
