from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from models.catalogue import PURPOSES, Catalogue, CatalogueDamaged, CatalogueModel, hosts_with_redirects, ollama_hosts
from models.library import folder_name, safe_parts

CATALOGUE = Catalogue.load()
EVERY = pytest.mark.parametrize("model", CATALOGUE.models, ids=lambda model: model.model_id)
FILES = [file for model in CATALOGUE.models for file in model.files]
REVISION = re.compile(r"/resolve/(?:[0-9a-f]{40}|v\d+\.\d+\.\d+)/")


def test_every_id_stands_once() -> None:
    ids = [model.model_id.casefold() for model in CATALOGUE.models]
    assert len(set(ids)) == len(ids)
    names = [(model.purpose, model.name) for model in CATALOGUE.models]
    assert len(set(names)) == len(names)


def test_every_purpose_has_some_to_choose_from() -> None:
    assert {purpose: len(CATALOGUE.of(purpose)) >= 5 for purpose in PURPOSES} == dict.fromkeys(PURPOSES, True)


@EVERY
def test_nothing_is_left_empty(model: CatalogueModel) -> None:
    texts = (model.name, model.summary, model.parameters, model.licence, model.licence_url, model.source)
    assert all(text.strip() == text and text for text in texts)
    assert model.summary.endswith(".")
    assert len(model.summary) <= 120
    assert model.languages
    assert all(re.fullmatch(r"[a-z]{2}|\*", language) for language in model.languages)
    assert bool(model.ollama_name) != bool(model.files)
    assert model.purpose in PURPOSES


@EVERY
def test_sizes_make_sense(model: CatalogueModel) -> None:
    assert model.size_bytes > 1_000_000
    assert model.memory_bytes >= model.size_bytes
    assert 0 < model.bytes_per_token <= model.size_bytes
    assert model.size_bytes >= sum(file.size_bytes for file in model.files)
    assert model.context_tokens is None or model.context_tokens >= 256
    if model.purpose in ("language", "embedding"):
        assert model.context_tokens


@EVERY
def test_addresses_are_https_and_hosts_are_told(model: CatalogueModel) -> None:
    for address in (model.licence_url, model.source, *(file.url for file in model.files)):
        parts = urlsplit(address)
        assert parts.scheme == "https"
        assert parts.hostname
        assert not parts.query
    assert model.hosts
    assert {urlsplit(file.url).hostname for file in model.files} <= set(model.hosts)


@EVERY
def test_ids_tell_the_engine_and_make_a_folder(model: CatalogueModel) -> None:
    engine = model.model_id.partition(":")[0]
    if model.ollama_name:
        assert model.model_id == f"ollama:{model.ollama_name}"
        assert model.purpose in ("language", "embedding")
        return
    assert engine == {"speech": "whisper", "voice": "piper"}[model.purpose]
    assert folder_name(model.model_id)
    paths = [file.path for file in model.files]
    assert len({path.casefold() for path in paths}) == len(paths)
    assert all(safe_parts(path) for path in paths)


def test_files_are_pinned_to_a_version_and_hashes_look_like_hashes() -> None:
    assert FILES
    for file in FILES:
        assert REVISION.search(file.url), file.url
        assert re.fullmatch(r"[0-9a-f]{64}|", file.sha256), file.url
        assert file.url.endswith(file.path)
        assert file.size_bytes > 0


def test_no_two_different_files_claim_one_hash() -> None:
    """A hash copied to the wrong line would show as the same hash with another name or size."""
    seen: dict[str, tuple[str, int]] = {}
    for file in FILES:
        if file.sha256:
            told = (file.path.rpartition("/")[2], file.size_bytes)
            assert seen.setdefault(file.sha256, told) == told


def test_speech_models_have_the_files_that_faster_whisper_reads() -> None:
    for model in CATALOGUE.of("speech"):
        names = {file.path for file in model.files}
        assert names >= {"config.json", "model.bin", "tokenizer.json"}
        assert names & {"vocabulary.txt", "vocabulary.json"}
        assert ("v3" in model.model_id) == ("preprocessor_config.json" in names)


def test_voices_are_a_model_and_its_configuration_and_two_for_each_place() -> None:
    places: dict[str, int] = {}
    for model in CATALOGUE.of("voice"):
        voice = model.model_id.removeprefix("piper:")
        assert [file.path for file in model.files] == [f"{voice}.onnx", f"{voice}.onnx.json"]
        assert model.languages == (voice[:2],)
        places[voice[:5]] = places.get(voice[:5], 0) + 1
    assert all(places.get(place, 0) >= 2 for place in ("en_US", "en_GB", "de_DE", "es_ES", "es_MX"))
    assert "ja_JP" not in places  # Piper publishes none


def test_japanese_models_are_among_them() -> None:
    japanese = [model for model in CATALOGUE.of("language") if model.languages[0] == "ja"]
    assert len(japanese) >= 5
    assert any("ELYZA" in model.ollama_name for model in japanese)


def test_models_are_found_by_id_and_by_ollama_s_name() -> None:
    model = CATALOGUE.get("ollama:qwen3:4b")
    assert model is not None
    assert CATALOGUE.by_ollama_name("qwen3:4b") is model
    nomic = CATALOGUE.get("ollama:nomic-embed-text")
    assert CATALOGUE.by_ollama_name("nomic-embed-text:latest") is nomic is not None
    assert CATALOGUE.by_ollama_name("HF.CO/elyza/Llama-3-ELYZA-JP-8B-GGUF:latest") is not None
    assert CATALOGUE.get("nobody:knows") is None
    assert CATALOGUE.by_ollama_name("nobody") is None


def test_hosts_of_a_pull_are_those_that_ollama_asks() -> None:
    assert ollama_hosts("qwen3:4b") == ("registry.ollama.ai",)
    assert ollama_hosts("somebody/model:1b") == ("registry.ollama.ai",)
    assert ollama_hosts("hf.co/elyza/X")[:2] == ("hf.co", "huggingface.co")
    assert ollama_hosts("models.example.org/a/b:c") == ("models.example.org",)
    assert hosts_with_redirects(["github.com", "github.com"])[0] == "github.com"


@pytest.mark.parametrize(
    "text",
    ["", "model = 3", "[[model]]\nname = 'x'", "not toml", "[[model]]\nunknown = 1\npurpose = 'language'"],
)
def test_a_catalogue_that_is_none_is_said_to_be_damaged(tmp_path: Path, text: str) -> None:
    path = tmp_path / "catalogue.toml"
    path.write_text(text)
    with pytest.raises(CatalogueDamaged):
        Catalogue.load(path)
