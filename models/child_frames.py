"""How Hearth and its child processes put one message after the other: four bytes of length, little-endian, then it."""

from __future__ import annotations

from typing import BinaryIO

LENGTH_BYTES = 4


def framed(body: bytes) -> bytes:
    """`body` with its length before it."""
    return len(body).to_bytes(LENGTH_BYTES, "little") + body


def read_body(stream: BinaryIO) -> bytes | None:
    """The next message, on the child's side; None when the other end was closed, also in the middle of one."""
    head = stream.read(LENGTH_BYTES)
    if len(head) < LENGTH_BYTES:
        return None
    length = int.from_bytes(head, "little")
    body = stream.read(length)
    return body if len(body) == length else None
