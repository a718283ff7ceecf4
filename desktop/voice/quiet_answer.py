"""The answer to a question that was spoken while no window of Hearth shows its chat: the overlay shows it instead."""

from __future__ import annotations

from collections.abc import Sequence

from core.errors import Cancelled, HearthError
from core.events import TextDelta, TurnEvent, TurnFailed, TurnStarted
from desktop.chat.block_stream import BlockStream
from desktop.chat.markdown_blocks import copied_text

_LAST_BLOCKS = 6


class QuietAnswer:
    """The end of one answer as one reads it, without markup, while it grows."""

    def __init__(self, conversation_id: str) -> None:
        self.conversation_id = conversation_id
        self.question_id = ""
        self.error: HearthError | None = None
        self._stream = BlockStream()

    @property
    def has_words(self) -> bool:
        """Whether anything was answered."""
        return bool(self._stream.blocks)

    @property
    def text(self) -> str:
        """What has arrived, or why nothing more will."""
        text = copied_text(self._stream.blocks[-_LAST_BLOCKS:]).strip()
        return f"{text}\n{self._why}".strip()

    @property
    def _why(self) -> str:
        error = self.error
        if error is None:
            return ""
        detail = f"\n{error.detail}" if error.points_to_detail else ""
        return f"{error.owner_sentence} {error.owner_next_step}{detail}"

    def fail(self, error: HearthError) -> None:
        """Nothing more will come of it."""
        if not isinstance(error, Cancelled):
            self.error = self.error or error

    def take(self, events: Sequence[TurnEvent]) -> bool:
        """Take more; tells whether another text is to be shown."""
        words = "".join(event.text for event in events if isinstance(event, TextDelta))
        if words:
            self._stream.append(words)
        for event in events:
            if isinstance(event, TurnStarted):
                self.question_id = event.question_id
            elif isinstance(event, TurnFailed):
                self.fail(event.error)
        return bool(words or self.error)
