"""Notes are the owner's own words: kept, changed, removed, found, exported, and asked about by nobody."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.assistant import Assistant
from core.conversations.message_tree import NewAttachment
from core.errors import DatabaseDamaged, MessageMissing, NothingToAnswer
from core.events import Change, ConversationChanged
from tests.peers.profile_at_hand import ProfileAtHand

LIST = NewAttachment("text", "list.txt", "text/plain", b"milk")


@pytest.fixture
async def assistant(tmp_path: Path) -> AsyncIterator[Assistant]:
    async with ProfileAtHand(tmp_path).assistant() as assistant:
        yield assistant


async def texts(assistant: Assistant, page_id: str) -> list[str]:
    return [note.text for note in await assistant.conversations.path(page_id)]


async def page_of(assistant: Assistant, *words: str) -> tuple[str, list[str]]:
    page = await assistant.notes.begin()
    notes = [await assistant.notes.add(page.conversation_id, text) for text in words]
    return page.conversation_id, [note.message_id for note in notes]


async def test_a_page_of_notes_is_named_by_its_first_line(assistant: Assistant) -> None:
    page = await assistant.notes.keep("\n# **Plants** on the `balcony`\nWater them on Monday.")
    assert (page.kind, page.title, page.title_by) == ("notes", "Plants on the balcony", "model")
    await assistant.notes.add(page.conversation_id, "And on Thursday.")
    assert (await assistant.conversations.get(page.conversation_id)).title == "Plants on the balcony"
    long = await assistant.notes.keep("word " * 100)
    assert long.title.endswith("word…")
    assert len(long.title) <= 60
    assert (await assistant.notes.keep("", attachments=[LIST])).title == "list.txt"


async def test_the_owner_s_title_stays(assistant: Assistant) -> None:
    page = await assistant.notes.begin()
    await assistant.conversations.rename(page.conversation_id, "Mine")
    await assistant.notes.add(page.conversation_id, "Words")
    assert (await assistant.conversations.get(page.conversation_id)).title == "Mine"


async def test_a_changed_note_stays_in_its_place_and_is_found_by_its_new_words_only(assistant: Assistant) -> None:
    page_id, (first, *_) = await page_of(assistant, "buy apples", "call Ann", "東京の天気")
    heard: list[Change] = []
    assistant.announcer.subscribe(heard.append)
    assert (await assistant.notes.change(first, "buy pears 京都の天気")).text == "buy pears 京都の天気"
    assert ConversationChanged(page_id, "messages") in heard
    assert await texts(assistant, page_id) == ["buy pears 京都の天気", "call Ann", "東京の天気"]
    for words, count in (("apples", 0), ("pears", 1), ("京都の", 1)):
        assert len(await assistant.search.search(words, conversation_id=page_id)) == count, words


@pytest.mark.parametrize("place", [0, 1, 2])
async def test_a_removed_note_goes_alone(assistant: Assistant, place: int) -> None:
    page_id, notes = await page_of(assistant, "one", "two", "three")
    await assistant.notes.remove(notes[place])
    left = [word for number, word in enumerate(("one", "two", "three")) if number != place]
    assert await texts(assistant, page_id) == left
    await assistant.notes.add(page_id, "four")
    assert await texts(assistant, page_id) == [*left, "four"]
    assert [note.sibling_count for note in await assistant.conversations.path(page_id)] == [1, 1, 1]


async def test_the_last_note_of_a_page_can_go_too(assistant: Assistant) -> None:
    page_id, (only,) = await page_of(assistant, "one")
    await assistant.notes.remove(only)
    assert await texts(assistant, page_id) == []
    await assistant.notes.add(page_id, "two")
    assert await texts(assistant, page_id) == ["two"]


async def test_an_attachment_goes_with_its_note(assistant: Assistant) -> None:
    page = await assistant.notes.keep("shopping", attachments=[LIST])
    (note,) = await assistant.conversations.path(page.conversation_id)
    assert await assistant.conversations.attachment_data(note.attachments[0]) == b"milk"
    await assistant.notes.remove(note.message_id)
    with pytest.raises(DatabaseDamaged):
        await assistant.conversations.attachment_data(note.attachments[0])


async def test_questions_of_ordinary_chats_are_left_alone(assistant: Assistant) -> None:
    chat = await assistant.conversations.create()
    asked = await assistant.conversations.append(chat.conversation_id, parent_id=None, role="user", text="Why?")
    with pytest.raises(MessageMissing):
        await assistant.notes.change(asked.message_id, "What?")
    with pytest.raises(MessageMissing):
        await assistant.notes.remove(asked.message_id)
    assert await texts(assistant, chat.conversation_id) == ["Why?"]


async def test_a_note_has_words(assistant: Assistant) -> None:
    page = await assistant.notes.begin()
    with pytest.raises(NothingToAnswer):
        await assistant.notes.add(page.conversation_id, " \n")
    with pytest.raises(NothingToAnswer):
        await assistant.notes.keep("")
    assert len(await assistant.conversations.list()) == 1


async def test_notes_are_exported_like_chats(assistant: Assistant) -> None:
    page_id, _ = await page_of(assistant, "buy apples", "call Ann")
    target = io.BytesIO()
    await assistant.export_chats("markdown", target, [page_id])
    assert "call Ann" in target.getvalue().decode()


async def test_notes_are_there_after_a_restart(tmp_path: Path) -> None:
    profile = ProfileAtHand(tmp_path)
    async with profile.assistant() as before:
        page_id, _ = await page_of(before, "one", "two")
    async with profile.assistant() as after:
        assert await texts(after, page_id) == ["one", "two"]
        assert (await after.conversations.get(page_id)).kind == "notes"
