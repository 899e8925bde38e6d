"""A result as a document: plain data, and JSON text, its keys in the order of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advisor._given import SPACES, takes

if TYPE_CHECKING:
    from pydantic import TypeAdapter


_SHORT = (",", ":")  # as pydantic writes it on one line


class Document:
    """A dataclass that can be given as plain data and as JSON text."""

    __slots__ = ()

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data, dates as text, its keys in the order of the contract."""
        found: dict[str, Any] = adapter_of(type(self)).dump_python(self, mode="json")
        return found

    @takes(indent=SPACES)
    def as_json(self, indent: int | None = 2) -> str:
        """Return it as JSON text, its keys in the order of the contract; on one line if `indent` is None."""
        return json_text(self.as_dict(), indent)


def json_of(data: Any, left_out: set[str], indent: int | None = 2) -> str:
    """Return a dataclass as JSON text, its keys in their order, without those that are `left_out`."""
    adapter = adapter_of(type(data))
    try:
        return adapter.dump_json(data, by_alias=True, indent=indent, exclude=left_out).decode() + "\n"
    except ValueError:
        return _with_escapes(adapter.dump_python(data, by_alias=True, exclude=left_out), indent)


def json_text(data: Any, indent: int | None = 2) -> str:
    """Return plain data as JSON text, with escapes where a file's name has half a character in it."""
    import json

    text = (
        json.dumps(data, indent=indent, ensure_ascii=False, separators=_SHORT if indent is None else None)
        + "\n"
    )
    is_whole = text.isascii() or text.encode("utf-8", "replace").decode() == text
    return text if is_whole else _with_escapes(data, indent)


def _with_escapes(data: Any, indent: int | None) -> str:
    """Return data as JSON text where it has half a character in it, which only a program can put there."""
    import json

    return json.dumps(data, indent=indent, separators=_SHORT if indent is None else None) + "\n"


def adapter_of(model: type[Any]) -> TypeAdapter[Any]:
    """Return what reads and writes such data as JSON; made once: that takes ten times as long as using it."""
    if model not in _MADE:
        from pydantic import TypeAdapter  # most results are never written as JSON

        _MADE[model] = TypeAdapter(model)
    return _MADE[model]


_MADE: dict[type[Any], TypeAdapter[Any]] = {}
