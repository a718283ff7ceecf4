from __future__ import annotations

import pytest

from core.clock import RealClock
from core.conversations.private_chats import PrivateChats
from core.errors import VaultLocked
from core.events import Announcer, Change, ConversationChanged


async def test_a_private_chat_is_known_as_one_and_announced_like_any_other() -> None:
    announcer = Announcer()
    heard: list[Change] = []
    announcer.subscribe(heard.append)
    chats = PrivateChats(clock=RealClock(), announcer=announcer)
    chat = await chats.store.create()
    assert chat.private
    assert chat.conversation_id in chats
    assert "another" not in chats
    assert heard == [ConversationChanged(chat.conversation_id, "created")]
    chats.close()


async def test_what_was_private_is_gone_with_the_database_in_memory() -> None:
    chats = PrivateChats(clock=RealClock(), announcer=Announcer())
    chat = await chats.store.create()
    blob_id = await chats.shelf.blobs.put(b"secret")
    assert await chats.shelf.blobs.get(blob_id) == b"secret"
    chats.close()
    assert chat.conversation_id in chats, "whoever still asks must not look for it in the vault"
    with pytest.raises(VaultLocked):
        await chats.store.get(chat.conversation_id)
