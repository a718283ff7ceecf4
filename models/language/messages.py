"""What goes into a language model and what comes out of it, the same for every provider."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Role: TypeAlias = Literal["system", "user", "assistant", "tool"]
StopReason: TypeAlias = Literal["stop", "length", "load", "unload", "tool_calls", "unknown"]


@dataclass(frozen=True, slots=True)
class ToolCall:
    """The model asks for a tool. `arguments` is what it wrote, unchecked."""

    name: str
    arguments: dict[str, Any] = field(default_factory=dict)
    call_id: str = ""


@dataclass(frozen=True, slots=True)
class ToolDefinition:
    """A tool that a model may ask for; `parameters` is a JSON schema."""

    name: str
    description: str
    parameters: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message of a prompt. `images` are encoded files (PNG, JPEG, WebP) for models that see."""

    role: Role
    text: str
    images: tuple[bytes, ...] = ()
    tool_calls: tuple[ToolCall, ...] = ()
    tool_name: str = ""
    tool_call_id: str = ""


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the model chooses words. None leaves the model's own default.

    `top_k` and `repeat_penalty` are for Ollama only: OpenAI's protocol has no such words.
    """

    temperature: float | None = None
    top_p: float | None = None
    seed: int | None = None
    max_tokens: int | None = None
    stop: tuple[str, ...] = ()
    top_k: int | None = None
    repeat_penalty: float | None = None


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """One question to one model.

    `context_tokens` is the window to allocate (Ollama's `num_ctx`), None for the model's default. `think` None leaves
    it to the model. `keep_alive_s` is how long the server should keep the model in memory; -1 keeps it for good.
    """

    model: str
    messages: tuple[ChatMessage, ...]
    tools: tuple[ToolDefinition, ...] = ()
    sampling: Sampling = field(default_factory=Sampling)
    context_tokens: int | None = None
    think: bool | None = None
    keep_alive_s: int | None = None
    response_schema: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Some characters of the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class ThinkingPiece:
    """Some characters of the model's thinking, shown apart from the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class ToolCallPiece:
    """A whole tool call."""

    call: ToolCall


@dataclass(frozen=True, slots=True)
class Usage:
    """What an answer cost. Durations in seconds as the server measured them, None where it does not say."""

    prompt_tokens: int | None = None
    answer_tokens: int | None = None
    load_s: float | None = None
    prompt_s: float | None = None
    answer_s: float | None = None

    @property
    def tokens_per_s(self) -> float | None:
        """Writing speed of the model, None when the server did not tell."""
        if not self.answer_tokens or not self.answer_s:
            return None
        return self.answer_tokens / self.answer_s


@dataclass(frozen=True, slots=True)
class Finished:
    """The last piece of every whole stream. A stream that ends without it was broken."""

    reason: StopReason
    usage: Usage


Piece: TypeAlias = TextPiece | ThinkingPiece | ToolCallPiece | Finished
