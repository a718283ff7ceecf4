from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from core.voice.transcript_formats import LINE_CHARACTERS, clock, cues, plain_text, written
from core.voice.transcript_rows import SpokenSegment, SpokenWord, Transcript, words_by_length

MEETING = Transcript("1", "Board meeting", source_name="board.mp3", language="en", state="complete", duration_ms=90_000)


def said(text: str, start_ms: int, end_ms: int, *, position: int = 0, timed: bool = True) -> SpokenSegment:
    segment = SpokenSegment(position, start_ms, end_ms, text)
    return replace(segment, words=words_by_length(segment)) if timed else segment


LONG = (
    "Well, I think that we should look at the figures of the last quarter first, because nobody has done so yet. "
    "After that, if there is still some time left, we could talk about the new office and who moves there in May."
)


def test_subrip_has_numbers_commas_and_an_empty_line_behind_each_cue() -> None:
    text = written("srt", MEETING, [said("Good morning.", 500, 1800), said("Read my messages.", 3_661_042, 3_662_900)])
    assert text == (
        "1\n00:00:00,500 --> 00:00:01,800\nGood morning.\n\n2\n01:01:01,042 --> 01:01:02,900\nRead my messages.\n\n"
    )


def test_web_subtitles_begin_with_their_name_and_hide_no_markup() -> None:
    text = written("vtt", MEETING, [said("Is 1 < 2 & 3 --> 4?", 0, 2000), said("Yes.", 2500, 3600)])
    assert text == (
        "WEBVTT\n\n"
        "00:00:00.000 --> 00:00:02.000\nIs 1 &lt; 2 &amp; 3 --&gt; 4?\n\n00:00:02.500 --> 00:00:03.600\nYes.\n"
    )


def test_an_arrow_in_words_is_no_time_in_subrip() -> None:
    assert written("srt", MEETING, [said("a --> b", 0, 2000)]).count("-->") == 1


@pytest.mark.parametrize("timed", [True, False])
def test_long_speech_becomes_cues_of_two_lines_that_follow_each_other(*, timed: bool) -> None:
    made = cues([said(LONG, 1000, 15_000, timed=timed), said("And that is that.", 15_200, 16_000)])
    assert " ".join(line for cue in made for line in cue.lines) == f"{LONG} And that is that."
    assert all(len(line) <= LINE_CHARACTERS for cue in made for line in cue.lines)
    assert all(1 <= len(cue.lines) <= 2 for cue in made)
    assert all(cue.start_ms < cue.end_ms for cue in made)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(made))
    assert all(cue.end_ms - cue.start_ms <= 7000 for cue in made)


def test_a_cue_ends_with_its_sentence_where_it_can() -> None:
    made = cues(
        [said("We met on Monday in the old office. Then we went on to the harbour, by boat and by bus.", 0, 6500)]
    )
    assert " ".join(made[0].lines) == "We met on Monday in the old office."


def test_two_lines_are_about_equally_long() -> None:
    (cue,) = cues([said("The figures of the last quarter are better than before.", 0, 4000)])
    assert cue.lines == ("The figures of the last quarter", "are better than before.")


def test_a_pause_inside_a_segment_ends_the_cue() -> None:
    words = (SpokenWord("Wait", 0, 400, 0.9), SpokenWord(" for", 420, 600, 0.9), SpokenWord(" it.", 4000, 4400, 0.9))
    made = cues([SpokenSegment(0, 0, 4400, "Wait for it.", words)])
    assert [cue.lines for cue in made] == [("Wait for",), ("it.",)]


def test_short_words_stay_long_enough_to_be_read_unless_somebody_goes_on() -> None:
    alone, hurried, after = cues([said("No.", 0, 300), said("Yes.", 5000, 5200), said("Why?", 5400, 6600)])
    assert (alone.end_ms, hurried.end_ms, after.end_ms) == (1000, 5400, 6600)


def test_languages_without_spaces_are_cut_by_characters() -> None:
    made = cues(
        [said("今日は会議の前に資料を全部読んでおいてください。それから明日の予定も確認してください。", 0, 12_000)]
    )
    assert all(len(line) <= 16 for cue in made for line in cue.lines)
    assert "".join(line for cue in made for line in cue.lines).replace(" ", "").startswith("今日は会議の前に")


def test_a_word_longer_than_a_line_is_cut() -> None:
    made = cues([said("x" * 100, 0, 5000)])
    assert "".join("".join(cue.lines) for cue in made) == "x" * 100
    assert all(len(line) <= LINE_CHARACTERS for cue in made for line in cue.lines)


def test_json_loses_nothing() -> None:
    segments = [said("Grüße “aus” Köln.\n", 10, 2000), said("Ende.", 2500, 3000, timed=False)]
    document = json.loads(written("json", MEETING, segments))
    assert (document["title"], document["source"], document["language"]) == ("Board meeting", "board.mp3", "en")
    read = [
        SpokenSegment(
            number,
            one["start_ms"],
            one["end_ms"],
            one["text"],
            tuple(SpokenWord(**word) for word in one["words"]),
        )
        for number, one in enumerate(document["segments"])
    ]
    assert read == [replace(segment, position=number) for number, segment in enumerate(segments)]
    assert [one.words for one in read] == [one.words for one in segments]


def test_plain_text_has_a_paragraph_behind_each_long_pause() -> None:
    segments = [said("One.", 0, 1000), said("Two.", 1500, 2000), said("Three.", 5000, 6000)]
    assert plain_text(segments) == "One. Two.\n\nThree."
    assert written("txt", MEETING, segments) == "One. Two.\n\nThree.\n"


@pytest.mark.parametrize("form", ["txt", "srt", "vtt", "json"])
def test_an_empty_transcript_is_an_empty_file_of_its_form(form: str) -> None:
    text = written(form, MEETING, [])  # type: ignore[arg-type]
    assert not re.search(r"-->", text)
    if form == "json":
        assert json.loads(text)["segments"] == []
    else:
        assert text == ("WEBVTT\n" if form == "vtt" else "")


def test_clocks_go_beyond_a_day() -> None:
    assert clock(100 * 3_600_000 + 1, ",") == "100:00:00,001"
