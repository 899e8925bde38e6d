"""Questions one after the other, each of which can be gone back from."""

from __future__ import annotations

from collections.abc import Callable, Iterable


class Back(Exception):
    """Whoever types would like to have the step before again."""


def in_steps(steps: Iterable[Callable[[], object]], *, is_inner: bool = False) -> None:
    """Take steps in their order; `Back` in one of them has the one before again.

    Before the first there is nothing, so it is had again; where these steps are inside another one, that is
    told to go back.
    """
    all_ = list(steps)
    at = 0
    while at < len(all_):
        try:
            all_[at]()
            at += 1
        except Back:
            if is_inner and not at:
                raise
            at = max(0, at - 1)
