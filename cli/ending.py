"""How a run ends that did not go well: a line that is true and says what to try, and an exit code."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from advisor._language import _

WRONG_INSIDE = 70  # as sysexits.h has it
DEBUG = "ADVISOR_DEBUG"
_PACKAGE = __name__.partition(".")[0]


class ReaderGone(Exception):
    """Whoever read what the program writes, such as `head`, has enough of it."""


@contextlib.contextmanager
def reader_may_go() -> Iterator[None]:
    """Let a reader that goes away be told from all else; click would end the process with 1."""
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderGone from error


def after_os_error(error: OSError) -> int:
    """Say what the system refused, and return the exit code; a reader that has gone is no error."""
    if isinstance(error, BrokenPipeError) or _is_gone_reader_of_windows(error):
        return 0
    from advisor.files.read import quoted, reason

    if error.filename is not None:
        where = quoted(Path(os.fsdecode(error.filename)))
        _say(
            _("{where}: cannot be used: {reason}; check its name and permissions").format(
                where=where, reason=reason(error)
            )
        )
    elif _is_of_output(error):
        _say(
            _("advisor: the output cannot be written: {reason}; write it elsewhere").format(
                reason=reason(error)
            )
        )
    else:
        _say(_("advisor: the system refused something: {reason}; try once more").format(reason=reason(error)))
    return 2


def _is_gone_reader_of_windows(error: OSError) -> bool:
    """Return whether Windows means a pipe without a reader: it says the same of a file's bad name."""
    return os.name == "nt" and error.errno == errno.EINVAL and error.filename is None


def _is_of_output(error: OSError) -> bool:
    """Return whether an error came about where the terminal, or what stands for it, is written."""
    *_above, (frame, _line) = traceback.walk_tb(error.__traceback__)
    module = str(frame.f_globals.get("__name__"))
    return module.partition(".")[0] == "click" or module == f"{__package__}.main"


def after_fault(error: Exception) -> int:
    """Say that the program is wrong, in one line without a word of any case; return the exit code.

    With ADVISOR_DEBUG in the environment the error is raised instead, with its traceback.
    """
    if isinstance(error, ModuleNotFoundError) and not str(error.name).startswith(_PACKAGE):
        from advisor._missing import missing

        _say(_("advisor: {error}").format(error=missing(error)))
        return 2
    if os.environ.get(DEBUG):
        raise error
    _say(
        _(
            "advisor: something went wrong inside the program ({name}{place}); please report "
            "this line. {debug}=1 in the environment shows more, which may quote your answers"
        ).format(name=type(error).__name__, place=_place(error), debug=DEBUG)
    )
    return WRONG_INSIDE


def _place(error: Exception) -> str:
    """Return where in our own code the error came about: file and line."""
    places = [
        _(" in {stem}.py, line {line}").format(stem=Path(frame.f_code.co_filename).stem, line=line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if str(frame.f_globals.get("__name__")).partition(".")[0] == _PACKAGE
    ]
    return places[-1] if places else ""


def _say(line: str) -> None:
    with contextlib.suppress(OSError):
        print(line, file=sys.stderr)
        sys.stderr.flush()
