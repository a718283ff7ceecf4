"""Frozen event types that faces render, and the announcer that tells them what changed.

They are structs of `msgspec`, not dataclasses: two dozen of those cost 11 ms of the way to the first paint (measured).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

if TYPE_CHECKING:
    from core.errors import HearthError
    from models.language.messages import ToolCall, Usage

_log = logging.getLogger("hearth.events")

# ---- what one turn tells --------------------------------------------------------------------------------------------


class TurnStarted(msgspec.Struct, frozen=True):
    """The question is stored and the empty answer exists. `question_id` is empty when an answer is made anew."""

    conversation_id: str
    question_id: str
    answer_id: str
    model: str


class ContextSummarised(msgspec.Struct, frozen=True):
    """Older messages no longer fit; `message_count` of them now stand in `summary`."""

    message_count: int
    summary: str


class ContextMeasured(msgspec.Struct, frozen=True):
    """How full the context window is: tokens of the prompt (estimated unless `exact`), and the window's size."""

    used_tokens: int
    window_tokens: int
    exact: bool = False


class ModelSwitched(msgspec.Struct, frozen=True):
    """`wanted` failed or is missing; `used` answers instead. `reason` is an owner's sentence."""

    wanted: str
    used: str
    reason: str


class Retrying(msgspec.Struct, frozen=True):
    """The call failed before its first piece and is made again, the `attempt`-th time, after `wait_s`."""

    attempt: int
    wait_s: float
    reason: str


class TextDelta(msgspec.Struct, frozen=True):
    """More of the answer."""

    text: str


class ThinkingDelta(msgspec.Struct, frozen=True):
    """More of the model's thinking."""

    text: str


class ToolCallRequested(msgspec.Struct, frozen=True):
    """The model asked for a tool. Without tools it is shown and kept, and nothing runs."""

    call: ToolCall


class TurnFinished(msgspec.Struct, frozen=True):
    """The answer is whole (or was stopped by the owner) and stored."""

    answer_id: str
    stopped: bool
    usage: Usage
    first_token_s: float | None
    total_s: float


class TurnFailed(msgspec.Struct, frozen=True):
    """The answer failed; what had arrived is stored under `answer_id`."""

    answer_id: str
    error: HearthError


TurnEvent: TypeAlias = (
    TurnStarted
    | ContextSummarised
    | ContextMeasured
    | ModelSwitched
    | Retrying
    | TextDelta
    | ThinkingDelta
    | ToolCallRequested
    | TurnFinished
    | TurnFailed
)

# ---- what changed in the background ---------------------------------------------------------------------------------


class ConversationChanged(msgspec.Struct, frozen=True):
    """One conversation's title, place, flags, tags or messages changed."""

    conversation_id: str
    what: Literal["created", "details", "messages", "deleted"]


class AnswerHeard(msgspec.Struct, frozen=True):
    """How much was heard of a spoken answer that was interrupted is kept with it now."""

    message_id: str


class FoldersChanged(msgspec.Struct, frozen=True):
    """Folders were made, renamed, moved or deleted, or tags changed."""


class SettingChanged(msgspec.Struct, frozen=True):
    """A setting has a new value."""

    name: str


class NetworkChanged(msgspec.Struct, frozen=True):
    """A door opened or closed, or a connection was refused."""


class VaultClosed(msgspec.Struct, frozen=True):
    """The vault was locked; `reason` says why."""

    reason: Literal["owner", "idle", "suspend", "screen_lock", "closing"]


class StorageFull(msgspec.Struct, frozen=True):
    """Writing failed for lack of space (`full`), or works again."""

    full: bool


class TransferChanged(msgspec.Struct, frozen=True):
    """A download or another long job of the library began, moved on or ended; ask `library.transfers` about it."""

    transfer_id: str


class ModelsChanged(msgspec.Struct, frozen=True):
    """A model was installed, removed, loaded or unloaded, or the server that offers them came or went."""


class PersonasChanged(msgspec.Struct, frozen=True):
    """Personas were made, changed or deleted."""


class PromptsChanged(msgspec.Struct, frozen=True):
    """Prompts were made, changed or deleted."""


# ---- what the voice tells -------------------------------------------------------------------------------------------

VoiceState: TypeAlias = Literal["idle", "armed", "listening", "transcribing", "thinking", "speaking"]
VoiceMode: TypeAlias = Literal["off", "push_to_talk", "hands_free", "waiting_for_phrase", "dictation", "reading"]


class VoiceStateChanged(msgspec.Struct, frozen=True):
    """The voice session is in another state. `conversation_id` is empty until something was asked in a chat.

    `microphone_open` is true while any sound at all comes in, also where nobody listens to it yet; `muted` while the
    owner keeps it closed in a conversation that goes on.
    """

    state: VoiceState
    mode: VoiceMode
    microphone_open: bool
    conversation_id: str = ""
    muted: bool = False


class LiveTextChanged(msgspec.Struct, frozen=True):
    """What has been understood so far: `fixed` does not change any more, `tentative` may.

    They stand directly one after the other: a space, where the language writes one, ends `fixed` or begins `tentative`.
    """

    fixed: str
    tentative: str


class VoiceTurnBegan(msgspec.Struct, frozen=True):
    """A spoken question is asked in this chat; `assistant.voice.turn_events(conversation_id)` tells how it goes."""

    conversation_id: str


class DictationHeard(msgspec.Struct, frozen=True):
    """A text that was only dictated, whole; whoever wanted it puts it where it belongs."""

    text: str


class SentenceSpoken(msgspec.Struct, frozen=True):
    """The characters `start` to `end` of this message are being spoken now; with an empty id nothing is any more."""

    message_id: str
    start: int = 0
    end: int = 0


class CommandHeard(msgspec.Struct, frozen=True):
    """A spoken command was understood and carried out, or is handed on because only a face can carry it out."""

    command: str
    said: str


class MoodHeard(msgspec.Struct, frozen=True):
    """A hint how the last utterance sounded; empty: nothing that stands out."""

    mood: Literal["", "calm", "cheerful", "tense", "tired", "hurried"]


class VoiceTrouble(msgspec.Struct, frozen=True):
    """Something about the voice failed or had to change (another device, the processor instead of the card)."""

    error: HearthError


class SoundServerReturned(msgspec.Struct, frozen=True):
    """The sound system answers again, after `VoiceTrouble(SoundServerGone)`."""


class SoundDevicesChanged(msgspec.Struct, frozen=True):
    """A microphone or loudspeaker came or went, or the usual one is another."""


class TranscriptChanged(msgspec.Struct, frozen=True):
    """A transcript of a file or voice note was made, moved on, changed or was deleted."""

    transcript_id: str


Change: TypeAlias = (
    ConversationChanged
    | AnswerHeard
    | FoldersChanged
    | SettingChanged
    | NetworkChanged
    | VaultClosed
    | StorageFull
    | TransferChanged
    | ModelsChanged
    | PersonasChanged
    | PromptsChanged
    | VoiceStateChanged
    | LiveTextChanged
    | VoiceTurnBegan
    | DictationHeard
    | SentenceSpoken
    | CommandHeard
    | MoodHeard
    | VoiceTrouble
    | SoundServerReturned
    | SoundDevicesChanged
    | TranscriptChanged
)


class Announcer:
    """Hands each change to all listeners, on the thread that announces (the core's loop)."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Change], None]] = []

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` for each change from now on; the returned function ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def announce(self, change: Change) -> None:
        """Tell all listeners of `change`. One that fails stops neither the others nor the caller: its work is done."""
        for listener in tuple(self._listeners):
            try:
                listener(change)
            except Exception as bug:  # noqa: BLE001 - see above; the log is the only one to tell
                _log.error("a listener failed", exc_info=bug)
