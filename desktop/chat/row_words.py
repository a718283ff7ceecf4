"""The words around a message: who, when, how fast; and what a screen reader says for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from core.conversations.message_tree import Message
from desktop.chat.answer_sources import AnswerSources
from desktop.chat.citation_marks import cited_numbers
from desktop.chat.markdown_blocks import Block
from desktop.widgets.amounts import figure
from desktop.widgets.visible_text import visible

translate = QCoreApplication.translate

_SPOKEN_CHARACTERS = 300


def author_of(message: Message) -> str:
    """Who wrote it."""
    if message.role == "user":
        return translate("MessageRow", "You")
    if not message.model and "document" in message.origins:
        return translate("MessageRow", "Your documents")
    return visible(message.model) or translate("MessageRow", "Assistant")


def time_of(message: Message) -> str:
    """When it was written, in the owner's zone: the time today, with the date before."""
    moment = message.created_at.astimezone()
    locale = QLocale()
    time = locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    day = QDate(moment.year, moment.month, moment.day)
    today = QDateTime.currentDateTime().date()
    if day == today:
        return time
    pattern = "d MMM" if day.year() == today.year() else "d MMM yyyy"
    return f"{locale.toString(day, pattern)}, {time}"


def trust_of(message: Message) -> str:
    """Where words came from that are not the owner's, the model's or Hearth's own: they go on in all that follows."""
    if message.role != "user" and "document" in message.origins and message.model:
        return translate("MessageRow", "with words of your documents")
    return ""


def speed_of(message: Message) -> str:
    """How fast and how long the answer was written; empty when nobody measured it, or when there is no answer."""
    if message.state == "failed":
        return ""
    parts = []
    rate = message.usage.tokens_per_s
    if rate is not None:
        parts.append(translate("MessageRow", "%1 tokens/s").replace("%1", figure(rate, digits=0 if rate >= 10 else 1)))
    if message.total_s is not None:
        parts.append(
            translate("MessageRow", "%1 s").replace(
                "%1", figure(message.total_s, digits=1 if message.total_s < 60 else 0)
            )
        )
    return " · ".join(parts)


def end_words(message: Message) -> str:
    """What a screen reader says when an answer ends."""
    if message.error is not None:
        return translate("MessageRow", "The answer failed: %1").replace("%1", message.error.sentence)
    return (
        translate("MessageRow", "The answer was stopped.")
        if message.state == "stopped"
        else translate("MessageRow", "The answer is finished.")
    )


def spoken_sources(sources: AnswerSources | None, blocks: Sequence[Block]) -> str:
    """What a screen reader adds for an answer from documents."""
    if sources is None or not sources.asked:
        return ""
    cited = cited_numbers(blocks)
    count = sources.files(cited)
    if not count:
        return ""
    said = " " + translate("MessageRow", "From %n files of yours.", "", count)
    lost = [number for number in sorted(cited) if number > len(sources.passages) or number < 1]
    if lost:
        listed = ", ".join(map(str, lost))
        said += " " + translate("MessageRow", "Unsupported citations: {0}.").format(listed)
    return said


def spoken_name(message: Message, text: str) -> str:
    """The accessible name of a row: who, when, and how it begins."""
    said = (
        translate("MessageRow", "You said")
        if message.role == "user"
        else translate("MessageRow", "%1 answered").replace("%1", author_of(message))
    )
    words = visible(" ".join(text[: _SPOKEN_CHARACTERS * 2].split()))
    if len(words) > _SPOKEN_CHARACTERS:
        words = words[:_SPOKEN_CHARACTERS].rsplit(" ", 1)[0] + "…"
    state = ""
    if message.error is not None:
        state = " " + translate("MessageRow", "Failed: %1").replace("%1", message.error.sentence)
    elif message.state == "stopped":
        state = " " + translate("MessageRow", "Stopped.")
    elif message.state == "streaming":
        state = " " + translate("MessageRow", "Still writing.")
    return f"{said}, {time_of(message)}: {words}{state}".strip()
