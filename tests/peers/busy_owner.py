"""Run as a program: forks owners who chat with a real profile until they are killed.

Every text follows from the token in it, so that whoever reads it later knows the one right text. What the assistant has
acknowledged is told on standard output, one JSON object a line; what is only being tried is told before it is tried.
The nursery imports everything once and never starts a thread, so forking it is sound and each child begins warm.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import random
import re
import sys
import traceback
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from pathlib import Path

from core.assistant import Assistant
from core.conversations.conversation_store import Message
from core.conversations.message_tree import Attachment, MessageTree, NewAttachment
from core.events import TextDelta, TurnEvent, TurnFailed, TurnFinished, TurnStarted
from tests.peers.http_peer import PeerRequest
from tests.peers.ollama_replies import Done, Pause, Reply, Say, Step, tokens_of
from tests.peers.profile_at_hand import ProfileAtHand

MODEL = "gemma3:4b"  # it sees, so pictures may be attached
LANES = 3
_TOKEN = re.compile(r"Question ([0-9a-f]{16})")
_ANSWER_SIZES = (20, 400, 6000)


# ---- what is right --------------------------------------------------------------------------------------------------


def question_text(token: str) -> str:
    """The question with this token: 30 to 2,000 characters."""
    chance = random.Random(f"question {token}")
    words = (f"w{chance.randrange(400)}" for _ in range(chance.choice((2, 20, 300))))
    return " ".join((f"Question {token}", *words))


def answer_text(token: str) -> str:
    """The whole answer to it."""
    chance = random.Random(f"answer {token}")
    words = " ".join(f"a{chance.randrange(400)}" for _ in range(chance.choice(_ANSWER_SIZES) // 4))
    return f"Reply {token} {words}"


def file_content(name: str) -> bytes:
    """The one right content of the attachment called `name`."""
    chance = random.Random(name)
    size = chance.choice((0, 300, 2_000) if name.endswith("txt") else (0, 5_000, 90_000))
    return name.encode() + chance.randbytes(size // 2).hex().encode()


def token_of(text: str) -> str:
    """The token of the last question in it, empty when there is none: unanswered questions are sent along with it."""
    return found[-1] if (found := _TOKEN.findall(text)) else ""


def reply_to(request: PeerRequest) -> Reply:
    """What the stand-in says: the right answer in one of several rhythms, or a short title or summary."""
    asked = str(request.data["messages"][-1]["content"]).split("\n[Earlier ")[0]  # turns that were looked up again
    token = token_of(asked)
    if not token or "Reply " in asked:
        return (Say(f"About {token or 'something'}"), Done())
    chance = random.Random(f"rhythm {token}")
    said: list[Step] = [Say(piece) for piece in tokens_of(answer_text(token))]
    rhythm = chance.choice(("at once", "halting", "slow"))
    if rhythm == "halting":  # long enough that the timer stores what is there
        said.insert(chance.randrange(len(said)), Pause(0.8))
    elif rhythm == "slow":
        said = [step for at, piece in enumerate(said) for step in ((Pause(0.01), piece) if at % 40 == 0 else (piece,))]
    return (*said, Done())


# ---- the owner ------------------------------------------------------------------------------------------------------


def tell(act: str, **facts: object) -> None:
    """One write a line, so that a kill never leaves half of one behind another."""
    os.write(1, json.dumps({"act": act, **facts}).encode() + b"\n")


class Lane:
    """One of several things that the owner does at the same time, in chats of its own."""

    def __init__(self, assistant: Assistant, chance: random.Random, chats: list[str]) -> None:
        self._turns = assistant.turns
        self._store = assistant.conversations
        self._chance = chance
        self._chats = chats

    async def live(self) -> None:
        """Until killed."""
        while True:
            if not self._chats or self._chance.random() < 0.15:
                await self._new_chat()
            chat = self._chance.choice(self._chats[-4:])
            path = await self._store.path(chat)
            if len(path) < 2:
                await self._ask(chat)
                continue
            acts = (self._ask, self._ask, self._again, self._edit, self._turn, self._rename, self._remove, self._delete)
            await self._chance.choices(acts, weights=(4, 2, 2, 2, 2, 2, 1, 1))[0](chat)

    async def _new_chat(self) -> None:
        chat = await self._store.create(model=MODEL)
        self._chats.append(chat.conversation_id)
        tell("created", chat=chat.conversation_id)

    async def _ask(self, chat: str) -> None:
        token = self._new_token()
        names = [f"{token}-{number}.{kind}" for number, kind in enumerate(self._chance.choice(_FILES))]
        files = [
            NewAttachment("text" if name.endswith("txt") else "image", name, "application/x-test", file_content(name))
            for name in names
        ]
        tell("trying", chat=chat)
        turn = self._turns.ask(chat, question_text(token), attachments=files)
        await self._listen(chat, turn, token=token, files=names)

    async def _again(self, chat: str) -> None:
        answer = (await self._store.path(chat))[-1]
        if answer.role != "assistant":
            return
        question = await self._store.message(answer.parent_id or "")
        tell("trying", chat=chat)
        await self._listen(chat, self._turns.regenerate(answer.message_id), token=token_of(question.text), files=[])

    async def _edit(self, chat: str) -> None:
        asked = [message for message in await self._store.path(chat) if message.role == "user"]
        question, token = self._chance.choice(asked), self._new_token()
        names = [attachment.name for attachment in question.attachments]
        tell("trying", chat=chat)
        turn = self._turns.edit_and_resend(question.message_id, question_text(token))
        await self._listen(chat, turn, token=token, files=names)

    async def _listen(
        self, chat: str, turn: AsyncGenerator[TurnEvent, None], *, token: str, files: Sequence[str]
    ) -> None:
        """Hear the answer to its end, or stop it somewhere, as owners do."""
        stops_after = self._chance.choice((None, None, None, 0, 300, 3000))
        answer_id, heard = "", 0
        watching: asyncio.Task[None] | None = None
        async with aclosing(turn) as events:
            async for event in events:
                match event:
                    case TurnStarted():
                        answer_id = event.answer_id
                        facts = {"question": event.question_id, "answer": answer_id, "token": token}
                        tell("asked", chat=chat, files=list(files), **facts)
                        watching = asyncio.create_task(self._watch(answer_id))
                    case TextDelta(text):
                        heard += len(text)
                    case TurnFinished():
                        tell("answered", chat=chat, answer=answer_id)
                    case TurnFailed():
                        raise AssertionError(event.error.detail) from event.error
                if stops_after is not None and heard > stops_after and not isinstance(event, TurnFinished):
                    break
            else:
                stops_after = None
        if stops_after is not None:
            tell("stopped", chat=chat, answer=answer_id, characters=heard)
        if watching is not None:
            watching.cancel()
            await asyncio.wait([watching])

    async def _watch(self, answer_id: str) -> None:
        """Tell how much of the answer is stored already: that much must outlive a kill."""
        told = 0
        while True:
            await asyncio.sleep(0.05)
            stored = len((await self._store.message(answer_id)).text)
            if stored > told:
                tell("stored", answer=answer_id, characters=stored)
                told = stored

    async def _turn(self, chat: str) -> None:
        """Look at another branch."""
        path = await self._store.path(chat)
        sibling = self._chance.choice(await self._store.siblings(self._chance.choice(path).message_id))
        tell("trying", chat=chat)
        seen = await self._store.activate(sibling.message_id)
        tell("turned", chat=chat, leaf=seen[-1].message_id)

    async def _rename(self, chat: str) -> None:
        title = f"Title {self._new_token()}"
        tell("renaming", chat=chat, title=title)
        await self._store.rename(chat, title)
        tell("renamed", chat=chat, title=title)

    async def _remove(self, chat: str) -> None:
        """Delete a message with everything below it."""
        every = await self._store.every_message(chat)
        tree = MessageTree((message.message_id, message.parent_id) for message in every)
        gone = tree.subtree(self._chance.choice(every).message_id)
        if len(gone) > 12:  # keep most of it
            return
        tell("removing", chat=chat, messages=gone)
        await self._store.delete_message(gone[0])
        tell("removed", chat=chat, messages=gone)

    async def _delete(self, chat: str) -> None:
        self._chats.remove(chat)
        tell("deleting", chat=chat)
        await self._store.delete(chat)
        tell("deleted", chat=chat)

    def _new_token(self) -> str:
        return f"{self._chance.getrandbits(64):016x}"


_FILES: tuple[tuple[str, ...], ...] = ((), (), (), ("txt",), ("png",), ("txt", "png"))


async def live(home: Path, address: str, seed: int) -> None:
    """Open the profile and chat in several chats at once."""
    async with ProfileAtHand(home, address).assistant() as assistant:
        tell("opened")
        chance = random.Random(seed)
        known = [chat.conversation_id for chat in await assistant.conversations.list()]
        lanes = [Lane(assistant, random.Random(chance.random()), known[lane::LANES]) for lane in range(LANES)]
        await asyncio.gather(*(lane.live() for lane in lanes))


# ---- what is there afterwards ---------------------------------------------------------------------------------------


async def wrong_with(assistant: Assistant, message: Message) -> str:
    """What is wrong with a stored message, judged by its own token; empty when it is right."""
    if message.state == "streaming":
        return "it looks as if it were still being written"
    if message.role == "user":
        right = message.text == question_text(token_of(message.text))
        wrong = [item.name for item in message.attachments if not await _is_right(assistant, item)]
        return "" if right and not wrong else f"text right: {right}, wrong attachments: {wrong}"
    question = await assistant.conversations.message(message.parent_id or "")
    whole = answer_text(token_of(question.text))
    if message.state == "complete":
        return "" if message.text == whole else "not the whole answer"
    return "" if whole.startswith(message.text) else "not the beginning of the answer"


async def _is_right(assistant: Assistant, attachment: Attachment) -> bool:
    return await assistant.conversations.attachment_data(attachment) == file_content(attachment.name)


# ---- the nursery ----------------------------------------------------------------------------------------------------


def main() -> None:
    """Fork an owner for each line `home address seed`; single-threaded, so that forking is sound."""
    importlib.import_module("ollama")
    for line in sys.stdin:
        home, address, seed = line.rsplit(" ", 2)
        child = os.fork()
        if child == 0:
            try:
                tell("born", pid=os.getpid())
                asyncio.run(live(Path(home), address, int(seed)))
            except BaseException:  # noqa: BLE001 - the fork must end here, whatever happened
                traceback.print_exc()
            finally:
                os._exit(1)  # only an owner who failed comes here
        _, status = os.waitpid(child, 0)
        tell("ended", status=os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
