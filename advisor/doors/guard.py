"""Who may come in at the door of a service, how much at once, and how often.

A page in a browser can send requests to a service on the same machine: so the name that was called and the
page that calls are looked at, and a token is asked for. Nothing of a request is kept or written anywhere.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import re
import time
from collections.abc import Awaitable, Callable, Collection, MutableMapping
from dataclasses import dataclass, field
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

OPEN = ("/health", "/openapi.json")  # they hold nothing of anybody
SIZE, RATE = 256_000, 200.0  # bytes of a request; requests a second
MOST_CLIENTS = 1_000  # whose rates are remembered at once
LOOPBACK = ("127.0.0.1", "localhost", "::1")
NOT_HERE = 1008  # how a socket is closed that goes against what is allowed
PATIENCE = 30.0  # seconds for the whole of a request: who sends it letter by letter would hold the door
_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9_.-]+))(?::[0-9]*)?")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may hold, in bytes, how many a second may come from one address, on average, and how
    many seconds the sending of one may take.
    """

    size: int = SIZE
    rate: float = RATE
    patience: float = PATIENCE


@dataclass
class Guard:
    """Lets a request through to the app behind, or refuses it.

    `hosts` are the names under which the service may be called, without ports.
    """

    app: App
    token: str
    hosts: Collection[str] = LOOPBACK
    limits: Limits = field(default_factory=Limits)
    clock: Callable[[], float] = time.monotonic
    _seen: dict[str, tuple[float, float]] = field(default_factory=dict)  # what is left to each, and when

    def __post_init__(self) -> None:
        self.hosts = frozenset(name.lower() for name in self.hosts)  # as they come in a request

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; a socket is closed before it is open, since the service has none."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await receive()
            await send({"type": "websocket.close", "code": NOT_HERE})
            return
        refusal = self._refusal(scope)
        if refusal is None:
            body, refusal = await self._whole(receive)
        if refusal is not None:
            await _refuse(send, *refusal)
            return
        await self.app(scope, _once(body), send)

    def _refusal(self, scope: Scope) -> tuple[int, str, str] | None:
        said = {name.lower(): value for name, value in scope["headers"]}
        names = {name.lower() for name in self.hosts}
        if _name(said.get(b"host", b"")) not in names:
            return 421, "wrong-host", "it may not be called by this name; whoever runs it can allow it"
        origin = said.get(b"origin")
        if origin is not None and _name(origin.partition(b"://")[2]) not in names:
            return 403, "wrong-origin", "pages of other places may not call this"
        if not self._has_room(str((scope.get("client") or ("",))[0])):
            return 429, "too-often", "too many requests; wait a little and try again"
        if scope["path"] in OPEN:
            return None
        scheme, _, given = said.get(b"authorization", b"").partition(b" ")
        if scheme.lower() != b"bearer" or not hmac.compare_digest(given.strip(), self.token.encode()):
            return 401, "no-token", "send the token: Authorization: Bearer TOKEN"
        return None

    def _has_room(self, client: str) -> bool:
        """Return whether a client may ask now; what it may grows with time, up to two seconds' worth."""
        now, most = self.clock(), 2 * self.limits.rate
        left, when = self._seen.pop(client, (most, now))
        left = min(most, left + (now - when) * self.limits.rate)
        if len(self._seen) >= MOST_CLIENTS:
            del self._seen[next(iter(self._seen))]  # who was here longest ago
        self._seen[client] = (left - 1 if left >= 1 else left), now
        return left >= 1

    async def _whole(self, receive: Receive) -> tuple[bytes, tuple[int, str, str] | None]:
        """Return what was sent, or why it is refused."""
        try:
            async with asyncio.timeout(self.limits.patience):
                body, is_whole = await self._body(receive)
        except TimeoutError:
            return b"", (408, "too-slow", "the request did not come whole in time")
        return body, None if is_whole else (413, "too-large", "the request is too large")

    async def _body(self, receive: Receive) -> tuple[bytes, bool]:
        """Return what was sent, and whether that is all of it."""
        found = bytearray()
        while True:
            message = await receive()
            if message["type"] != "http.request":  # the other side has gone
                return bytes(found), True
            found += message.get("body", b"")
            if len(found) > self.limits.size:
                return b"", False
            if not message.get("more_body", False):
                return bytes(found), True


def _name(host: bytes) -> str:
    """Return the name in a host, without its port: of [::1]:8000 it is ::1; nothing of what is no host."""
    found = _HOST.fullmatch(host.decode("latin-1").strip().lower())
    return (found[1] or found[2]) if found else ""


def _once(body: bytes) -> Receive:
    """Return what gives the app a body that was read already."""
    left = [body]

    async def receive() -> MutableMapping[str, Any]:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return {"type": "http.disconnect"}

    return receive


async def _refuse(send: Send, status: int, code: str, message: str) -> None:
    body = json.dumps({"code": code, "message": message, "faults": [], "errors": {}}).encode()
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
    headers += [(b"retry-after", b"1")] if status == 429 else []
    headers += [(b"www-authenticate", b"Bearer")] if status == 401 else []
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
