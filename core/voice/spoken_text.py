"""What is said of a piece of an answer: its words, without markup, emoji, citations and addresses.

A link is spoken by its words, a bare address by its host (“example dot org”): the rest of it is for the eye and takes
half a minute to spell. Code, tables and formulas are announced in the language of the answer. Numbers and symbols are
left to the voice, which knows the language.
"""

from __future__ import annotations

import html
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final
from urllib.parse import urlsplit

from core.voice.sentences import Sentence

_LINE_MARKS: Final = re.compile(r"^[ \t]*(?:>[ \t]*)*(?:#{1,6}[ \t]+|[-*+•][ \t]+(?:\[[ xX]\][ \t]+)?)?", re.MULTILINE)
_NUMBERED: Final = re.compile(r"^[ \t]*(?:>[ \t]*)*(\d{1,3})[.)][ \t]+")
_COMMENT_OR_TAG: Final = re.compile(r"<!--.*?(?:-->|$)|</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>", re.DOTALL)
_AUTOLINK: Final = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]+)>")
_IMAGE_OR_LINK: Final = re.compile(
    r"!?\[(?!\^?[\d\s,–-]+\])((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])"
)
_WIKI_LINK: Final = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_CITATION: Final = re.compile(r"\s?(?:\[\^?\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]|\[\^[^\]\s]{1,30}\]|【[^】\n]{1,20}】)")
_NOTE_SIGN: Final = re.compile(r"(?<=[.!?,;:\w\"”)])[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?=\s|$)")
_UNIT_BEFORE: Final = re.compile(r"(?:^|[\s\d/·(])(?:[kcdmµn]?m|in|ft|mi|[a-zA-Z])$")
_ADDRESS: Final = re.compile(
    r"\b(?:https?://|ftp://|mailto:|www\.)[^\s<>\"“”»]+[^\s<>\"“”».,;:!?)\]}*_'’]", re.IGNORECASE
)
_MAIL: Final = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_CODE: Final = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_SNAKE: Final = re.compile(r"(?<=\w)_+(?=\w)")
_EMPHASIS: Final = re.compile(r"(?<!\\)\*+|~~+|(?<![\w\\])_+|_+(?!\w)|`+|==(?=\S)|(?<=\S)==")
_INLINE_FORMULA: Final = re.compile(r"\\\((.+?)\\\)|\$([^$\n]*[\\^_=+*/<>][^$\n]*)\$|\$([A-Za-z])\$")
_FRACTION: Final = re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")
_TEX_COMMAND: Final = re.compile(r"\\(?:text|mathrm|mathbf|operatorname|left|right|,|;|!|quad)\b")
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>$])")
_ARROW: Final = re.compile(r"\s*(?:[←-⇿⟵-⟿]|<?[-=]+>)\s*")
_LONG_DASH: Final = re.compile(r"\s+[–—-]\s+|—")
_REPEATED: Final = re.compile(r"([!?,;:])\1+")
_BEFORE_MARK: Final = re.compile(r"\s+([.,;:!?…。、！？])")
_KEPT_SIGNS: Final = frozenset("°")
_DROPPED: Final = frozenset({"So", "Sk", "Cs", "Co", "Cn", "Cc", "Cf"})
_TEX_WORDS: Final = {
    r"\times": "×", r"\cdot": "·", r"\div": "÷", r"\pm": "±", r"\le": "≤", r"\leq": "≤", r"\ge": "≥", r"\geq": "≥",
    r"\ne": "≠", r"\neq": "≠", r"\approx": "≈", r"\infty": "∞", r"\pi": "π", r"\alpha": "α", r"\beta": "β",
    r"\gamma": "γ", r"\Delta": "Δ", r"\delta": "δ", r"\lambda": "λ", r"\mu": "μ", r"\sigma": "σ", r"\theta": "θ",
    r"\sqrt": "√", r"\sum": "∑", r"\int": "∫", r"\to": "→",
}  # fmt: skip
_ENDINGS: Final = frozenset(".!?…:;,。！？、：；")


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """What is said instead of things, in one language; `assets/voice/spoken_words.toml` explains them."""

    code: str
    table: str
    formula: str
    dot: str
    at: str
    link: str
    number: str
    stop: str


def spoken_words(language: str) -> SpokenWords:
    """Those of `language` (ISO 639-1), or English ones."""
    known = _all_words()
    return known.get(language[:2].lower(), known["en"])


def spoken(sentence: Sentence, language: str) -> str:
    """What a voice is given for this piece; "" where nothing is to be said."""
    words = spoken_words(language)
    if sentence.kind == "table":
        return words.table
    if sentence.kind == "code":
        return words.formula if sentence.text.lstrip().startswith(("$$", "\\[")) else words.code
    text = _without_marks(sentence, words)
    text = _without_links(text, words)
    text = _without_formulas(text)
    text = _without_emphasis(text)
    text = _without_signs(text)
    text = _BEFORE_MARK.sub(r"\1", " ".join(text.split())).lstrip(",;: ")
    if not any(character.isalnum() for character in text):
        return ""
    return text if _is_ended(text, sentence) else text + words.stop


@cache
def _all_words() -> dict[str, SpokenWords]:
    told = tomllib.loads((files("assets") / "voice" / "spoken_words.toml").read_text(encoding="utf-8"))
    return {language: SpokenWords(**words) for language, words in told.items()}


def _without_marks(sentence: Sentence, words: SpokenWords) -> str:
    text, number = sentence.text, ""
    if sentence.kind == "list_item" and (match := _NUMBERED.match(text)) is not None:
        number, text = words.number.format(number=int(match.group(1))), text[match.end() :]
    return number + _LINE_MARKS.sub("", text)


def _without_links(text: str, words: SpokenWords) -> str:
    text = _AUTOLINK.sub(r"\1", text)
    text = html.unescape(_COMMENT_OR_TAG.sub(" ", text)) if "<" in text or "&" in text else text
    if "[" in text or "【" in text:
        text = _WIKI_LINK.sub(r"\1", text)
        text = _IMAGE_OR_LINK.sub(r"\1", text)
        text = _CITATION.sub("", text)
    text = _ADDRESS.sub(lambda match: _host_of(match.group(), words), text)
    return _MAIL.sub(lambda match: _said_name(match.group().replace("@", f" {words.at} "), words), text)


def _host_of(address: str, words: SpokenWords) -> str:
    if address.lower().startswith("mailto:"):
        return _said_name(address[7:].split("?")[0].replace("@", f" {words.at} "), words)
    try:
        host = urlsplit(address if "://" in address else f"http://{address}").hostname or ""
    except ValueError:
        host = ""
    return _said_name(host.removeprefix("www."), words) or words.link


def _said_name(name: str, words: SpokenWords) -> str:
    return re.sub(r"\.(?=\w)", f" {words.dot} ", name)


def _without_formulas(text: str) -> str:
    """Formulas inside a line lose their TeX; what is left is read as it stands."""
    if "$" not in text and "\\" not in text:
        return text
    return _INLINE_FORMULA.sub(lambda match: _plain_formula(next(part for part in match.groups() if part)), text)


def _plain_formula(formula: str) -> str:
    formula = _TEX_COMMAND.sub("", _FRACTION.sub(r"\1 / \2", formula))
    formula = re.sub(r"\\[A-Za-z]+", lambda match: _TEX_WORDS.get(match.group(), match.group()[1:]) + " ", formula)
    return re.sub(r"[{}]", " ", formula.replace("^2", "²").replace("^3", "³").replace("_", " "))


def _without_emphasis(text: str) -> str:
    text = _CODE.sub(lambda match: match.group(2).strip(), text)
    return _ESCAPED.sub(r"\1", _SNAKE.sub(" ", _EMPHASIS.sub("", text)))


def _without_signs(text: str) -> str:
    text = _NOTE_SIGN.sub(lambda match: match.group() if _UNIT_BEFORE.search(text[: match.start()]) else "", text)
    text = _LONG_DASH.sub(", ", _ARROW.sub(", ", text))
    if not text.isascii():
        text = "".join(" " if character.isspace() else character for character in text if _is_said(character))
    return _REPEATED.sub(r"\1", text)


def _is_said(character: str) -> bool:
    """No emoji, pictures, keycaps, joiners and private signs."""
    if character.isascii() or character in _KEPT_SIGNS or character.isspace():
        return True
    if "\ufe00" <= character <= "\ufe0f" or character == "\u20e3":
        return False
    return unicodedata.category(character) not in _DROPPED


def _is_ended(text: str, sentence: Sentence) -> bool:
    """A clause goes on; all else ends as the voice knows an end, with a falling tone."""
    return sentence.ends == "clause" or text.rstrip("\"'”’»)」』） ")[-1:] in _ENDINGS
