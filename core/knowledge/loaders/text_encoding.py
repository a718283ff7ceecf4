"""Bytes of a text of unknown encoding, as text."""

from __future__ import annotations

import codecs

_SAMPLE_BYTES = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes, declared: str = "") -> str:
    """The text, with line ends as `\\n`. What cannot be decoded becomes U+FFFD. `declared` is what the file claims."""
    return data.decode(encoding_of(data, declared), "replace").replace("\r\n", "\n").replace("\r", "\n")


def encoding_of(data: bytes, declared: str = "") -> str:
    """Its encoding: by its mark, as UTF-8 if it is valid, as declared, else the likeliest by what it would say."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if wide := _wide(data[:_SAMPLE_BYTES]):
        return wide
    if _is_utf8(data):
        return "utf-8"
    if declared and _known(declared):
        return declared
    return "cp1252"


def _known(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding  # Python has codecs that unpack, and those that run rot13
    except (LookupError, ValueError):
        return False


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: in Latin text every other byte is nought."""
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.05:
        return "utf-16-be"
    return ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return fault.start > len(data) - 4 and "unexpected end" in fault.reason  # cut short in the last character
    return True
