"""`hearth chat`: a conversation in the terminal. Also what opens where there is no display."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys
from collections.abc import AsyncIterator

from core.assistant import Assistant
from core.errors import HearthError
from core.events import TurnEvent, TurnStarted
from core.paths import HearthPaths
from core.vault.profiles import Profiles
from desktop.cli.ask import TextOutput
from desktop.cli.main import show_error
from desktop.cli.session import open_assistant
from desktop.cli.vault_care import new_profile

HELP = """/new        start another chat
/model NAME answer with this model from now on
/models     list the models
/again      answer the last question anew
/help       this list
/quit       end (also Ctrl+D); Ctrl+C stops an answer"""


async def talk(options: argparse.Namespace, paths: HearthPaths) -> int:
    """Read questions until the end of input; a first start without any profile makes one."""
    vault = None
    if not options.private and options.profile is None and not Profiles(paths).list():
        print("Welcome to Hearth. Everything you write is kept in an encrypted profile on this computer.")
        vault = await new_profile("Personal", paths)
    async with open_assistant(options, paths, vault=vault, warm_up=True) as assistant:
        conversation = Talk(assistant, model=options.model)
        await conversation.begin(options.chat)
        print("Type a question, or /help." if sys.stdin.isatty() else "", end="\n" if sys.stdin.isatty() else "")
        while (line := await _read_line()) is not None:
            if line.strip() and not await conversation.take(line.strip()):
                break
        await assistant.settle()
    return 0


class Talk:
    """One conversation at the prompt."""

    def __init__(self, assistant: Assistant, *, model: str | None) -> None:
        self._assistant = assistant
        self._model = model
        self._conversation_id = ""
        self._last_answer = ""

    async def begin(self, chat: str | None) -> None:
        """Go on in `chat` (`last` is the newest one), or start a new one with the first question."""
        if chat == "last":
            newest = await self._assistant.conversations.list(limit=1)
            chat = newest[0].conversation_id if newest else None
        if chat is not None:
            self._conversation_id = (await self._assistant.conversations.get(chat)).conversation_id

    async def take(self, line: str) -> bool:
        """Obey a command or ask; False ends the conversation."""
        command, _, rest = line.partition(" ")
        try:
            match command:
                case "/quit" | "/exit":
                    return False
                case "/help":
                    print(HELP)
                case "/new":
                    self._conversation_id = ""
                case "/model":
                    self._model = rest.strip() or None
                case "/models":
                    for model in await self._assistant.gateway.models():
                        print(model.name)
                case "/again" if self._last_answer:
                    await self._show(self._assistant.turns.regenerate(self._last_answer, model=self._model))
                case _:
                    await self._ask(line)
        except HearthError as error:
            show_error(error)
        return True

    async def _ask(self, text: str) -> None:
        if not self._conversation_id:
            self._conversation_id = (await self._assistant.conversations.create()).conversation_id
        await self._show(self._assistant.turns.ask(self._conversation_id, text, model=self._model))

    async def _show(self, events: AsyncIterator[TurnEvent]) -> None:
        """Print the answer; Ctrl+C stops it and keeps what has arrived."""
        loop, task = asyncio.get_running_loop(), asyncio.ensure_future(self._print(events))
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(signal.SIGINT, task.cancel)
        try:
            await task
        except asyncio.CancelledError:
            print("\n(stopped)", file=sys.stderr)
        finally:
            with contextlib.suppress(NotImplementedError):
                loop.remove_signal_handler(signal.SIGINT)

    async def _print(self, events: AsyncIterator[TurnEvent]) -> None:
        output = TextOutput(thinking=False)
        async for event in events:
            if isinstance(event, TurnStarted):
                self._last_answer = event.answer_id
            output.event(event)


async def _read_line() -> str | None:
    """One line from standard input without stopping the loop; None at its end."""
    if sys.stdin.isatty():
        print("› ", end="", flush=True)
    line = await asyncio.to_thread(sys.stdin.readline)
    return line if line else None
