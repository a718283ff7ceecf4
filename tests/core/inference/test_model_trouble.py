from __future__ import annotations

import pytest

from core.errors import ModelTrouble
from core.inference import model_trouble as trouble
from core.inference.model_trouble import trouble_from
from models import engine_errors as engine

HERE = "http://127.0.0.1:11434"


@pytest.mark.parametrize(
    ("error", "kind", "words", "step"),
    [
        (engine.ServerUnreachable(address=HERE), trouble.ServerNotRunning, HERE, "“ollama serve”"),
        (
            engine.ServerUnreachable(address="http://192.168.1.9:11434"),
            trouble.ServerOutOfReach,
            "192.168.1.9",
            "address",
        ),
        (engine.ServerUnreachable(address="http://[::1]:11434"), trouble.ServerNotRunning, "::1", "Retry"),
        (engine.ServerUnreachable(address="nonsense://["), trouble.ServerOutOfReach, "nonsense", "address"),
        (engine.ModelMissing(model="m:1b", status=404), trouble.ModelNotInstalled, "m:1b", "“ollama pull m:1b”"),
        (engine.OutOfMemory(model="big"), trouble.NotEnoughMemory, "big", "smaller model"),
        (engine.AbilityMissing(model="m", ability="vision"), trouble.ModelCannotSee, "images", "Choose"),
        (engine.AbilityMissing(model="m", ability="tools"), trouble.ModelCannotUseTools, "tools", "Choose"),
        (engine.AbilityMissing(model="m", ability="thinking"), trouble.ModelCannotThink, "thinking", "thinking"),
        (engine.AbilityMissing(model="m", ability="telepathy"), trouble.ModelCannot, "m", "Choose"),
        (engine.ServerRefused(status=503), trouble.ServerBusy, "busy", "Wait"),
        (engine.ServerRefused(status=500), trouble.ServerSaidNo, "refused", "details"),
        (engine.RemoteModelRefused(model="x-cloud"), trouble.RemoteModelForbidden, "nothing was sent", "allow"),
        (engine.ServerTooOld(address=HERE, version="0.1", needed="0.4"), trouble.ServerOutdated, "0.1", "Update"),
        (engine.NotAModelServer(address=HERE), trouble.WrongAddress, "not a model server", "11434"),
        (engine.StreamBroken(), trouble.AnswerBrokeOff, "broke off", "Retry"),
        (engine.StreamStalled(silence_s=60, model="m"), trouble.NoFirstWord, "60 seconds", "Retry"),
        (engine.StreamStalled(silence_s=30, address=HERE), trouble.ServerSilent, "30 seconds", "Retry"),
        (engine.EngineError("odd"), ModelTrouble, "did not answer", "Try again"),
    ],
)
def test_every_error_of_an_engine_has_words_and_a_next_step(
    error: engine.EngineError, kind: type[ModelTrouble], words: str, step: str
) -> None:
    told = trouble_from(error)
    assert type(told) is kind
    assert words in told.owner_sentence
    assert step in told.owner_next_step


def test_other_providers_are_not_told_to_start_ollama() -> None:
    down = trouble_from(engine.ServerUnreachable(address="http://localhost:8080/v1"), provider="openai")
    missing = trouble_from(engine.ModelMissing(model="m", address="http://localhost:8080/v1"), provider="openai")
    assert type(down) is trouble.OtherServerNotRunning
    assert type(missing) is trouble.ModelNotServed
    assert "ollama" not in f"{down.owner_next_step} {missing.owner_next_step}".lower()


def test_once_words_have_arrived_silence_and_loss_are_told_otherwise() -> None:
    assert type(trouble_from(engine.StreamStalled(silence_s=9), begun=True)) is trouble.AnswerStalled
    assert type(trouble_from(engine.ServerUnreachable(address=HERE), begun=True)) is trouble.AnswerBrokeOff


def test_all_kinds_of_trouble_are_complete_sentences() -> None:
    kinds = [kind for kind in vars(trouble).values() if isinstance(kind, type) and issubclass(kind, ModelTrouble)]
    assert len(kinds) > 20
    for kind in kinds:
        assert kind.sentence.endswith("."), kind
        assert kind.next_step.endswith((".", "address}")), kind
        assert kind.__doc__
