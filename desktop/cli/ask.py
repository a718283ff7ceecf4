"""`hearth ask`: one question, streamed to standard output."""

from __future__ import annotations

import argparse
import json
import mimetypes
import os
import stat
import sys
from pathlib import Path
from typing import Any, assert_never

import msgspec

from core.conversations.message_tree import NewAttachment
from core.errors import AttachmentRefused, NothingToAnswer
from core.events import (
    ContextMeasured,
    ContextSummarised,
    EarlierTurnsUsed,
    MemoriesUsed,
    ModelSwitched,
    Retrying,
    SourcesFound,
    TextDelta,
    ThinkingDelta,
    ToolCallRequested,
    TurnEvent,
    TurnFailed,
    TurnFinished,
    TurnStarted,
)
from core.paths import HearthPaths
from desktop.cli.main import show_error
from desktop.cli.session import open_assistant

MOST_INPUT_BYTES = 20_000_000


async def ask(options: argparse.Namespace, paths: HearthPaths) -> int:
    """Answer one question; returns 1 when the answer failed."""
    question, attachments = _question(options)
    async with open_assistant(options, paths) as assistant:
        conversation_id = options.chat or (await assistant.conversations.create()).conversation_id
        events = assistant.turns.ask(conversation_id, question, attachments=attachments, model=options.model)
        show = _JsonOutput() if options.json else TextOutput(thinking=options.thinking)
        status = 0
        async for event in events:
            show.event(event)
            if isinstance(event, TurnFailed):
                status = 1
        await assistant.settle()
    return status


def _question(options: argparse.Namespace) -> tuple[str, list[NewAttachment]]:
    """The words, and what came on standard input: the question itself, or something the question is about."""
    words = " ".join(options.question).strip()
    attachments = [_image(Path(name)) for name in options.image]
    piped = _standard_input()
    if piped and words:
        attachments.append(
            NewAttachment(kind="text", name="standard input", media_type="text/plain", data=piped.encode())
        )
    elif piped:
        words = piped
    if not words and not attachments:
        raise NothingToAnswer
    return words, attachments


def _standard_input() -> str:
    """What was piped or redirected to us; a terminal, or a descriptor somebody forgot to close, says nothing."""
    if sys.stdin is None or sys.stdin.closed:
        return ""
    mode = os.fstat(sys.stdin.fileno()).st_mode
    if not (stat.S_ISFIFO(mode) or stat.S_ISREG(mode)):
        return ""
    data = sys.stdin.buffer.read(MOST_INPUT_BYTES + 1)
    if len(data) > MOST_INPUT_BYTES:
        raise AttachmentRefused(name="standard input", reason="it is larger than 20 MB.")
    try:
        return data.decode("utf-8").strip()
    except UnicodeDecodeError:
        raise AttachmentRefused(name="standard input", reason="it is not text.") from None


def _image(path: Path) -> NewAttachment:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise AttachmentRefused(str(error), name=path.name, reason="the file cannot be read.") from None
    media_type = mimetypes.guess_type(path.name)[0] or ""
    if not media_type.startswith("image/"):
        raise AttachmentRefused(name=path.name, reason="it is not a picture.")
    return NewAttachment(kind="image", name=path.name, media_type=media_type, data=data)


class TextOutput:
    """The answer on standard output, everything else on standard error."""

    def __init__(self, *, thinking: bool) -> None:
        self._thinking = thinking
        self._open_line = False

    def event(self, event: TurnEvent) -> None:
        """Print what `event` has to say."""
        match event:
            case TextDelta(text=text):
                print(text, end="", flush=True)
                self._open_line = not text.endswith("\n")
            case ThinkingDelta(text=text):
                if self._thinking:
                    print(text, end="", file=sys.stderr, flush=True)
            case ModelSwitched(used=used, reason=reason):
                print(f"{reason} “{used}” answers instead.", file=sys.stderr)
            case Retrying(reason=reason, wait_s=wait_s):
                print(f"{reason} Trying again in {wait_s:.0f} s.", file=sys.stderr)
            case ContextSummarised(message_count=count):
                print(f"The chat grew long: {count} older messages were summarised.", file=sys.stderr)
            case ToolCallRequested(call=call):
                print(f"The model asked for the tool “{call.name}”; Hearth has no tools yet.", file=sys.stderr)
            case TurnFailed(error=error):
                self._end_line()
                show_error(error)
            case TurnFinished():
                self._end_line()
            case SourcesFound(passages=passages):
                for number, passage in enumerate(passages, start=1):
                    print(f"[{number}] {passage.document_name}, {passage.page_label or passage.page}", file=sys.stderr)
            case MemoriesUsed(memories=memories):
                for memory in memories:
                    print(f"Remembered: {memory.text}", file=sys.stderr)
            case TurnStarted() | ContextMeasured() | EarlierTurnsUsed():
                pass
            case _:
                assert_never(event)

    def _end_line(self) -> None:
        if self._open_line:
            print(flush=True)
            self._open_line = False


class _JsonOutput:
    """One JSON object a line: `event` and the event's own fields."""

    def event(self, event: TurnEvent) -> None:
        if isinstance(event, TurnFailed):
            show_error(event.error, as_json=True)
            return
        line: dict[str, Any] = {"event": _NAMES[type(event)], **msgspec.to_builtins(event)}
        print(json.dumps(line, ensure_ascii=False), flush=True)


_NAMES: dict[type, str] = {
    TurnStarted: "started",
    SourcesFound: "sources",
    ContextMeasured: "context",
    ContextSummarised: "summarised",
    ModelSwitched: "model_switched",
    Retrying: "retrying",
    TextDelta: "text",
    ThinkingDelta: "thinking",
    ToolCallRequested: "tool_call",
    TurnFinished: "finished",
}
