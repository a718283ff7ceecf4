"""The file that is imported: plain JSON, or a ZIP with JSON and pictures in it, opened with limits.

Nothing is unpacked to the disk, and no size that a ZIP claims is believed.
"""

from __future__ import annotations

import io
import mimetypes
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from core.conversations.importers.foreign_values import kind_of
from core.conversations.message_tree import NewAttachment
from core.errors import ImportRefused
from core.wording import worded

# A ChatGPT export of years is 100 to 400 MB of JSON, which compresses to a fifth or a tenth.
JSON_BYTES = 1024**3
_PICTURE_BYTES = 100 * 1024**2
_ENTRIES = 200_000
_RATIO = 200
_RATIO_COUNTS_FROM_BYTES = 10 * 1024**2
_CONVERSATIONS_FILE = re.compile(r"conversations(-\d+)?\.json")
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError)


class ImportSource:
    """Hands out the JSON texts and the pictures of one file. Blocking: use it on a worker thread, then close it.

    Raises ImportRefused when the file cannot be read, is too large, or is a ZIP that unpacks to far more than it is.
    """

    def __init__(self, source: Path | bytes, *, name: str) -> None:
        self.name = name
        self._source = source
        self._zip = self._opened_zip()
        self._entries = self._listed()

    def close(self) -> None:
        """Let go of the file."""
        if self._zip is not None:
            self._zip.close()

    def parts(self) -> list[str]:
        """The files in it that may hold chats; of a plain file, itself."""
        if self._zip is None:
            return [self.name]
        names = [path for path in self._entries if _CONVERSATIONS_FILE.fullmatch(PurePosixPath(path).name)]
        names = names or [path for path in self._entries if path.endswith(".json")]
        if not names:
            raise self.refused(worded("there is no file with conversations in this ZIP."))
        return sorted(names)

    def text(self, part: str) -> str:
        """The JSON text of one of `parts`."""
        return self._decoded(self._plain() if self._zip is None else self._unpacked(part, JSON_BYTES))

    def file(self, file_id: str, *, name: str = "", media_type: str = "") -> NewAttachment | None:
        """The file of a ZIP whose name begins with `file_id`, None when there is none or it cannot be read."""
        path = self._by_id.get(file_id)
        if path is None:
            return None
        try:
            data = self._unpacked(path, _PICTURE_BYTES)
        except ImportRefused:
            return None
        found = PurePosixPath(path).name
        guessed = media_type or mimetypes.guess_type(found)[0] or _type_of_bytes(data)
        return NewAttachment(kind_of(guessed), name or found, guessed, data)

    def has_file(self, file_id: str) -> bool:
        """Whether `file` may find it."""
        return file_id in self._by_id

    def refused(self, reason: str) -> ImportRefused:
        """The error that names this file."""
        return ImportRefused(reason, name=self.name, reason=reason)

    def _opened_zip(self) -> zipfile.ZipFile | None:
        try:
            if isinstance(self._source, bytes):
                start, opened = self._source[:4], io.BytesIO(self._source)
                return zipfile.ZipFile(opened) if start == b"PK\x03\x04" else None
            with self._source.open("rb") as file:
                start = file.read(4)
            return zipfile.ZipFile(self._source) if start == b"PK\x03\x04" else None
        except zipfile.BadZipFile as error:
            raise self.refused(worded("this ZIP is damaged or incomplete.")) from error
        except OSError as error:
            raise self.refused(worded("it cannot be read ({0}).").format(error.strerror or error)) from error

    def _listed(self) -> dict[str, zipfile.ZipInfo]:
        self._by_id: dict[str, str] = {}
        if self._zip is None:
            return {}
        infos = self._zip.infolist()
        if len(infos) > _ENTRIES:
            raise self.refused(worded("this ZIP holds {0} files; no export does.").format(len(infos)))
        for info in infos:
            for file_id in _ids_in(PurePosixPath(info.filename).name):
                self._by_id.setdefault(file_id, info.filename)
        return {info.filename: info for info in infos if not info.is_dir()}

    def _unpacked(self, path: str, limit_bytes: int) -> bytes:
        assert self._zip is not None
        info = self._entries[path]
        allowed = limit_bytes
        if info.compress_size * _RATIO < limit_bytes:
            allowed = max(info.compress_size * _RATIO, _RATIO_COUNTS_FROM_BYTES)
        try:
            with self._zip.open(info) as entry:
                data = entry.read(allowed + 1)
        except _ZIP_ERRORS as error:
            raise self.refused(worded("“{0}” in this ZIP is damaged or encrypted.").format(path)) from error
        if len(data) > allowed:
            raise self.refused(worded("“{0}” in this ZIP unpacks to far more than an export holds.").format(path))
        return data

    def _plain(self) -> bytes:
        if isinstance(self._source, bytes):
            data = self._source
        else:
            try:
                with self._source.open("rb") as file:
                    data = file.read(JSON_BYTES + 1)
            except OSError as error:
                raise self.refused(worded("it cannot be read ({0}).").format(error.strerror or error)) from error
        if len(data) > JSON_BYTES:
            raise self.refused(worded("it is larger than {0} MB.").format(JSON_BYTES // 1024**2))
        return data

    def _decoded(self, data: bytes) -> str:
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            reason = worded("it is not a text file (byte {0} is no {1}).").format(error.start, encoding[:6].upper())
            raise self.refused(reason) from error
        if not text.strip():
            raise self.refused(worded("it is empty."))
        return text


def _ids_in(file_name: str) -> Iterator[str]:
    """`file-AbC123-name.png`, `file_0000abcd-sanitized.png` and `file-AbC123.png` hold the id that chats refer to."""
    stem = file_name.partition(".")[0]
    yield file_name
    for prefix in ("file-", "file_"):
        if stem.startswith(prefix):
            yield prefix + stem[len(prefix) :].partition("-")[0]
    yield stem


def _type_of_bytes(data: bytes) -> str:
    for start, media_type in (
        (b"\x89PNG", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"GIF8", "image/gif"),
        (b"%PDF", "application/pdf"),
    ):
        if data.startswith(start):
            return media_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return "application/octet-stream"
