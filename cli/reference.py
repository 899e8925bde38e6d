"""The reference of all commands, made from their --help."""

from __future__ import annotations

from collections.abc import Iterator

import click

from .main import cli

MARK = "<!-- Made from the commands' --help: change that, not this page. -->"
WIDTH = 100
HEAD = (
    "What `--help` says of each. Exit codes: 0 done; 1 a check that you asked for failed; 2 wrong use or bad "
    "input; 70 a fault of the program; 130 stopped."
)


def command_reference() -> str:
    """Return a page in Markdown with the help of every command, in the order of the program's own list."""
    lines = [MARK, "# All commands", "", HEAD]
    for context in _contexts(click.Context(cli, info_name="advisor", **cli.context_settings)):
        context.max_content_width = context.terminal_width = WIDTH
        lines += ["", f"## {context.command_path}", "", "```", context.get_help(), "```"]
    return "\n".join(lines) + "\n"


def _contexts(context: click.Context) -> Iterator[click.Context]:
    """Yield the context of a command and of all commands inside it."""
    yield context
    if not isinstance(context.command, click.Group):
        return
    for name in context.command.list_commands(context):
        inner = context.command.get_command(context, name)
        assert inner is not None, "a group lists the commands that it has"
        yield from _contexts(click.Context(inner, info_name=name, parent=context))
