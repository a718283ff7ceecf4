"""What is seen of the voice: the overlay in its states, the bar above the composer, the pages of voice and transcripts."""

from __future__ import annotations

import math

from build.pictures.camera import Camera, Scene
from build.pictures.stage import Studio, rest
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


SCENES = (
    Scene(
        overlay_states,
        {
            "voice-01-opening": "voice",
            "voice-02-listening": "voice",
            "voice-03-understanding": "voice",
            "voice-04-speaking": "voice",
            "voice-05-trouble": "voice",
            "voice-06-copied": "voice",
        },
    ),
)
