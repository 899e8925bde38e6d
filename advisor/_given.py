"""What a program hands over is of a kind that is wanted, or is refused by its type and its name."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar

from advisor._language import N_, _
from advisor.errors import Fault, InputError

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of argument: what to give, in words, and what tells whether something is that."""

    words: str
    fits: Callable[[Any], bool]

    def or_none(self) -> Wanted:
        """Return the same, or None."""
        return Wanted(self.words, lambda given: given is None or self.fits(given))

    def or_several(self) -> Wanted:
        """Return the same, or several of them; what can be gone through once only is not looked into."""
        return Wanted(self.words, lambda given: self.fits(given) or _all(self, given))


def _all(wanted: Wanted, given: Any) -> bool:
    if isinstance(given, (str, bytes, Mapping)) or not isinstance(given, Iterable):
        return False
    return not isinstance(given, Collection) or all(map(wanted.fits, given))


def an_object(*types: type[Any]) -> Wanted:
    """Return the kind of argument that is of one of some types."""
    names = " | ".join(each.__name__ for each in types)
    return Wanted(names, lambda given: isinstance(given, types))


def _is_path(given: Any) -> bool:
    return isinstance(given, str) or (isinstance(given, os.PathLike) and isinstance(os.fspath(given), str))


def _is_number(given: Any) -> bool:
    return isinstance(given, int) and not isinstance(given, bool)


TEXT = Wanted(N_("text"), lambda given: isinstance(given, str))
PATH = Wanted(N_("the name of a file or folder, as text or a path"), _is_path)
NAMES = Wanted(N_("a list of names"), lambda given: isinstance(given, Iterable))
SPACES = Wanted(N_("a whole number"), _is_number).or_none()
WIDTH = Wanted(N_("a whole number, 1 or more"), lambda given: _is_number(given) and given > 0)


def takes(**wanted: Wanted) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a function refuse, before it looks at any, arguments of another kind than `wanted`.

    It raises `InputError` with a fault for each, whose path is the name of the argument.
    """

    def decorated(function: Callable[P, R]) -> Callable[P, R]:
        declared = signature(function)

        @wraps(function)
        def checked(*args: P.args, **kwargs: P.kwargs) -> R:
            given = declared.bind(*args, **kwargs).arguments
            faults = [
                misfit(function.__name__, name, given[name], kind)
                for name, kind in wanted.items()
                if name in given and not kind.fits(given[name])
            ]
            if faults:
                raise InputError(faults)
            return function(*args, **kwargs)

        return checked

    return decorated


def misfit(call: str, name: str, given: object, wanted: Wanted) -> Fault:
    """Return that an argument is of another kind; it is not shown, as it may be somebody's answer."""
    what = _("what was given here, of the type '{kind}', cannot be used")
    remedy = _("give {wanted}").format(wanted=_(wanted.words))
    return Fault(call, 0, 0, what.format(kind=_kind_of(given)), remedy, (name,))


def names_in(given: str | Iterable[str]) -> Iterable[str]:
    """Return the names that were given; a lone text is one, and no list of letters."""
    return (given,) if isinstance(given, str) else given


def each_of(call: str, name: str, given: Iterable[T], wanted: Wanted) -> list[T]:
    """Return what is in an argument, gone through once; `InputError` if any of it is no `wanted`."""
    members = [*given] if isinstance(given, Iterable) else None
    if members is None or not all(map(wanted.fits, members)):
        raise InputError([misfit(call, name, given, wanted)])
    return members


def _kind_of(given: object) -> str:
    """Return what somebody would call the type of something, with the types of what is in it."""
    kind = type(given).__name__
    within = [*given] if isinstance(given, (list, tuple, set, frozenset, dict)) else []
    names = ", ".join(sorted({type(each).__name__ for each in within}))
    return f"{kind} of {names}" if names else kind


def no_text(call: str, name: str, given: object) -> InputError:
    """Return the error of an argument that is no text, for functions too busy to look first."""
    return InputError([misfit(call, name, given, TEXT)])
