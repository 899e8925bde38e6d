"""What the head of a scenario's file says for those who look for one: its number, and how long it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from advisor._language import _
from advisor.errors import Fault
from advisor.files.positioned_yaml import Node, read_tree
from advisor.files.read import display_name
from advisor.scenarios.names import child
from advisor.scenarios.scenario import Scenario

LARGEST_NUMBER = 9999
SHORTEST, LONGEST = 5, 240  # minutes with a group


def head_faults(tree: Node, name: str) -> Iterator[Fault]:
    """Yield a fault for a number or a length that cannot be; what is no whole number is told elsewhere."""
    number, minutes = child(tree, "number"), child(tree, "minutes")
    if number is not None and type(number.value) is int and not 1 <= number.value <= LARGEST_NUMBER:
        what = _("the number {number} is not between 1 and {most}")
        said = what.format(number=number.text, most=LARGEST_NUMBER)
        yield number.fault(name, said, _("give it one that no other scenario has"))
    if minutes is not None and type(minutes.value) is int and not SHORTEST <= minutes.value <= LONGEST:
        what = _("{minutes} minutes are not between {least} and {most}")
        said = what.format(minutes=minutes.text, least=SHORTEST, most=LONGEST)
        yield minutes.fault(name, said, _("say how long it takes with a group, debrief and all"))


def numbered_twice(read: Mapping[Path, Scenario]) -> Iterator[Fault]:
    """Yield a fault for each scenario with the number of another in its folder.

    In another folder it may be: own scenarios take a number from those that they are added to.
    """
    first: dict[tuple[Path, int], Path] = {}
    for path, scenario in read.items():
        if scenario.number is None:
            continue
        other = first.setdefault((path.parent, scenario.number), path)
        if other != path:
            what = _("the number {number} is that of {other} too")
            said = what.format(number=scenario.number, other=display_name(other))
            yield _at_number(path, said)


def _at_number(path: Path, what: str) -> Fault:
    name = display_name(path)
    tree, _faults = read_tree(path, name)
    place = tree.at(("number",)) if tree is not None else Node("", 1, 1)
    return place.fault(name, what, _("give one of them another, or take it out"))
