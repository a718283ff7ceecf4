"""A transcript as a file for other programs: plain text, SubRip (srt), WebVTT (vtt), and JSON that loses nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from core.voice.transcript_rows import SpokenSegment, SpokenWord, Transcript, words_by_length

TranscriptForm: TypeAlias = Literal["txt", "srt", "vtt", "json"]

LINE_CHARACTERS = 42
"""A line of a subtitle, and two of them at most: the BBC's and Netflix' guides for Latin script."""

_LINES = 2
_WIDE_CHARACTERS = 16
"""The same for Chinese, Japanese and Korean, whose characters are twice as wide (Netflix: 13 to 16)."""

_LONGEST_MS = 7_000
_SHORTEST_MS = 1_000
_PAUSE_MS = 1_200
"""Silence in which a cue ends even where there is room: what is not said should not be read."""

PARAGRAPH_PAUSE_MS = 2_000
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’)]?$")
_COMMA = re.compile(r"[,;:、，]$")
_WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]")
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Cue:
    """One subtitle: when it is shown, and its lines."""

    start_ms: int
    end_ms: int
    lines: tuple[str, ...]


def written(form: TranscriptForm, transcript: Transcript, segments: Sequence[SpokenSegment]) -> str:
    """The whole file, with line feeds alone."""
    return _WRITERS[form](transcript, segments)


def plain_text(segments: Sequence[SpokenSegment]) -> str:
    """The text in paragraphs, a new one after each longer pause."""
    return "\n\n".join(" ".join(one.text for one in paragraph if one.text) for paragraph in paragraphs(segments))


def paragraphs(segments: Sequence[SpokenSegment]) -> list[list[SpokenSegment]]:
    """Segments that belong together: a pause of two seconds parts them, or a minute without one."""
    made: list[list[SpokenSegment]] = []
    for segment in segments:
        last = made[-1] if made else None
        if (
            last
            and segment.start_ms - last[-1].end_ms < PARAGRAPH_PAUSE_MS
            and segment.end_ms - last[0].start_ms < 60_000
        ):
            last.append(segment)
        else:
            made.append([segment])
    return made


# ---- cues -----------------------------------------------------------------------------------------------------------


def cues(segments: Sequence[SpokenSegment]) -> list[Cue]:
    """Subtitles: at most two lines, at most seven seconds, parted at sentences and pauses; none overlaps the next."""
    made = [cue for segment in segments for cue in _cues_of(segment)]
    return [_in_time(cue, made[number + 1] if number + 1 < len(made) else None) for number, cue in enumerate(made)]


def _cues_of(segment: SpokenSegment) -> Iterator[Cue]:
    gathered: list[SpokenWord] = []
    for word in _timed_words(segment):
        if gathered and _is_full([*gathered, word]):
            cut = _best_cut(gathered)
            yield _cue(gathered[:cut])
            gathered = gathered[cut:]
        gathered.append(word)
    if gathered:
        yield _cue(gathered)


def _timed_words(segment: SpokenSegment) -> Sequence[SpokenWord]:
    """Its words; where only the text is known, its words with times shared out by their length."""
    words = segment.words or words_by_length(segment)
    return [part for word in words for part in _short_enough(word)]


def _short_enough(word: SpokenWord) -> Iterator[SpokenWord]:
    """A “word” longer than a line, as in a script without spaces, in parts that fit one."""
    limit = _limit(word.text)
    if len(word.text.strip()) <= limit:
        yield word
        return
    text, span = word.text, word.end_ms - word.start_ms
    for start in range(0, len(text), limit):
        end = min(len(text), start + limit)
        begins, ends = word.start_ms + span * start // len(text), word.start_ms + span * end // len(text)
        yield SpokenWord(text[start:end], begins, ends, word.probability)


def _is_full(words: Sequence[SpokenWord]) -> bool:
    """Whether the last of these no longer belongs to the cue of the others."""
    if words[-1].end_ms - words[0].start_ms > _LONGEST_MS or words[-1].start_ms - words[-2].end_ms > _PAUSE_MS:
        return True
    return len(_broken("".join(word.text for word in words))) > _LINES


def _best_cut(words: Sequence[SpokenWord]) -> int:
    """Behind which word a full cue ends: at a sentence's end unless that is early, at a comma, or there."""
    for ends, first in ((_SENTENCE_END, len(words) // 3), (_COMMA, len(words) // 2)):
        for number in range(len(words), first, -1):
            if ends.search(words[number - 1].text.strip()):
                return number
    return len(words)


def _cue(words: Sequence[SpokenWord]) -> Cue:
    return Cue(words[0].start_ms, words[-1].end_ms, tuple(_broken("".join(word.text for word in words))))


def _in_time(cue: Cue, following: Cue | None) -> Cue:
    """Long enough to be read, where nothing follows, and over when the next one begins."""
    end_ms = max(cue.end_ms, cue.start_ms + _SHORTEST_MS)
    if following is not None:
        end_ms = min(end_ms, max(following.start_ms, cue.start_ms + 1))
    return Cue(cue.start_ms, end_ms, cue.lines)


def _broken(text: str) -> list[str]:
    """`text` in lines; two of about the same length where two are needed."""
    text = " ".join(text.split())
    limit = _limit(text)
    if len(text) <= limit:
        return [text]
    spaces = [place for place, letter in enumerate(text) if letter == " "]
    fitting = [place for place in spaces if place <= limit and len(text) - place - 1 <= limit]
    if fitting:
        place = min(fitting, key=lambda place: (abs(place - len(text) / 2), place))
        return [text[:place], text[place + 1 :]]
    lines: list[str] = []
    while len(text) > limit:
        place = max((space for space, letter in enumerate(text[: limit + 1]) if letter == " "), default=0)
        lines.append(text[: place or limit])
        text = text[place + 1 if place else limit :]
    return [*lines, text]


def _limit(text: str) -> int:
    return _WIDE_CHARACTERS if _WIDE.search(text) else LINE_CHARACTERS


# ---- forms ----------------------------------------------------------------------------------------------------------


def _txt(transcript: Transcript, segments: Sequence[SpokenSegment]) -> str:
    text = plain_text(segments)
    return f"{text}\n" if text else ""


def _srt(transcript: Transcript, segments: Sequence[SpokenSegment]) -> str:
    """Numbers from 1, comma before the milliseconds, an empty line behind each cue."""
    return "".join(
        f"{number}\n{clock(cue.start_ms, ',')} --> {clock(cue.end_ms, ',')}\n{_srt_text(cue)}\n\n"
        for number, cue in enumerate(cues(segments), start=1)
    )


def _srt_text(cue: Cue) -> str:
    """An arrow would be taken for a time."""
    return "\n".join(cue.lines).replace("-->", "→")


def _vtt(transcript: Transcript, segments: Sequence[SpokenSegment]) -> str:
    """WebVTT: dots before the milliseconds, `&`, `<` and `>` escaped (so that no arrow is left either)."""
    parts = [f"{clock(cue.start_ms)} --> {clock(cue.end_ms)}\n{_vtt_text(cue)}\n" for cue in cues(segments)]
    return "\n".join(["WEBVTT\n", *parts])


def _vtt_text(cue: Cue) -> str:
    return "\n".join(cue.lines).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _json(transcript: Transcript, segments: Sequence[SpokenSegment]) -> str:
    """Everything that is known; times in milliseconds."""
    document = {
        "format": "hearth transcript",
        "version": _VERSION,
        "title": transcript.title,
        "source": transcript.source_name,
        "media_type": transcript.media_type,
        "duration_ms": transcript.duration_ms,
        "language": transcript.language,
        "task": transcript.task,
        "model": transcript.model,
        "state": transcript.state,
        "created_at": transcript.created_at,
        "segments": [
            {
                "start_ms": one.start_ms,
                "end_ms": one.end_ms,
                "text": one.text,
                "words": [
                    {
                        "text": word.text,
                        "start_ms": word.start_ms,
                        "end_ms": word.end_ms,
                        "probability": word.probability,
                    }
                    for word in one.words
                ],
            }
            for one in segments
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def clock(milliseconds: int, mark: str = ".") -> str:
    """`01:02:03.456`; hours may have more than two digits."""
    seconds, rest = divmod(max(0, milliseconds), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{mark}{rest:03}"


_WRITERS: dict[TranscriptForm, Callable[[Transcript, Sequence[SpokenSegment]], str]] = {
    "txt": _txt,
    "srt": _srt,
    "vtt": _vtt,
    "json": _json,
}
