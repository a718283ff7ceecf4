"""What a transcript's row, its caption and its progress say."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from core.voice.transcript_rows import Transcript
from core.voice.transcription import TranscriptProgress
from desktop.transcripts.clock_text import clock_text
from desktop.widgets.amounts import figure, remaining_text

translate = QCoreApplication.translate


def row_words(transcript: Transcript, progress: TranscriptProgress | None) -> str:
    """Below the title: what goes on, or when it was made and how long it is."""
    match transcript.state:
        case "waiting":
            return translate("TranscriptsPage", "Waiting")
        case "running":
            share = progress.share if progress is not None else None
            if share is None:
                return translate("TranscriptsPage", "Transcribing")
            return translate("TranscriptsPage", "Transcribing, {0} %").format(figure(share * 100))
        case "stopped":
            return translate("TranscriptsPage", "Stopped at {0}").format(clock_text(transcript.done_ms))
        case "failed":
            return translate("TranscriptsPage", "Failed")
        case "complete":
            return day_words(transcript)


def day_words(transcript: Transcript) -> str:
    """The day it was made."""
    made = datetime.fromtimestamp(transcript.created_at / 1000).astimezone()
    return QLocale().toString(QDate(made.year, made.month, made.day), QLocale.FormatType.ShortFormat)


def length_words(transcript: Transcript) -> str:
    """`12:30`; empty until it is known."""
    return "" if transcript.duration_ms is None else clock_text(transcript.duration_ms)


def caption_words(transcript: Transcript) -> str:
    """Below the title of the one in sight: length, language, by which model, from which file."""
    parts = [length_words(transcript), _language_words(transcript), day_words(transcript)]
    if transcript.source_name and transcript.source_name.rsplit(".", 1)[0] != transcript.title:
        parts.append(transcript.source_name)
    return " · ".join(part for part in parts if part)


def _language_words(transcript: Transcript) -> str:
    name = language_name(transcript.language)
    model = transcript.model.removeprefix("whisper:")
    if transcript.task == "translate" and name:
        return translate("TranscriptsPage", "translated into {0} by {1}").format(name, model)
    return name


def language_name(code: str) -> str:
    """A language as it calls itself, with a capital letter: “Deutsch”."""
    if not code:
        return ""
    language = QLocale.codeToLanguage(code, QLocale.LanguageCodeType.AnyLanguageCode)
    if language in (QLocale.Language.AnyLanguage, QLocale.Language.C):
        return code
    name = QLocale(language).nativeLanguageName().partition(" (")[0] or QLocale.languageToString(language)
    name = "English" if code == "en" else name  # Qt would say “American English”
    return name[:1].upper() + name[1:]


def progress_words(transcript: Transcript, progress: TranscriptProgress | None) -> str:
    """Beside the bar: how far, how fast, how long."""
    if transcript.state == "failed":
        error = transcript.error
        return translate("TranscriptsPage", "Failed") if error is None else f"{error.sentence} {error.next_step}"
    if transcript.state == "waiting":
        return translate("TranscriptsPage", "Waiting for its turn")
    if transcript.state == "stopped":
        return translate("TranscriptsPage", "Stopped at {0}. What was heard is kept.").format(
            clock_text(transcript.done_ms)
        )
    if progress is None:
        return translate("TranscriptsPage", "Loading the speech model")
    parts = [clock_text(progress.done_ms)]
    if progress.total_ms:
        parts = [
            translate("TranscriptsPage", "{0} of {1}").format(
                clock_text(progress.done_ms), clock_text(progress.total_ms)
            )
        ]
    if progress.speed:
        parts.append(
            translate("TranscriptsPage", "{0}× as fast as spoken").format(
                figure(progress.speed, digits=0 if progress.speed >= 10 else 1)
            )
        )
    if progress.left_s is not None:
        parts.append(remaining_text(progress.left_s))
    return " · ".join(parts)
