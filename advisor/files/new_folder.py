"""A folder that files are to be written into."""

from __future__ import annotations

from pathlib import Path

from advisor._language import _
from advisor.errors import AdvisorError
from advisor.files.read import quoted, reason
from advisor.files.rights import let_read_those_of


def made_folder(folder: Path, shared: bool) -> None:
    """Make a folder if there is none; `AdvisorError` if it cannot be.

    What is `shared` can be opened by all who share the folder that it is in.
    """
    try:
        try:
            folder.mkdir()
        except FileExistsError:
            if not folder.is_dir():
                raise
        else:
            if shared:
                let_read_those_of(folder.absolute().parent, folder)
    except (OSError, ValueError) as error:
        what = _("{folder}: no folder can be made here: {reason}; choose another name")
        raise AdvisorError(what.format(folder=quoted(folder), reason=reason(error))) from error
