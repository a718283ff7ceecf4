"""Turns files, pasted pictures and long texts into attachments, beside the Qt thread.

Pictures are turned upright, brought to a size that models can use and written anew, so that nothing of the original
file but its pixels is kept: no place, no camera, no author.
"""

from __future__ import annotations

import logging
import mimetypes
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeGuard

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from core.conversations.message_tree import NewAttachment
from core.errors import AttachmentRefused, HearthBug, HearthError
from core.knowledge.document_kinds import ATTACHED_KINDS, KINDS, kind_of

translate = QCoreApplication.translate

MAX_IMAGE_FILE_BYTES = 40 * 1024 * 1024
MAX_IMAGE_PIXELS = 120_000_000
MAX_TEXT_BYTES = 16 * 1024 * 1024
MAX_DOCUMENT_BYTES = 40 * 1024 * 1024
LONGEST_SIDE = 2048  # vision models work on 1–2 thousand pixels a side at most; more only costs time
PREVIEW_SIDE = 96  # two device pixels for each of the tile's 48

MAX_RECORDING_BYTES = 40 * 1024 * 1024
RECORDING_ENDINGS = frozenset(
    [
        ".aac",
        ".aif",
        ".aiff",
        ".amr",
        ".avi",
        ".flac",
        ".m4a",
        ".m4b",
        ".m4v",
        ".mka",
        ".mkv",
        ".mov",
        ".mp3",
        ".mp4",
        ".mpeg",
        ".mpg",
        ".oga",
        ".ogg",
        ".opus",
        ".wav",
        ".weba",
        ".webm",
        ".wma",
        ".wmv",
    ]
)
"""Audio and video: written down on the page of transcripts, or attached as they are."""

_PNG_BYTES_WORTH_KEEPING = 3 * 1024 * 1024
_JPEG_QUALITY = 88
_PIXELS_AT_ONCE = 1_000_000
_IMAGE_ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif"})
_IMAGE_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"webp", b"gif"})


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file that was chosen, pasted or dropped."""

    path: Path


@dataclass(frozen=True, slots=True)
class ImageSource:
    """A picture from the clipboard."""

    image: QImage
    name: str


@dataclass(frozen=True, slots=True)
class TextSource:
    """A text too long for the editor."""

    text: str
    name: str


Source: TypeAlias = FileSource | ImageSource | TextSource


@dataclass(frozen=True, slots=True)
class TakenAttachment:
    """An attachment that can be sent, and a small picture of it (null for texts)."""

    attachment: NewAttachment
    preview: QImage


class AttachmentIntake(QObject):
    """Takes sources in, one batch a thread; each source is answered once, by its number."""

    taken = Signal(int, object)  # number, TakenAttachment
    refused = Signal(int, str)  # number, a sentence

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._next_number = 0
        self._running: set[_Batch] = set()

    def take(self, sources: Sequence[Source]) -> list[int]:
        """Begin to read `sources`; returns the number of each."""
        numbers = list(range(self._next_number, self._next_number + len(sources)))
        self._next_number += len(sources)
        if sources:
            batch = _Batch(list(zip(numbers, sources, strict=True)))
            batch.taken.connect(self.taken)
            batch.refused.connect(self.refused)
            batch.ended.connect(self._on_ended)
            self._running.add(batch)
            batch.start()
        return numbers

    def reserve(self) -> int:
        """A number for an attachment that was taken in before and comes back."""
        self._next_number += 1
        return self._next_number - 1

    def _on_ended(self, batch: _Batch) -> None:
        self._running.discard(batch)


class _Batch(QObject):
    """The reading of one paste or drop. The thread holds the object, so that it outlives a composer that is closed."""

    taken = Signal(int, object)
    refused = Signal(int, str)
    ended = Signal(object)

    def __init__(self, work: list[tuple[int, Source]]) -> None:
        super().__init__()
        self._work = work

    def start(self) -> None:
        threading.Thread(target=self._run, name="attachment-intake", daemon=True).start()

    def _run(self) -> None:
        for number, source in self._work:
            try:
                self.taken.emit(number, take_in(source))
            except HearthError as error:
                self.refused.emit(number, f"{error.owner_sentence} {error.owner_next_step}".strip())
            except Exception as error:  # a fault of ours must not leave a tile turning for ever
                logging.getLogger(__name__).exception("an attachment could not be taken in")
                bug = HearthBug(type(error).__name__)
                self.refused.emit(number, f"{bug.owner_sentence} {bug.owner_next_step}")
        self._work.clear()
        self.ended.emit(self)


def is_folder(source: Source) -> TypeGuard[FileSource]:
    """Whether it is a folder, which can be read as documents, not attached."""
    return isinstance(source, FileSource) and source.path.is_dir()


def is_recording(source: Source) -> TypeGuard[FileSource]:
    """Whether it is an audio or video file, by its name."""
    return isinstance(source, FileSource) and source.path.suffix.lower() in RECORDING_ENDINGS


def attachable_endings() -> list[str]:
    """Endings of files that can be attached, such as “.pdf”; texts can be, whatever they are called."""
    documents = {suffix for kind in KINDS if kind.name != "picture" for suffix in kind.suffixes}
    return sorted(documents | _IMAGE_ENDINGS | RECORDING_ENDINGS)


def take_in(source: Source) -> TakenAttachment:
    """Read one source; raises `AttachmentRefused`. May take seconds: not for the Qt thread."""
    match source:
        case FileSource(path):
            return _from_file(path)
        case ImageSource(image, name):
            return _from_image(image, name, prefer_jpeg=False)
        case TextSource(text, name):
            return _from_text(text.replace("\0", ""), name)


def _from_file(path: Path) -> TakenAttachment:
    name = path.name
    try:
        if path.is_dir():
            raise AttachmentRefused(name=name, reason=translate("AttachmentIntake", "it is a folder."))
        size_bytes = path.stat().st_size
        if path.suffix.lower() in _IMAGE_ENDINGS:
            _refuse_above(MAX_IMAGE_FILE_BYTES, size_bytes, name)
            return _from_image_file(path)
        if path.suffix.lower() in RECORDING_ENDINGS:
            _refuse_above(MAX_RECORDING_BYTES, size_bytes, name)
            return _from_recording(path)
        _refuse_above(MAX_DOCUMENT_BYTES if _is_document(name, b"") else MAX_TEXT_BYTES, size_bytes, name)
        data = path.read_bytes()
    except OSError as error:
        raise AttachmentRefused(
            detail=str(error), name=name, reason=translate("AttachmentIntake", "it could not be read.")
        ) from error
    kind = kind_of(name, data[:4096])
    if kind is not None and _is_document(name, data[:4096]):  # read in a process of its own, once it is sent
        return TakenAttachment(NewAttachment("file", name, kind.media_types[0], data), QImage())
    return _from_text(_decoded(data, name), name)


def _is_document(name: str, head: bytes) -> bool:
    kind = kind_of(name, head)
    return kind is not None and kind.name in ATTACHED_KINDS


def _from_recording(path: Path) -> TakenAttachment:
    kind = mimetypes.guess_type(path.name)[0] or "audio/x-unknown"
    return TakenAttachment(NewAttachment("file", path.name, kind, path.read_bytes()), QImage())


def _from_image_file(path: Path) -> TakenAttachment:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in _IMAGE_FORMATS:
        raise AttachmentRefused(
            name=path.name, reason=translate("AttachmentIntake", "it is not a picture that Hearth can read.")
        )
    if size.width() * size.height() > MAX_IMAGE_PIXELS:
        raise AttachmentRefused(
            name=path.name, reason=translate("AttachmentIntake", "the picture has too many pixels.")
        )
    is_jpeg = bytes(reader.format().data()) in (b"jpeg", b"jpg")
    if is_jpeg and max(size.width(), size.height()) > LONGEST_SIDE:
        reader.setScaledSize(size.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise AttachmentRefused(
            detail=reader.errorString(), name=path.name, reason=translate("AttachmentIntake", "the picture is damaged.")
        )
    return _from_image(image, path.name, prefer_jpeg=is_jpeg)


def _from_image(image: QImage, name: str, *, prefer_jpeg: bool) -> TakenAttachment:
    clean = _only_pixels(image)
    data, media_type = _encoded(clean, prefer_jpeg=prefer_jpeg)
    ending = {"image/png": ".png", "image/jpeg": ".jpg"}[media_type]
    kept_name = name if Path(name).suffix.lower() in _endings_of(media_type) else Path(name).stem + ending
    preview = clean.scaled(
        PREVIEW_SIDE,
        PREVIEW_SIDE,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    return TakenAttachment(NewAttachment("image", kept_name, media_type, data), preview)


def _only_pixels(image: QImage) -> QImage:
    """A copy in sRGB, no larger than useful, without the texts and profiles that Qt carries along with an image."""
    if image.isNull():
        raise AttachmentRefused(
            name=translate("AttachmentIntake", "The picture"), reason=translate("AttachmentIntake", "it is empty.")
        )
    size = image.size()
    if max(size.width(), size.height()) > LONGEST_SIDE:
        size = size.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    formats = QImage.Format
    clean = QImage(size, formats.Format_ARGB32 if image.hasAlphaChannel() else formats.Format_RGB32)
    clean.fill(Qt.GlobalColor.transparent if image.hasAlphaChannel() else Qt.GlobalColor.white)
    painter = QPainter(clean)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for top, strip in _strips(image, size):
        painter.drawImage(0, top, strip)
    painter.end()
    return clean


def _strips(image: QImage, size: QSize) -> Iterator[tuple[int, QImage]]:
    """`image` scaled to `size` in sRGB, some rows at a time with their place from the top.

    Qt's scaling keeps Python's lock: in one piece, 24 million pixels held up the window for 80–115 ms (measured).
    """
    srgb = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    rows = max(1, size.height() * _PIXELS_AT_ONCE // max(1, image.width() * image.height()))
    for top in range(0, size.height(), rows):
        bottom = min(size.height(), top + rows)
        first = top * image.height() // size.height()
        last = max(first + 1, bottom * image.height() // size.height())
        strip = image.copy(0, first, image.width(), last - first)
        if strip.colorSpace().isValid():
            strip = strip.convertedToColorSpace(srgb)
        if strip.size() != QSize(size.width(), bottom - top):
            strip = strip.scaled(
                size.width(),
                bottom - top,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        strip.setColorSpace(QColorSpace())
        yield top, strip


def _encoded(image: QImage, *, prefer_jpeg: bool) -> tuple[bytes, str]:
    """PNG keeps letters in screenshots sharp; photographs, and what would be large, become JPEG."""
    if not prefer_jpeg:
        data = _written(image, b"png")
        if len(data) <= _PNG_BYTES_WORTH_KEEPING:
            return data, "image/png"
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    return _written(flat, b"jpeg", _JPEG_QUALITY), "image/jpeg"


def _written(image: QImage, form: bytes, quality: int = -1) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form))
    writer.setQuality(quality)
    if not writer.write(image):
        raise AttachmentRefused(
            detail=writer.errorString(),
            name=translate("AttachmentIntake", "The picture"),
            reason=translate("AttachmentIntake", "it is too large."),
        )
    return bytes(buffer.data().data())


def _from_text(text: str, name: str) -> TakenAttachment:
    data = text.encode("utf-8", errors="replace")
    _refuse_above(MAX_TEXT_BYTES, len(data), name)
    return TakenAttachment(NewAttachment("text", name, "text/plain", data), QImage())


def _decoded(data: bytes, name: str) -> str:
    """UTF-8, or UTF-16 that says so, or what old Windows programs write; anything else is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise AttachmentRefused(
                detail=str(error), name=name, reason=translate("AttachmentIntake", "its text is damaged.")
            ) from error
    if b"\0" in data:
        raise AttachmentRefused(name=name, reason=translate("AttachmentIntake", "it is neither a picture nor a text."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    text = data.decode("cp1252", errors="replace")
    odd = sum(not (letter.isprintable() or letter in "\r\n\t\f") or letter == "\ufffd" for letter in text[:8192])
    if odd * 50 > len(text[:8192]):
        raise AttachmentRefused(name=name, reason=translate("AttachmentIntake", "it is neither a picture nor a text."))
    return text


def _endings_of(media_type: str) -> tuple[str, ...]:
    return (".jpg", ".jpeg") if media_type == "image/jpeg" else (".png",)


def _refuse_above(limit_bytes: int, size_bytes: int, name: str) -> None:
    if size_bytes > limit_bytes:
        reason = translate("AttachmentIntake", "it is larger than {limit} MB.").format(
            limit=limit_bytes // (1024 * 1024)
        )
        raise AttachmentRefused(name=name, reason=reason)
