"""The rows of the branch in sight: stored messages, and the answer that grows; read into blocks on demand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic

from PySide6.QtCore import QCoreApplication

from core.conversations.message_tree import Message, StoredError
from core.errors import HearthError
from core.events import (
    ContextMeasured,
    ContextSummarised,
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
from desktop.chat.answer_sources import AnswerSources, as_found
from desktop.chat.block_stream import BlockStream, read_message, read_own_words
from desktop.chat.markdown_blocks import Block

translate = QCoreApplication.translate

#: Characters of one message that are read and laid out at first; reading takes about 1.1 ms per KiB.
FIRST_PART = 64_000
#: More than this of one message is not laid out (it would take seconds); it can be copied whole.
MOST_SHOWN = 512_000
_KEPT_MESSAGES = 60


@dataclass(slots=True)
class LiveAnswer:
    """An answer while it grows."""

    message: Message
    stream: BlockStream = field(default_factory=BlockStream)
    parts: list[str] = field(default_factory=list)
    length: int = 0
    thinking: str = ""
    thinking_began: float | None = None
    thinking_s: float | None = None
    notices: tuple[str, ...] = ()
    status: str = ""  # passing news such as a retry; gone with the first piece
    sources: AnswerSources | None = None

    @property
    def text(self) -> str:
        """What has arrived."""
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    @property
    def is_thinking(self) -> bool:
        """Whether thinking arrives and the answer has not begun."""
        return self.thinking_began is not None and self.thinking_s is None


@dataclass(frozen=True, slots=True)
class Growth:
    """What one batch of events changed in a row. `first_block` is None when the text stayed as it was."""

    first_block: int | None = None
    thinking: bool = False
    frame: bool = False  # notices, status, error, model or state


class TranscriptModel:
    """Messages of the path from the first to the active leaf, by index and by id."""

    def __init__(self) -> None:
        self._messages: list[Message] = []
        self._index: dict[str, int] = {}
        self._live: dict[str, LiveAnswer] = {}
        self._blocks: OrderedDict[str, tuple[str, list[Block]]] = OrderedDict()
        self._shown_lengths: dict[str, int] = {}
        self._thinking_s: dict[str, float] = {}
        self._sources: dict[str, AnswerSources] = {}
        self._are_notes = False

    @property
    def are_notes(self) -> bool:
        """Whether these are the owner's notes: a page that is read, with its Markdown; a question stays as typed."""
        return self._are_notes

    @are_notes.setter
    def are_notes(self, wanted: bool) -> None:
        if wanted != self._are_notes:
            self._are_notes = wanted
            self._blocks.clear()

    def __len__(self) -> int:
        return len(self._messages)

    def __iter__(self) -> Iterator[Message]:
        return iter(self._messages)

    def __getitem__(self, index: int) -> Message:
        return self._messages[index]

    def index_of(self, message_id: str) -> int | None:
        """Where a message stands, None when it is not on this path."""
        return self._index.get(message_id)

    def set_path(self, messages: Sequence[Message]) -> None:
        """Show another path. An answer that grows and is still on it goes on growing."""
        self._messages = list(messages)
        self._index = {message.message_id: index for index, message in enumerate(self._messages)}
        growing, self._live = self._live, {}
        for message_id, live in growing.items():
            index = self._index.get(message_id)
            if index is not None and self._messages[index].state == "streaming":
                self._live[message_id] = live
                self._messages[index] = live.message  # it knows more than what was stored a moment ago

    def live(self, message_id: str) -> LiveAnswer | None:
        """The growing answer with this id."""
        return self._live.get(message_id)

    def thinking_s(self, message_id: str) -> float | None:
        """How long the model thought, None when nobody measured it."""
        return self._thinking_s.get(message_id)

    def text_of(self, index: int) -> str:
        """The whole text of a row, as far as it has arrived."""
        message = self._messages[index]
        live = self._live.get(message.message_id)
        return live.text if live else message.text

    def thinking_of(self, index: int) -> str:
        """The model's thinking, as far as it has arrived."""
        message = self._messages[index]
        live = self._live.get(message.message_id)
        return live.thinking if live else message.thinking

    def blocks_of(self, index: int) -> list[Block]:
        """The blocks of a row, as far as it is shown."""
        message = self._messages[index]
        live = self._live.get(message.message_id)
        if live is not None:
            return live.stream.blocks
        text = self.shown_text(index)
        kept = self._blocks.get(message.message_id)
        if kept is not None and kept[0] == text:
            self._blocks.move_to_end(message.message_id)
            return kept[1]
        sources = self._sources.get(message.message_id)
        cited = None if sources is None else sources.count
        is_typed = message.role == "user" and not self._are_notes
        blocks = read_own_words(text) if is_typed else read_message(text, cited)
        self.keep(message.message_id, text, blocks)
        return blocks

    def sources_of(self, message_id: str) -> AnswerSources | None:
        """What an answer was made from, as far as it is known."""
        live = self._live.get(message_id)
        return live.sources if live is not None and live.sources is not None else self._sources.get(message_id)

    def set_sources(self, message_id: str, sources: AnswerSources) -> int | None:
        """What a stored answer was made from is known now; its citations are read anew. Its index, None if gone."""
        before = self._sources.get(message_id)
        self._sources[message_id] = sources if before is None else sources.after(before)
        if (None if before is None else before.count) != sources.count:
            self._blocks.pop(message_id, None)
        return self._index.get(message_id)

    def is_read(self, index: int) -> bool:
        """Whether the blocks of a row are known already."""
        message_id = self._messages[index].message_id
        return message_id in self._live or message_id in self._blocks

    def shown_text(self, index: int) -> str:
        """The part of the text that is laid out: all of it, unless it is very long."""
        message = self._messages[index]
        limit = self._shown_lengths.get(message.message_id, FIRST_PART)
        if len(message.text) <= limit:
            return message.text
        cut = message.text.rfind("\n", limit // 2, limit)
        return message.text[: cut + 1 if cut > 0 else limit]

    def hidden_characters(self, index: int) -> int:
        """How many characters of a very long message are not laid out."""
        if self._messages[index].message_id in self._live:
            return 0
        return len(self._messages[index].text) - len(self.shown_text(index))

    def show_more(self, index: int) -> None:
        """Lay out as much again of a very long message."""
        message_id = self._messages[index].message_id
        self._shown_lengths[message_id] = min(MOST_SHOWN, self._shown_lengths.get(message_id, FIRST_PART) * 2)

    def can_show_more(self, index: int) -> bool:
        """Whether `show_more` would show more."""
        shown = self._shown_lengths.get(self._messages[index].message_id, FIRST_PART)
        return shown < min(MOST_SHOWN, len(self._messages[index].text))

    # ---- an answer grows -------------------------------------------------------------------------------------------

    def begin(self, message: Message) -> bool:
        """An answer begins to grow. True when it is a new row at the end."""
        live = LiveAnswer(message, thinking=message.thinking, notices=message.notices)
        if message.text:
            live.parts.append(message.text)
            live.length = len(message.text)
            live.stream.append(message.text)
        self._live[message.message_id] = live
        index = self._index.get(message.message_id)
        if index is not None:
            self._messages[index] = message
            return False
        self.add(message)
        return True

    def add(self, message: Message) -> None:
        """One more message at the end."""
        self._index[message.message_id] = len(self._messages)
        self._messages.append(message)

    def apply(self, message_id: str, events: Sequence[TurnEvent]) -> Growth:
        """Take a batch of events for a growing answer; events for others change nothing."""
        live = self._live.get(message_id)
        if live is None:
            return Growth()
        words: list[str] = []
        thinking = frame = False
        for event in events:
            match event:
                case TextDelta():
                    words.append(event.text)
                case ThinkingDelta():
                    self._think(live, event.text)
                    thinking = True
                case _:
                    frame = self._take(live, event) or frame
        first: int | None = None
        text = "".join(words)
        if text:
            thinking = self._end_thinking(live) or thinking
            frame = frame or bool(live.status) or not live.parts
            live.status = ""
            live.parts.append(text)
            live.length += len(text)
            first = live.stream.append(text)
        return Growth(first, thinking, frame)

    def _think(self, live: LiveAnswer, text: str) -> None:
        if live.thinking_began is None:
            live.thinking_began = monotonic()
        live.thinking += text
        live.status = ""

    def _end_thinking(self, live: LiveAnswer) -> bool:
        if not live.is_thinking or live.thinking_began is None:
            return False
        live.thinking_s = monotonic() - live.thinking_began
        self._thinking_s[live.message.message_id] = live.thinking_s
        return True

    def _take(self, live: LiveAnswer, event: TurnEvent) -> bool:
        """An event that is no text; True when the row's frame changed."""
        match event:
            case ModelSwitched():
                told = translate("TranscriptModel", "{reason} {used} answers instead of {wanted}.")
                told = told.format(reason=event.reason, used=event.used, wanted=event.wanted).strip()
                live.notices += (told,)
                self._replace(live, model=event.used, notices=live.notices)
            case ContextSummarised():
                count = event.message_count
                told = translate("TranscriptModel", "%n older messages stand in a summary now.", "", count)
                live.notices += (told,)
                self._replace(live, notices=live.notices)
            case SourcesFound():
                live.sources = as_found(event, live.sources)
                count = len(event.passages)
                told = translate("TranscriptModel", "Reading %n passages of your documents…", "", count)
                live.status = told if count else ""
                self._sources[live.message.message_id] = live.sources
                if not live.length:
                    live.stream = BlockStream(live.sources.count)
            case MemoriesUsed():
                remembered = tuple(one.text for one in event.memories)
                live.sources = replace(live.sources or AnswerSources(asked=False), remembered=remembered)
                self._sources[live.message.message_id] = live.sources
            case Retrying():
                told = translate("TranscriptModel", "{reason} Trying again ({attempt})…")
                live.status = told.format(reason=event.reason, attempt=event.attempt).strip()
            case TurnFailed():
                self._fail(live, event.error)
            case ToolCallRequested():
                self._replace(live, tool_calls=(*live.message.tool_calls, event.call))
            case TurnFinished():
                self._end_thinking(live)
                self._replace(
                    live,
                    state="stopped" if event.stopped else "complete",
                    usage=event.usage,
                    first_token_s=event.first_token_s,
                    total_s=event.total_s,
                )
            case TextDelta() | ThinkingDelta() | TurnStarted() | ContextMeasured():
                return False
        return True

    def _fail(self, live: LiveAnswer, error: HearthError) -> None:
        stored = StoredError(error.code, error.owner_sentence, error.owner_next_step, error.detail)
        self._end_thinking(live)
        self._replace(live, state="failed", error=stored)

    def _replace(self, live: LiveAnswer, **changes: object) -> None:
        live.message = replace(live.message, **changes)  # type: ignore[arg-type]  # names come from this file
        index = self._index.get(live.message.message_id)
        if index is not None:
            self._messages[index] = live.message

    def finish(self, message: Message) -> int | None:
        """`message` is stored in its final form. Returns its index, None when it is not on this path."""
        index = self._index.get(message.message_id)
        live = self._live.pop(message.message_id, None)
        if index is None:
            return None
        self._messages[index] = message
        if live is not None:
            self._end_thinking(live)
            if live.text == message.text:
                self._shown_lengths[message.message_id] = max(FIRST_PART, len(message.text))
                live.stream.finish()
                self.keep(message.message_id, message.text, live.stream.blocks)
        return index

    def keep(self, message_id: str, text: str, blocks: list[Block]) -> None:
        """Remember the blocks of `text`, the shown part of a message, until many others have been read."""
        self._blocks[message_id] = (text, blocks)
        self._blocks.move_to_end(message_id)
        while len(self._blocks) > _KEPT_MESSAGES:
            self._blocks.popitem(last=False)
