"""Bytes of a text of unknown encoding, as text."""

from __future__ import annotations

import codecs

_SAMPLE_BYTES = 1 << 16
_NO_ENCODINGS = {"undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "unicode-escape", "utf-7"}
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
    return _likeliest(data)


def _known(name: str) -> bool:
    try:
        codec = codecs.lookup(name)
        return codec._is_text_encoding and codec.name not in _NO_ENCODINGS  # others unpack, or turn letters round
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


# ---- encodings of one country or another: judged by what the text would say ------------------------------------------

_SINGLE = ("cp1252", "cp1250", "cp1251", "koi8-r", "cp1253", "cp1255", "cp1256", "cp874")
_DOUBLE = ("cp932", "euc_jp", "cp949", "gb18030", "big5")
_SCRIPTS = ((0x370, 0x400, "greek"), (0x400, 0x530, "cyrillic"), (0x590, 0x600, "hebrew"), (0x600, 0x700, "arabic"))
_FREQUENT = frozenset("оеаинтсрвлאבהוילמרתשاليمنتوربαοιεστνηυκάานรกเงอมยลวดสท่้ัีิ")
"""The commonest letters of each alphabet: the same bytes are letters in all of them, but not the same ones often."""
_LETTERS_SAMPLED = 3_000


def _likeliest(data: bytes) -> str:
    sample = data[:_SAMPLE_BYTES]
    sample = sample[: sample.rfind(b"\n") + 1] or sample  # no character cut in two
    scores = {name: _double_score(sample, name) for name in _DOUBLE} | {
        name: _single_score(sample, name) for name in _SINGLE
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0 else "cp1252"


def _double_score(sample: bytes, name: str) -> float:
    """Share of characters beyond ASCII that are everyday ones in the languages written so."""
    try:
        text = sample.decode(name)
    except UnicodeDecodeError:
        return -1.0
    signs = [sign for sign in text if sign > "\x7f"][:_LETTERS_SAMPLED]
    if not signs:
        return -1.0
    return sum(_everyday(sign, name) for sign in signs) / len(signs)


def _everyday(sign: str, name: str) -> float:
    code = ord(sign)
    if 0x3000 <= code <= 0x3002 or 0xFF01 <= code <= 0xFF5E:
        return 0.8
    if name in ("cp932", "euc_jp"):
        return 1.0 if 0x3040 <= code <= 0x30FF else 0.75 if 0x4E00 <= code <= 0x9FFF else 0.0
    if name == "cp949":
        return 0.95 if 0xAC00 <= code <= 0xD7A3 and len(raw := sign.encode(name)) == 2 and raw[1] >= 0xA1 else 0.1
    if not 0x4E00 <= code <= 0x9FFF:
        return 0.0
    raw = sign.encode(name)
    if name == "gb18030":
        return 0.9 if 0xB0 <= raw[0] <= 0xD7 and raw[1] >= 0xA1 else 0.1
    return 0.9 if 0xA4 <= raw[0] <= 0xC6 else 0.1


def _single_score(sample: bytes, name: str) -> float:
    """Letters in words of one script are right; signs among them, capitals within words, accents in a row are not."""
    try:
        text = sample.decode(name)
    except UnicodeDecodeError:
        text = sample.decode(name, "replace")
    score, count = 0.0, 0
    for before, sign, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if sign > "\x7f":
            count += 1
            score += _fits(before, sign, after)
            if count >= _LETTERS_SAMPLED:
                break
    return score / count if count else 0.0


def _fits(before: str, sign: str, after: str) -> float:
    if sign == "\ufffd":
        return -3.0
    if "\u0e00" < sign < "\u0e80":
        if (before + after).strip().isascii() and (before + after).strip():
            return -1.0  # Thai stands with Thai; its vowels and tones are no letters to Python
        return 1.1 if sign in _FREQUENT else 0.6
    if not sign.isalpha():
        in_word = before.isalpha() and after.isalpha() and sign not in "’‘·"
        return -1.5 if in_word else 0.3
    script = _script(sign)
    if any(other.isalpha() and _script(other) != script for other in (before, after)):
        return -1.0
    if sign.isupper() and before.isalpha() and (before.islower() or after.islower()):
        return -0.8
    if script == "latin":
        return 0.0 if (before > "\x7f" and before.isalpha()) or (after > "\x7f" and after.isalpha()) else 0.95
    return 1.1 if sign in _FREQUENT else 0.9


def _script(sign: str) -> str:
    code = ord(sign)
    return next((name for low, high, name in _SCRIPTS if low <= code < high), "latin" if code < 0x250 else "other")
