"""The parts of a zip-based document, unpacked within limits whatever its directory claims."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from lxml import etree

from core.knowledge.knowledge_trouble import FileDamaged, FileEncrypted, FileKindUnknown, FileTooDeep, FileTooLarge
from core.knowledge.read_document import ParseLimits

_PIECE_BYTES = 1 << 20
_RATIO_FROM_BYTES = 32 << 20
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAY_DECLARE = 4096


class Parts:
    """What is in the package. Nothing is ever written to a disk, so names are names only."""

    def __init__(self, data: bytes, limits: ParseLimits) -> None:
        """Look at its directory. Raises a kind of `FileUnreadable`."""
        if data.startswith(_COMPOUND):
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise FileEncrypted("a package within a compound file")
            raise FileKindUnknown("a compound file of older Office programs")
        if data.count(b"PK\x01\x02") > limits.parts:
            raise FileTooLarge("too many parts")
        self._limits = limits
        self._packed = len(data)
        self._unpacked = 0
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._infos = {info.filename.lstrip("/"): info for info in self._zip.infolist()}

    @property
    def names(self) -> list[str]:
        """Names of all parts."""
        return list(self._infos)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def read(self, name: str) -> bytes:
        """One part. Raises a kind of `FileUnreadable`; `FileDamaged` when it is not there."""
        info = self._infos.get(name)
        if info is None:
            raise FileDamaged(f"{name} is missing")
        if info.flag_bits & 1:
            raise FileEncrypted(name)
        pieces = []
        with self._zip.open(info) as part:
            while piece := part.read(_PIECE_BYTES):
                self._unpacked += len(piece)
                if self._unpacked > self._limits.unpacked_bytes or (
                    self._unpacked > max(_RATIO_FROM_BYTES, self._packed * self._limits.ratio)
                ):
                    raise FileTooLarge(f"{self._packed} bytes unpack to more than {self._unpacked}")
                pieces.append(piece)
        return b"".join(pieces)

    def xml(self, name: str) -> etree._Element:
        """One part as a tree."""
        return parsed_xml(self.read(name))

    def rebuilt(self, wanted: Callable[[str], bool]) -> io.BytesIO:
        """The package anew, for a library to read: only wanted parts have content, and their sizes are true.

        Parts that are XML are looked through for declarations first.
        """
        anew = io.BytesIO()
        with zipfile.ZipFile(anew, "w", zipfile.ZIP_STORED) as package:
            for name in self._infos:
                content = self.read(name) if wanted(name) else b""
                refuse_declarations(content)
                package.writestr(name, content)
        anew.seek(0)
        return anew


def is_office_xml(name: str) -> bool:
    """Parts that hold words or what belongs to them, not pictures, fonts or programs."""
    return name.endswith((".xml", ".rels"))


def parsed_xml(data: bytes) -> etree._Element:
    """A tree, without entities, without the network, within libxml2's own bounds of depth and size."""
    refuse_declarations(data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise (FileTooDeep if "depth" in str(fault) else FileDamaged)(str(fault)[:300]) from fault


def refuse_declarations(data: bytes) -> None:
    """Formats of packages have no document types: entities stand in none but those that were made to do harm."""
    head = data[:_MAY_DECLARE]
    if b"\0" in head:  # UTF-16 or UTF-32
        head = data[: 4 * _MAY_DECLARE].replace(b"\0", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"<!DOCTYPE" in data:
        raise FileDamaged("it declares a document type")


def local_name(element: etree._Element) -> str:
    """`p` of `{http…}p`; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
