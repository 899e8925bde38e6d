"""Write data as YAML that our reader reads as the same data."""

from __future__ import annotations

from typing import Any

import yaml

from advisor.files.yaml_words import WORDS

WIDTH = 100


class _Dumper(yaml.SafeDumper):
    """PyYAML's own puts in quotes what YAML 1.1 would not take for text; ours goes by the reader's table."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 (PyYAML has it so)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (PyYAML tells what it is about)
        """Write everything out: the reader refuses aliases."""
        return True


for _tag, _pattern, _read in WORDS:
    _Dumper.add_implicit_resolver(_tag, _pattern, None)


def as_yaml(data: Any, width: int = WIDTH) -> str:
    """Return plain data as the text of a YAML file, in the order in which it comes."""
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=width)
    return text


def inline(data: Any) -> str:
    """Return plain data as YAML on one line, which may stand anywhere in a file."""
    for style in (None, '"'):
        text: str = yaml.dump(
            [data],
            Dumper=_Dumper,
            sort_keys=False,
            allow_unicode=True,
            width=float("inf"),
            default_flow_style=True,
            default_style=style,
        )
        if "\n" not in text[:-1]:
            break
    return text[1:-2]
