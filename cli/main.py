"""`advisor`: the command and its groups. Each command lives in a module of its own."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from advisor._language import _
from advisor._suggest import did_you_mean

from .ending import DEBUG, ReaderGone, after_fault, after_os_error, reader_may_go
from .spoken import in_the_language
from .started import command_as_started, named_as_started

COMMANDS = {
    "interview": "interview",
    "advise": "advise",
    "why": "asking_back",
    "why-not": "asking_back",
    "what-if": "asking_back",
    "settle": "asking_back",
    "pack": "pack",
    "page": "page",
    "portfolio": "portfolio",
    "compare": "compare",
    "progress": "progress",
    "log": "log",
    "cohort": "cohort",
    "scenario": "scenario",
    "training": "training",
    "knowledge": "knowledge",
    "serve": "doors",
    "mcp": "doors",
}


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click passes it)
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 (click passes it)
        cmd_name: str,
    ) -> click.Command | None:
        """Return the command with this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f".{COMMANDS[cmd_name]}", __package__)
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return named_as_started(in_the_language(command))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; one that is not there is told with the nearest that is."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            remedy = did_you_mean(args[0], self.list_commands(ctx))
            ctx.fail(_("there is no command '{name}'; {remedy}").format(name=args[0], remedy=remedy))
        return super().resolve_command(ctx, args)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the words of the command line, which is where `--help` is printed."""
        with reader_may_go():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with reader_may_go():
            return super().invoke(ctx)


@click.group(
    cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="partnership-advisor", prog_name="advisor")
@click.pass_context
def cli(ctx: click.Context) -> int | None:
    """Reasoned advice for leaders of partnerships that are stuck.

    \b
    Example:
      advisor interview
      advisor advise scenario:health-visitors
    """
    if ctx.invoked_subcommand is not None:
        return None
    from .beginning import may_ask, what_is_wanted

    if not may_ask():
        raise click.exceptions.NoArgsIsHelpError(ctx)
    words = what_is_wanted(Path())
    return cli.main(words, prog_name=ctx.info_name, standalone_mode=False) if words else 0


named_as_started(cli)


MANY = 500_000  # objects that may be waste; few commands make as many, and these are some 50 MB


def main() -> None:
    """Run the command line and end the process with its exit code.

    It ends without taking its objects apart one by one, and looks for waste so rarely that a short command
    has ended before: both would take a good part of its time. Everything is written and closed by then.
    """
    gc.set_threshold(MANY)
    sys.unraisablehook = _unraisable
    if any(".parquet" in word.lower() for word in sys.argv[1:]):
        _keep_panics_off_the_screen()
    from advisor._command import started_as

    with started_as(command_as_started()):
        code = run(sys.argv[1:])
    os._exit(code)


def run(words: Sequence[str]) -> int:
    """Run the command with these words, on the streams of `sys`; nothing it leaves behind outlives the call.

    Returns the exit code: 0 done, 1 a check failed, 2 wrong use or bad input, 70 a fault of the program,
    130 stopped. With ADVISOR_DEBUG in the environment a fault is raised instead.
    """
    from advisor.files.inputs import noting_reads

    _open_streams()
    try:
        with noting_reads():
            return _flushed(_answered(words))
    except KeyboardInterrupt:
        return 130
    except ReaderGone:
        return 0
    except OSError as error:
        return after_os_error(error)
    except Exception as error:  # the last resort: whatever it is, nobody is shown a traceback
        return after_fault(error)


def _flushed(code: int) -> int:
    """Write what waits to be written; return `code`, also where the reader has gone by then."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError as error:
        return after_os_error(error) or code
    return code


def _open_streams() -> None:
    """See to it that there is somewhere to write, and that no letter a terminal lacks stops the program."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (kept open)
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _keep_panics_off_the_screen() -> None:
    """Let nothing but Python write to standard error: what a library panics about is told in a line.

    A damaged Parquet file makes threads of Polars write traces of their own, some of them after the error has
    been told; so this stays until the process ends. With ADVISOR_DEBUG they are shown.
    """
    if sys.stderr is None or os.environ.get(DEBUG):
        return
    number, encoding = sys.stderr.fileno(), sys.stderr.encoding
    sys.stderr = os.fdopen(os.dup(number), "w", 1, encoding, "backslashreplace")
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), number)


def _unraisable(unraisable: sys.UnraisableHookArgs) -> None:
    """Keep Ctrl-C quiet where it meets code that cannot hand it on, such as the end of a generator."""
    if unraisable.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(unraisable)


def _answered(words: Sequence[str]) -> int:
    """Return the exit code once the command has done its work or said what is wrong."""
    from advisor._command import as_command, hint
    from advisor._language import UnknownLanguageError, _
    from advisor._text import harmless_lines
    from advisor.errors import AdvisorError

    try:
        with _wanted_language(), as_command():
            return in_the_language(cli)(list(words), prog_name=hint(), standalone_mode=False) or 0
    except click.ClickException as error:
        said = io.StringIO()
        error.show(said)
        click.echo(harmless_lines(said.getvalue()), err=True, nl=False)  # it may quote what was typed
    except click.Abort:
        click.echo(_("Stopped."), err=True)
        return 130
    except AdvisorError as error:
        click.echo(error.told(), err=True)
    except UnknownLanguageError as error:
        click.echo(harmless_lines(f"ADVISOR_LANGUAGE: {error}"), err=True)
    except SystemExit as stop:  # a check that failed
        return int(stop.code or 0)
    return 2


def _wanted_language() -> AbstractContextManager[None]:
    """Speak ADVISOR_LANGUAGE, with the catalogues in ADVISOR_LOCALES: never the language of the machine."""
    from advisor._language import ENGLISH, LOCALES, in_language

    code = os.environ.get("ADVISOR_LANGUAGE") or ENGLISH
    return in_language(code, Path(os.environ.get("ADVISOR_LOCALES") or LOCALES))


if __name__ == "__main__":
    main()
