"""The way to the documents of a profile, which live on the core's loop and are made there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.knowledge.knowledge_base import Knowledge
    from desktop.bridge import Bridge, Call

T = TypeVar("T")


class KnowledgeDesk:
    """Asks the core; `report` gets errors that nobody else takes.

    With a `conversation_id` it is the documents that this chat may see: those of a private chat are in memory only.
    """

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        report: Callable[[BaseException], None],
        *,
        conversation_id: str = "",
    ) -> None:
        self.bridge = bridge
        self.assistant = assistant
        self._report = report
        self._conversation_id = conversation_id

    def ask(
        self,
        work: Callable[[Knowledge], Coroutine[Any, Any, T]],
        *,
        owner: QObject,
        done: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Call:
        """Do `work` with the documents."""
        return self.bridge.call(self._asked(work), done=done, failed=failed or self._report, owner=owner)

    async def _asked(self, work: Callable[[Knowledge], Coroutine[Any, Any, T]]) -> T:
        return await work(await self.knowledge())

    async def knowledge(self) -> Knowledge:
        """On the loop. Its libraries take a moment to load the first time: beside it."""
        core, the_id = self.assistant, self._conversation_id
        return await asyncio.to_thread(lambda: core.knowledge_of(the_id) if the_id else core.knowledge)
