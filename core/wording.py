"""Sentences of the core in the owner's language. The core writes English; a face may install a translator.

`worded` marks a literal that people read: `build/dev.py translations` collects what stands in it, beside the sentences
of errors and the titles and help of settings. Logs, audit and exports for machines stay English.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Translate: TypeAlias = Callable[[str], str]


def _as_written(text: str) -> str:
    return text


_translate: Translate = _as_written


def install_translation(translate: Translate | None) -> None:
    """Word everything through `translate` from now on, which is called on any thread; None is English again."""
    global _translate  # one process shows one language, as with gettext
    _translate = translate or _as_written


def worded(text: str) -> str:
    """`text`, an English literal, in the owner's language. Fill its `{fields}` afterwards."""
    return _translate(text)
