"""Characters that a reader of the text does not see, taken out and counted: a carrier for instructions to models."""

from __future__ import annotations

import re

# Zero-width joiner and non-joiner belong to Persian, Indic scripts and emoji: between such they stay.
_JOINERS = re.compile(
    "(?<=[\u0600-\u06ff\u0700-\u074f\u0900-\u0dff\u0e80-\u109f\u1780-\u17ff\u200d\ufe0f\u2190-\u2bff\U0001f000-\U0001faff])"
    "[\u200c\u200d](?=[\u0600-\u06ff\u0700-\u074f\u0900-\u0dff\u0e80-\u109f\u1780-\u17ff\u2190-\u2bff\U0001f000-\U0001faff])"
)
# Flags of England, Scotland and Wales are spelled with tag characters, after a black flag, up to U+E007F.
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e007a]{1,6}\U000e007f")
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SELECTOR = re.compile(
    "(?:^|(?<=[\\s\ufe00-\ufe0f]))[\ufe00-\ufe0f]"
)  # chains and strays; one after a sign is its look
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_VARIANT = re.compile("(?<=[\u3400-\u9fff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]")  # of a name's character
_HARMLESS = re.compile("[\u00ad\ufeff\u200e\u200f\u061c\ufffc]")  # common in honest files: taken out, not told
_STAND_INS = re.compile("[\ue0f0-\ue0f2]")  # private signs that stand in for what stays


def without_hidden(text: str) -> tuple[str, int]:
    """The text without them, and how many were taken out that have no honest reason to be there.

    Control characters, halves of surrogate pairs and noncharacters become spaces or vanish, uncounted.
    """
    if text.isascii():
        return (_CONTROLS.sub(_space, text) if _CONTROLS.search(text) else text), 0
    text = _CONTROLS.sub(_space, text)
    if not (_HIDDEN.search(text) or _SELECTOR.search(text)):
        return text, 0
    flags: list[str] = []

    def keep(match: re.Match[str]) -> str:
        flags.append(match.group())
        return "\ue0f1"

    text = _FLAG.sub(keep, _STAND_INS.sub("", text))
    text = _JOINERS.sub(lambda match: "\ue0f0" if match.group() == "\u200c" else "\ue0f2", text)
    text = _HARMLESS.sub("", _VARIANT.sub("", text))
    text, hidden = _HIDDEN.subn("", text)
    text, strays = _SELECTOR.subn("", text)
    text = text.replace("\ue0f0", "\u200c").replace("\ue0f2", "\u200d")
    for flag in flags:
        text = text.replace("\ue0f1", flag, 1)
    return text, hidden + strays


def _space(match: re.Match[str]) -> str:
    return " " if match.group() in "\x0b\x0c\x1c\x1d\x1e\x1f\x85" else ""
