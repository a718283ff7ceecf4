from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from core.clock import RealClock
from core.conversations.private_chats import PrivateChats
from core.errors import VaultLocked
from core.events import Announcer
from core.knowledge.knowledge_pair import KnowledgePair
from core.network.doors import Doors
from core.settings.sections import KnowledgeSettings
from core.vault.lifetime import Lifetime
from core.vault.vault_shelf import Shelf


class Both:
    """Two databases in memory; the first stands for the profile's."""

    def __init__(self, *, has_profile: bool = True) -> None:
        self.life = Lifetime()
        self.own = PrivateChats(clock=RealClock(), announcer=Announcer())
        self.private = PrivateChats(clock=RealClock(), announcer=Announcer())
        shelf: Shelf | None = self.own.shelf if has_profile else None
        self.pair = KnowledgePair(
            shelf,
            self.private.shelf,
            self.private,
            life=self.life,
            profile_id="one",
            settings=lambda: KnowledgeSettings(engine="chroma", chroma_server="http://127.0.0.1:1"),
            servers=dict,
            doors=Doors(),
            announcer=Announcer(),
            clock=RealClock(),
        )

    async def aclose(self) -> None:
        """Everything that was made."""
        self.life.end()
        await self.life.end_background(within_s=30)
        for knowledge in self.pair.made():
            await knowledge.aclose()
        self.own.close()
        self.private.close()


@pytest.fixture
async def both() -> AsyncIterator[Both]:
    both = Both()
    yield both
    await both.aclose()


async def test_each_is_made_when_a_chat_of_its_kind_asks_for_it(both: Both) -> None:
    assert both.pair.made() == ()
    secret = (await both.private.store.create()).conversation_id
    assert both.pair.of("a kept chat") is both.pair.kept()
    assert both.pair.made() == (both.pair.kept(),)
    assert both.pair.of(secret) is both.pair.private()
    assert both.pair.private() is not both.pair.kept()


async def test_without_a_profile_everything_is_private() -> None:
    both = Both(has_profile=False)
    assert both.pair.of("any chat") is both.pair.private() is both.pair.kept()
    assert len(both.pair.made()) == 1
    await both.aclose()


async def test_nothing_of_a_private_chat_goes_to_a_server_of_vectors(both: Both) -> None:
    assert both.pair.kept()._settings().chroma_server
    assert both.pair.private()._settings().chroma_server == ""
    assert both.pair.private()._settings().engine == "exact"


async def test_a_chat_without_documents_loads_nothing(both: Both) -> None:
    chat = (await both.own.store.create()).conversation_id
    await both.own.store.append(chat, parent_id=None, role="user", text="Hello")
    both.pair.read_attachments_soon(chat)
    both.pair.forget_gone_soon()
    both.pair.take_settings_soon()
    await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})
    assert both.pair.made() == ()


async def test_after_the_lock_neither_is_made(both: Both) -> None:
    made = both.pair.kept()
    both.life.end()
    assert both.pair.kept() is made
    with pytest.raises(VaultLocked):
        both.pair.private()
