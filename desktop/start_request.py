"""What a start of Hearth asks for, and the one line in which a second start tells it to the first. No Qt here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple, get_args

Verb = Literal["show", "new", "quick", "toggle", "talk", "dictate", "selection", "screenshot", "ask", "open", "quit"]

VERBS: frozenset[str] = frozenset(get_args(Verb))
TYPED: tuple[str, ...] = (
    "show",
    "new",
    "quick",
    "toggle",
    "talk",
    "dictate",
    "selection",
    "screenshot",
    "open",
    "quit",
)
"""The verbs that are typed as `hearth VERB`; “ask” is a command of the terminal and comes from inside only."""

MOST_BYTES = 256 * 1024
"""Of one line. A long selection fits; what is larger belongs into a file."""

MOST_TOKEN_CHARACTERS = 512
"""Of an activation token; compositors make some 40."""


class RequestUnfit(ValueError):
    """A line that is no request. Its text is for the log and repeats nothing of the line."""


class Request(NamedTuple):  # a dataclass takes 1.5 ms more to be made, before the first paint of every start
    """`text` belongs to the verb: the words for the quick chat, or the files to open, see `files`.

    `token` is the activation token of the second start: with it the compositor lets the first take the focus.
    """

    verb: Verb
    text: str = ""
    token: str = ""

    @property
    def files(self) -> tuple[Path, ...]:
        """What “open” is about: absolute paths. No path holds a NUL, so it parts them."""
        return tuple(Path(name) for name in self.text.split("\0") if name) if self.verb == "open" else ()

    def as_line(self) -> bytes:
        """One line with its end. Raises RequestUnfit when it is longer than the first one would read."""
        line = json.dumps(self._asdict()).encode() + b"\n"
        if len(line) > MOST_BYTES:
            raise RequestUnfit("too long")
        return line

    @classmethod
    def from_line(cls, line: bytes) -> Request:
        """Read what somebody sent. Raises RequestUnfit."""
        if len(line) > MOST_BYTES:
            raise RequestUnfit("too long")
        try:
            read = json.loads(line)
        except (ValueError, RecursionError):
            raise RequestUnfit("no JSON") from None
        if not isinstance(read, dict):
            raise RequestUnfit("no object")
        verb, text, token = read.get("verb"), read.get("text", ""), read.get("token", "")
        if not isinstance(verb, str) or verb not in VERBS:
            raise RequestUnfit("unknown verb")
        if not isinstance(text, str) or not isinstance(token, str) or len(token) > MOST_TOKEN_CHARACTERS:
            raise RequestUnfit("unfit text or token")
        if not token.isprintable() or (verb != "open" and "\0" in text):
            raise RequestUnfit("unfit characters")
        return cls(verb=verb, text=text, token=token)  # type: ignore[arg-type]  # checked above


def request_of(words: Sequence[str], *, token: str = "") -> Request | None:
    """The request that stands in `hearth WORDS…`; None when the words are no well-formed one.

    Quick enough for a hotkey: the parser of the terminal takes 60 ms to load, and explains what is wrong with the rest.
    """
    if not words:
        return Request("show", token=token)
    verb, rest = words[0], list(words[1:])
    if verb not in TYPED:
        return None
    if rest[:1] == ["--"]:
        rest = rest[1:]
    elif any(word.startswith("-") for word in rest):
        return None
    if (verb == "open") != bool(rest) and verb != "quick":
        return None
    text = "\0".join(str(Path(word).absolute()) for word in rest) if verb == "open" else " ".join(rest)
    return Request(verb, text=text, token=token)  # type: ignore[arg-type]  # one of TYPED
