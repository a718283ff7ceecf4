"""The model server is a real process that is killed, hangs and comes back: what had arrived is kept, and it goes on."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import random
import re
import signal
import subprocess
import sys
from collections.abc import AsyncGenerator, Iterator
from pathlib import Path

import pytest

from core.assistant import Assistant
from core.conversations.message_tree import Message
from core.events import Retrying, TextDelta, TurnEvent, TurnFailed, TurnFinished, TurnStarted
from core.inference.model_trouble import AnswerBrokeOff, AnswerStalled, NoFirstWord, ServerNotRunning
from tests.peers.patience import PATIENCE_S
from tests.peers.profile_at_hand import ProfileAtHand

ROOT = Path(__file__).resolve().parents[2]
MODEL = "llama3.2:3b"
SHORTEST_WAIT_S = 5  # the least that the settings allow

needs_signals = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="stops a process in its tracks")


class ServerProcess:
    """The stand-in for Ollama as a program. Each start after the first takes the same port again."""

    def __init__(self) -> None:
        self.address = "http://127.0.0.1:0"
        self._process: subprocess.Popen[str] | None = None

    def start(self, *, tokens: int = 20, per_s: float = 0.0) -> None:
        """Serve answers of `tokens` words, `per_s` a second (0: at once)."""
        words = ["--port", self.address.rsplit(":", 1)[1], "--script", "flood"]
        words += ["--tokens", str(tokens), "--tokens-per-s", str(per_s)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.peers.ollama_server", *words], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        address = self._process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", address), "the stand-in did not start"
        self.address = address

    def kill(self) -> None:
        """As if the power of that process went off."""
        self._signal(signal.SIGKILL)
        assert self._process is not None
        assert self._process.stdout is not None
        self._process.wait(timeout=PATIENCE_S)
        self._process.stdout.close()
        self._process = None

    def hang(self) -> None:
        """It keeps its connections, takes new ones, and says nothing."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """It wakes up again."""
        self._signal(signal.SIGCONT)

    def close(self) -> None:
        """At the end of a test."""
        if self._process is not None:
            self.kill()

    def _signal(self, number: int) -> None:
        assert self._process is not None
        os.kill(self._process.pid, number)


@pytest.fixture
def server() -> Iterator[ServerProcess]:
    server = ServerProcess()
    yield server
    server.close()


async def heard(turn: AsyncGenerator[TurnEvent, None]) -> list[TurnEvent]:
    return [event async for event in turn]


def text_in(events: list[TurnEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextDelta))


def deltas_in(events: list[TurnEvent], latest: TurnEvent) -> int:
    """How many pieces of text there are, when `latest` is one of them; else 0."""
    return sum(isinstance(event, TextDelta) for event in events) if isinstance(latest, TextDelta) else 0


def failure_in(events: list[TurnEvent]) -> TurnFailed:
    failed = events[-1]
    assert isinstance(failed, TurnFailed)
    assert failed.error.owner_sentence
    assert failed.error.owner_next_step
    return failed


async def answer_of(assistant: Assistant, events: list[TurnEvent]) -> Message:
    (answer_id,) = [event.answer_id for event in events if isinstance(event, TurnStarted)]
    return await assistant.conversations.message(answer_id)


async def new_chat(assistant: Assistant) -> str:
    await assistant.settings.change("chat.automatic_titles", False)
    return (await assistant.conversations.create(title="x", model=MODEL)).conversation_id


async def test_killed_in_mid_answer_it_is_told_kept_and_tried_again_when_the_server_is_back(
    tmp_path: Path, server: ServerProcess
) -> None:
    server.start(tokens=100_000, per_s=200)
    at_hand = ProfileAtHand(tmp_path, server.address)
    async with at_hand.assistant() as assistant:
        chat = await new_chat(assistant)
        events: list[TurnEvent] = []
        async for event in assistant.turns.ask(chat, "Tell me a long story."):
            events.append(event)
            if deltas_in(events, event) == 20:
                server.kill()
        failed = failure_in(events)
        assert isinstance(failed.error, AnswerBrokeOff)
        assert failed.error.can_retry
        partial = await answer_of(assistant, events)
        assert (partial.text, partial.state) == (text_in(events), "failed")
        assert partial.error is not None
        assert partial.error.sentence == failed.error.owner_sentence
        # Nobody is there: trying again says what to start, and costs nothing that is there.
        again = failure_in(await heard(assistant.turns.regenerate(failed.answer_id)))
        assert isinstance(again.error, ServerNotRunning)
        assert "ollama serve" in again.error.owner_next_step
        # It is back on the same port.
        server.start(tokens=20)
        events = await heard(assistant.turns.regenerate(again.answer_id))
        assert isinstance(events[-1], TurnFinished)
        states = [message.state for message in await assistant.conversations.siblings(failed.answer_id)]
        assert states == ["failed", "failed", "complete"]
    async with at_hand.assistant() as assistant:
        kept = await assistant.conversations.siblings(failed.answer_id)
        assert [message.text for message in kept] == [partial.text, "", " token" * 20]


@needs_signals
async def test_a_server_that_hangs_in_mid_answer_is_given_up_and_works_again_when_it_wakes(
    tmp_path: Path, server: ServerProcess
) -> None:
    server.start(tokens=100, per_s=50)
    async with ProfileAtHand(tmp_path, server.address).assistant() as assistant:
        await assistant.settings.change("model_server.silence_timeout_s", SHORTEST_WAIT_S)
        await assistant.settings.change("model_server.first_answer_timeout_s", SHORTEST_WAIT_S)
        await asyncio.sleep(0.05)
        chat = await new_chat(assistant)
        events: list[TurnEvent] = []
        async for event in assistant.turns.ask(chat, "Tell me a story."):
            events.append(event)
            if deltas_in(events, event) == 5:
                server.hang()
        failed = failure_in(events)
        assert isinstance(failed.error, AnswerStalled)
        assert f"silent for {SHORTEST_WAIT_S} seconds" in failed.error.owner_sentence
        partial = await answer_of(assistant, events)
        assert (partial.text, partial.state) == (text_in(events), "failed")
        assert partial.text
        # It still hangs: no first word comes.
        again = failure_in(await heard(assistant.turns.regenerate(failed.answer_id)))
        assert isinstance(again.error, NoFirstWord)
        server.go_on()
        assert isinstance((await heard(assistant.turns.regenerate(failed.answer_id)))[-1], TurnFinished)
        assert (await assistant.conversations.message(failed.answer_id)).text == partial.text


async def test_a_server_that_was_restarted_between_two_questions_is_not_noticed(
    tmp_path: Path, server: ServerProcess
) -> None:
    server.start()
    async with ProfileAtHand(tmp_path, server.address).assistant() as assistant:
        chat = await new_chat(assistant)
        for _ in range(3):
            events = await heard(assistant.turns.ask(chat, "Are you there?"))
            assert isinstance(events[-1], TurnFinished), events[-1]
            server.kill()
            server.start()


async def test_killed_before_its_first_word_it_is_tried_again_by_itself_and_then_told(
    tmp_path: Path, server: ServerProcess
) -> None:
    server.start(tokens=5, per_s=0.05)
    async with ProfileAtHand(tmp_path, server.address).assistant() as assistant:
        chat = await new_chat(assistant)
        asking = asyncio.create_task(heard(assistant.turns.ask(chat, "Are you there?")))
        await asyncio.sleep(1.0)
        server.kill()
        events = await asking
        assert any(isinstance(event, Retrying) for event in events)
        assert isinstance(failure_in(events).error, ServerNotRunning)
        answered = await answer_of(assistant, events)
        assert (answered.text, answered.state) == ("", "failed")


async def test_killed_again_and_again_at_any_moment_it_never_costs_a_word_that_was_shown(
    tmp_path: Path, server: ServerProcess
) -> None:
    seed = random.randrange(1_000_000)
    print(f"seed {seed}")
    chance = random.Random(seed)
    at_hand = ProfileAtHand(tmp_path, server.address)
    shown: dict[str, str] = {}
    for _ in range(6):
        server.start(tokens=100_000, per_s=300)
        at_hand.address = server.address
        async with at_hand.assistant() as assistant:
            chat = await new_chat(assistant)
            asking = asyncio.create_task(heard(assistant.turns.ask(chat, "Tell me a long story.")))
            await asyncio.sleep(chance.uniform(0, 1.5))
            server.kill()
            events = await asking
            shown[failure_in(events).answer_id] = text_in(events)
    assert any(shown.values()), "no kill hit an answer"
    async with at_hand.assistant() as assistant:
        for answer_id, text in shown.items():
            kept = await assistant.conversations.message(answer_id)
            assert (kept.text, kept.state) == (text, "failed")


@pytest.mark.qt
@pytest.mark.skipif(importlib.util.find_spec("PySide6") is None, reason="needs Qt")
def test_in_the_window_a_card_tells_it_and_its_button_asks_again(
    tmp_path: Path, server: ServerProcess, request: pytest.FixtureRequest
) -> None:
    from core.settings.sections import ModelServerSettings
    from models.language.language_model import ModelServer
    from models.language.ollama_model import OllamaServer
    from tests.peers.window_driver import WindowDriver

    server.start(tokens=100_000, per_s=100)
    driver = WindowDriver(tmp_path / "hearth", request.getfixturevalue("qtbot"))

    def servers(_: ModelServerSettings) -> dict[str, ModelServer]:
        return {"ollama": OllamaServer(server.address)}

    driver.app._servers = servers
    driver.make_profile()
    try:
        driver.start()
        driver.wait(lambda: driver.chat.models)
        driver.ask("Tell me a long story.", wait=False)
        driver.wait(lambda: len(driver.texts()) == 2 and "token" in driver.texts()[1])
        server.kill()
        driver.wait(lambda: driver.chat.path and driver.chat.path[-1].state == "failed" and not driver.chat.busy)
        partial = driver.chat.path[-1]
        assert "token" in partial.text
        card = driver.chat.transcript.list.rows[partial.message_id]._error
        assert card is not None
        assert "broke off" in card.accessibleName()
        assert "Retry" in card.accessibleDescription()
        server.start(tokens=20)
        card.retry.click()
        driver.wait(lambda: driver.chat.path and driver.chat.path[-1].state == "complete" and not driver.chat.busy)
        answered = driver.chat.path[-1]
        assert (answered.text, answered.sibling_index, answered.sibling_count) == (" token" * 20, 1, 2)
    finally:
        driver.end()
