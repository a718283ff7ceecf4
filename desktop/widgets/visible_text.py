"""Makes characters visible that would change how text reads without being seen themselves."""

from __future__ import annotations

import re

from core.wording import worded

# Embeddings, overrides and isolates reorder what follows; tag characters and long runs of variation selectors carry
# text that nobody sees (“ASCII smuggling”). Plain marks (U+200E, U+200F, joiners) are part of honest writing and stay.
_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
    "|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{3,}"
)
#: Flags such as England's are a black flag, tag letters and a cancel tag (Unicode TR 51, ED-14a).
_TAG_RUN = re.compile(
    "(?P<flag>\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,8}\U000e007f)|(?P<tags>[\U000e0000-\U000e007f]+)"
)
_OTHER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
    "|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{3,}"
)


def visible(text: str) -> str:
    """`text` with hidden tags spelled out, direction overrides and control characters named."""
    if _SUSPECT.search(text) is None:
        return text
    return _OTHER.sub(_named, _TAG_RUN.sub(_spelled, text))


def _spelled(match: re.Match[str]) -> str:
    if match["flag"]:
        return match["flag"]
    hidden = "".join(chr(ord(sign) - 0xE0000) if 0xE0020 <= ord(sign) <= 0xE007E else "·" for sign in match["tags"])
    return worded("‹hidden: {0}›").format(hidden)


def _named(match: re.Match[str]) -> str:
    run = match[0]
    code = ord(run[0])
    if len(run) > 1:
        return worded("‹{0} hidden signs›").format(len(run))
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"‹U+{code:04X}›"
