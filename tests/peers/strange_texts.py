"""Texts that break programs: what people paste and models write when something is odd, or when somebody means ill."""

from __future__ import annotations

_DEEP = 10_000

STRANGE_TEXTS: dict[str, str] = {
    "NUL bytes": "before\0between\0\0after \x01\x02\x1b[31mred\x1b[0m\x7f",
    "lone surrogates": "a\ud800b\udfffc \ud83d\ude00 \ude00\ud83d end",
    "emoji and joiners": "👩‍👩‍👧‍👦 🏳️‍🌈 🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301 👍🏽 ☺️ \u200d\u200d " * 20,
    "right to left": "שלום עולם, זו שורה. مرحبا بالعالم، هذا سطر.\n\nהמשך\n\n- רשימה\n- عنصر",
    "mixed directions": "The word שלום (peace) costs 5₪, and مرحبا has 5 letters: `x = 'שלום'` **مرحبا** 1. 2. 3.",
    "bidi controls": "user\u202eresu\u202c \u2066a\u2067b\u2068c\u2069 file\u202egpj.exe \u200e\u200f\u061c",
    "invisible signs": "a\u200bb\u2060c\ufeffd\u00ade " + "".join(chr(0xE0000 + ord(sign)) for sign in "ignore this"),
    "stacked marks": "Z" + "\u0335\u0321\u034f\u0489" * 2_000 + "algo",
    "every line end": "one\rtwo\r\nthree\u2028four\u2029five\x0bsix\x0cseven\x85eight\n\n\n\nnine",
    "one endless word": "x" * 200_000,
    "nested quotes": ">" * _DEEP + " deep",
    "nested lists": "\n".join(f"{'  ' * min(depth, 400)}- {depth}" for depth in range(2_000)),
    "nested list marks": "- " * _DEEP + "deep",
    "nested numbers": "1. " * _DEEP + "deep",
    "nested brackets": "[" * _DEEP + "deep" + "]" * _DEEP,
    "nested links": "[a](" * _DEEP + "deep" + ")" * _DEEP,
    "nested pictures": "![" * _DEEP + "deep" + "](x)" * _DEEP,
    "nested stress": "*a **b " * _DEEP + "deep" + "** *" * _DEEP,
    "backticks": "".join("`" * (length % 150 + 1) + "a" for length in range(_DEEP // 10)),
    "tags that never end": "<a " * _DEEP + "<!--" * _DEEP + "&amp;&#0;&#xD800;&bogus;" * 1_000,
    "a table of 2,000 columns": "|".join("c" * 2_000) + "\n" + "|".join(["-"] * 2_000) + "\n" + "|".join("d" * 2_000),
    "fences in fences": "\n".join("`" * length + "python" for length in range(3, 200)),
    "almost a link": "http://" * _DEEP + " javascript:alert(1) [x](javascript:alert(1)) <file://localhost/etc/passwd>",
    "only spaces and signs": " \t\n" * 3_000 + "." + " \t\n" * 3_000,
}
