from __future__ import annotations

from contextlib import aclosing
from dataclasses import replace

from core.inference.gateway import Gateway
from core.inference.middleware import ModelCall
from core.inference.transforms import Transforms
from models.language.messages import ChatMessage, ChatRequest, Finished, Piece, TextPiece, ThinkingPiece, Usage
from models.language.scripted_model import ScriptedServer

CALL = ModelCall(ChatRequest("m", (ChatMessage("user", "hello"),)), "test")


class Loud:
    def request(self, request: ChatRequest, *, purpose: str) -> ChatRequest:
        return replace(request, messages=tuple(replace(m, text=m.text.upper()) for m in request.messages))

    def piece(self, piece: Piece, *, purpose: str) -> Piece | None:
        return TextPiece(piece.text.upper()) if isinstance(piece, TextPiece) else piece


class Thoughtless:
    def request(self, request: ChatRequest, *, purpose: str) -> ChatRequest:
        return replace(request, think=False)

    def piece(self, piece: Piece, *, purpose: str) -> Piece | None:
        return None if isinstance(piece, ThinkingPiece) else piece


async def test_hooks_change_prompt_and_pieces_and_may_leave_pieces_out() -> None:
    server = ScriptedServer(["m"])
    server.script([ThinkingPiece("hm"), TextPiece("hi"), Finished("stop", Usage())])
    gateway = Gateway({"ollama": server}, middleware=[Transforms([Loud(), Thoughtless()])])
    async with aclosing(gateway.stream(CALL)) as stream:
        events = [event async for event in stream]
    assert events == [TextPiece("HI"), Finished("stop", Usage())]
    assert server.requests[0].messages[0].text == "HELLO"
    assert server.requests[0].think is False
