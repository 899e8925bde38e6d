"""The service, set up and run: one process, or several that are started anew when one ends."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import uvicorn
from uvicorn.supervisors import Multiprocess

from advisor._language import _
from advisor.api import Advisor
from advisor.doors.guard import LOOPBACK, RATE, SIZE, Guard, Limits
from advisor.doors.service import make_service
from advisor.errors import AdvisorError
from advisor.files.read import reason

SETTING = "ADVISOR_SERVICE"  # how the processes that are started learn how it is set
AT_ONCE = 256  # requests; what comes beyond is asked to come again


@dataclass(frozen=True, slots=True)
class Setting:
    """How a service is set: the folder of the knowledge, who may come in, and how much."""

    knowledge: str | None
    token: str
    hosts: tuple[str, ...] = ()
    size: int = SIZE
    rate: float = RATE


def app_for(setting: Setting) -> Guard:
    """Return the service behind its guard."""
    advisor = Advisor(setting.knowledge, engine="columnar")  # each thread would build an engine of experta
    limits = Limits(setting.size, setting.rate)
    return Guard(make_service(advisor), setting.token, (*LOOPBACK, *setting.hosts), limits)


def app_from_setting() -> Guard:
    """Return the service in a process that was started for it."""
    said = json.loads(os.environ[SETTING])
    return app_for(Setting(**{**said, "hosts": tuple(said["hosts"])}))


def run(setting: Setting, host: str, port: int, workers: int, say: Callable[[str], None]) -> None:
    """Run the service until it is stopped; `AdvisorError` if it cannot listen, or its knowledge has faults.

    `say` is told the address once it listens.
    """
    app = app_for(setting)
    listening = _listen(host, port)
    address = listening.getsockname()
    name = f"[{address[0]}]" if ":" in address[0] else address[0]
    say(_("listening at {address}").format(address=f"http://{name}:{address[1]}"))
    given: dict[str, Any] = {
        "log_level": "critical",
        "access_log": False,
        "server_header": False,
        "ws": "none",
        "limit_concurrency": AT_ONCE,
        "timeout_graceful_shutdown": 5,
        "lifespan": "off",
    }
    if workers == 1:
        uvicorn.Server(uvicorn.Config(app, **given)).run(sockets=[listening])
        return
    os.environ[SETTING] = json.dumps(asdict(setting))
    target = "advisor.doors.running:app_from_setting"
    Multiprocess(uvicorn.Config(target, factory=True, workers=workers, **given), [listening]).run()


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; `AdvisorError` if the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(AT_ONCE)
    except OSError as error:
        listening.close()
        what = _("the address cannot be had: {reason}").format(reason=reason(error))
        remedy = _("name another with --host or --port")
        raise AdvisorError(f"{host}:{port}: {what}; {remedy}") from error
    return listening
