"""What is worked out once is kept, and nobody waits for who works it out."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from advisor._kept import kept

PACKAGE = Path(__file__).parents[2] / "advisor"


class Counted:
    """What counts how often it was asked, and may be held up at it."""

    def __init__(self):
        self.asked = 0
        self.begun, self.go_on = threading.Event(), threading.Event()

    @kept
    def found(self):
        """What was found."""
        self.asked += 1
        if threading.current_thread() is not threading.main_thread():
            self.begun.set()
            self.go_on.wait(60)
        return object()


@pytest.fixture
def held_up():
    """Something that another thread is working out, and will not go on with before it is told."""
    counted = Counted()
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(lambda: counted.found)
        counted.begun.wait(60)
        yield counted, other
        counted.go_on.set()


def test_it_is_worked_out_once():
    counted = Counted()
    assert counted.found is counted.found
    assert counted.asked == 1
    assert Counted.found.__doc__ == "What was found."


def test_nobody_waits_for_who_works_it_out_and_all_see_the_same(held_up):
    counted, other = held_up
    mine = counted.found
    assert Counted().found is not mine
    assert not other.done()
    counted.go_on.set()
    assert other.result() is counted.found is mine


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process is forked here")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_process_that_is_forked_meanwhile_goes_on(held_up):
    counted, _ = held_up
    child = os.fork()
    if not child:
        signal.alarm(60)  # it ends whatever happens
        os._exit(0 if counted.found else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_no_module_keeps_anything_behind_a_lock():
    using = [path.name for path in PACKAGE.rglob("*.py") if "@cached_property" in path.read_text("utf-8")]
    assert using == []
