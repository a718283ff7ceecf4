"""Where Ollama is, and what about it deserves a warning."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from models.engine_errors import ServerUnreachable
from models.language.ollama_model import OllamaServer
from models.ollama_server import (
    bound_beyond_loopback,
    installed_at,
    is_loopback_address,
    is_older,
    look_at_ollama,
    ollama_address,
)
from tests.peers.ollama_server import OllamaPeer


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("", "http://127.0.0.1:11434"),
        ("  '1.2.3.4' ", "http://1.2.3.4:11434"),
        ("1.2.3.4:5678", "http://1.2.3.4:5678"),
        (":5678", "http://127.0.0.1:5678"),
        ("0.0.0.0", "http://127.0.0.1:11434"),
        ("0.0.0.0:99999", "http://127.0.0.1:11434"),
        ("[::]:8080", "http://127.0.0.1:8080"),
        ("::1", "http://[::1]:11434"),
        ("[::1]:8080", "http://[::1]:8080"),
        ("example.com", "http://example.com:11434"),
        ("http://example.com", "http://example.com:80"),
        ("https://example.com", "https://example.com:443"),
        ("https://example.com:8443/ollama/", "https://example.com:8443/ollama"),
        ("example.com:port", "http://example.com:11434"),
    ],
)
def test_ollama_host_means_what_ollama_takes_it_for(given: str, address: str) -> None:
    assert ollama_address({"OLLAMA_HOST": given}) == address
    assert ollama_address({}) == "http://127.0.0.1:11434"


@pytest.mark.parametrize(
    ("address", "is_here"),
    [
        ("http://127.0.0.1:11434", True),
        ("http://127.8.9.10", True),
        ("http://[::1]:11434", True),
        ("http://localhost:11434", True),
        ("http://192.168.1.7:11434", False),
        ("http://127.0.0.1.example.com", False),
        ("http://localhost.example.com", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_only_loopback_is_this_machine(address: str, *, is_here: bool) -> None:
    assert is_loopback_address(address) is is_here


@pytest.mark.parametrize(
    ("version", "older"),
    [
        ("0.34.9", True),
        ("0.35.0-rc1", True),
        ("0.9.12", True),
        ("nonsense", True),
        ("", True),
        ("0.35.0", False),
        ("v0.35.1", False),
        ("0.100.0", False),
        ("1.0", False),
    ],
)
def test_versions_are_compared_as_numbers(version: str, *, older: bool) -> None:
    assert is_older(version, "0.35.0") is older


async def test_a_sound_server_deserves_no_warning() -> None:
    async with OllamaPeer() as peer:
        server = OllamaServer(peer.address)
        state = await look_at_ollama(server, {"PATH": ""})
        await server.aclose()
    assert state.is_running
    assert state.version == peer.version
    assert state.warnings == ()


async def test_an_old_server_open_to_web_pages_and_the_network_is_warned_of() -> None:
    async with OllamaPeer(version="0.34.5", any_origin=True, host="0.0.0.0") as peer:
        server = OllamaServer(f"http://127.0.0.1:{peer.port}")
        state = await look_at_ollama(server)
        await server.aclose()
    assert [warning.kind for warning in state.warnings] == ["outdated", "any_web_page", "open_to_network"]
    assert all(warning.sentence and warning.next_step for warning in state.warnings)
    assert "0.34.5" in state.warnings[0].detail


async def test_a_server_that_is_not_there_is_told_with_its_reason() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        server = OllamaServer(f"http://127.0.0.1:{taken.getsockname()[1]}")
        state = await look_at_ollama(server)
        await server.aclose()
    assert not state.is_running
    assert isinstance(state.fault, ServerUnreachable)
    assert state.warnings == ()


async def test_another_computer_is_warned_of_before_it_is_reached() -> None:
    server = OllamaServer("http://192.0.2.7:11434")
    with pytest.raises(ConnectionRefusedError, match=r"192\.0\.2\.7"):  # the guard's own words, not “not running”
        await server.version()
    await server.aclose()


def test_a_program_in_the_path_is_found(tmp_path: Path) -> None:
    program = tmp_path / "ollama"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert installed_at({"PATH": str(tmp_path)}) == program


def test_who_listens_beyond_loopback_is_seen() -> None:
    for host, seen in (("127.0.0.1", ""), ("0.0.0.0", "0.0.0.0")):
        with socket.socket() as listening:
            listening.bind((host, 0))
            listening.listen()
            assert bound_beyond_loopback(listening.getsockname()[1]) == seen
    if socket.has_ipv6:
        with socket.socket(socket.AF_INET6) as listening:
            try:
                listening.bind(("::1", 0))
            except OSError:
                pytest.skip("no IPv6 here")
            listening.listen()
            assert bound_beyond_loopback(listening.getsockname()[1]) == ""
