"""What works now, and why not: one finding a question, for the status line and for `hearth doctor`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from core.errors import HearthError
from models.engine_errors import EngineError
from models.language.language_model import LoadedModel, ModelServer, ModelSummary

State: TypeAlias = Literal["works", "warning", "fails"]
Explain: TypeAlias = Callable[[EngineError], HearthError]

# Known holes are mended from this version on; see DESIGN §6.
SAFE_OLLAMA = (0, 35, 0)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `next_step` is empty where nothing needs to be done; `error` names what failed."""

    subject: str
    state: State
    sentence: str
    next_step: str = ""
    error: HearthError | None = None


@dataclass(frozen=True, slots=True)
class ServerHealth:
    """How one model server is. `version` is empty where the protocol has none."""

    server: str
    address: str
    reachable: bool
    version: str
    models: tuple[ModelSummary, ...]
    loaded: tuple[LoadedModel, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Health:
    """All servers, and whether the models that the owner chose are there."""

    servers: tuple[ServerHealth, ...]
    findings: tuple[Finding, ...]

    @property
    def works(self) -> bool:
        """Whether a question could be answered now."""
        return not any(finding.state == "fails" for finding in self.findings)

    @property
    def worst(self) -> Finding | None:
        """What to show in one line: the first failure, else the first warning."""
        for state in ("fails", "warning"):
            for finding in self.findings:
                if finding.state == state:
                    return finding
        return None


async def look_at_servers(
    servers: Mapping[str, ModelServer],
    *,
    explain: Explain,
    wanted_models: Sequence[tuple[str, str]] = (),
    timeout_s: float = 5.0,
) -> Health:
    """Ask every server how it is. Never raises for a server that is ill.

    `wanted_models` are (server, model's name there) pairs, `explain` gives an engine's error the owner's words, and a
    server that has not answered after `timeout_s` counts as out of reach.
    """
    looks = (_look_at(key, server, explain, timeout_s) for key, server in servers.items())
    found = {server.server: server for server in await asyncio.gather(*looks)}
    findings = [finding for server in found.values() for finding in server.findings]
    reachable = [server for server in found.values() if server.reachable]
    if reachable and not any(server.models for server in reachable):
        findings.append(
            Finding(
                "models", "fails", "No language model is installed yet.", "Run “ollama pull llama3.2” in a terminal."
            )
        )
    for key, model in wanted_models:
        if key in found and found[key].reachable and found[key].models:
            findings.append(_model_finding(found[key], model))
    return Health(tuple(found.values()), tuple(findings))


async def _look_at(key: str, server: ModelServer, explain: Explain, timeout_s: float) -> ServerHealth:
    try:
        async with asyncio.timeout(timeout_s):
            version = await server.version()
            models = tuple(await server.models())
            loaded = tuple(await server.loaded())
    except (EngineError, HearthError, TimeoutError) as fault:  # HearthError: a closed door
        findings = (_failed(server, fault, explain, timeout_s),)
        return ServerHealth(key, server.address, False, "", (), (), findings)
    told = f" {version}" if version else ""
    count = "1 model" if len(models) == 1 else f"{len(models)} models"
    name = server.provider.capitalize()
    findings_ = [Finding("server", "works", f"{name}{told} answers at {server.address}, with {count}.")]
    if server.provider == "ollama" and version and _numbers(version) < SAFE_OLLAMA:
        findings_.append(_outdated(version))
    return ServerHealth(key, server.address, True, version, models, loaded, tuple(findings_))


def _failed(server: ModelServer, fault: Exception, explain: Explain, timeout_s: float) -> Finding:
    if isinstance(fault, HearthError):
        return Finding("server", "fails", fault.owner_sentence, fault.owner_next_step, fault)
    if not isinstance(fault, EngineError):
        sentence = f"The model server at {server.address} did not answer within {timeout_s:g} seconds."
        return Finding("server", "fails", sentence, "Restart the model server, or check its address in the settings.")
    error = explain(fault)
    return Finding("server", "fails", error.owner_sentence, error.owner_next_step, error)


def _outdated(version: str) -> Finding:
    needed = ".".join(str(number) for number in SAFE_OLLAMA)
    return Finding(
        "version",
        "warning",
        f"Ollama {version} has known security holes that {needed} mends.",
        "Update Ollama from its app or from its download page.",
    )


def _model_finding(server: ServerHealth, model: str) -> Finding:
    names = {summary.name for summary in server.models}
    if model in names or f"{model}:latest" in names:
        ready = any(loaded.name in (model, f"{model}:latest") for loaded in server.loaded)
        return Finding("model", "works", f"“{model}” is installed{' and in memory' if ready else ''}.")
    return Finding(
        "model",
        "fails",
        f"The chosen model “{model}” is not installed.",
        f"Run “ollama pull {model}” in a terminal, or choose another model.",
    )


def _numbers(version: str) -> tuple[int, ...]:
    numbers: list[int] = []
    for part in version.split("-")[0].split(".")[:3]:
        digits = "".join(character for character in part if character.isdecimal())
        numbers.append(int(digits or 0))
    return tuple(numbers)
