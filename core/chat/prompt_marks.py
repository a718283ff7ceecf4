"""Marks around text that is not the owner's: a document can neither forge them nor pretend to be another speaker."""

from __future__ import annotations

import hashlib
import re

# Words of models' own templates. A server turns them into turns of the chat wherever they stand (llama.cpp parses them
# in messages, too), so that a file could speak as the owner; a space within makes them plain text.
_TEMPLATE_WORDS = re.compile(
    r"<(?=[|｜])|<(?=/?(?:s|bos|eos|start_of_turn|end_of_turn|think|thinking|tool_call|tool_response|tools?|im_start|"
    r"im_end|SYS|extra_id_\d+|unused\d+)>)|<(?=<[/]?SYS>>)|\[(?=/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|"
    r"TOOL_RESULTS|gMASK|IMG)\])",
    re.IGNORECASE,
)


def defused(text: str) -> str:
    """`text` without anything that a model's template would take for a change of speaker."""
    return _TEMPLATE_WORDS.sub(lambda found: f"{found[0]} ", text)


def mark_of(text: str) -> str:
    """Twelve characters that stand for `text`, the same every turn; no text can hold its own."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def one_line(name: str, *, limit: int = 120) -> str:
    """A name from outside, for a line of Hearth's own: it can end neither the line nor its quotes and brackets."""
    line = " ".join(defused(name).split())[:limit]
    return line.replace("“", "'").replace("”", "'").replace("[", "(").replace("]", ")") or "unnamed"
