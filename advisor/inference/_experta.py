"""Import experta on a Python newer than it knows, and leave no trace.

experta 1.9.4 pins frozendict 1.2, which subclasses `collections.Mapping` (gone since Python 3.10),
and calls `logging.basicConfig()`. The name is lent while experta is imported and taken away after;
the root logger's handlers are left as they were. See docs/decisions/0003-experta.md.
"""

from __future__ import annotations

import collections
import collections.abc
import logging
import sys
import threading
from types import ModuleType

_lock = threading.Lock()


def import_experta() -> ModuleType:
    """Return the experta module, imported without side effects on `collections` and `logging`."""
    with _lock:
        if "experta" in sys.modules:
            return sys.modules["experta"]
        lent = not hasattr(collections, "Mapping")
        handlers = list(logging.root.handlers)
        if lent:
            collections.Mapping = collections.abc.Mapping  # type: ignore[attr-defined]  # lent
        try:
            import experta
        finally:
            if lent:
                del collections.Mapping  # type: ignore[attr-defined]  # what was lent
            for handler in list(logging.root.handlers):
                if handler not in handlers:
                    logging.root.removeHandler(handler)
        module: ModuleType = experta
        return module
