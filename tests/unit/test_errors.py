"""What an error says of itself, and what stays out of logs."""

import copy
import logging
import pickle

import pytest

from advisor import Advisor, Case, CaseError
from advisor.errors import AdvisorError, Fault, KnowledgeError, TableError, UnknownIdError

FAULTS = [
    Fault("b.yaml", 2, 1, "there is no 'x'", "write y", ("answers", "x")),
    Fault("a.yaml", 1, 1, "the file is empty", "write something"),
    Fault("b.yaml", 2, 1, "there is no 'x'", "write y", ("actions", 3)),
    Fault("b.yaml", 2, 1, "there is no 'x'", "write y", ("actions", 12)),
]


@pytest.mark.parametrize("kind", [CaseError, TableError, KnowledgeError])
def test_an_error_that_crosses_a_process_is_the_same_on_the_other_side(kind):
    error = kind(FAULTS)
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert (type(other), str(other), other.faults) == (kind, str(error), error.faults)
        assert other.told() == error.told()


@pytest.mark.parametrize("kind", [AdvisorError, UnknownIdError])
def test_an_error_without_faults_crosses_a_process_too(kind):
    assert str(pickle.loads(pickle.dumps(kind("it is not there")))) == "it is not there"


def test_faults_are_in_the_order_of_their_place_and_each_is_there_once():
    error = TableError([*FAULTS, *FAULTS])
    paths = [fault.path for fault in error.faults]
    assert paths == [(), ("actions", 3), ("actions", 12), ("answers", "x")]


def test_what_a_case_error_says_in_a_log_holds_nothing_of_the_case(caplog):
    answer, key, note = (
        "".join(pieces) for pieces in (("she ", "lied"), ("she ", "shouted"), ("so ", "ill"))
    )
    case = Case(answers={"trust": answer, key: "yes"}, notes={key: note})
    try:
        Advisor().advise(case)
    except CaseError as error:
        logging.getLogger("service").exception("refused")
        told = error.told()
    assert answer in told
    assert key in told
    assert "CaseError: case, answers: cannot be used" in caplog.text
    assert "case, answers.trust: cannot be used" in caplog.text
    for private in (answer, key, note):
        assert private not in caplog.text
