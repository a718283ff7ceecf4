"""What is missing before a question can be answered, by what the servers say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import ModelTrouble
from core.inference.gateway import Gateway
from core.inference.missing_model import missing_after, missing_among
from models.language.ollama_model import OllamaServer
from tests.peers.ollama_server import OllamaPeer

NOWHERE = "http://127.0.0.1:9"


async def trouble_at(address: str) -> ModelTrouble:
    gateway = Gateway({"ollama": OllamaServer(address)})
    try:
        with pytest.raises(ModelTrouble) as told:
            await gateway.models()
    finally:
        await gateway.aclose()
    return told.value


async def test_ollama_that_is_nowhere_on_this_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    missing = await missing_after(await trouble_at(NOWHERE), own_ollama=tmp_path / "ollama")
    assert (missing.kind, missing.address) == ("program", NOWHERE)


async def test_ollama_that_is_installed_and_does_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "ollama"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (await missing_after(await trouble_at(NOWHERE), own_ollama=tmp_path / "own")).kind == "start"


async def test_an_ollama_of_hearth_s_own_counts_as_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "ollama"
    monkeypatch.setenv("PATH", str(tmp_path))
    (own / "logs").mkdir(parents=True)  # what is left of a failed install is none
    assert (await missing_after(await trouble_at(NOWHERE), own_ollama=own)).kind == "program"
    program = own / "ollama-0.40.0" / "bin" / "ollama"
    program.parent.mkdir(parents=True)
    program.touch()
    (own / "current").write_text("ollama-0.40.0")
    assert (await missing_after(await trouble_at(NOWHERE), own_ollama=own)).kind == "start"


async def test_something_else_that_answers_is_told_in_its_own_words(tmp_path: Path) -> None:
    with OllamaPeer() as peer:
        error = await trouble_at(f"{peer.address}/elsewhere")
    missing = await missing_after(error, own_ollama=tmp_path)
    assert missing.kind == "other"
    assert missing.error is error


async def test_a_server_without_models_and_a_model_that_is_not_there() -> None:
    with OllamaPeer() as peer:
        gateway = Gateway({"ollama": OllamaServer(peer.address)})
        models = await gateway.models()
        await gateway.aclose()
    assert missing_among([], chosen="").kind == "models"  # type: ignore[union-attr]  # None has no kind, and fails here
    embedding = [model for model in models if not model.chats]
    assert embedding
    assert missing_among(embedding, chosen="") == missing_among([], chosen="llama3.2:3b")
    assert missing_among(models, chosen="") is None
    assert missing_among(models, chosen="llama3.2:3b") is None
    gone = missing_among(models, chosen="gone:7b")
    assert gone is not None
    assert (gone.kind, gone.model) == ("model", "gone:7b")
    latest = replace(models[0], name="mistral:latest")
    assert missing_among([latest], chosen="mistral") is None
