"""Errors of engines. `core` maps them to owner-facing errors; nothing else of a provider's client leaks upward.

EngineError
├── ServerUnreachable     nobody listens at the address (not running, wrong host or port)
│   └── PrivateServerFailed   Hearth's own server does not run, and is not started any more
├── ServerRefused         it answered, and said no (HTTP status, its own sentence)
│   ├── ModelMissing      the named model is not installed there
│   ├── OutOfMemory       the model does not fit into memory
│   └── AbilityMissing    the model cannot do what was asked (images, tools, thinking, embeddings)
├── RemoteModelRefused    the model runs on somebody else's computer and that is not allowed
├── ServerTooOld          the server lacks what we need
├── NotAModelServer       something answers there, but it does not speak the protocol
├── StreamBroken          the answer broke off (dropped connection, error line in the middle)
├── StreamStalled         no byte came for longer than the limit
├── NotEnoughDisk         a file does not fit on the disk, or the disk filled up while it was written
├── DiskRefused           the disk would not take or give a file for another reason (rights, damage, read-only)
├── UnsafeName            a model id or file path that would leave its folder
├── SpeechEngineFailed    an engine that hears failed; `device` tells where it ran, so that another can be tried
│   ├── EngineDied        its process ended in the middle of the work, or never came up
│   ├── DeviceUnusable    the device cannot be used: no driver, a library is missing, too old
│   └── MemoryExhausted   the model, or its work, does not fit into the device's memory
├── SpeechModelUnfit      the folder of a speech model lacks a file, or one is damaged
├── TranslationMissing    the speech model cannot translate
├── VoiceUnfit            the files of a voice are incomplete or damaged, or are no voice
├── VoiceFailed           a voice, or the system's program that speaks, failed in the middle of its work
├── SoundUnreadable       a file holds no sound that could be read
├── PictureUnread         the engine that reads pictures is incomplete, or broke over one
├── EmbedderUnfit         the files of an embedder are missing or damaged, or it computes something else
├── EmbedderFailed        an embedder failed in the middle of its work
└── DownloadFailed        a file could not be fetched; what came so far stays, unless a kind below says otherwise
    ├── HostRefused       the host said no (HTTP status); 429 and 503 only after much patience
    ├── ForeignRedirect   the host sent us to a host, or to plain http, that was not agreed to
    ├── TransferBroken    the connection broke or stalled again and again without getting further
    ├── AnswerUnfit       what the host sends is not the file (compressed, a web page, a nonsensical range)
    ├── SizeDiffers       the file is larger or smaller than it should be; what came is thrown away
    └── ChecksumDiffers   its SHA-256 is not the expected one; what came is thrown away
"""

from __future__ import annotations

from urllib.parse import urlsplit


class EngineError(Exception):
    """An engine failed. `detail` is the engine's own text, for logs and for the details of an error card."""

    def __init__(self, detail: str = "", *, model: str = "", address: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
        self.model = model
        self.address = address


class ServerUnreachable(EngineError):
    """Nobody listens at `address`."""


class PrivateServerFailed(ServerUnreachable):
    """Hearth's own server does not run, and is not started any more. `detail` ends with what it wrote last."""


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


class NotEnoughDisk(EngineError):
    """`needed_bytes` do not fit where only `free_bytes` are free; what came so far stays and can be resumed."""

    def __init__(self, detail: str = "", *, needed_bytes: int, free_bytes: int) -> None:
        super().__init__(detail or f"{needed_bytes} bytes needed, {free_bytes} free")
        self.needed_bytes = needed_bytes
        self.free_bytes = free_bytes


class DiskRefused(EngineError):
    """The disk would not take or give a file, for another reason than being full. `detail` is the system's text."""


class UnsafeName(EngineError):
    """A model id, or a file path of a model, that does not stay inside its folder."""


class SpeechEngineFailed(EngineError):
    """An engine that hears failed on `device` (`cpu` or `cuda`)."""

    def __init__(self, detail: str = "", *, model: str = "", device: str = "cpu") -> None:
        super().__init__(detail, model=model)
        self.device = device

    @property
    def blames_card(self) -> bool:
        """Whether the graphics card was at work, so that the processor may do better."""
        return self.device != "cpu"


class EngineDied(SpeechEngineFailed):
    """The engine's process ended with `status` (negative: by that signal), or did not answer and was ended."""

    def __init__(self, detail: str = "", *, model: str = "", device: str = "cpu", status: int = 0) -> None:
        super().__init__(detail, model=model, device=device)
        self.status = status


class DeviceUnusable(SpeechEngineFailed):
    """The device cannot be used: no driver, a library that is missing or does not fit, a card too old."""


class MemoryExhausted(SpeechEngineFailed):
    """The model, or its work, does not fit into the memory of the device."""


class SpeechModelUnfit(EngineError):
    """The folder of a speech model lacks `file`, or that file is damaged."""

    def __init__(self, detail: str = "", *, model: str = "", file: str = "") -> None:
        super().__init__(detail, model=model)
        self.file = file


class TranslationMissing(EngineError):
    """The speech model was made for English alone, or without translation."""


class VoiceUnfit(EngineError):
    """The files of the voice `model` are incomplete or damaged, or are no voice at all."""


class VoiceFailed(EngineError):
    """The voice `model`, or the system's program that speaks, failed in the middle of its work."""


class SoundUnreadable(EngineError):
    """A file is no sound or video, holds no sound, or is damaged from the beginning."""


class EmbedderUnfit(EngineError):
    """The files of the embedder `model` are missing or damaged, or compute something else than they should."""


class EmbedderFailed(EngineError):
    """The embedder `model` failed in the middle of its work, or what it told are no vectors."""


class PictureUnread(EngineError):
    """The engine that reads text in pictures is incomplete, or broke over one."""


class DownloadFailed(EngineError):
    """A file could not be fetched from `address`, which is its URL without a query (a query may hold a signature)."""

    @property
    def host(self) -> str:
        """The host of `address`."""
        return urlsplit(self.address).hostname or ""


class HostRefused(DownloadFailed):
    """The host answered with `status` instead of the file."""

    def __init__(self, detail: str = "", *, address: str, status: int) -> None:
        super().__init__(detail or f"HTTP {status}", address=address)
        self.status = status


class ForeignRedirect(DownloadFailed):
    """The host sent us on to `target_host`, which was not agreed to, or (`is_plain`) from https to plain http."""

    def __init__(self, *, address: str, target_host: str, is_plain: bool = False) -> None:
        super().__init__(f"redirect to {'http://' if is_plain else ''}{target_host}", address=address)
        self.target_host = target_host
        self.is_plain = is_plain


class TransferBroken(DownloadFailed):
    """`tries` connections in a row broke, stalled or were never made, without getting any further."""

    def __init__(self, detail: str = "", *, address: str, tries: int) -> None:
        super().__init__(detail, address=address)
        self.tries = tries


class AnswerUnfit(DownloadFailed):
    """What the host sends is not the plain file that was asked for."""


class SizeDiffers(DownloadFailed):
    """The file has `found_bytes` instead of `expected_bytes`."""

    def __init__(self, *, address: str, expected_bytes: int, found_bytes: int) -> None:
        super().__init__(f"{found_bytes} bytes instead of {expected_bytes}", address=address)
        self.expected_bytes = expected_bytes
        self.found_bytes = found_bytes


class ChecksumDiffers(DownloadFailed):
    """The file's SHA-256 is `found` instead of `expected`."""

    def __init__(self, *, address: str, expected: str, found: str) -> None:
        super().__init__(f"SHA-256 {found} instead of {expected}", address=address)
        self.expected = expected
        self.found = found
