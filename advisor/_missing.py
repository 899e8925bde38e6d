"""What to do about a package that is not there."""

from __future__ import annotations


def missing(error: ModuleNotFoundError) -> str:
    """Return what to do about a package that is not there."""
    package = str(error.name).partition(".")[0]
    return (
        f"the package '{package}' is not there; install the program once more to bring it back: the line "
        "that you typed at first, with --force behind it"
    )
