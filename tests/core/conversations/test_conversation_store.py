from __future__ import annotations

from datetime import timedelta

import pytest

from core.clock import ManualClock
from core.conversations.conversation_store import ConversationStore, FolderInsideItself
from core.conversations.message_tree import Message, NewAttachment, StoredError
from core.errors import ConversationMissing, DatabaseDamaged, MessageMissing
from core.events import ConversationChanged, FoldersChanged
from models.language.messages import ToolCall, Usage
from tests.peers.conversation_room import Room


async def talk(store: ConversationStore, *texts: str, conversation_id: str | None = None) -> list[Message]:
    """A chat in which question and answer take turns."""
    if conversation_id is None:
        conversation_id = (await store.create()).conversation_id
    messages: list[Message] = []
    for number, text in enumerate(texts):
        messages.append(
            await store.append(
                conversation_id,
                parent_id=messages[-1].message_id if messages else None,
                role="assistant" if number % 2 else "user",
                text=text,
            )
        )
    return messages


async def test_what_was_said_is_read_back_from_root_to_leaf(room: Room) -> None:
    question, answer = await talk(room.store, "Why is the sky blue?", "Rayleigh.")

    path = await room.store.path(question.conversation_id)

    assert [message.text for message in path] == ["Why is the sky blue?", "Rayleigh."]
    assert path[1] == answer
    assert path[1].parent_id == question.message_id
    assert (await room.store.get(question.conversation_id)).active_leaf_id == answer.message_id


async def test_an_edited_question_is_a_sibling_and_the_old_branch_stays(room: Room) -> None:
    question, answer = await talk(room.store, "first try", "first answer")

    edited = await room.store.append(question.conversation_id, parent_id=None, role="user", text="second try")

    assert (edited.sibling_index, edited.sibling_count) == (1, 2)
    assert [m.text for m in await room.store.path(question.conversation_id)] == ["second try"]
    assert [m.text for m in await room.store.siblings(edited.message_id)] == ["first try", "second try"]
    back = await room.store.activate(question.message_id)
    assert [m.message_id for m in back] == [question.message_id, answer.message_id]


async def test_deleting_a_message_takes_everything_below_and_shows_the_nearest_branch(room: Room) -> None:
    question, answer, more = await talk(room.store, "q", "a", "more")
    other = await room.store.append(
        question.conversation_id, parent_id=question.message_id, role="assistant", text="another answer"
    )
    await room.store.activate(more.message_id)

    await room.store.delete_message(answer.message_id)

    assert [m.text for m in await room.store.path(question.conversation_id)] == ["q", "another answer"]
    with pytest.raises(MessageMissing):
        await room.store.message(more.message_id)
    await room.store.delete_message(other.message_id)
    assert [m.text for m in await room.store.path(question.conversation_id)] == ["q"]
    await room.store.delete_message(question.message_id)
    assert await room.store.path(question.conversation_id) == []
    assert (await room.store.get(question.conversation_id)).active_leaf_id is None


async def test_deleting_a_message_on_another_branch_leaves_the_branch_in_sight(room: Room) -> None:
    question, answer = await talk(room.store, "q", "a")
    other = await room.store.append(
        question.conversation_id, parent_id=question.message_id, role="assistant", text="other"
    )

    await room.store.delete_message(answer.message_id)

    assert [m.message_id for m in await room.store.path(question.conversation_id)] == [
        question.message_id,
        other.message_id,
    ]


async def test_a_streaming_answer_grows_and_keeps_everything_it_is_finished_with(room: Room) -> None:
    (question,) = await talk(room.store, "q")
    answer = await room.store.append(
        question.conversation_id, parent_id=question.message_id, role="assistant", text="", state="streaming", model="m"
    )
    await room.store.grow(answer.message_id, text="half", thinking="hm")
    assert (await room.store.message(answer.message_id)).text == "half"

    finished = await room.store.finish(
        answer.message_id,
        text="whole",
        thinking="hm, yes",
        state="failed",
        error=StoredError("AnswerBrokeOff", "It broke off.", "Try again.", "EOF"),
        tool_calls=[ToolCall("clock", {"zone": "UTC"}, "1")],
        notices=["The model was switched."],
        usage=Usage(prompt_tokens=7, answer_tokens=9, answer_s=1.5),
        first_token_s=0.25,
        total_s=2.5,
    )

    assert finished == (await room.store.path(question.conversation_id))[-1]
    assert (finished.text, finished.thinking, finished.state, finished.model) == ("whole", "hm, yes", "failed", "m")
    assert finished.error == StoredError("AnswerBrokeOff", "It broke off.", "Try again.", "EOF")
    assert finished.tool_calls == (ToolCall("clock", {"zone": "UTC"}, "1"),)
    assert finished.notices == ("The model was switched.",)
    assert finished.usage.tokens_per_s == 6.0
    assert (finished.first_token_s, finished.total_s) == (0.25, 2.5)
    await room.store.grow(answer.message_id, text="too late")
    assert (await room.store.message(answer.message_id)).text == "whole"


async def test_what_was_heard_of_an_interrupted_answer_is_kept_and_copied_along(room: Room) -> None:
    question, answer = await talk(room.store, "q", "It is ten past nine in the morning.")
    assert answer.heard_characters is None
    await room.store.mark_heard(answer.message_id, 9)
    assert (await room.store.message(answer.message_id)).heard_characters == 9
    assert [m.heard_characters for m in await room.store.path(question.conversation_id)] == [None, 9]
    copy = await room.store.fork(answer.message_id)
    assert (await room.store.path(copy.conversation_id))[-1].heard_characters == 9
    await room.store.mark_heard(answer.message_id, 10_000)
    assert (await room.store.message(answer.message_id)).heard_characters == len(answer.text)
    with pytest.raises(MessageMissing):
        await room.store.mark_heard("gone", 1)


async def test_after_a_crash_an_unfinished_answer_is_stopped_and_keeps_its_text(room: Room) -> None:
    (question,) = await talk(room.store, "q")
    answer = await room.store.append(
        question.conversation_id, parent_id=question.message_id, role="assistant", text="", state="streaming"
    )
    await room.store.grow(answer.message_id, text="so far")

    assert await room.store.mend_unfinished() == 1

    mended = await room.store.message(answer.message_id)
    assert (mended.state, mended.text) == ("stopped", "so far")
    assert await room.store.mend_unfinished() == 0


async def test_a_model_never_renames_what_the_owner_named(room: Room) -> None:
    chat = await room.store.create()
    assert chat.title_by == "nobody"
    assert (await room.store.rename(chat.conversation_id, "By model", by="model")).title == "By model"
    assert (await room.store.rename(chat.conversation_id, "By owner")).title_by == "owner"

    kept = await room.store.rename(chat.conversation_id, "Model again", by="model")

    assert (kept.title, kept.title_by) == ("By owner", "owner")
    assert (await room.store.rename(chat.conversation_id, "  ")).title_by == "nobody"
    assert (await room.store.rename(chat.conversation_id, "Model at last", by="model")).title == "Model at last"


async def test_pinned_chats_come_first_then_the_newest_and_archived_ones_are_apart(
    room: Room, clock: ManualClock
) -> None:
    ids = []
    for title in ("old", "middle", "new", "away"):
        clock.move(60)
        ids.append((await room.store.create(title=title)).conversation_id)
    await room.store.pin(ids[0], True)
    await room.store.archive(ids[3], True)

    assert [chat.title for chat in await room.store.list()] == ["old", "new", "middle"]
    assert [chat.title for chat in await room.store.list(archived=True)] == ["away"]
    assert len(await room.store.list(archived=None)) == 4
    assert [chat.title for chat in await room.store.list(limit=1, offset=1)] == ["new"]
    clock.move(60)
    await room.store.append(ids[1], parent_id=None, role="user", text="used again")
    listed = await room.store.list()
    assert [chat.title for chat in listed] == ["old", "middle", "new"]
    assert listed[1].message_count == 1


async def test_folders_nest_and_deleting_one_keeps_its_chats(room: Room) -> None:
    work = await room.store.create_folder("Work")
    inner = await room.store.create_folder("Inner", work.folder_id)
    chat = await room.store.create(title="in the inner folder", folder_id=inner.folder_id)
    assert [c.title for c in await room.store.list(folder_id=inner.folder_id)] == ["in the inner folder"]
    assert {f.name: f.conversation_count for f in await room.store.folders()} == {"Work": 0, "Inner": 1}
    with pytest.raises(FolderInsideItself):
        await room.store.move_folder(work.folder_id, inner.folder_id)

    await room.store.delete_folder(work.folder_id)

    assert await room.store.folders() == []
    assert (await room.store.get(chat.conversation_id)).folder_id is None


async def test_folders_keep_the_order_they_are_given(room: Room) -> None:
    ids = [(await room.store.create_folder(name)).folder_id for name in ("a", "b", "c")]

    await room.store.move_folder(ids[2], None, position=0)
    await room.store.rename_folder(ids[0], "z")

    assert [folder.name for folder in await room.store.folders()] == ["c", "z", "b"]


async def test_tags_are_cleaned_counted_and_listed(room: Room) -> None:
    one = await room.store.create(title="one")
    await room.store.set_tags(one.conversation_id, ["travel", " travel ", "", "Food\n"])
    two = await room.store.create(title="two")
    await room.store.set_tags(two.conversation_id, ["travel"])

    assert (await room.store.get(one.conversation_id)).tags == ("Food", "travel")
    assert await room.store.tags() == [("Food", 1), ("travel", 2)]
    assert {c.title for c in await room.store.list(tag="travel")} == {"one", "two"}


async def test_attachments_are_kept_shared_and_forgotten_with_their_last_message(room: Room) -> None:
    chat = await room.store.create()
    picture = NewAttachment("image", "sky.png", "image/png", b"\x89PNG" * 100)
    first = await room.store.append(
        chat.conversation_id, parent_id=None, role="user", text="look", attachments=[picture]
    )
    again = await room.store.append(
        chat.conversation_id, parent_id=None, role="user", text="look again", attachments=first.attachments
    )
    assert again.attachments[0].blob_id == first.attachments[0].blob_id
    assert (await room.store.path(chat.conversation_id))[0].attachments[0].size_bytes == 400

    await room.store.delete_message(first.message_id)
    assert await room.store.attachment_data(again.attachments[0]) == picture.data
    await room.store.delete(chat.conversation_id)

    with pytest.raises(DatabaseDamaged):
        await room.store.attachment_data(again.attachments[0])


async def test_a_fork_holds_the_branch_up_to_a_message_with_all_that_belongs_to_it(room: Room) -> None:
    chat = await room.store.create(title="first", instructions="Be brief.", model="m")
    await room.store.set_tags(chat.conversation_id, ["t"])
    picture = NewAttachment("image", "sky.png", "image/png", b"data")
    question = await room.store.append(
        chat.conversation_id, parent_id=None, role="user", text="q", attachments=[picture]
    )
    answer = await room.store.append(
        chat.conversation_id, parent_id=question.message_id, role="assistant", text="", state="streaming"
    )
    await room.store.finish(answer.message_id, text="a", thinking="hm", state="stopped", notices=["n"])
    await room.store.append(chat.conversation_id, parent_id=answer.message_id, role="user", text="not copied")

    fork = await room.store.fork(answer.message_id, title="second")

    assert (fork.title, fork.instructions, fork.tags, fork.message_count) == ("second", "Be brief.", ("t",), 2)
    path = await room.store.path(fork.conversation_id)
    assert [(m.text, m.thinking, m.state, m.notices) for m in path] == [
        ("q", "", "complete", ()),
        ("a", "hm", "stopped", ("n",)),
    ]
    await room.store.delete(chat.conversation_id)
    assert await room.store.attachment_data(path[0].attachments[0]) == b"data"


async def test_each_change_is_announced_after_it_is_stored(room: Room) -> None:
    chat = await room.store.create(title="x")
    await room.store.append(chat.conversation_id, parent_id=None, role="user", text="q")
    await room.store.pin(chat.conversation_id, True)
    await room.store.create_folder("f")
    await room.store.delete(chat.conversation_id)

    assert room.changes == [
        ConversationChanged(chat.conversation_id, "created"),
        ConversationChanged(chat.conversation_id, "messages"),
        ConversationChanged(chat.conversation_id, "details"),
        FoldersChanged(),
        ConversationChanged(chat.conversation_id, "deleted"),
    ]


async def test_the_summary_nearest_the_leaf_counts_on_its_branch_only(room: Room) -> None:
    q, a, q2 = await talk(room.store, "q", "a", "q2")
    await room.store.save_summary(q.message_id, "short", message_count=1, model="m")
    await room.store.save_summary(a.message_id, "longer", message_count=2, model="m")
    other = await room.store.append(q.conversation_id, parent_id=q.message_id, role="assistant", text="other")

    on_first = await room.store.summary_on(await room.store.path(q.conversation_id, leaf_id=q2.message_id))
    on_other = await room.store.summary_on(await room.store.path(q.conversation_id, leaf_id=other.message_id))

    assert on_first is not None
    assert (on_first.text, on_first.message_count) == ("longer", 2)
    assert on_other is not None
    assert on_other.text == "short"
    assert await room.store.summary_on([]) is None


async def test_what_is_not_there_is_refused_with_its_own_error(room: Room) -> None:
    chat = await room.store.create()
    stranger = (await talk(room.store, "elsewhere"))[0]

    for attempt in (
        room.store.get("nobody"),
        room.store.path("nobody"),
        room.store.pin("nobody", True),
        room.store.rename("nobody", "x", by="model"),
        room.store.set_tags("nobody", ["x"]),
        room.store.delete("nobody"),
        room.store.create(folder_id="nowhere"),
        room.store.move(chat.conversation_id, "nowhere"),
        room.store.append("nobody", parent_id=None, role="user", text="x"),
    ):
        with pytest.raises(ConversationMissing):
            await attempt
    for lost in (
        room.store.message("nobody"),
        room.store.activate("nobody"),
        room.store.delete_message("nobody"),
        room.store.finish("nobody", text="", thinking="", state="complete"),
        room.store.append(chat.conversation_id, parent_id=stranger.message_id, role="user", text="x"),
    ):
        with pytest.raises(MessageMissing):
            await lost


async def test_an_attachment_of_a_message_that_cannot_be_stored_leaves_no_blob(vault: Room) -> None:
    picture = NewAttachment("image", "sky.png", "image/png", b"data")

    with pytest.raises(ConversationMissing):
        await vault.store.append("nobody", parent_id=None, role="user", text="x", attachments=[picture])

    assert vault.folder is not None
    assert list((vault.folder / "blobs").iterdir()) == []


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("nul \0 inside", "nul \0 inside"),
        ("half \ud83d", "half �"),
        ("pair \ud83d\ude00", "pair 😀"),
        ("עברית مرحبا 👩‍👩‍👧 é", "עברית مرحبا 👩‍👩‍👧 é"),
        ("\ufffe\uffff", "\ufffe\uffff"),
    ],
)
async def test_any_text_is_stored_and_read_back(room: Room, said: str, kept: str) -> None:
    (message,) = await talk(room.store, said)

    assert (await room.store.message(message.message_id)).text == kept


async def test_titles_are_one_printable_line_of_bounded_length(room: Room) -> None:
    chat = await room.store.create(title="two\nlines\0 \u202edrow " + "x" * 1000)

    assert chat.title.startswith("two lines drow xxx")
    assert len(chat.title) == 300
    assert chat.title.endswith("…")


async def test_private_chats_say_so_and_ordinary_ones_do_not(vault: Room, memory: Room) -> None:
    assert not (await vault.store.create()).private
    assert (await memory.store.create()).private


async def test_expiry_is_kept(room: Room, clock: ManualClock) -> None:
    chat = await room.store.create()
    at = clock.now() + timedelta(days=3)

    assert (await room.store.set_expiry(chat.conversation_id, at)).expires_at == at
    assert (await room.store.set_expiry(chat.conversation_id, None)).expires_at is None


async def test_persona_and_kind_of_a_chat_are_kept_and_go_along_with_a_fork(room: Room) -> None:
    chat = await room.store.create(persona_id="tutor", kind="notes")
    question = await room.store.append(chat.conversation_id, parent_id=None, role="user", text="A thought.")
    fork = await room.store.fork(question.message_id)
    assert [(one.persona_id, one.kind) for one in (chat, fork)] == [("tutor", "notes")] * 2
    other = await room.store.set_persona(chat.conversation_id, "editor")
    assert (other.persona_id, other.kind) == ("editor", "notes")
    assert (await room.store.create()).persona_id == ""
