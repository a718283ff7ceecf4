"""Phonemes: the same word gives the same sounds, in every language, from every thread."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from models.speech.phonemes import phonemes, warm, word_phonemes


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [("pause", "Paws!", "en"), ("read", "reed", "en"), ("Lauter", "lauter.", "de"), ("baja", "vaja", "es")],
)
def test_words_that_sound_the_same_have_the_same_phonemes(first: str, second: str, language: str) -> None:
    assert phonemes(first, language) == phonemes(second, language) != ()


def test_hiragana_and_katakana_sound_the_same() -> None:
    assert phonemes("すとっぷ", "ja") == phonemes("ストップ", "ja") != ()


def test_each_word_is_spoken_for_itself() -> None:
    assert word_phonemes("hey Hearth", "en") == (phonemes("hey", "en"), phonemes("Hearth", "en"))


def test_stress_length_and_pauses_are_left_out() -> None:
    assert phonemes("repeat, please: now!", "en") == phonemes("repeat please now", "en")
    assert not set("ˈˌː ,.") & set("".join(phonemes("repeat, please: now!", "en")))


def test_an_affricate_is_one_sound() -> None:
    assert phonemes("chat", "en")[0] == "tʃ"
    assert phonemes("jam", "en")[0] == "dʒ"


def test_a_kanji_stands_for_itself_and_is_not_read_as_a_description() -> None:
    assert phonemes("止めて", "ja") == ("止", "止", *phonemes("めて", "ja"))


def test_nothing_sounds_like_nothing() -> None:
    assert phonemes("", "en") == phonemes("  ...  ", "en") == ()


def test_a_language_that_espeak_does_not_know_is_read_as_english() -> None:
    assert phonemes("hello", "xx") == phonemes("hello", "en")


def test_codes_of_whisper_find_the_voice_that_espeak_calls_otherwise() -> None:
    assert phonemes("kjøre", "no") == phonemes("kjøre", "nb") != phonemes("kjøre", "en")


def test_brackets_are_words_and_no_raw_phonemes() -> None:
    assert phonemes("[[stop]]", "en") == phonemes("stop", "en")


def test_threads_and_piper_itself_do_not_disturb_each_other() -> None:
    from piper.phonemize_espeak import EspeakPhonemizer
    from piper.voice import _ESPEAK_PHONEMIZER_LOCK

    warm()
    wanted = {"en": phonemes("voices", "en"), "de": phonemes("Stimmen", "de"), "es": phonemes("voces", "es")}
    piper = EspeakPhonemizer()
    words = {"en": "voices", "de": "Stimmen", "es": "voces"}

    def ask(number: int) -> bool:
        language = list(words)[number % 3]
        if number % 4 == 0:
            with _ESPEAK_PHONEMIZER_LOCK:  # as piper's own synthesis does
                return "v" in piper.phonemize("en-us", "voices")[0]
        padded = f"{words[language]}{'.' * (1 + number // 12)}"  # another word to the memory, the same to the ear
        return phonemes(padded, language) == wanted[language]

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(ask, range(600)))


def test_nothing_heavy_is_imported_before_the_first_word() -> None:
    told = "import sys, models.speech.phonemes; print('piper' in sys.modules or 'onnxruntime' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
