"""`advisor`: the command and its groups. Each command lives in a module of its own."""

from __future__ import annotations

import gc
import io
import os
import sys
from importlib import import_module

import click

COMMANDS = {"advise": "advise", "knowledge": "knowledge"}


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
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="partnership-advisor", prog_name="advisor")
def cli() -> None:
    """Reasoned advice for leaders of partnerships that are stuck.

    \b
    Example:
      advisor advise scenario:health-visitors
    """


def main() -> None:
    """Run the command line; exit codes: 0 done, 1 a check failed, 2 wrong use or bad input, 130 stopped.

    The process ends without taking its objects apart one by one, which would take a good
    part of a short command's time; everything is written and closed by then.
    """
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows '?'
    code = _run()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        pass  # whoever read our output has gone (`advisor ... | head`): nothing is left to say
    os._exit(code)


def _run() -> int:
    from advisor.errors import AdvisorError

    try:
        return cli(prog_name="advisor", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return 130
    except AdvisorError as error:
        click.echo(str(error), err=True)
        return 2
    except BrokenPipeError:
        return 0


if __name__ == "__main__":
    main()
