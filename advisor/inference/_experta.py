"""Import experta on a Python newer than it knows, and leave no trace.

experta 1.9.4 pins frozendict 1.2, which subclasses `collections.Mapping` (gone since Python 3.10),
and calls `logging.basicConfig()`, which does nothing where the root logger has a handler. The name is lent
while experta is imported, and so is a handler that does nothing; both are taken away after. See
docs/decisions/0003-experta.md.
"""

from __future__ import annotations

import collections
import collections.abc
import logging
import sys
import threading
from types import ModuleType

from advisor._command import typed_or_called
from advisor._language import _
from advisor.errors import AdvisorError

_lock = threading.Lock()


def import_experta() -> ModuleType:
    """Return the experta module, imported without side effects on `collections` and `logging`.

    Raises `AdvisorError` if it is not installed or cannot be imported.
    """
    with _lock:
        if sys.modules.get("experta") is not None:
            return sys.modules["experta"]
        lent = not hasattr(collections, "Mapping")
        handler = logging.NullHandler()
        logging.root.addHandler(handler)
        if lent:
            collections.Mapping = collections.abc.Mapping  # type: ignore[attr-defined]  # lent
        try:
            import experta
        except ModuleNotFoundError as error:
            what = _("the engine experta cannot be used, as {name} is not installed").format(name=error.name)
            raise AdvisorError(
                _("{what}; install it, or {instead}").format(what=what, instead=_instead())
            ) from error
        except Exception as error:  # whatever an old package does on a newer Python, or beside newer packages
            what = _("the engine experta cannot be imported here ({error})").format(
                error=type(error).__name__
            )
            raise AdvisorError(f"{what}; {_instead()}") from error
        finally:
            logging.root.removeHandler(handler)
            if lent:
                del collections.Mapping  # type: ignore[attr-defined]  # what was lent
        module: ModuleType = experta
        return module


def _instead() -> str:
    return typed_or_called(
        _("ask for the other engine, with --engine columnar"),
        _("ask for engine='columnar', or engine='auto'"),
    )
