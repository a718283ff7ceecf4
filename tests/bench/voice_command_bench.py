"""Spoken commands through a real Whisper: right, and wrong actions, of 300 utterances, half of them commands.

The Whisper of the tests knows English only. German, Spanish and Japanese are scored as texts, and their rows say so.
"""

from __future__ import annotations

from core.voice.not_speech import NO_SPEECH
from models.speech.engines import Hearing, Samples
from models.speech.speech_model import check_folder
from models.speech.whisper import Whisper
from tests.bench.figure import Figure
from tests.peers.command_scores import score_spoken_commands, score_texts
from tests.peers.voice_stage import COMMANDS

UTTERANCES = 300


def measure() -> list[Figure]:
    """The share that was right, and the share of wrong actions."""
    whisper = Whisper(check_folder(COMMANDS), device="cpu")

    def recognise(sound: Samples) -> str:
        heard = whisper.hear(sound, Hearing(language="en", most_tokens=64))
        return "".join(part.text for part in heard.segments if part.no_speech_probability <= NO_SPEECH).strip()

    score = score_spoken_commands(recognise, UTTERANCES)
    understood = f"{score.understood} of {score.commands} commands understood ({100 * score.understood_share:.1f} %)"
    return [
        Figure(
            "voice commands right, of 300 spoken",
            100 * score.right_share,
            "%",
            target=97,
            at_least=True,
            note=understood,
        ),
        Figure(
            "  wrong actions", 100 * score.wrong_share, "%", target=0.3, note=f"{score.wrong_actions} of {UTTERANCES}"
        ),
        *(figure for language in ("de", "es", "ja") for figure in _of_texts(language)),
    ]


def _of_texts(language: str) -> list[Figure]:
    score = score_texts(language, UTTERANCES)
    return [
        Figure(
            f"  commands understood, {language}: TEXT with written errors, no sound",
            100 * score.understood_share,
            "%",
            target=97,
            at_least=True,
            note=f"{score.understood} of {score.commands}",
        ),
        Figure(
            f"    wrong actions, {language}: text",
            100 * score.wrong_share,
            "%",
            target=0.3,
            note=f"{score.wrong_actions} of {score.commands + score.others}",
        ),
    ]
