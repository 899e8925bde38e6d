"""What is wrong with the files of a knowledge base, rather than with what its rules say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from advisor._language import _
from advisor._suggest import by_title, did_you_mean
from advisor.errors import Fault
from advisor.files.positioned_yaml import read_tree
from advisor.files.read import display_name, read_bytes
from advisor.files.yaml_cut import cut_texts
from advisor.knowledge.folder import yaml_files
from advisor.knowledge.unread import unread
from advisor.scenarios.expectations import says_something
from advisor.scenarios.scenario import Scenario
from advisor.verification.found import Remark

MISNAMED = "scenario-misnamed"
EXPECTS_NOTHING = "expects-nothing"
UNREAD = "never-read"
CUT = "cut-off-text"


def never_read(folder: Path) -> list[Remark]:
    """Return a remark for each file that looks as if it should be read and is not, by the file's name."""
    return [Remark(UNREAD, "warning", PurePath(fault.file).name, fault) for fault in unread(folder)]


def cut_off(folder: Path) -> list[Remark]:
    """Return a remark for each text that a hash cuts off, scenarios' too, by the file's name."""
    paths, _faults = yaml_files(folder)
    return [
        Remark(CUT, "warning", path.name, fault)
        for path in paths
        for fault in cut_texts(read_bytes(path, "")[0], display_name(path))
    ]


def misnamed(own: Mapping[Path, Scenario], all_: Mapping[str, Scenario]) -> Iterator[Remark]:
    """Yield a remark for each own scenario whose file has another name, or whose other view is not there."""
    known, titles = list(all_), by_title((each.title, id_) for id_, each in all_.items())
    for path, scenario in own.items():
        if scenario.id != path.stem:
            what = _("the file of '{id}' is called '{stem}'").format(id=scenario.id, stem=path.stem)
            fault = _at(path, "id", what, _("give both the same name"))
            yield Remark(MISNAMED, "error", scenario.id, fault)
        other, others = scenario.other_view, [id_ for id_ in known if id_ not in (path.stem, scenario.id)]
        if other is not None and other not in others:
            what = _("there is no scenario '{other_view}'").format(other_view=other)
            remedy = _("write that scenario too, or take the line out")
            if other == scenario.id:
                what = _("'{id}' cannot be the other view of itself").format(id=other)
                remedy = _("name the scenario of the other side, or take the line out")
            elif others:
                remedy = did_you_mean(other, others, titles)
            yield Remark(MISNAMED, "error", scenario.id, _at(path, "other-view", what, remedy))


def expects_nothing(own: Mapping[Path, Scenario]) -> Iterator[Remark]:
    """Yield a remark for each own scenario of which nothing is expected, in no variation either."""
    for path, scenario in own.items():
        told = (scenario.expect, *(each.expect for each in scenario.variations))
        if not any(map(says_something, told)) and not any(each.is_looked_for for each in scenario.afterwards):
            what = _("nothing is expected of the advice on '{id}'").format(id=scenario.id)
            remedy = _("write under 'expect' what the advice should say, with a reason")
            yield Remark(EXPECTS_NOTHING, "error", scenario.id, _at(path, "expect", what, remedy))


def _at(path: Path, key: str, what: str, remedy: str) -> Fault:
    """Return a fault at what stands behind a key of a file."""
    name = display_name(path)
    tree, _faults = read_tree(path, name)
    line, column = ((node := tree.at((key,))).line, node.column) if tree else (1, 1)
    return Fault(name, line, column, what, remedy)
