"""The figures of the voice: each part in a process of its own, since what one loads would warm and swell the next."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.bench.figure import Figure

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = (
    "voice_key_bench",
    "voice_text_bench",
    "voice_partial_bench",
    "voice_answer_bench",
    "voice_interruption_bench",
    "voice_command_bench",
    "voice_rest_bench",
)


def measure() -> list[Figure]:
    """All parts, in the order of an exchange. Takes six minutes; needs the programs of `tests.peers.virtual_sound`."""
    return [figure for part in PARTS for figure in _measured(part)]


def _measured(part: str) -> list[Figure]:
    begin = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.bench import {part} as part\n"
        "for figure in part.measure(): print(figure.as_json(), flush=True)"
    )
    done = subprocess.run([sys.executable, "-P", "-c", begin], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    names = ("name", "value", "unit", "floor", "target", "at_least", "note")
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return [Figure(**{name: row[name] for name in names}) for row in rows]
