"""The map of circles: nearer is tighter, no sign covers another, and nothing is averaged."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

from hypothesis import example, given, strategies as st

from advisor.pages._turns import TURN, arc, place
from advisor.pages.circles import circles
from advisor.pages.circles_model import Spot

SIZE = 32  # of a sign; where one has a word below it that takes 8 more
SECTORS = [*"ABCDEFGHIJK"]


def _distance(mark, line, at):
    x = line.x1 + (line.x2 - line.x1) * at / 100
    y = line.y1 + (line.y2 - line.y1) * at / 100
    return math.dist((x, y), (mark.x, mark.y))


def drawn(spots):
    return circles(spots, title="A map", says="What is on it.")


@st.composite
def centres(draw, most=80):
    kinds = st.tuples(
        st.sampled_from(SECTORS),
        st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True).map(
            lambda signs: tuple(sorted(signs))
        ),
        st.booleans(),
        st.integers(0, 9),
    )
    found = draw(st.lists(kinds, max_size=most))
    spots = [
        Spot(str(number), f"Partner {number}", sector, signs, own, alert == 0)
        for number, (sector, signs, own, alert) in enumerate(found, 1)
    ]
    return sorted(spots, key=lambda spot: spot.sector)


@given(centres())
def test_no_sign_covers_another_or_the_centre_and_all_are_inside_the_picture(spots):
    picture = drawn(spots)
    middle = picture.size // 2
    room = SIZE + 8 * any(spot.alert for spot in spots)
    for one, other in combinations(picture.marks, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) >= room - 2
    for mark in picture.marks:
        assert 26 + 14 <= math.dist((mark.x, mark.y), (middle, middle)) <= middle - 14


@given(centres())
def test_each_sign_is_on_its_own_ring_in_the_slice_of_its_sector(spots):
    picture = drawn(spots)
    middle = picture.size // 2
    edges = [0, *(ring.radius for ring in picture.rings)]
    sectors: dict[str, list[float]] = {}
    for mark in picture.marks:
        ring = min(mark.sign, 3)
        assert edges[ring] < math.dist((mark.x, mark.y), (middle, middle)) < edges[ring + 1]
        angle = math.degrees(math.atan2(mark.x - middle, middle - mark.y)) % 360
        sector = next(spot.sector for spot in spots if spot.number == mark.number)
        sectors.setdefault(sector, []).append(angle)
    ordered = sorted(sectors.items())
    assert all(max(one) < min(other) for (_a, one), (_b, other) in pairwise(ordered))


@given(centres())
def test_every_voice_has_its_sign_and_those_of_one_partnership_are_joined(spots):
    picture = drawn(spots)
    assert sorted((mark.number, mark.sign) for mark in picture.marks) == sorted(
        (spot.number, sign) for spot in spots for sign in spot.signs
    )
    ends = {(line.x1, line.y1) for line in picture.links} | {(line.x2, line.y2) for line in picture.links}
    places = {(mark.x, mark.y): mark.number for mark in picture.marks}
    assert {places[end] for end in ends if end in places} <= {s.number for s in spots if len(s.signs) > 1}


SIGNS_OF_THREE = ((0, 1, 3), (0, 3), (2, 3))  # a line passes another's sign with little room
NARROWLY = [Spot(str(at), "A", "C", signs, False, False) for at, signs in enumerate(SIGNS_OF_THREE, 1)]


@example(NARROWLY)
@given(centres(most=40))
def test_a_line_between_voices_crosses_no_sign_of_another_partnership(spots):
    picture = drawn(spots)
    for line in picture.links:
        for mark in picture.marks:
            near = min(_distance(mark, line, at) for at in range(101))
            of_it = min(_distance(mark, line, at) for at in (0, 100)) < 21
            assert near >= 13 or of_it


@given(st.integers(0, 2000), st.integers(-TURN, 2 * TURN))
def test_places_in_whole_numbers_are_those_of_the_sine_to_within_two_thousandths(radius, angle):
    x, y = place(5000, radius, angle)
    turned = math.radians(angle / 10)
    assert abs(x - 5000 - radius * math.sin(turned)) <= 1 + radius / 500
    assert abs(y - 5000 + radius * math.cos(turned)) <= 1 + radius / 500
    assert arc(radius, TURN) == int(radius * 2 * 355 / 113)


def test_a_map_without_partnerships_has_its_three_rings():
    picture = drawn([])
    assert [ring.label.text for ring in picture.rings] == ["tight", "in between", "loose"]
    assert (picture.marks, picture.rays, picture.sectors) == ((), (), ())


def test_fifty_partnerships_of_one_sector_that_all_stand_alike_make_no_giant_picture():
    alike = [Spot(str(n), f"Partner {n}", "Health", (2,)) for n in range(54)]
    assert drawn(alike).size < 700
