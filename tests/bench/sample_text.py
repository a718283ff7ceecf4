"""Text with the shape of real talk: word frequencies fall as in language, so that common and rare words exist."""

from __future__ import annotations

import itertools
import random

_SYLLABLES = ["ka", "to", "ri", "men", "sol", "ve", "da", "lun", "pra", "qui", "ster", "an", "el", "mor", "fi", "gre"]


class SampleText:
    """Sentences from a vocabulary of 20,000 made-up words with Zipf's frequencies; the same for the same seed."""

    def __init__(self, seed: int = 7) -> None:
        self._random = random.Random(seed)
        self.words = ["".join(parts) for parts in itertools.product(_SYLLABLES, repeat=4)][:20_000]
        self._random.shuffle(self.words)
        self._weights = list(itertools.accumulate(1 / rank for rank in range(1, len(self.words) + 1)))

    def sentence(self, words: int) -> str:
        """So many words with a capital and a full stop."""
        text = " ".join(self._random.choices(self.words, cum_weights=self._weights, k=words))
        return text[:1].upper() + text[1:] + "."

    def message(self) -> str:
        """About 280 characters, as the messages of the storage measurements."""
        return " ".join(self.sentence(self._random.randint(5, 14)) for _ in range(4))
