"""What holds of every portfolio, whatever lies in the folder."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings, strategies as st

from advisor.cases.case import Case, Partner
from advisor.cases.file import case_text
from advisor.inference.cache import knowledge_in
from advisor.portfolio import Portfolio, portfolio
from tests.support.amount import examples

KNOWLEDGE = knowledge_in()
SOUND = st.sampled_from(["Midwives", "midwives", "Midwife", "Library", "=1+1", "<b>", "School run"])
NAMES = st.one_of(SOUND, st.just("A\u202eb"))
SECTORS = st.sampled_from(["NHS", "health", "library", "", "circus"])
STAGES = st.sampled_from(["tight", "in between", "loose", "green", "", "?", "nonsense", "emerging"])
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "contact": st.sampled_from(["none", "regular"]),
        "disagreement": st.sampled_from(["open", "none-yet"]),
        "trust": st.sampled_from(["not-at-all", "mostly"]),
        "acquaintance": st.sampled_from(["well"]),
        "values": st.sampled_from(["not-talked"]),
        "managers": st.sampled_from(["behind-it", "among-themselves"]),
    },
)
PARTNERS = st.lists(
    st.builds(
        lambda name, sector, stands: Partner(name=name, sector=sector, stands=stands),
        SOUND,
        SECTORS,
        st.sampled_from([None, "tight", "loose"]),
    ),
    max_size=2,
).map(tuple)
CASES = st.builds(
    lambda name, partners, who, date, share, answers: Case(
        partnership=name, partners=partners, respondent=who, date=date, share=share, answers=answers
    ),
    SOUND,
    PARTNERS,
    st.sampled_from(["", "me", "she"]),
    st.one_of(st.none(), st.dates()),
    st.sampled_from([None, "yes", "no"]),
    ANSWERS.map(
        lambda answers: {
            id_: said
            for id_, said in answers.items()
            if id_ in KNOWLEDGE.questions
            and said in {option.id for option in KNOWLEDGE.questions[id_].options}
        }
    ),
)
ROWS = st.lists(st.tuples(NAMES, SECTORS, STAGES, STAGES, STAGES, STAGES), max_size=5)
FEW = settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.too_slow])


def made(cases, rows, broken=False) -> Portfolio | None:
    """Return the portfolio of cases, under their names, and of rows; None where there is nothing."""
    if not cases and not rows:
        return None
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        for name, case in cases:
            (here / f"{name}.yaml").write_text(case_text(case), encoding="utf-8")
        if rows:
            lines = [["partner", "sector", "people", "aims", "daily work", "place"], *rows]
            text = "\n".join(";".join(line) for line in lines) + "\n"
            (here / "own.csv").write_text(text, encoding="utf-8")
        if broken:
            (here / "broken.yaml").write_text("format: 1\nanswers: [\n", encoding="utf-8")
        return portfolio(here, KNOWLEDGE)


def without_places(found: Portfolio | None):
    """Return a portfolio without the numbers of rows of tables, which tell where they stand."""
    if found is None:
        return None
    rows = tuple(replace(row, sources=()) if not row.assessed else row for row in found.rows)
    faults = sorted(fault.said.partition("(")[0] for fault in found.faults)
    return replace(found, rows=rows, faults=()), faults


def named(cases):
    return [(f"c{number}", case) for number, case in enumerate(cases)]


@FEW
@given(st.lists(CASES, max_size=4), ROWS, st.randoms(use_true_random=False))
def test_the_order_of_files_and_rows_does_not_matter(cases, rows, random):
    files, shuffled = named(cases), list(rows)
    mixed = [*files]
    random.shuffle(mixed)
    random.shuffle(shuffled)
    assert without_places(made(mixed, shuffled)) == without_places(made(files, rows))


@FEW
@given(st.lists(CASES, max_size=4), ROWS.filter(bool))
def test_a_broken_file_changes_nothing_but_what_could_not_be_read(cases, rows):
    before, after = made(named(cases), rows), made(named(cases), rows, broken=True)
    if before is not None and before.rows:
        assert after is not None
        assert [each.name for each in after.unread] == ["broken.yaml"]
        assert replace(after, unread=()) == before


@FEW
@given(st.lists(CASES, min_size=1, max_size=4), ROWS)
def test_an_own_view_never_changes_the_counts_of_the_assessed(cases, rows):
    alone, beside = made(named(cases), []), made(named(cases), rows)
    assert alone is not None
    assert beside is not None
    for one, other in ((alone.total, beside.total),):
        assert (one.assessed, one.whole, one.factors) == (other.assessed, other.whole, other.factors)
    assert [cause.id for cause in alone.causes] == [cause.id for cause in beside.causes]
    assert [each.partnership.name for each in alone.start] == [each.partnership.name for each in beside.start]


@FEW
@given(st.lists(CASES, min_size=1, max_size=4), ROWS)
def test_every_row_is_counted_once_and_has_a_circle(cases, rows):
    found = made(named(cases), rows)
    assert found is not None
    assert [row.number for row in found.rows] == [*range(1, len(found.rows) + 1)]
    assert found.total.assessed + found.total.own_views == len(found.rows)
    assert sum(each.assessed + each.own_views for each in found.sectors) == len(found.rows)
    assert [each.row for each in found.circles if not each.partner] == [row.number for row in found.rows]
    assert not {each.partnership.number for each in found.start} & {
        row.number for row in found.rows if not row.assessed
    }
