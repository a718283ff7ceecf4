"""How many tokens a prompt will have, before the server counts them, and learning from what it counted.

Characters per token, by script, as they are commonly given for the vocabularies of local models (Llama 3, Qwen, Gemma:
128,000 to 256,000 entries); rules of thumb, not measured here. They lean to the cautious side: a prompt that is thought
too long is summarised a little early, one that is thought too short loses its beginning on the server without a word.
`learn` then corrects each model's own factor from the `prompt_tokens` that the server reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.chat.context import ContextMessage
    from models.language.messages import ChatMessage

_LETTERS_PER_TOKEN = 4.0  # English prose: 4.2 to 4.6; other European languages in Latin script: 3 to 4
_MARKS_PER_TOKEN = 2.0  # digits, punctuation and the like, of which code and tables have many
_ALPHABETS_PER_TOKEN = 2.2  # Greek, Cyrillic, Hebrew, Arabic, Indic, Thai
_SYLLABLES_PER_TOKEN = 1.1  # Chinese, Japanese, Korean
_RARE_PER_TOKEN = 0.5  # emoji and rare planes: often two or three tokens each

MESSAGE_TOKENS = 6  # role marks of the chat template around each message
IMAGE_TOKENS = 800  # 256 (Gemma 3) to 1,600 (Llama 3.2 Vision)

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f \n]+")
_SYLLABIC = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]+")
_ALPHABETIC = re.compile(r"[\u0250-\u10ff\u1200-\u1fff\ua000-\ua95f\ua980-\uabff\ufb00-\ufdff\ufe70-\ufeff]+")
_RARE = re.compile(r"[\U00010000-\U0010ffff]+")

_SAMPLED_FROM = 100_000
_SAMPLES, _SAMPLE_LENGTH = 20, 2_000

# A server that counts only what its cache did not hold reports far too few; such counts teach nothing.
_LEAST_FACTOR, _MOST_FACTOR = 0.6, 2.5
_LEARNING = 0.5
_MOST_KNOWN = 20_000


def plain_tokens(text: str) -> float:
    """Estimated tokens of `text`, for a model nothing is known about."""
    if len(text) > _SAMPLED_FROM:
        return _sampled(text)
    rest = len(text)
    counted = 0.0
    scripts = [(_LATIN, _LETTERS_PER_TOKEN)]
    if not text.isascii():
        scripts += [
            (_SYLLABIC, _SYLLABLES_PER_TOKEN),
            (_ALPHABETIC, _ALPHABETS_PER_TOKEN),
            (_RARE, _RARE_PER_TOKEN),
        ]
    for script, per_token in scripts:
        found = sum(map(len, script.findall(text)))
        counted += found / per_token
        rest -= found
    return counted + rest / _MARKS_PER_TOKEN


def _sampled(text: str) -> float:
    """A text of megabytes from some places in it: counting each character would hold up everything else."""
    step = len(text) // _SAMPLES
    samples = "".join(text[at : at + _SAMPLE_LENGTH] for at in range(0, step * _SAMPLES, step))
    return plain_tokens(samples) * len(text) / len(samples)


class TokenEstimator:
    """Estimates prompts and corrects itself per model. Remembers the estimates of single texts it has just seen."""

    def __init__(self) -> None:
        self._factors: dict[str, float] = {}
        self._known: dict[tuple[int, int], float] = {}  # by length and hash: no text is kept

    def text(self, text: str, *, model: str) -> int:
        """Estimated tokens of `text` for `model`."""
        return round(self._plain(text) * self.factor(model))

    def message(self, message: ContextMessage, *, model: str) -> int:
        """Estimated tokens of one message, with the template's marks and images."""
        return round((self._plain(message.text) + MESSAGE_TOKENS) * self.factor(model)) + IMAGE_TOKENS * len(
            message.images
        )

    def prompt(self, messages: Iterable[ChatMessage], *, model: str) -> int:
        """Estimated tokens of a whole prompt, with the template's marks and images."""
        plain = images = 0.0
        for message in messages:
            plain += self._plain(message.text) + MESSAGE_TOKENS
            images += len(message.images) * IMAGE_TOKENS
        return round(plain * self.factor(model) + images)

    def factor(self, model: str) -> float:
        """What the plain estimate is multiplied with for `model`, 1 until something was learnt."""
        return self._factors.get(model, 1.0)

    def learn(self, model: str, *, estimated: int, reported: int | None) -> None:
        """Correct the factor of `model`: a prompt `estimated` by `prompt` had `reported` tokens in truth."""
        if not reported or estimated < 50:
            return
        seen = self.factor(model) * reported / estimated
        if not _LEAST_FACTOR <= seen <= _MOST_FACTOR:
            return
        self._factors[model] = self.factor(model) * (1 - _LEARNING) + seen * _LEARNING

    def _plain(self, text: str) -> float:
        key = (len(text), hash(text))
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[key] = plain_tokens(text)
        return known
