"""What was said in a recording, out of the recording: Hearth's own voice notes carry their words in the file's comment.

Read by hand, since decoders are not for the way to a model: Ogg pages (RFC 3533), and in the second packet the comments
of Opus (RFC 7845 §5.2).
"""

from __future__ import annotations

from collections.abc import Iterator

COMMENT = b"TRANSCRIPT="
_PAGE_HEAD = 27
_MOST_BYTES = 4 * 1024 * 1024


def note_text(data: bytes) -> str:
    """The words kept in an Ogg Opus file; empty where there are none, whatever else is wrong with it."""
    packets = _packets(data[:_MOST_BYTES])
    next(packets, b"")
    tags = next(packets, b"")
    if not tags.startswith(b"OpusTags"):
        return ""
    for comment in _comments(tags[8:]):
        if comment[: len(COMMENT)].upper() == COMMENT:
            return comment[len(COMMENT) :].decode("utf-8", errors="replace").strip()
    return ""


def _packets(data: bytes) -> Iterator[bytes]:
    """The packets of the first stream in order; what is cut off or no page ends it."""
    at, packet = 0, b""
    while data[at : at + 4] == b"OggS" and len(data) >= at + _PAGE_HEAD:
        lengths = data[at + _PAGE_HEAD : at + _PAGE_HEAD + data[at + 26]]
        at += _PAGE_HEAD + data[at + 26]
        for length in lengths:
            packet += data[at : at + length]
            at += length
            if length < 255:
                yield packet
                packet = b""


def _comments(tags: bytes) -> Iterator[bytes]:
    at = 4 + _number(tags, 0)
    count, at = _number(tags, at), at + 4
    for _ in range(min(count, 1000)):
        length = _number(tags, at)
        if at + 4 + length > len(tags):
            return
        yield tags[at + 4 : at + 4 + length]
        at += 4 + length


def _number(tags: bytes, at: int) -> int:
    return int.from_bytes(tags[at : at + 4], "little")
