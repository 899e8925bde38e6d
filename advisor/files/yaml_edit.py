"""Change a YAML text where its data change, and nowhere else: comments, order, quotes and line ends stay.

What a text reads as is for the caller to check: an odd layout may come out wrong, or not at all.
"""

from __future__ import annotations

from typing import Any

import yaml

from advisor.files.yaml_places import BLANKS, Member, Places
from advisor.files.yaml_text import as_yaml, inline

Pair = tuple[Member, Any, Any]  # a member, and what it was and is to be


class _Odd(Exception):
    """The text is laid out in a way that cannot be changed in place."""


def edited(text: str, before: dict[str, Any], after: dict[str, Any]) -> str | None:
    """Return `text`, which reads as `before`, changed so as to read as `after`; None where that cannot be.

    Texts that are empty count as not there, and so do empty collections at the top.
    """
    places = Places(text)
    if not isinstance(places.root, yaml.MappingNode):
        return None
    editor = _Editor(places)
    try:
        editor.mapping(places.root, _given(before), _given(after))
        new = editor.result()
        same = Places(new).comments() == places.comments()
    except (_Odd, yaml.YAMLError):
        return None
    return new if same else None


def _given(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", [], {})}


class _Editor:
    """Gathers what to put where in a text."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._changes: list[tuple[int, int, str]] = []

    def result(self) -> str:
        """Return the text with all changes."""
        pieces, at = [], 0
        for start, stop, new in sorted(self._changes, key=lambda change: change[:2]):
            if start < at:  # below a line that goes: what is put there begins a line now, and ends it
                if start < stop or not new.startswith(self.places.line_end):
                    raise _Odd
                pieces.append(new.removeprefix(self.places.line_end) + self.places.line_end)
                continue
            pieces += [self.places.text[at:start], new]
            at = stop
        return "".join([*pieces, self.places.text[at:]])

    def mapping(self, node: Any, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Change a mapping that keeps at least one of its members."""
        members = self.places.members(node)
        there = {member.key for member in members}
        pairs = [(member, before.get(member.key), after.get(member.key)) for member in members]
        kept = self._members(node, pairs)
        last = kept[-1]
        for key, value in after.items():
            if key in there:
                last = next((member for member in kept if member.key == key), last)
            elif value not in ("", None) and before.get(key) != value:
                self._add(node, kept[-1] if node.flow_style else last, {key: value})

    def sequence(self, node: Any, before: list[Any], after: list[Any]) -> None:
        """Change a list that keeps at least one of its members; what is new comes at its end."""
        members = self.places.members(node)
        if len(members) != len(before):
            raise _Odd
        places, new = _matched(before, after)
        pairs = [
            (member, *pair) for member, pair in zip(members, zip(before, places, strict=True), strict=True)
        ]
        kept = self._members(node, pairs)
        for value in new:
            self._add(node, kept[-1], [value])

    def _members(self, node: Any, pairs: list[Pair]) -> list[Member]:
        """Change and remove members; return those that stay."""
        kept = [member for member, old, new in pairs if old == new or new not in ("", None)]
        if not kept:
            raise _Odd
        for number, (member, old, new) in enumerate(pairs):
            if old == new:
                continue
            if member in kept:
                self._change(node, member, old, new)
            elif node.flow_style:
                self._remove_flow([member for member, *_ in pairs], number, kept)
            else:
                self._remove_block([member for member, *_ in pairs], number)
        return kept

    def _change(self, owner: Any, member: Member, old: Any, new: Any) -> None:
        node = member.value
        start, end = node.start_mark.index, self.places.end(node)
        if isinstance(node, yaml.ScalarNode) and not isinstance(new, (dict, list)):
            self._changes.append((start, end, inline(new) if start < end else f" {inline(new)}"))
        elif isinstance(node, yaml.MappingNode) and isinstance(new, dict) and _share(old, new):
            self.mapping(node, old, new)
        elif isinstance(node, yaml.SequenceNode) and isinstance(new, list) and _stays(old, new):
            self.sequence(node, old, new)
        elif owner.flow_style or isinstance(owner, yaml.SequenceNode):
            self._changes.append((start, end, inline(new)))
        else:
            self._change_kind(member, new)

    def _change_kind(self, member: Member, new: Any) -> None:
        """Put a value of another kind behind a key: lines below it, or one word in the place of lines."""
        node, places = member.value, self.places
        start, end = node.start_mark.index, places.end(node)
        if not isinstance(new, (dict, list)) or (
            isinstance(node, yaml.CollectionNode) and not node.flow_style
        ):
            stop = places.line_stop(end)
            comments = places.comments(member.start, stop)
            indent = " " * len(places.before(member.start))
            lines = [*comments, *self._lines({member.key: new})]
            self._changes.append((member.start, stop, self._joined(lines, indent).lstrip()))
            return
        blanks = len(places.text[:start]) - len(places.text[:start].rstrip(BLANKS))
        self._changes.append((start - blanks, end, ""))
        self._put_below(end, self._lines({member.key: new})[1:], places.before(member.start))

    def _add(self, owner: Any, last: Member, new: Any) -> None:
        """Add a member behind another."""
        end = self.places.end(last.value)
        if owner.flow_style:
            text = inline(new)[1:-1]
            self._changes.append((end, end, f", {text}"))
            return
        before = self.places.before(last.start)
        if isinstance(owner, yaml.SequenceNode):
            before = before[: before.rfind("-")]
        self._put_below(end, self._lines(new), before)

    def _put_below(self, place: int, lines: list[str], before: str) -> None:
        """Put lines below that of a place, indented as something that has `before` before it on its line."""
        stop = self.places.line_stop(place)
        text = self.places.line_end + self._joined(lines, " " * len(before))
        self._changes.append((stop, stop, text))

    def _remove_flow(self, members: list[Member], number: int, kept: list[Member]) -> None:
        if any(member in kept for member in members[number + 1 :]):
            self._changes.append((members[number].start, members[number + 1].start, ""))
        elif members[number - 1] in kept:  # the first of those at the end that go
            self._changes.append((self.places.end(kept[-1].value), self.places.end(members[-1].value), ""))

    def _remove_block(self, members: list[Member], number: int) -> None:
        """Take a member's lines out; comments in them stay, on lines of their own."""
        places, member = self.places, members[number]
        before, end = places.before(member.start), places.end(member.value)
        is_item = member.key == "" and before.strip(BLANKS) == "-"
        if before.strip(BLANKS) and not is_item:
            if number + 1 == len(members):
                raise _Odd
            self._changes.append((member.start, members[number + 1].start, ""))
            return
        comments = places.comments(member.start, places.line_stop(end))
        indent = before[: len(before) - len(before.lstrip(BLANKS))]
        text = self._joined(comments, indent) + places.line_end if comments else ""
        self._changes.append((places.line_start(member.start), places.next_line(end), text))

    def _lines(self, data: Any) -> list[str]:
        return as_yaml(data).splitlines()

    def _joined(self, lines: list[str], indent: str) -> str:
        return self.places.line_end.join(f"{indent}{line}" if line else "" for line in lines)


def _share(old: Any, new: dict[str, Any]) -> bool:
    return isinstance(old, dict) and any(key in new and new[key] not in ("", None) for key in old)


def _stays(old: Any, new: list[Any]) -> bool:
    return isinstance(old, list) and any(place is not None for place in _matched(old, new)[0])


def _matched(before: list[Any], after: list[Any]) -> tuple[list[Any], list[Any]]:
    """Return what each member of a list becomes, None for those that go, and then what is new."""
    left = list(after)
    places: list[Any] = [None] * len(before)
    for is_same in (_equal, _of_one_name):
        for number, old in enumerate(before):
            if places[number] is not None:
                continue
            at = next((place for place, new in enumerate(left) if is_same(old, new)), None)
            if at is not None:
                places[number] = left.pop(at)
    return places, left


def _equal(old: Any, new: Any) -> bool:
    return bool(old == new)


def _of_one_name(old: Any, new: Any) -> bool:
    return _named(old) is not None and _named(old) == _named(new)


def _named(value: Any) -> Any:
    """Return what a member of a list is about: two of one name are the same, changed."""
    if not isinstance(value, dict):
        return None
    return next(((key, value[key], value.get("kind")) for key in ("id", "name") if key in value), None)
