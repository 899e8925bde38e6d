"""Who does the work on the parts of a table: one thread, several, or a dask cluster.

Each takes a pure function and an iterable of parts and yields the results in the order of the parts.
No more parts are under way than there are workers to keep busy, so memory stays bounded.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import Any, TypeVar

from advisor._language import _
from advisor._optional import extra_module
from advisor._text import shown_name
from advisor.errors import AdvisorError

P = TypeVar("P")
R = TypeVar("R")
Work = Callable[[Any, P], R]  # what all parts need, and a part
AHEAD = 2  # parts under way for each worker: one in hand, one waiting
PATIENCE = 30  # seconds after which a cluster is asked whether it has any workers left


def here(work: Work[P, R], shared: Any, parts: Iterable[P]) -> Iterator[R]:
    """Work here and now."""
    return (work(shared, part) for part in parts)


def in_threads(workers: int) -> Callable[[Work[P, R], Any, Iterable[P]], Iterator[R]]:
    """Return what works in so many threads of this process.

    Most of the work on a part is done by Polars, outside of Python's lock, so threads are enough to keep
    cores busy; and they need neither copies of the rows nor memory of their own. Each part is worked on in
    the context of whoever asked, which knows the language.
    """

    def run(work: Work[P, R], shared: Any, parts: Iterable[P]) -> Iterator[R]:
        pool = ThreadPoolExecutor(workers)
        try:
            yield from _in_order(
                lambda part: pool.submit(copy_context().run, work, shared, part), parts, AHEAD * workers
            )
        finally:
            pool.shutdown(cancel_futures=True)

    return run


def on_cluster(address: str) -> Callable[[Work[P, R], Any, Iterable[P]], Iterator[R]]:
    """Return what works on the dask cluster whose scheduler is at `address`.

    Parts of a worker that dies are done again by another. The workers need this package with its extra
    `dask`, and must reach the file. `AdvisorError` if there is no scheduler, or it or its last worker goes.
    """

    def run(work: Work[P, R], shared: Any, parts: Iterable[P]) -> Iterator[R]:
        distributed = extra_module("distributed", "dask")
        try:
            client = distributed.Client(address, timeout="3s", set_as_default=False)
        except Exception as error:  # many kinds, for all that may be wrong with an address
            raise AdvisorError(
                _("there is no dask scheduler at {address}; is it running?").format(
                    address=shown_name(address)
                )
            ) from error
        try:
            with client:
                # A task of its own: what all parts need is sent once, and made again should its holder die.
                kept = client.submit(_same, shared, pure=False)
                at_once = AHEAD * max(1, sum(client.nthreads().values()))
                submit = partial(client.submit, work, kept, pure=False)
                yield from _in_order(submit, parts, at_once, partial(_patiently, client, address))
        except AdvisorError:
            raise
        except Exception as error:  # of the cluster, whatever it calls it
            what = _("the work on the dask cluster at {address} broke off ({name})").format(
                address=shown_name(address), name=type(error).__name__
            )
            raise AdvisorError(
                _("{what}; see that its scheduler and workers run, and try again").format(what=what)
            ) from error

    return run


def _same(thing: R) -> R:
    return thing


def _patiently(client: Any, address: str, future: Any) -> Any:
    """Return a result however long it takes, as long as there is anybody to work on it."""
    while True:
        try:
            return future.result(timeout=PATIENCE)
        except TimeoutError:
            if future.done():
                raise  # the work itself says so
            if not client.nthreads():
                what = _("the dask cluster at {address} has no workers").format(address=shown_name(address))
                raise AdvisorError(_("{what}; start some, and try again").format(what=what)) from None


def _result(future: Any) -> Any:
    return future.result()


def _in_order(
    submit: Callable[[P], Any], parts: Iterable[P], at_once: int, result: Callable[[Any], Any] = _result
) -> Iterator[Any]:
    under_way: deque[Any] = deque()
    for part in parts:
        under_way.append(submit(part))
        if len(under_way) >= at_once:
            yield result(under_way.popleft())
    while under_way:
        yield result(under_way.popleft())
