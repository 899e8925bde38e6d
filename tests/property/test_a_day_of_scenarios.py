"""Laws of a day that is made up of scenarios, whatever there is to choose from."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings, strategies as st

from advisor.scenarios.day import planned_day
from advisor.scenarios.day_parts import CLOSING, PAUSES, WELCOME
from advisor.scenarios.index import Row
from tests.support.amount import examples

WORDS = st.lists(st.sampled_from("abcd"), max_size=3, unique=True).map(tuple)


@st.composite
def indexes(draw):
    """Rows of an index with numbers of their own; some are pairs."""
    rows = []
    for number in range(1, draw(st.integers(1, 9)) + 1):
        rows.append(
            Row(
                id=f"s{number}",
                name=f"s{number}",
                title=f"Story {number}",
                teaches="A point.",
                number=draw(st.sampled_from([number, None])),
                level=draw(st.sampled_from(["first", "middle", "demanding", None])),
                minutes=draw(st.sampled_from([5, 30, 45, 60, 240, None])),
                setting=draw(st.sampled_from([None, "a nursery", "a nursery and a school"])),
                patterns=draw(WORDS),
                alerts=draw(WORDS),
                lead=draw(st.sampled_from(["a", "b", None])),
                expects=draw(WORDS),
                wrong=(),
                plan=draw(WORDS),
                pair=draw(st.sampled_from([None, f"s{number % 9 + 1}"])),
                facts=1,
                words=1,
                variations=0,
            )
        )
    return rows


@settings(max_examples=examples(60))
@given(rows=indexes(), minutes=st.integers(45, 540), data=st.data())
def test_a_day_fits_into_its_time_without_gaps_and_has_each_scenario_once(rows, minutes, data):
    about = {row.id for row in rows if data.draw(st.booleans())}
    day = planned_day(rows, minutes, about)
    shortest = min(row.minutes or 45 for row in rows) + WELCOME + CLOSING
    if day is None:
        assert shortest > minutes or any(row.pair for row in rows)
        return
    slots = day.slots
    assert (slots[0].at, slots[0].kind, slots[-1].kind) == (0, "welcome", "closing")
    assert all(one.at + one.minutes == other.at for one, other in pairwise(slots))
    assert slots[-1].at + slots[-1].minutes + day.spare == minutes
    assert all(slot.minutes > 0 for slot in slots)
    assert all(slot.minutes == PAUSES[slot.kind] for slot in slots if slot.kind in PAUSES)
    for unit in day.units:
        assert sum(slot.minutes for slot in slots if slot.unit == unit) == unit.minutes
    ids = [row.id for unit in day.units for row in unit.rows]
    assert len({*ids}) == len(ids)
    assert [unit.level for unit in day.units] == sorted(unit.level for unit in day.units)
    assert planned_day(data.draw(st.permutations(rows)), minutes, about) == day
