"""E-mail: who, to whom, when and about what, then the words; attachments are named, not opened."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.policy import compat32

from core.knowledge.knowledge_trouble import FileDamaged, FileTooDeep
from core.knowledge.loaders import Found
from core.knowledge.loaders.html_text import page_of
from core.knowledge.loaders.plain_text import paragraphs
from core.knowledge.loaders.text_encoding import decoded
from core.knowledge.read_document import Block, ParseLimits, ReadDone, ReadNotice, ReadPage

_HEADERS = ("From", "To", "Cc", "Date")
_MOST_PARTS = 1_000
_DEEPEST = 20


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """One page."""
    letter = Letter(data, limits)
    yield from letter.notices()
    yield ReadPage(1, "", letter.blocks)
    yield ReadDone(letter.subject)


class Letter:
    """One message, read. The old policy of the library is used: the new one breaks over hostile headers."""

    def __init__(self, data: bytes, limits: ParseLimits) -> None:
        message = message_from_bytes(data, policy=compat32)
        if not message.keys():
            raise FileDamaged("no headers")
        self._limits = limits
        self._parts = 0
        self.hidden = 0
        self.attached: list[str] = []
        self.subject = _header(message, "Subject")
        self.sender = _header(message, "From")
        self.blocks: list[Block] = []
        self._message(message, 0)

    def notices(self) -> Iterator[ReadNotice]:
        """What is to be said about it."""
        if self.hidden:
            yield ReadNotice("hidden_text", self.hidden, "text that the message does not show")
        if self.attached:
            yield ReadNotice("skipped_part", len(self.attached), "attachments")

    def _message(self, message: Message, depth: int) -> None:
        if depth > _DEEPEST:
            raise FileTooDeep("messages within messages")
        if subject := _header(message, "Subject"):
            self.blocks.append(Block("heading", subject, min(depth + 1, 6)))
        said = [f"{name}: {text}" for name in _HEADERS if (text := _header(message, name))]
        if said:
            self.blocks.append(Block("prose", "\n".join(said)))
        before = len(self.attached)
        self._part(message, depth)
        if names := self.attached[before:]:
            self.blocks.append(Block("list", "\n".join(f"- Attachment: {name}" for name in names)))

    def _part(self, part: Message, depth: int) -> None:
        self._parts += 1
        if depth > _DEEPEST:
            raise FileTooDeep("parts within parts")
        if self._parts > _MOST_PARTS:
            return
        kind = part.get_content_type()
        inner = part.get_payload()
        if kind == "message/rfc822" and isinstance(inner, list):
            for message in inner:
                if isinstance(message, Message):
                    self._message(message, depth + 1)
        elif isinstance(inner, list):
            self._parts_of(kind, [each for each in inner if isinstance(each, Message)], depth)
        elif (
            (name := _file_name(part)) or part.get_content_disposition() == "attachment" or not kind.startswith("text/")
        ):
            payload = part.get_payload(decode=True)
            size = len(payload) if isinstance(payload, bytes) else 0
            self.attached.append(f"{name or 'without a name'} ({kind}, {size} bytes)")
        else:
            self._words(part, kind)

    def _parts_of(self, kind: str, parts: list[Message], depth: int) -> None:
        if kind != "multipart/alternative":
            for each in parts:
                self._part(each, depth + 1)
            return
        # The same in several forms: the plain one, if it says anything, since it hides the least.
        plain = next(
            (each for each in parts if each.get_content_type() == "text/plain" and _payload(each).strip()), None
        )
        chosen = plain if plain is not None else (parts[-1] if parts else None)
        if chosen is not None:
            self._part(chosen, depth + 1)

    def _words(self, part: Message, kind: str) -> None:
        data = _payload(part)
        charset = str(part.get_content_charset() or "")
        if kind == "text/html":
            page = page_of(data, self._limits, declared=charset)
            self.hidden += page.hidden
            self.blocks += page.blocks
        else:
            self.blocks += [Block("prose", text) for text in paragraphs(decoded(data, charset))]


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _file_name(part: Message) -> str:
    try:
        return _decoded(part.get_filename() or "")
    except (ValueError, LookupError, TypeError):
        return "unreadable name"


def _header(message: Message, name: str) -> str:
    return " ".join(_decoded(str(message.get(name) or "")).split())[:2_000]


def _decoded(text: str) -> str:
    """A header's text, also where it is not written as it should be."""
    try:
        pieces = decode_header(text)
    except (ValueError, LookupError):
        return text
    said = []
    for piece, charset in pieces:
        if isinstance(piece, str):
            said.append(piece)
        else:
            said.append(decoded(piece, charset or ""))
    return "".join(said)
