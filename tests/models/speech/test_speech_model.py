"""A folder is known to be whole, or not, before anything loads it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from models.engine_errors import SpeechModelUnfit
from models.speech.speech_model import check_folder
from tests.peers.random_whisper import random_whisper

COMMANDS = Path(__file__).parents[2] / "data" / "whisper_commands"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(COMMANDS, tmp_path / "whisper_commands"))


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


def test_a_small_model_for_commands_is_for_english_and_for_one_utterance_at_a_time() -> None:
    facts = check_folder(COMMANDS)
    assert (facts.multilingual, facts.can_translate, facts.hears_long, facts.mels) == (False, False, False, 80)
    assert facts.size_bytes == sum(path.stat().st_size for path in COMMANDS.iterdir())


def test_a_model_of_whisper_s_own_form_speaks_languages_and_translates(models: Path) -> None:
    facts = check_folder(random_whisper(models, size="tiny"))
    assert (facts.multilingual, facts.can_translate, facts.hears_long, facts.mels) == (True, True, True, 80)


def test_a_quick_one_with_fewer_layers_that_write_does_not_translate(models: Path) -> None:
    facts = check_folder(random_whisper(models, size="quick"))
    assert (facts.multilingual, facts.can_translate, facts.mels) == (True, False, 128)


def test_one_that_hears_in_another_resolution_needs_the_file_that_says_so(models: Path, tmp_path: Path) -> None:
    quick = Path(shutil.copytree(random_whisper(models, size="quick"), tmp_path / "quick"))
    (quick / "preprocessor_config.json").unlink()
    with pytest.raises(SpeechModelUnfit) as refused:
        check_folder(quick)
    assert refused.value.file == "preprocessor_config.json"


@pytest.mark.parametrize("name", ["model.bin", "config.json", "tokenizer.json", "vocabulary.json"])
def test_a_missing_or_empty_file_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"")
    if name != "vocabulary.json":
        with pytest.raises(SpeechModelUnfit) as refused:
            check_folder(folder)
        assert refused.value.file == name
    (folder / name).unlink()
    with pytest.raises(SpeechModelUnfit) as refused:
        check_folder(folder)
    assert (refused.value.file, refused.value.model) == (name, folder.name)


def test_a_folder_that_is_not_there_is_unfit(tmp_path: Path) -> None:
    with pytest.raises(SpeechModelUnfit):
        check_folder(tmp_path / "nothing")


def test_a_model_file_cut_off_anywhere_is_noticed(folder: Path) -> None:
    whole = (folder / "model.bin").read_bytes()
    cuts = {1, 3, 4, 17, 30, 200, *range(500, len(whole), len(whole) // 60), len(whole) - 1}
    for cut in sorted(cuts):
        (folder / "model.bin").write_bytes(whole[:cut])
        with pytest.raises(SpeechModelUnfit) as refused:
            check_folder(folder)
        assert refused.value.file == "model.bin"
    (folder / "model.bin").write_bytes(whole)
    check_folder(folder)


@pytest.mark.parametrize(
    "content", [b"<!doctype html><p>Not found", b"\0" * 5000, b"\x06\0\0\0\x04\0GPT\0" + b"x" * 99]
)
def test_another_file_under_its_name_is_unfit(folder: Path, content: bytes) -> None:
    (folder / "model.bin").write_bytes(content)
    with pytest.raises(SpeechModelUnfit):
        check_folder(folder)


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "preprocessor_config.json"])
def test_a_text_cut_off_is_noticed(folder: Path, name: str) -> None:
    text = (folder / name).read_bytes()
    (folder / name).write_bytes(text[: len(text) // 2])
    with pytest.raises(SpeechModelUnfit) as refused:
        check_folder(folder)
    assert refused.value.file == name
    (folder / name).write_text(json.dumps([1, 2]))
    with pytest.raises(SpeechModelUnfit):
        check_folder(folder)
