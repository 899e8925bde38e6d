"""Read a YAML file into a tree in which every value knows its line and column.

YAML 1.2 core schema: `no` and `on` are words, dates are words. Aliases are refused: nobody needs
them in these files, and a small file with many can unfold into a huge one. Built on the parser's
events, so that positions and repeated keys are ours to check, and nothing is ever constructed
or executed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import yaml
from yaml import events

from advisor._language import _
from advisor._text import holds_control, shown_name
from advisor.errors import Fault
from advisor.files.other_programs import other_program_fault
from advisor.files.read import display_name, read_bytes
from advisor.files.yaml_bullets import bullet_of, no_bullet
from advisor.files.yaml_troubles import character_fault, control_character, encoding_fault, syntax_fault
from advisor.files.yaml_words import LOADER, Scalar, scalar

MOST_NODES = 30_000  # values in a file; the largest of ours has some ten thousand
DEEPEST = 60  # levels of lists and mappings; ours need about ten

_TAGS = re.compile(r"(?:^|[\r\x85\u2028\u2029])%TAG", re.M)
_MOST_TAGS = 20  # the parser compares each with each


@dataclass(slots=True)
class Node:
    """A value with its place: a scalar, a list of nodes, or a mapping of key to (key node, node)."""

    value: Scalar | list[Node] | dict[str, tuple[Node, Node]]
    line: int
    column: int
    text: str = ""  # a scalar as it was written
    path: tuple[str | int, ...] = ()  # from the top of the input; of a key, that of what holds it

    @property
    def is_data(self) -> bool:
        """Whether a program gave it as plain data, in which there are no lines, dashes or quotes to mend."""
        return not self.line

    def fault(self, name: str, what: str, remedy: str) -> Fault:
        """Return a fault of this node; it calls the input `name`."""
        return Fault(name, self.line, self.column, what, remedy, self.path)

    def plain(self) -> Any:
        """Return the value without places, as plain lists, dicts and scalars."""
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        if isinstance(self.value, dict):
            return {key: node.plain() for key, (_, node) in self.value.items()}
        return self.value

    def at(self, path: tuple[str | int, ...]) -> Node:
        """Return the node at `path`, or the nearest one above it that is there."""
        node = self
        for step in path:
            if isinstance(node.value, dict) and step in node.value:
                node = node.value[str(step)][1]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            else:
                break
        return node

    def key_at(self, path: tuple[str | int, ...]) -> Node:
        """Return the node of the key that `path` ends in, or the nearest node above it."""
        parent = self.at(path[:-1])
        if isinstance(parent.value, dict) and path[-1] in parent.value:
            return parent.value[str(path[-1])][0]
        return parent


class _Refused(Exception):
    """The text is not a tree that we read."""

    def __init__(self, mark: Any, what: str, remedy: str) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        self.place = (line, column)
        self.what, self.remedy = what, remedy
        super().__init__(what)


def read_tree(path: Path, name: str | None = None) -> tuple[Node | None, list[Fault]]:
    """Read the file at `path`; return its tree (None if there is none) and the faults found.

    `name` is what the faults call the file, where that is not its path.
    """
    label = name or display_name(path)
    data, fault = read_bytes(path, label)
    return (None, [fault]) if fault else parse_bytes(data, label)


def parse_bytes(data: bytes, name: str) -> tuple[Node | None, list[Fault]]:
    """Parse the content of a YAML file; faults call it `name`."""
    other = other_program_fault(data, name)
    if other is not None:
        return None, [other]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, [encoding_fault(data, name)]
    if "\0" in text:
        return None, [encoding_fault(data, name)]
    return parse_tree(text, name)


def says_nothing(data: bytes) -> bool:
    """Return whether the content of a file is blank, or comments alone."""
    lines = data.removeprefix(b"\xef\xbb\xbf").splitlines()
    return all(not line.strip() or line.lstrip().startswith(b"#") for line in lines)


def parse_tree(text: str, name: str) -> tuple[Node | None, list[Fault]]:
    """Parse YAML `text`; faults call it `name`."""
    faults: list[Fault] = []
    tags = list(islice(_TAGS.finditer(text), _MOST_TAGS + 1))
    if len(tags) > _MOST_TAGS:
        line = text.count("\n", 0, tags[0].end()) + 1
        return None, [Fault(name, line, 1, _("the directive %TAG is not used here"), _("leave it out"))]
    try:
        tree = _build(yaml.parse(text, Loader=LOADER), name, faults)
    except _Refused as refused:
        return None, [*faults, Fault(name, *refused.place, refused.what, refused.remedy)]
    except yaml.MarkedYAMLError as error:
        return None, [*faults, syntax_fault(error, text, name)]
    except yaml.YAMLError as error:  # the reader's own: a character that YAML does not allow
        return None, [*faults, character_fault(error, text, name)]
    if tree is None:
        return None, [Fault(name, 1, 1, _("the file is empty"), _("write at least the line 'format: 1'"))]
    return tree, faults


def _build(stream: Iterator[Any], name: str, faults: list[Fault]) -> Node | None:
    """Build the tree from parser events, without recursion: depth is the input's to choose."""
    root: Node | None = None
    documents = 0
    open_nodes: list[Node] = []
    pending_keys: list[Node | None] = []
    nodes = 0
    for event in stream:
        if isinstance(event, events.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _Refused(event.start_mark, _("a second document begins here"), _("keep one to a file"))
        if isinstance(event, (events.SequenceEndEvent, events.MappingEndEvent)):
            open_nodes.pop()
            pending_keys.pop()
            continue
        if not isinstance(event, events.NodeEvent):
            continue
        nodes += 1
        if nodes > MOST_NODES:
            raise _Refused(event.start_mark, _("the file holds too many values"), _("is it the right file?"))
        node = _node(event)
        if not open_nodes:
            root = node
        else:
            _attach(node, open_nodes[-1], pending_keys, name, faults)
        if isinstance(node.value, (list, dict)):
            if len(open_nodes) >= DEEPEST:
                raise _Refused(event.start_mark, _("too many levels inside each other"), _("flatten it"))
            open_nodes.append(node)
            pending_keys.append(None)
    return root


def _node(event: Any) -> Node:
    mark = event.start_mark
    if isinstance(event, events.AliasEvent) or event.anchor is not None:
        what = _("'&' and '*' before a word have a meaning of their own to YAML, and are not used here")
        raise _Refused(mark, what, _("put a text that begins so in quotes, or write the value out"))
    tag = event.tag
    if tag is not None and tag != "!":
        what = _("the tag {tag} is not used here").format(tag=shown_name(tag))
        raise _Refused(mark, what, _("put a text that begins so in quotes, or leave the tag out"))
    if isinstance(event, events.SequenceStartEvent):
        return Node([], mark.line + 1, mark.column + 1)
    if isinstance(event, events.MappingStartEvent):
        return Node({}, mark.line + 1, mark.column + 1)
    text = event.value
    if holds_control(text):
        raise _Refused(mark, *control_character())
    plain = event.implicit[0] and not event.style
    return Node(scalar(text) if plain else text, mark.line + 1, mark.column + 1, text)


def _attach(node: Node, parent: Node, pending: list[Node | None], name: str, faults: list[Fault]) -> None:
    if isinstance(parent.value, list):
        node.path = (*parent.path, len(parent.value))
        parent.value.append(node)
        return
    assert isinstance(parent.value, dict)
    key = pending[-1]
    if key is None:
        if isinstance(node.value, (list, dict)):
            raise _Refused(_Mark(node), _("a key must be a word"), _("write 'key: value'"))
        if sign := bullet_of(node.text):
            raise _Refused(_Mark(node), *no_bullet(sign))
        node.path = parent.path
        pending[-1] = node
        return
    pending[-1] = None
    word = key.text
    node.path = (*parent.path, word)
    if word in parent.value:
        first = parent.value[word][0]
        what = _("the key '{word}' is here twice (first in line {line})").format(
            word=shown_name(word), line=first.line
        )
        remedy = _("keep one of them")
        if word == next(iter(parent.value)) and parent.path[-1:] and isinstance(parent.path[-1], int):
            remedy = _("if another entry begins here, write '- ' before it")
        faults.append(key.fault(name, what, remedy))
        return
    parent.value[word] = (key, node)


@dataclass(slots=True)
class _Mark:
    line: int
    column: int

    def __init__(self, node: Node) -> None:
        self.line, self.column = node.line - 1, node.column - 1
