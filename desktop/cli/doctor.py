"""`hearth doctor`: looks at everything Hearth stands on and says how to mend what does not work."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import AsyncIterator

from core.inference.model_trouble import trouble_from
from core.inference.served_models import OLLAMA
from core.inference.server_list import servers_from
from core.metrics.checkup import look_around
from core.metrics.health import Finding, look_at_servers
from core.network import guard
from core.network.doors import Doors
from core.paths import HearthPaths
from core.settings.sections import ModelServerSettings
from core.vault.os_keyring import OsKeyring
from core.vault.profiles import Profiles
from models.language.ollama_model import OllamaServer
from models.ollama_server import look_at_ollama

_INSTALL = "Install it from ollama.com, or tell Hearth the address of another model server in the settings."
_SIGNS = {"works": "✓", "warning": "!", "fails": "✗"}
_COLOURS = {"works": "32", "warning": "33", "fails": "31"}


async def doctor(options: argparse.Namespace, paths: HearthPaths) -> int:
    """Print each finding as it is made; returns 1 when something fails."""
    guard.install(Doors())
    worst = 0
    async for finding in _findings(paths):
        if options.json:
            print(json.dumps(_as_json(finding), ensure_ascii=False), flush=True)
        else:
            _print(finding)
        worst |= finding.state == "fails"
    return int(worst)


async def _findings(paths: HearthPaths) -> AsyncIterator[Finding]:
    keyring = OsKeyring()
    for finding in look_around(paths, profiles=Profiles(paths, keyring=keyring), keyring=keyring):
        yield finding
    servers = servers_from(ModelServerSettings())
    health = await look_at_servers(servers, explain=trouble_from)
    for finding in health.findings:
        yield finding
    ollama = servers[OLLAMA]
    if isinstance(ollama, OllamaServer):
        state = await look_at_ollama(ollama)
        for warning in state.warnings:
            if warning.kind != "outdated":  # the server's own finding says that already
                yield Finding("server", "warning", warning.sentence, warning.next_step)
        if not state.is_running and state.installed_at is None:
            yield Finding("server", "warning", "Ollama is not installed where Hearth looked for it.", _INSTALL)
    for server in servers.values():
        await server.aclose()


def _print(finding: Finding) -> None:
    sign = _SIGNS[finding.state]
    if sys.stdout.isatty():
        sign = f"\x1b[{_COLOURS[finding.state]}m{sign}\x1b[0m"
    print(f"{sign} {finding.subject}: {finding.sentence}")
    if finding.next_step and finding.state != "works":
        print(f"    → {finding.next_step}")


def _as_json(finding: Finding) -> dict[str, str]:
    return {
        "subject": finding.subject,
        "state": finding.state,
        "sentence": finding.sentence,
        "next_step": finding.next_step,
        "error": finding.error.code if finding.error else "",
    }
