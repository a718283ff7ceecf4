"""Random operations on the store and on a plain model of it in Python: they must agree, and the indexes be whole."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from core.clock import ManualClock
from core.conversations.message_tree import NewAttachment
from core.conversations.search import ConversationSearch
from core.vault.integrity import full_check
from tests.peers.conversation_room import Room

WORDS = ("amber", "birch", "cedar", "delta", "ember", "fjord", "日本語", "ภาษาไทย", "naïve", "𝔘nicode", "zürich")
STEPS = 120


@dataclass
class Said:
    """A message as it should be."""

    parent: str | None
    role: str
    text: str
    state: str
    blobs: tuple[bytes, ...] = ()


@dataclass
class Chat:
    """A chat as it should be; messages from oldest to newest."""

    title: str
    folder: str | None = None
    tags: tuple[str, ...] = ()
    leaf: str | None = None
    messages: dict[str, Said] = field(default_factory=dict)
    summaries: dict[str, str] = field(default_factory=dict)

    def path(self, leaf: str | None) -> list[str]:
        steps = []
        while leaf is not None:
            steps.append(leaf)
            leaf = self.messages[leaf].parent
        return steps[::-1]

    def below(self, top: str) -> set[str]:
        found = {top}
        for message_id, said in self.messages.items():
            if said.parent in found:
                found.add(message_id)
        return found

    def newest_leaf(self, top: str) -> str:
        parents = {said.parent for said in self.messages.values()}
        return [each for each in self.messages if each in self.below(top) and each not in parents][-1]

    def siblings(self, message_id: str) -> list[str]:
        parent = self.messages[message_id].parent
        return [each for each, said in self.messages.items() if said.parent == parent]


class Player:
    """Plays one random game on both."""

    def __init__(self, room: Room, clock: ManualClock, seed: int) -> None:
        self.room, self.clock, self.chance = room, clock, random.Random(seed)
        self.chats: dict[str, Chat] = {}
        self.folders: dict[str, str | None] = {}
        self.number = itertools.count()

    def text(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 6)))

    def pick(self) -> tuple[str, Chat]:
        return self.chance.choice(list(self.chats.items()))

    def message(self) -> tuple[str, Chat, str] | None:
        filled = [(name, chat) for name, chat in self.chats.items() if chat.messages]
        if not filled:
            return None
        name, chat = self.chance.choice(filled)
        return name, chat, self.chance.choice(list(chat.messages))

    async def create(self) -> None:
        title = self.text()
        folder = self.chance.choice([None, *self.folders])
        made = await self.room.store.create(title=title, folder_id=folder)
        self.chats[made.conversation_id] = Chat(title, folder)

    async def append(self) -> None:
        name, chat = self.pick()
        parent = self.chance.choice([None, chat.leaf, *chat.messages])
        text = self.text()
        data = tuple(b"blob %d" % next(self.number) for _ in range(self.chance.choice([0, 0, 1, 2])))
        files = [NewAttachment("file", "f", "application/octet-stream", each) for each in data]
        role = self.chance.choice(["user", "assistant"])
        made = await self.room.store.append(name, parent_id=parent, role=role, text=text, attachments=files)  # type: ignore[arg-type]
        chat.messages[made.message_id] = Said(parent, role, text, "complete", data)
        chat.leaf = made.message_id

    async def exchange(self) -> None:
        name, chat = self.pick()
        text, reply = self.text(), self.text()
        parent = self.chance.choice([None, chat.leaf])
        question, answer = await self.room.store.append_exchange(name, parent_id=parent, text=text, model="m")
        chat.messages[question.message_id] = Said(parent, "user", text, "complete")
        chat.messages[answer.message_id] = said = Said(question.message_id, "assistant", "", "streaming")
        chat.leaf = answer.message_id
        if self.chance.random() < 0.5:
            await self.room.store.grow(answer.message_id, text=reply)
            said.text = reply
        if self.chance.random() < 0.8:
            state = self.chance.choice(["complete", "stopped", "failed"])
            await self.room.store.finish(answer.message_id, text=reply, thinking="", state=state)  # type: ignore[arg-type]
            said.text, said.state = reply, state

    async def edit(self) -> None:
        """Ask again with the attachments that the question had; both share the stored bytes."""
        if (found := self.message()) is None:
            return
        name, chat, old = found
        kept = await self.room.store.message(old)
        before, text = chat.messages[old], self.text()
        made = await self.room.store.append(
            name, parent_id=before.parent, role="user", text=text, attachments=kept.attachments
        )
        chat.messages[made.message_id] = Said(before.parent, "user", text, "complete", before.blobs)
        chat.leaf = made.message_id

    async def fork(self) -> None:
        if (found := self.message()) is None:
            return
        _, chat, end = found
        title = self.text()
        made = await self.room.store.fork(end, title=title)
        copies = await self.room.store.path(made.conversation_id)
        copy = Chat(title, chat.folder, chat.tags, copies[-1].message_id)
        for message, step in zip(copies, chat.path(end), strict=True):
            said = chat.messages[step]
            state = "stopped" if said.state == "streaming" else said.state
            copy.messages[message.message_id] = Said(message.parent_id, said.role, said.text, state, said.blobs)
        self.chats[made.conversation_id] = copy

    async def activate(self) -> None:
        if (found := self.message()) is not None:
            _, chat, step = found
            chat.leaf = chat.newest_leaf(step)
            await self.room.store.activate(step)

    async def delete_message(self) -> None:
        if (found := self.message()) is None:
            return
        _, chat, top = found
        siblings, gone = chat.siblings(top), chat.below(top)
        await self.room.store.delete_message(top)
        parent = chat.messages[top].parent
        for message_id in gone:
            del chat.messages[message_id]
            chat.summaries.pop(message_id, None)
        if chat.leaf in gone:
            place = siblings.index(top)
            beside = [*reversed(siblings[:place]), *siblings[place + 1 :]]
            chat.leaf = chat.newest_leaf(beside[0]) if beside else parent

    async def delete(self) -> None:
        if len(self.chats) > 2:
            name, _ = self.pick()
            del self.chats[name]
            await self.room.store.delete(name)

    async def summarise(self) -> None:
        if (found := self.message()) is not None:
            _, chat, step = found
            chat.summaries[step] = self.text()
            await self.room.store.save_summary(step, chat.summaries[step], message_count=1, model="m")

    async def arrange(self) -> None:
        name, chat = self.pick()
        chat.title, chat.tags = self.text(), tuple(sorted(self.chance.sample(WORDS[:6], k=2)))
        chat.folder = self.chance.choice([None, *self.folders])
        await self.room.store.rename(name, chat.title)
        await self.room.store.set_tags(name, chat.tags)
        await self.room.store.move(name, chat.folder)

    async def file_folders(self) -> None:
        if self.folders and self.chance.random() < 0.4:
            gone = {self.chance.choice(list(self.folders))}
            await self.room.store.delete_folder(next(iter(gone)))
            for _ in self.folders:
                gone |= {each for each, parent in self.folders.items() if parent in gone}
            for each in gone:
                del self.folders[each]
            for chat in self.chats.values():
                chat.folder = None if chat.folder in gone else chat.folder
            return
        parent = self.chance.choice([None, *self.folders])
        made = await self.room.store.create_folder(self.text(), parent)
        self.folders[made.folder_id] = parent

    async def mend(self) -> None:
        await self.room.store.mend_unfinished()
        for chat in self.chats.values():
            for said in chat.messages.values():
                said.state = "stopped" if said.state == "streaming" else said.state

    async def play(self) -> None:
        moves = [self.append] * 5 + [self.exchange] * 4 + [self.edit, self.fork, self.activate, self.summarise] * 2
        moves += [self.create, self.delete_message, self.delete_message, self.delete, self.arrange, self.file_folders]
        moves += [self.mend]
        await self.create()
        for _ in range(STEPS):
            self.clock.move(1)
            await self.chance.choice(moves)()

    # ---- do both agree? ------------------------------------------------------------------------------------------

    async def compare(self) -> None:
        store = self.room.store
        assert set(await store.all_ids()) == set(self.chats)
        assert {folder.folder_id: folder.parent_id for folder in await store.folders()} == self.folders
        for name, chat in self.chats.items():
            kept = await store.get(name)
            assert (kept.title, kept.folder_id, kept.tags) == (chat.title, chat.folder, chat.tags)
            assert (kept.active_leaf_id, kept.message_count) == (chat.leaf, len(chat.messages))
            assert [each.message_id for each in await store.path(name)] == chat.path(chat.leaf)
            assert {each.message_id: each.text for each in await store.summaries(name)} == chat.summaries
            await self.compare_messages(name, chat)

    async def compare_messages(self, name: str, chat: Chat) -> None:
        store = self.room.store
        for message in await store.every_message(name):
            said = chat.messages[message.message_id]
            found = (message.parent_id, message.role, message.text, message.state)
            assert found == (said.parent, said.role, said.text, said.state)
            siblings = chat.siblings(message.message_id)
            assert message.sibling_index == siblings.index(message.message_id)
            assert message.sibling_count == len(siblings)
            assert [await store.attachment_data(each) for each in message.attachments] == list(said.blobs)
            tail = await store.tail(message.message_id)
            path = await store.path(name, leaf_id=message.message_id)
            assert tail == path[len(path) - len(tail) :]
            assert await store.summary_on(tail) == await store.summary_on(path)

    async def compare_search(self) -> None:
        search = ConversationSearch(self.room.readers)
        for word in WORDS:
            hits = await search.search(word, limit=10_000)
            told = {
                message_id
                for chat in self.chats.values()
                for message_id, said in chat.messages.items()
                if word in said.text and said.state != "streaming"
            }
            assert {hit.message_id for hit in hits if hit.message_id} == told, word

    async def compare_blobs(self) -> None:
        """Once the litter is swept, as many blobs are stored as messages name, and no file is left without a row."""
        await self.room.store.forget_litter(self.clock.now() + timedelta(hours=2))
        rows = await self.room.readers.run(lambda c: {row[0] for row in c.execute("SELECT blob_id FROM blob")})
        wanted = {blob for chat in self.chats.values() for said in chat.messages.values() for blob in said.blobs}
        assert len(rows) == len(wanted)
        if self.room.folder is not None:
            assert {path.name for path in (self.room.folder / "blobs").iterdir()} == rows


@pytest.mark.parametrize("seed", range(4))
async def test_the_store_does_what_a_plain_model_does_and_its_indexes_stay_whole(
    room: Room, clock: ManualClock, seed: int
) -> None:
    player = Player(room, clock, seed)
    await player.play()
    await player.compare()
    await player.compare_search()
    await player.compare_blobs()
    if room.folder is not None:
        assert await room.writer.run(full_check) == ()


async def test_a_word_index_that_lost_a_message_is_noticed(vault: Room) -> None:
    """So that the check above could fail."""
    chat = await vault.store.create()
    await vault.store.append(chat.conversation_id, parent_id=None, role="user", text="amber")
    await vault.writer.run(
        lambda c: (
            c.execute("INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', 1, 'amber')") and None
        )
    )
    assert any("message_words" in finding for finding in await vault.writer.run(full_check))
