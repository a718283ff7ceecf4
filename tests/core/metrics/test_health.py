from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from core.inference.gateway import Gateway
from core.metrics.health import Finding, Health, look_at_servers
from models.language.ollama_model import OllamaServer
from models.language.scripted_model import ScriptedServer
from tests.peers.ollama_replies import Pause, Whole
from tests.peers.ollama_server import OllamaPeer

MODEL = "llama3.2:3b"


@pytest.fixture
async def gateway() -> AsyncIterator[tuple[OllamaPeer, Gateway]]:
    with OllamaPeer() as peer:
        gateway = Gateway({"ollama": OllamaServer(peer.address)})
        yield peer, gateway
        await gateway.aclose()


def about(health: Health, subject: str) -> Finding:
    return next(finding for finding in health.findings if finding.subject == subject)


async def test_a_server_with_the_chosen_model_works(gateway: tuple[OllamaPeer, Gateway]) -> None:
    peer, served = gateway
    health = await served.health(MODEL)
    assert health.works
    assert health.worst is None
    assert about(health, "server").sentence == f"Ollama {peer.version} answers at {peer.address}, with 5 models."
    assert about(health, "model").sentence == f"“{MODEL}” is installed."
    await served.warm(MODEL)
    assert "in memory" in about(await served.health(MODEL), "model").sentence


async def test_a_server_that_is_down_is_one_finding_with_a_next_step(gateway: tuple[OllamaPeer, Gateway]) -> None:
    peer, served = gateway
    peer.stop()
    health = await served.health(MODEL)
    assert not health.works
    assert health.worst is not None
    assert "ollama serve" in health.worst.next_step
    assert health.worst.error is not None
    assert health.worst.error.code == "ServerNotRunning"


async def test_a_missing_model_names_the_command(gateway: tuple[OllamaPeer, Gateway]) -> None:
    _, served = gateway
    health = await served.health("gone:1b")
    assert not health.works
    assert "ollama pull gone:1b" in about(health, "model").next_step


async def test_a_name_without_a_tag_means_the_latest(gateway: tuple[OllamaPeer, Gateway]) -> None:
    _, served = gateway
    assert (await served.health("nomic-embed-text")).works


async def test_no_model_at_all_is_told_once(gateway: tuple[OllamaPeer, Gateway]) -> None:
    peer, served = gateway
    peer.models.clear()
    health = await served.health(MODEL)
    assert [finding.subject for finding in health.findings if finding.state == "fails"] == ["models"]


@pytest.mark.parametrize(
    ("version", "warned"), [("0.34.9", True), ("0.35.0", False), ("0.36.0-rc1", False), ("1", False)]
)
async def test_an_old_server_is_a_warning(*, gateway: tuple[OllamaPeer, Gateway], version: str, warned: bool) -> None:
    peer, served = gateway
    peer.version = version
    health = await served.health()
    assert health.works
    assert (health.worst is not None) is warned


async def test_a_wrong_host_is_told_as_such(gateway: tuple[OllamaPeer, Gateway]) -> None:
    peer, served = gateway
    page = Whole(200, "text/html", b"<html>router</html>")
    peer.override("/api/version", (page,))
    health = await served.health()
    assert health.worst is not None
    assert health.worst.error is not None
    assert health.worst.error.code == "WrongAddress"


async def test_a_server_that_never_answers_does_not_hold_up_the_look_at_the_others() -> None:
    from core.inference.model_trouble import trouble_from

    with OllamaPeer() as peer:
        peer.override("/api/version", (Pause(),))
        server = OllamaServer(peer.address)
        servers = {"ollama": server, "lab": ScriptedServer(["tiny"])}
        health = await look_at_servers(servers, explain=trouble_from, wanted_models=[("lab", "tiny")], timeout_s=0.2)
        await server.aclose()
    assert [server.reachable for server in health.servers] == [False, True]
    assert health.worst is not None
    assert "did not answer" in health.worst.sentence
