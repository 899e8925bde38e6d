"""A seal on copies in the user's own folder: only what this program itself has written there is used."""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path

from advisor.files.own_copies import read_own, write_own

KEY, KEY_SIZE = "seal", 32  # a file of so many bytes


def sealed(payload: bytes, key: bytes) -> bytes:
    """Return data with its seal in front: a checksum that nobody can make without the key."""
    return hashlib.blake2b(payload, key=key).hexdigest().encode() + b"\n" + payload


def opened(data: bytes, key: bytes) -> bytes | None:
    """Return what is behind a seal; None if it is no seal of this key."""
    payload = data.partition(b"\n")[2]
    return payload if data == sealed(payload, key) else None


def key_in(own: Path) -> bytes:
    """Return what seals the copies in the user's folder, made if it is missing; b"" if it cannot be kept."""
    for _attempt in range(2):
        key = read_own(own / KEY, KEY_SIZE)
        if key is not None and len(key) == KEY_SIZE:
            return key
        if not write_own(own / KEY, secrets.token_bytes(KEY_SIZE)):
            break
    return b""


def code_digest(*folders: Path) -> str:
    """Return a name for the code in folders, another after each change to it."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
