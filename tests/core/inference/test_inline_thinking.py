from __future__ import annotations

from contextlib import aclosing

import pytest

from core.inference.gateway import Gateway
from core.inference.inline_thinking import InlineThinking
from core.inference.middleware import ModelCall
from models.language.messages import ChatMessage, ChatRequest, Finished, Piece, TextPiece, ThinkingPiece, Usage
from models.language.scripted_model import ScriptedServer

END = Finished("stop", Usage())
CALL = ModelCall(ChatRequest("m", (ChatMessage("user", "?"),)), "test")


async def told(pieces: list[Piece]) -> tuple[str, str]:
    """(thinking, text) of an answer."""
    server = ScriptedServer(["m"])
    server.script(pieces)
    async with aclosing(Gateway({"ollama": server}, middleware=[InlineThinking()]).stream(CALL)) as stream:
        events = [event async for event in stream]
    assert events[-1] == END
    thinking = "".join(event.text for event in events if isinstance(event, ThinkingPiece))
    return thinking, "".join(event.text for event in events if isinstance(event, TextPiece))


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 11, 1000])
@pytest.mark.parametrize(
    ("answer", "thinking", "text"),
    [
        ("<think>\nTwo and two.\n</think>\n\nFour.", "Two and two.", "Four."),
        ("\n<think>a < b</ and c</think>Yes", "a < b</ and c", "Yes"),
        ("<think></think>Yes", "", "Yes"),
        ("<think>never closed", "never closed", ""),
        ("Plain <think>text</think>", "", "Plain <think>text</think>"),
        ("<b>bold</b>", "", "<b>bold</b>"),
        ("  indented", "", "  indented"),
        ("<thi", "", "<thi"),
        ("", "", ""),
    ],
)
async def test_thinking_in_the_text_is_told_apart_however_it_is_cut(
    *, size: int, answer: str, thinking: str, text: str
) -> None:
    pieces: list[Piece] = [TextPiece(answer[at : at + size]) for at in range(0, len(answer), size)]
    found_thinking, found_text = await told([*pieces, END])
    assert (found_thinking.rstrip(), found_text) == (thinking, text)


async def test_a_server_that_tells_thinking_apart_itself_is_left_alone() -> None:
    assert await told([ThinkingPiece("hm"), TextPiece("<think>literal</think>"), END]) == (
        "hm",
        "<think>literal</think>",
    )
