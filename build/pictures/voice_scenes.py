"""What is seen of the voice: the overlay in its states, the guide to talking, the page of transcripts."""

from __future__ import annotations

import math
from typing import Any

from build.pictures.camera import Camera, Scene
from build.pictures.stage import NOW, Stage, Studio, rest, until
from core.voice import transcript_rows
from core.voice.transcript_rows import SpokenSegment, Transcript, words_by_length
from desktop.transcripts.transcripts_page import TranscriptsPage
from desktop.voice.overlay import VoiceOverlay
from desktop.voice.stage_words import hint_words

FIXED, TENTATIVE = "Plan a slow Sunday in Lisbon for two,", " with one museum"
ANSWER = (
    "Begin late, at the Gulbenkian: it opens at ten and is empty until noon. Then lunch in the garden, a tram up to "
    "Graça, and the light from Miradouro da Senhora do Monte towards six."
)


def speak_up(overlay: VoiceOverlay) -> None:
    """A second of speech on the meter."""
    for step in range(60):
        loud = abs(math.sin(step / 3.1)) * abs(math.sin(step / 11.0 + 0.4))
        overlay.level.push(-48.0 + 36.0 * loud)
    overlay.level.push(-20.0)  # with reduced motion, as in all pictures, the last moment alone is drawn


def listening(overlay: VoiceOverlay) -> None:
    """A key is held, and somebody speaks."""
    overlay.begin()
    overlay.show_stage("listening", hint=hint_words("held", dictating=False, escape=True))
    speak_up(overlay)
    overlay.show_words(FIXED, TENTATIVE)
    rest(0.5)


def overlay_states(camera: Camera, studio: Studio) -> None:
    """Opening, listening, understanding, answering; trouble; a dictation that was copied."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        overlay = VoiceOverlay()
        overlay.begin()
        rest(0.4)
        camera.shoot_on_desk("voice-01-opening", overlay)
        listening(overlay)
        camera.shoot_on_desk("voice-02-listening", overlay)
        overlay.show_stage("understanding")
        overlay.show_words(f"{FIXED}{TENTATIVE}.")
        rest(0.4)
        camera.shoot_on_desk("voice-03-understanding", overlay)
        overlay.show_stage("speaking")
        overlay.show_answer(ANSWER)
        rest(0.4)
        camera.shoot_on_desk("voice-04-speaking", overlay)
        overlay.show_trouble(
            "No microphone was found.", "Connect one, or choose another in the settings.", action="Open settings"
        )
        rest(0.4)
        camera.shoot_on_desk("voice-05-trouble", overlay)
        overlay.say("Copied – paste it with Ctrl+V", detail=FIXED.rstrip(","))
        rest(0.4)
        camera.shoot_on_desk("voice-06-copied", overlay)
        overlay.leave()
        overlay.deleteLater()


TALK = (
    (
        0,
        "Good morning. Three things today: the leak in the workshop, the new lease, and who keeps the keys.",
    ),
    (9_200, "The leak first. Marta had a look on Tuesday; it is the flashing around the chimney, not the tiles."),
    (18_400, "She can mend it for four hundred, if we do it before the frost."),
    (27_000, "Is that with the scaffold, or without?"),
    (30_500, "Without. The scaffold is another two hundred, but the neighbours share it."),
    (39_800, "Then I would say yes, and we ask for the bill before the end of the month."),
    (48_000, "The lease. The landlord offers five years at the same rent, if we paint the front ourselves."),
    (58_600, "Five years is long. I would sign for three, with two more if both want it."),
)


def spoken() -> list[SpokenSegment]:
    """A meeting in a workshop."""
    ends = [start for start, _ in TALK[1:]] + [67_000]
    segments = [
        SpokenSegment(at, start, end - (2_600 if text[-1] == "?" or at in (2, 5) else 400), text)
        for at, ((start, text), end) in enumerate(zip(TALK, ends, strict=True))
    ]
    return [SpokenSegment(one.position, one.start_ms, one.end_ms, one.text, words_by_length(one)) for one in segments]


def written_down(stage: Stage) -> TranscriptsPage:
    """The page with three transcripts, one of them open."""
    assistant = stage.workspace._assistant
    now_ms = round(NOW.timestamp() * 1000)
    made = [
        Transcript("a" * 32, "Monday meeting", source_name="monday.m4a", duration_ms=67_000, done_ms=67_000,
                   language="en", model="whisper:small", state="complete", created_at=now_ms),
        Transcript("b" * 32, "Lecture on bridges", source_name="bridges.mp4", duration_ms=3_120_000,
                   done_ms=1_460_000, language="en", model="whisper:small", state="stopped", created_at=now_ms),
        Transcript("c" * 32, "Shopping, said while cycling", duration_ms=21_000, done_ms=21_000,
                   language="en", model="whisper:small", state="complete", created_at=now_ms - 172_800_000),
    ]  # fmt: skip

    def job(connection: Any) -> None:
        for transcript in reversed(made):
            transcript_rows.insert(connection, transcript)
            transcript_rows.add_segments(connection, transcript.transcript_id, spoken())

    stage.do(assistant.shelf.writer.run(job))
    page = stage.show_page("transcripts")
    assert isinstance(page, TranscriptsPage)
    page.refresh()
    until(lambda: len(page.rows.shown_ids()) == len(made))
    page.show_entry("a" * 32)
    until(lambda: bool(page.detail.words.toPlainText()))
    rest(0.5)
    return page


def transcripts(camera: Camera, studio: Studio) -> None:
    """Nothing yet; a meeting; a word that is looked for."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        stage.show_page("transcripts")
        rest(0.5)
        camera.shoot("transcripts-01-empty", stage.window)
        written_down(stage)
        camera.shoot("transcripts-02", stage.window)


def voice_guide(camera: Camera, studio: Studio) -> None:
    """What is needed to talk, and how to get it."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        stage.show_page("voice_guide")
        rest(1.0)
        camera.shoot("voice-guide", stage.window)


SCENES = (
    Scene(transcripts, {"transcripts-01-empty": "transcripts", "transcripts-02": "transcripts"}),
    Scene(voice_guide, {"voice-guide": "voice_guide"}),
    Scene(
        overlay_states,
        {
            "voice-01-opening": "",
            "voice-02-listening": "",
            "voice-03-understanding": "",
            "voice-04-speaking": "",
            "voice-05-trouble": "",
            "voice-06-copied": "",
        },
    ),
)
