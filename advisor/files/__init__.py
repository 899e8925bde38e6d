"""Files: YAML read with its positions, text written whole or not at all, locks, and what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.files.lock import locked as locked
    from advisor.files.positioned_yaml import Node as Node, read_tree as read_tree
    from advisor.files.write import write_atomically as write_atomically
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "lock": "locked",
            "positioned_yaml": "Node read_tree",
            "write": "write_atomically",
        },
    )
