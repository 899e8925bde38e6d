"""An interview on a file that somebody wrote by hand changes what is answered, and nothing else in it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings, strategies as st

from advisor import Advisor, Interview
from advisor.cases.rewriting import _alike
from advisor.cases.store import open_case
from tests.support.amount import examples
from tests.support.handwritten import NAMES, NOTES, handwritten
from tests.support.strategies import answers_to

ADVISOR = Advisor()
KNOWLEDGE = ADVISOR.knowledge
EDITS = st.lists(
    st.sampled_from([*KNOWLEDGE.questions, "tried", "tried"]).flatmap(
        lambda id_: st.tuples(
            st.just(id_),
            answers_to(KNOWLEDGE.questions[id_], KNOWLEDGE).filter(lambda said: said != {}),
            st.one_of(st.none(), st.just(""), NOTES),
        )
    ),
    max_size=4,
)


OF_EDITS = {"actions", "id", "outcome", "note", "kind", "questionnaire"}


def in_order(few, all_):
    """Return whether all of a few come among all, in their order."""
    rest = iter(all_)
    return all(each in rest for each in few)


def touched(line, edits):
    """Return whether a line may change: what it holds was answered, or it holds everything."""
    words = {id_ for id_, *_ in edits} | (OF_EDITS if edits else set())
    words.add("partnership")
    return any(word in line for word in words) or any(
        f"{item.id}:" in line for id_, *_ in edits for item in _rows(KNOWLEDGE.questions[id_])
    )


def _rows(question):
    return [*question.items, *question.rows]


@settings(max_examples=examples(300))
@given(file=handwritten(KNOWLEDGE), edits=EDITS, name=st.one_of(st.none(), NAMES))
def test_comments_and_untouched_lines_stay_and_the_rest_reads_as_the_case(
    tmp_path_factory, file, edits, name
):
    path = tmp_path_factory.mktemp("by-hand") / "case.yaml"
    path.write_bytes(file.text.encode())
    store = open_case(path, KNOWLEDGE)
    interview = Interview(ADVISOR, store.case)
    store.save(store.case)
    assert path.read_bytes() == file.text.encode()
    for question, answer, note in edits:
        interview.answer(question, answer, note)
        store.save(interview.case)
    if name is not None:
        interview.case = replace(interview.case, partnership=name)
        store.save(interview.case)
    store.close()
    text = path.read_bytes().decode()
    assert _alike(ADVISOR.read_case(path)) == _alike(interview.case)
    assert store.kept_as is None
    positions = [text.find(comment) for comment in file.comments]
    assert -1 not in positions
    assert positions == sorted(positions)
    untouched = [line for line in file.text.splitlines() if line.strip() and not touched(line, edits)]
    untouched = [line for line in untouched if not line.startswith(("answers", "notes", "\ufeffanswers"))]
    assert in_order(untouched, text.splitlines())
