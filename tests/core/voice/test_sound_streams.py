"""A sound server that ends at the worst moment: nothing hangs for ever, and no thread is left running in a circle.

Each test has a process of its own: a stream that PortAudio never gives back stays as long as the process does.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.peers.patience import PATIENCE_S
from tests.peers.virtual_sound import missing_programs

ROOT = Path(__file__).resolve().parent.parent.parent.parent
BEGIN = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
import logging, threading, time
import numpy as np
from core.voice import sound_streams as streams
from tests.peers.virtual_sound import VirtualSound

logging.basicConfig(stream=sys.stdout, format="%(message)s")
streams.CLOSE_S = 3.0

def server():
    return next(port.index for port in streams.port_devices() if port.name in streams.SERVER_NAMES)

def hears():
    port = streams.InputPort(server(), rates_hz=[48000])
    until = time.monotonic() + 20
    while not port.ring.written and time.monotonic() < until:
        time.sleep(0.01)
    port.close()
    return bool(port.ring.written)
"""
GONE_BEFORE_THE_START = """
with VirtualSound() as sound:
    port = streams.OutputPort(server(), lambda count: np.zeros(count, np.float32), rates_hz=[48000], channels=2)
    sound.kill_server()
    try:
        port.start()
    except streams.StreamRefused as refused:
        print("refused", port.is_dead)
    port.close()
    sound.restart_server()
    print("hears", hears())
"""
GONE_BEFORE_THE_FIRST_SOUND = """
with VirtualSound() as sound:
    index = server()
    for attempt in range(8):
        until = time.monotonic() + 0.003 + attempt * 0.001
        ended = threading.Thread(target=lambda: (time.sleep(max(0, until - time.monotonic())), sound.kill_server()))
        ended.start()
        try:
            port = streams.InputPort(index, rates_hz=[48000])
        except streams.StreamRefused:
            port = None
        ended.join()
        if port is not None:
            port.close()
        sound.restart_server()
    print("hears", hears())
"""
GIVEN_UP_TOO_SOON = """
with VirtualSound() as sound:
    index, before = server(), sound.streams()
    streams.CLOSE_S = 0.0
    try:
        streams.InputPort(index, rates_hz=[48000])
    except streams.StreamRefused:
        print("given up")
    until = time.monotonic() + 60
    while (streams._left_alone or sound.streams() > before) and time.monotonic() < until:
        time.sleep(0.01)
    print("streams", sound.streams() - before)
    streams.CLOSE_S = 3.0
    streams.start_anew()
    print("hears", hears())
"""

pytestmark = pytest.mark.skipif(bool(missing_programs()), reason="needs PulseAudio and its programs")


def printed(program: str) -> list[str]:
    """What it prints; it ends by itself."""
    command = [sys.executable, "-P", "-c", BEGIN + program]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S * 3, check=True, cwd=ROOT)
    return done.stdout.splitlines()


def test_a_loudspeaker_whose_server_ended_before_it_was_started_is_refused_and_the_next_one_opens() -> None:
    said = printed(GONE_BEFORE_THE_START)
    assert "refused True" in said
    assert said[-1] == "hears True"


def test_a_microphone_whose_server_ended_before_the_first_sound_came_can_be_closed() -> None:
    said = printed(GONE_BEFORE_THE_FIRST_SOUND)
    assert not [line for line in said if line.startswith("closing")], "its thread runs in a circle"
    assert said[-1] == "hears True"


def test_a_microphone_that_starts_after_it_was_given_up_is_closed_again() -> None:
    assert printed(GIVEN_UP_TOO_SOON)[-3:] == ["given up", "streams 0", "hears True"]
