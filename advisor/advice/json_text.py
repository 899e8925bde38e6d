"""An advice as JSON text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def json_of(data: Any, left_out: set[str]) -> str:
    """Return a dataclass as JSON text, its keys in their order, without those that are `left_out`."""
    adapter = _adapter(type(data))
    try:
        return adapter.dump_json(data, by_alias=True, indent=2, exclude=left_out).decode() + "\n"
    except ValueError:
        return _with_escapes(adapter.dump_python(data, by_alias=True, exclude=left_out))


def json_text(data: Any) -> str:
    """Return plain data as JSON text, with escapes where a file's name has half a character in it."""
    import json

    text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    is_whole = text.isascii() or text.encode("utf-8", "replace").decode() == text
    return text if is_whole else _with_escapes(data)


def _with_escapes(data: Any) -> str:
    """Return data as JSON text where it has half a character in it, which only a program can put there."""
    import json

    return json.dumps(data, indent=2) + "\n"


def _adapter(model: type[Any]) -> TypeAdapter[Any]:
    """Return what writes such data as JSON; made once, which takes ten times as long as using it."""
    if model not in _MADE:
        from pydantic import TypeAdapter  # most advice is never written as JSON

        _MADE[model] = TypeAdapter(model)
    return _MADE[model]


_MADE: dict[type[Any], TypeAdapter[Any]] = {}
