"""Spoken commands: understood in four languages whatever recognition makes of them, and never seen where none is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.voice.command_words import COMMANDS as ALL
from core.voice.command_words import LANGUAGES, Command, command_words, written
from core.voice.likeness import distance, sound_of, worst_word
from core.voice.plain_words import plain
from core.voice.spoken_commands import NEEDS_A_VOICE, SpokenCommands
from models.speech.engines import Samples
from tests.peers.command_scores import (
    ordinary,
    score_commands,
    score_quiet_commands,
    score_spoken_commands,
    score_texts,
)
from tests.peers.said_to_the_model import NO_COMMANDS
from tests.peers.said_to_the_voice import COMMANDS

DATA = Path(__file__).parent.parent.parent / "data"


@pytest.fixture(scope="module")
def spoken_commands() -> SpokenCommands:
    commands = SpokenCommands()
    commands.warm()
    return commands


def done(commands: SpokenCommands, text: str, language: str = "", *, speaking: bool = True) -> Command | None:
    match = commands.match(text, speaking=speaking, language=language)
    return match.command if match else None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_understood_in_every_language(spoken_commands: SpokenCommands, language: str) -> None:
    assert set(COMMANDS[language]) == set(ALL)
    missed = [
        (text, means)
        for means, texts in COMMANDS[language].items()
        for text in texts
        if done(spoken_commands, text, language) != means
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("text", "language", "means"),
    [
        ("Stop. Stop.", "en", "stop"),
        ("STOP!", "en", "stop"),
        ("Uh, could you please speak a bit louder, Hearth?", "en", "louder"),
        ("Hey Heart, stop.", "en", "stop"),
        ("Paws.", "en", "pause"),
        ("Lowder!", "en", "louder"),
        ("Read that a gain.", "en", "read_again"),
        ("Lauda.", "de", "louder"),
        ("Leiser, leiser!", "de", "quieter"),
        ("Kanst du pitte lauda sprechen?", "de", "louder"),
        ("¿Puede hablar más alto, por favor?", "es", "louder"),
        ("Cansela.", "es", "cancel"),
        ("とめて。", "ja", "stop"),
        ("停めて！", "ja", "stop"),
        ("もう1度お願いします。", "ja", "repeat"),
        ("早く話して。", "ja", "faster"),
    ],
)
def test_what_recognition_makes_of_a_command_is_still_that_command(
    spoken_commands: SpokenCommands, text: str, language: str, means: Command
) -> None:
    assert done(spoken_commands, text, language) == means


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Stop by the store tomorrow.", "en"),
        ("Erzähl mir was über Pausen.", "de"),
        ("What does cancel culture mean?", "en"),
        ("What did I say?", "en"),
        ("Stop recording.", "en"),
        ("Turn it off.", "en"),
        ("Para mañana necesito un plan.", "es"),
        ("タイマーを止めて。", "ja"),
        ("もう一度試してください。", "ja"),
        ("", "en"),
        ("...", "en"),
        ("👍", "en"),
        ("Hearth", "en"),
        ("please", "en"),
        ("stop " * 200 + "by", "en"),
    ],
)
def test_a_sentence_that_contains_or_resembles_a_command_is_none(
    spoken_commands: SpokenCommands, text: str, language: str
) -> None:
    assert done(spoken_commands, text, language) is None
    assert done(spoken_commands, text, language, speaking=False) is None


def test_no_sentence_of_six_hundred_is_taken_for_a_command(spoken_commands: SpokenCommands) -> None:
    sentences = [(text, language) for language, texts in NO_COMMANDS.items() for text in texts]
    assert len(sentences) >= 600
    taken = [
        (text, found)
        for text, language in sentences
        for said in (language, "")  # the recogniser may not know the language
        if (found := done(spoken_commands, text, said))
    ]
    assert taken == []


@pytest.mark.parametrize("means", sorted(NEEDS_A_VOICE))
def test_pause_and_go_on_are_questions_while_nothing_is_spoken(spoken_commands: SpokenCommands, means: Command) -> None:
    texts = [(text, language) for language in LANGUAGES for text in COMMANDS[language][means]]
    assert not any(done(spoken_commands, text, language, speaking=False) for text, language in texts)


def test_what_is_only_nearly_a_command_is_none_while_nothing_is_spoken(spoken_commands: SpokenCommands) -> None:
    assert done(spoken_commands, "Lowder.", "en") == "louder"
    assert done(spoken_commands, "Lowder.", "en", speaking=False) is None
    assert done(spoken_commands, "Lauda.", "de", speaking=False) is None
    assert done(spoken_commands, "Stop.", "en", speaking=False) == "stop"
    assert done(spoken_commands, "Start a new chat.", "en", speaking=False) == "new_chat"


def test_another_language_counts_only_as_it_is_written(spoken_commands: SpokenCommands) -> None:
    assert done(spoken_commands, "Lauter!", "en") == "louder"
    assert done(spoken_commands, "Lauda!", "en") is None


def test_only_the_languages_that_were_asked_for_are_listened_to() -> None:
    assert done(SpokenCommands(("es", "fr")), "Stop it!", "en") is None
    assert done(SpokenCommands(("es", "fr")), "¡Para ya!", "es") == "stop"


def test_the_owners_name_for_hearth_may_stand_in_front() -> None:
    commands = SpokenCommands(("en",), names=("Jarvis",))
    assert done(commands, "Jarvis, louder!", "en") == "louder"
    assert done(commands, "Marcus, louder!", "en") is None


def test_certainty_is_one_as_written_and_less_by_what_differs(spoken_commands: SpokenCommands) -> None:
    exact = spoken_commands.match("louder", speaking=True, language="en")
    near = spoken_commands.match("lowder", speaking=True, language="en")
    assert exact
    assert near
    assert exact.certainty == 1.0 > near.certainty > 0.8
    assert exact.language == near.language == "en"


def test_of_300_misheard_commands_and_600_sentences_97_of_100_are_done_right(
    spoken_commands: SpokenCommands, *, storm: bool
) -> None:
    count = 3000 if storm else 300
    score = score_commands(count, matcher=spoken_commands)
    assert score.others >= 1200
    assert score.understood_share >= 0.94, score.faults  # half of them misspelt: see the error model
    assert score.right_share >= 0.97, score.faults
    assert score.wrong_share <= 0.003, score.faults


@pytest.mark.parametrize("language", ["de", "es", "ja"])
def test_texts_of_each_language_reach_97_of_100_and_no_ordinary_sentence_acts(
    spoken_commands: SpokenCommands, language: str
) -> None:
    """Texts, half of the commands misspelt by an error model: no sound and no recogniser of these languages."""
    assert len(ordinary(language)) >= 300
    score = score_texts(language, 300, matcher=spoken_commands)
    assert score.understood_share >= 0.97, score.faults
    assert score.wrong_share <= 0.003, score.faults
    assert not [said.text for said, done in score.faults if said.means is None]


def test_three_hundred_ordinary_english_sentences_do_nothing(spoken_commands: SpokenCommands) -> None:
    assert len(ordinary("en")) >= 300
    taken = [
        text
        for text in ordinary("en")
        for speaking in (True, False)
        if done(spoken_commands, text, "en", speaking=speaking)
    ]
    assert taken == []


@pytest.mark.parametrize(
    ("text", "language", "means"),
    [
        ("Abit slower.", "en", "slower"),
        ("Pauseplease.", "en", "pause"),
        ("Hearthcancel!", "en", "cancel"),
        ("NeuerChat", "de", "new_chat"),
        ("Von vornebitte?", "de", "read_again"),
        ("STOPしてください。", "ja", "stop"),
    ],
)
def test_a_command_may_be_grouped_otherwise_into_words(
    spoken_commands: SpokenCommands, text: str, language: str, means: Command | None
) -> None:
    assert done(spoken_commands, text, language) == means


def test_one_wrong_letter_in_a_word_is_forgiven_where_it_is_pronounced_quite_otherwise(
    spoken_commands: SpokenCommands,
) -> None:
    assert done(spoken_commands, "Read the answer akain.", "en") == "read_again"
    assert done(spoken_commands, "Um, cancel dhat.", "en") == "cancel"


def test_what_is_left_without_a_politeness_is_judged_as_if_it_had_been_said_alone(
    spoken_commands: SpokenCommands,
) -> None:
    assert done(spoken_commands, "Lauda.", "de") == done(spoken_commands, "Lauda bitte.", "de") == "louder"
    assert done(spoken_commands, "速く話ちてください！", "ja") == "faster"


def test_misheard_or_not_few_commands_become_others(spoken_commands: SpokenCommands) -> None:
    score = score_commands(300, seed=9, spoilt_share=1.0, matcher=spoken_commands)
    assert score.wrong_actions <= 1, score.faults


def test_commands_as_written_are_understood_while_nothing_is_spoken() -> None:
    score = score_quiet_commands(300)
    assert score.understood_share >= 0.97, score.faults
    assert score.wrong_actions == 0


def test_spoken_commands_reach_97_of_100_through_the_real_recogniser(*, storm: bool) -> None:
    from faster_whisper import WhisperModel

    model = WhisperModel(str(DATA / "whisper_commands"), device="cpu", compute_type="int8", cpu_threads=1)

    def recognise(sound: Samples) -> str:
        segments, _ = model.transcribe(
            sound, language="en", beam_size=1, temperature=0.0, without_timestamps=True, max_new_tokens=64
        )
        return "".join(segment.text for segment in segments if segment.no_speech_prob <= 0.6).strip()

    score = score_spoken_commands(recognise, 900 if storm else 100)
    assert score.right_share >= 0.97, score.faults
    assert score.wrong_actions <= (2 if storm else 0), score.faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_wording_means_two_things_and_no_decoy_sounds_like_a_command(language: str) -> None:
    means: dict[str, Command | None] = {}
    clashes = [
        (wording.units, wording.command, means[wording.sound.exact])
        for wording in command_words(language).wordings
        if means.setdefault(wording.sound.exact, wording.command) != wording.command
    ]
    assert clashes == []


def test_every_kanji_of_the_japanese_commands_has_a_reading() -> None:
    unread = ["".join(each.units) for each in command_words("ja").wordings if each.command and each.sound.is_unread]
    assert unread == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_have_every_command_and_nothing_else(language: str) -> None:
    file = Path(__file__).parent.parent.parent.parent / "assets" / "voice" / f"commands_{language}.toml"
    assert list(tomllib.loads(file.read_text(encoding="utf-8"))["commands"]) == list(ALL)


def test_a_pattern_is_written_out() -> None:
    def texts(pattern: str) -> Iterator[str]:
        yield from sorted(written(pattern))

    assert list(texts("[please] (stop|end) it")) == ["end it", "please end it", "please stop it", "stop it"]
    assert list(texts("stop")) == ["stop"]


def test_a_neighbouring_sound_costs_a_third_and_a_foreign_one_a_whole() -> None:
    def apart(first: str, second: str) -> float:
        return distance(sound_of((first,), "en"), sound_of((second,), "en"))

    assert apart("bat", "bat") == 0
    assert apart("bat", "pat") == pytest.approx(1 / 9)
    assert apart("bat", "cat") == pytest.approx(2 / 9)
    assert apart("bat", "sat") == pytest.approx(3 / 9)


def test_one_word_that_differs_wholly_is_seen_in_a_long_phrase() -> None:
    wanted, heard = sound_of(("turn", "it", "up"), "en"), sound_of(("turn", "it", "off"), "en")
    assert worst_word(wanted, heard) == 1.0
    assert worst_word(wanted, wanted) == 0.0


def test_words_are_plain_and_kanji_are_read() -> None:
    assert plain("Don’t STOP, please!", "en") == ("don't", "stop", "please")
    assert "".join(plain("もう一度、ストップ！", "ja", {"一度": "いちど"})) == "もういちどすとっぷ"
