"""Errors of engines. `core` maps them to owner-facing errors; nothing else of a provider's client leaks upward.

EngineError
├── ServerUnreachable     nobody listens at the address (not running, wrong host or port)
├── ServerRefused         it answered, and said no (HTTP status, its own sentence)
│   ├── ModelMissing      the named model is not installed there
│   ├── OutOfMemory       the model does not fit into memory
│   └── AbilityMissing    the model cannot do what was asked (images, tools, thinking, embeddings)
├── RemoteModelRefused    the model runs on somebody else's computer and that is not allowed
├── ServerTooOld          the server lacks what we need
├── NotAModelServer       something answers there, but it does not speak the protocol
├── StreamBroken          the answer broke off (dropped connection, error line in the middle)
└── StreamStalled         no byte came for longer than the limit
"""

from __future__ import annotations


class EngineError(Exception):
    """An engine failed. `detail` is the engine's own text, for logs and for the details of an error card."""

    def __init__(self, detail: str = "", *, model: str = "", address: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
        self.model = model
        self.address = address


class ServerUnreachable(EngineError):
    """Nobody listens at `address`."""


class ServerRefused(EngineError):
    """The server answered with an error. `status` is the HTTP status, 0 when there was none."""

    def __init__(self, detail: str = "", *, model: str = "", address: str = "", status: int = 0) -> None:
        super().__init__(detail, model=model, address=address)
        self.status = status


class ModelMissing(ServerRefused):
    """The server does not have `model`."""


class OutOfMemory(ServerRefused):
    """The server has too little memory for `model`."""


class AbilityMissing(ServerRefused):
    """`model` cannot do what was asked; `ability` names it (`vision`, `tools`, `thinking`, `embedding`)."""

    def __init__(
        self, detail: str = "", *, model: str = "", address: str = "", status: int = 0, ability: str = ""
    ) -> None:
        super().__init__(detail, model=model, address=address, status=status)
        self.ability = ability


class RemoteModelRefused(EngineError):
    """`model` sends prompts to another computer, and the owner has not opened that door."""


class ServerTooOld(EngineError):
    """The server's `version` is below `needed`."""

    def __init__(self, *, address: str, version: str, needed: str) -> None:
        super().__init__(f"version {version}, needed {needed}", address=address)
        self.version = version
        self.needed = needed


class NotAModelServer(EngineError):
    """Something answers at `address`, but not in the expected protocol."""


class StreamBroken(EngineError):
    """The stream ended before its last piece."""


class StreamStalled(EngineError):
    """No byte came for `silence_s` seconds."""

    def __init__(self, *, silence_s: float, model: str = "", address: str = "") -> None:
        super().__init__(f"no byte for {silence_s:g} s", model=model, address=address)
        self.silence_s = silence_s
