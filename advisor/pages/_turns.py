"""Places round a centre in whole numbers, so that a picture is the same to the byte on every machine."""

from __future__ import annotations

TURN = 3600  # angles are tenths of a degree, clockwise from the top
_HALF = TURN // 2


def place(middle: int, radius: int, angle: int) -> tuple[int, int]:
    """Return the point at an angle and a distance from the centre, which is at (middle, middle)."""
    return middle + _along(radius, angle), middle - _along(radius, angle + TURN // 4)


def arc(radius: int, angle: int) -> int:
    """Return how long a piece of a circle is that spans an angle."""
    return radius * angle * 355 // (113 * _HALF)


def _along(radius: int, angle: int) -> int:
    """Return radius times the sine of an angle, to within a unit, by the fraction of Bhaskara (about 629)."""
    rest = angle % _HALF
    product = rest * (_HALF - rest)
    over, under = 16 * product * radius, 5 * _HALF * _HALF - 4 * product
    found = (over + under // 2) // under
    return found if angle % TURN < _HALF else -found
