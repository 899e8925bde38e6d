"""A YAML text with the places of all its values: where each begins and ends, and where comments stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from advisor.files.yaml_words import LOADER

_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_COMMENT = re.compile(r"(?<!\S)#[^\n\r\x85\u2028\u2029]*")
BLANKS = " \t"


class Member(NamedTuple):
    """A member of a collection: where it begins (a mapping's key, a list's item), its key and its value."""

    start: int
    key: str
    value: Any


class Places:
    """A text that our reader has read without a fault, with PyYAML's nodes of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Any = yaml.compose(text, Loader=LOADER)
        found = _BREAK.search(text)
        self.line_end: str = found[0] if found else "\n"
        self._bare = self._without_scalars()

    def members(self, node: Any) -> list[Member]:
        """Return what a collection holds, in its order."""
        if isinstance(node, yaml.MappingNode):
            return [Member(key.start_mark.index, key.value, value) for key, value in node.value]
        return [Member(each.start_mark.index, "", each) for each in node.value]

    def end(self, node: Any) -> int:
        """Return where a value ends, without what follows it; the parser counts some of that in."""
        end: int = node.end_mark.index
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            return self.end(self.members(node)[-1].value)
        start: int = node.start_mark.index
        return start + len(self.text[start:end].rstrip()) if _is_block_scalar(node) else end

    def line_start(self, place: int) -> int:
        """Return where the line of a place begins."""
        ends = [self.text.rfind(each, 0, place) for each in "\n\r\x85\u2028\u2029"]
        return max(ends) + 1

    def line_stop(self, place: int) -> int:
        """Return where the line of a place ends, before its line end."""
        found = _BREAK.search(self.text, place)
        return found.start() if found else len(self.text)

    def next_line(self, place: int) -> int:
        """Return where the line after that of a place begins."""
        found = _BREAK.search(self.text, place)
        return found.end() if found else len(self.text)

    def before(self, place: int) -> str:
        """Return what stands on its line before a place."""
        return self.text[self.line_start(place) : place]

    def comments(self, start: int = 0, stop: int | None = None) -> list[str]:
        """Return the comments between two places, in their order."""
        return [found[0].rstrip() for found in _COMMENT.finditer(self._bare, start, stop or len(self._bare))]

    def _without_scalars(self) -> str:
        """Return the text with all that could look like a comment and is none filled up."""
        pieces, at = [], 0
        for start, stop in self._scalars(self.root):
            pieces += [self.text[at:start], "x" * (stop - start)]
            at = stop
        return "".join([*pieces, self.text[at:]])

    def _scalars(self, node: Any) -> Iterator[tuple[int, int]]:
        if isinstance(node, yaml.MappingNode):
            for pair in node.value:
                for each in pair:
                    yield from self._scalars(each)
        elif isinstance(node, yaml.SequenceNode):
            for each in node.value:
                yield from self._scalars(each)
        elif node is not None:
            start: int = node.start_mark.index
            # The head of a block, such as |, may have a comment behind it.
            yield (self.line_stop(start) if _is_block_scalar(node) else start), self.end(node)


def _is_block_scalar(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
