"""`advisor serve` and `advisor mcp`: doors for other programs and for assistants."""

from __future__ import annotations

import gc
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from advisor._language import _

from .options import knowledge_option

TOKEN = "ADVISOR_TOKEN"  # noqa: S105 (the name of the variable that holds it)
SHORTEST = 16  # letters of a token
SOME = 10_000  # objects that may be waste: who stays for weeks looks for it more often than a short command


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8321, show_default=True)
@click.option(
    "--token-file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Read the token from FILE. Without it: from ADVISOR_TOKEN, or one is made and shown.",
)
@click.option(
    "--allow-host",
    "hosts",
    multiple=True,
    metavar="NAME",
    help="A name under which it may be called, beside localhost.",
)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes.")
@click.option(
    "--largest",
    type=click.IntRange(1_000, 10_000_000),
    default=256_000,
    show_default=True,
    metavar="BYTES",
    help="The most that a request may hold.",
)
@click.option(
    "--rate",
    type=click.FloatRange(0.1, 10_000),
    default=200.0,
    show_default=True,
    help="Requests a second from one address.",
)
@knowledge_option
def serve(
    host: str,
    port: int,
    token_file: Path | None,
    hosts: tuple[str, ...],
    workers: int,
    largest: int,
    rate: float,
    knowledge: Path | None,
) -> None:
    """Let other programs ask over HTTP. No case is kept, and nothing of one is written anywhere.

    It listens on this machine alone, and wants a token with each request: Authorization: Bearer TOKEN.
    GET /health says whether it is there, GET /openapi.json what can be asked.

    \b
    Example:
      advisor serve
      advisor serve --port 9000 --token-file token.txt --workers 2
    """
    running = _extra("advisor.doors.running", "web")
    setting = running.Setting(
        knowledge=None if knowledge is None else str(knowledge.absolute()),
        token=_token(token_file),
        hosts=hosts,
        size=largest,
        rate=rate,
    )
    with _staying():
        running.run(setting, host, port, workers, _say)


@click.command()
@knowledge_option
def mcp(knowledge: Path | None) -> None:
    """Let an assistant ask the rules: tools over stdin and stdout, by the Model Context Protocol.

    An assistant starts this command itself. What it does with what it is told is not in our hands, so
    read docs/doors.md first.

    \b
    Example:
      advisor mcp
      advisor mcp --knowledge my-knowledge
    """
    from advisor.api import Advisor

    assistant = _extra("advisor.doors.assistant", "mcp")
    server = assistant.make_assistant(Advisor(knowledge, engine="columnar"))
    with _staying():
        server.run("stdio")


@contextmanager
def _staying() -> Iterator[None]:
    """Let what is within stay for long, and speak to programs."""
    from advisor._command import as_program

    before = gc.get_threshold()
    gc.set_threshold(SOME)
    try:
        with as_program():
            yield
    finally:
        gc.set_threshold(*before)


def _extra(module: str, extra: str) -> Any:
    from advisor._optional import extra_module

    return extra_module(module, extra)


def _say(text: str) -> None:
    click.echo(text, err=True)


def _token(file: Path | None) -> str:
    """Return the token that is wanted with each request; one that is made here is shown."""
    from advisor.errors import AdvisorError, FileFault, InputError
    from advisor.files.read import display_name, read_bytes

    if file is not None:
        data, fault = read_bytes(file, display_name(file))
        if fault is not None:
            raise InputError([fault])
        token, name = data.decode("ascii", "replace").strip(), display_name(file)
    elif os.environ.get(TOKEN):
        token, name = os.environ[TOKEN].strip(), TOKEN
    else:
        token = secrets.token_urlsafe(24)
        _say(_("token: {token}").format(token=token))
        return token
    if len(token) < SHORTEST or not token.isascii() or not token.isprintable() or " " in token:
        what = _("this is no token")
        remedy = _("write one of {n} letters or more, without blanks").format(n=SHORTEST)
        if file is None:
            raise AdvisorError(f"{name}: {what}; {remedy}")
        raise InputError([FileFault(name, 0, 0, what, remedy)])
    return token
