"""A follow-up question (“And in the second year?”) as one that can be looked up, said by the model that knows the chat.

The result is looked up and nothing else: whatever a chat or its documents talk the model into, it stays a search.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from core.errors import ModelTrouble

AskModel: TypeAlias = Callable[[str], Awaitable[str]]
"""Hands an instruction to the model, below the chat so far, and returns what it says. Raises ModelTrouble."""

WITHIN_S = 20.0
"""How long a question waits for its rewriting before it is looked up as it stands."""

NOTHING_TO_LOOK_UP = "NONE"
MOST_CHARACTERS = 400

TASK = """\
Do not answer this message. Rewrite it as one question that can be understood without the chat above, in the language \
of the message, with the names and subjects that it refers to. Answer with the rewritten question alone, in one line. \
If it asks for no information at all (a greeting, thanks, a wish to shorten, translate or reword the last answer), \
answer with the word NONE.

Message: {question}"""

_LABEL = re.compile(
    r"^\s*(?:rewritten |standalone )?(?:question|query|frage|pregunta|message)\s*[:：]\s*", re.IGNORECASE
)
_WRAPPING = " \t\"'“”„«»「」*_`"


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What to look up; an empty `query`: nothing. `rewritten` tells whether it differs from the question."""

    query: str
    rewritten: bool = False


async def standalone(question: str, ask: AskModel | None, *, within_s: float = WITHIN_S) -> LookedUp:
    """The question as it would be asked by itself; as it is where there is no chat before it, or the model fails."""
    if ask is None or not question.strip():
        return LookedUp(question)
    try:
        async with asyncio.timeout(within_s):
            said = await ask(TASK.format(question=question))
    except (ModelTrouble, TimeoutError):
        return LookedUp(question)
    return _taken(question, said)


def _taken(question: str, said: str) -> LookedUp:
    lines = [line for line in said.splitlines() if line.strip(_WRAPPING)]
    if not lines:
        return LookedUp(question)
    query = " ".join(_LABEL.sub("", lines[-1].strip(_WRAPPING)).strip(_WRAPPING).split())
    if query.rstrip(".").upper() == NOTHING_TO_LOOK_UP:
        return LookedUp("", rewritten=True)
    if not query or len(query) > MOST_CHARACTERS:
        return LookedUp(question)
    return LookedUp(query, rewritten=query != question.strip())
