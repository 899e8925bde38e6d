"""A context variable that holds another value for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")


@contextmanager
def within(variable: ContextVar[T], value: T) -> Iterator[None]:
    """Let a variable hold a value within, in this thread or task, and then what it held before."""
    token = variable.set(value)
    try:
        yield
    finally:
        variable.reset(token)
