from __future__ import annotations

import random

import pytest

from core.clock import ManualClock
from core.conversations.search import ConversationSearch, SearchHit
from tests.peers.conversation_room import Room


async def say(room: Room, *texts: str, title: str = "", folder_id: str | None = None) -> str:
    """A chat that holds these messages, one below the other; returns its id."""
    chat = await room.store.create(title=title, folder_id=folder_id)
    parent: str | None = None
    for text in texts:
        message = await room.store.append(chat.conversation_id, parent_id=parent, role="user", text=text)
        parent = message.message_id
    return chat.conversation_id


def marked(hit: SearchHit) -> list[str]:
    """What is highlighted in a hit."""
    return [hit.snippet[start:end] for start, end in hit.highlights]


async def found(room: Room, text: str) -> list[str]:
    """Snippets of all hits."""
    return [hit.snippet for hit in await ConversationSearch(room.readers).search(text)]


async def test_a_word_is_found_with_its_place_and_the_message_to_jump_to(room: Room) -> None:
    chat = await say(room, "nothing here", "The quick brown fox jumps.", title="Animals")

    (hit,) = await ConversationSearch(room.readers).search("fox")

    assert (hit.conversation_id, hit.title, hit.role) == (chat, "Animals", "user")
    assert (await room.store.message(hit.message_id or "")).text == "The quick brown fox jumps."
    assert marked(hit) == ["fox"]


async def test_all_words_must_occur_and_a_phrase_in_order(room: Room) -> None:
    await say(room, "brown fox", "fox brown", "brown bear")

    assert sorted(await found(room, "brown fox ")) == ["brown fox", "fox brown"]
    assert await found(room, '"brown fox"') == ["brown fox"]
    assert await found(room, "„brown fox“") == ["brown fox"]
    (hit,) = await ConversationSearch(room.readers).search('"brown fox"')
    assert marked(hit) == ["brown fox"]


async def test_the_last_word_may_go_on_until_a_space_closes_it(room: Room) -> None:
    await say(room, "gardening in spring")

    assert await found(room, "garden") == ["gardening in spring"]
    assert await found(room, "garden ") == []
    assert await found(room, "garden spring") == []
    (hit,) = await ConversationSearch(room.readers).search("spring gard")
    assert marked(hit) == ["gard", "spring"]


@pytest.mark.parametrize("typed", ["cafe", "CAFÉ", "café", "cafe\u0301"])
async def test_accents_and_capitals_do_not_matter(room: Room, typed: str) -> None:
    await say(room, "Un café, s'il vous plaît", "un cafe\u0301 de plus")

    hits = await ConversationSearch(room.readers).search(typed)

    assert sorted(mark for hit in hits for mark in marked(hit)) == ["cafe\u0301", "café"]


async def test_the_rarer_and_denser_message_comes_first(room: Room) -> None:
    await say(room, "zebra " + "filler words stand here " * 20, "zebra zebra zebra", "no stripes at all")

    first, second = await ConversationSearch(room.readers).search("zebra")

    assert first.snippet == "zebra zebra zebra"
    assert first.rank > second.rank


async def test_titles_are_found_by_any_part_of_a_word_and_stand_first(room: Room) -> None:
    await say(room, "a bookkeeping question")
    await say(room, title="My bookkeeping")
    await say(room, title="Ökonomie 東京")

    hits = await ConversationSearch(room.readers).search("keeping")
    assert [(hit.message_id, marked(hit)) for hit in hits] == [(None, ["keeping"])]
    hits = await ConversationSearch(room.readers).search("bookk")
    assert [hit.message_id is None for hit in hits] == [True, False]
    (hit,) = await ConversationSearch(room.readers).search("東京")
    assert marked(hit) == ["東京"]
    assert [hit.title for hit in await ConversationSearch(room.readers).search("my")] == ["My bookkeeping"]
    assert await ConversationSearch(room.readers).search("100%_") == []


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("世界", "世界"),
        ("界", "界"),
        ("世界和平", "世界和平"),
        ("和平 世界", "世界"),
        ("カメラ", "カメラ"),
        ("ラを", "ラを"),
        ("안녕하", "안녕하"),
        ("녕하", "녕하"),
        ("ภาษาไทย", "ภาษาไทย"),
        ("ษา", "ษา"),
        ("Python世界", "Python世界"),
        ("python 世界", "Python"),
        ("py 世界", "Py"),
    ],
)
async def test_scripts_without_spaces_are_found_by_any_part(room: Room, typed: str, mark: str) -> None:
    await say(room, "unrelated", "关于Python世界和平的问题", "このカメラを買う", "여러분 안녕하세요", "ฉันพูดภาษาไทยได้")

    hits = await ConversationSearch(room.readers).search(typed)

    assert len(hits) == 1
    assert mark in marked(hits[0])


async def test_a_pair_of_characters_that_is_nowhere_adjacent_is_not_found(room: Room) -> None:
    await say(room, "世新界")

    assert await found(room, "世界") == []


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        '"',
        '""',
        '"unclosed',
        "AND OR NOT NEAR",
        "NEAR(a b, 5)",
        "text:secret",
        "(((((",
        "a* b^ -c +d",
        "* * *",
        "'; DROP TABLE message; --",
        "nul\0byte",
        "\0",
        "\x01",
        "😀",
        "👩‍👩‍👧",
        "\ud800",
        "\ufffe\uffff",
        "%",
        "_",
        "\\",
        "汉\0字",
        '汉"字',
        "\u202e",
        "́",
        "ก็",
        "a" * 100_000,
        "word " * 20_000,
        "汉" * 100_000,
        '"' * 100_000,
    ],
)
async def test_nothing_that_can_be_typed_breaks_the_search(room: Room, typed: str) -> None:
    await say(room, "an ordinary message", "汉字", title="A title")

    hits = await ConversationSearch(room.readers).search(typed)

    assert isinstance(hits, list)
    assert await found(room, "ordinary") == ["an ordinary message"]


async def test_random_input_never_breaks_the_search_and_highlights_stay_inside(memory: Room) -> None:
    dice = random.Random(3)
    pieces = ["fox", '"', " ", "é", "汉", "字", "*", "-", "ไ", "\0", "😀", "AND", "\x01", "_", "한글", "…", "\n"]
    texts = ["".join(dice.choices(pieces, k=dice.randint(1, 60))) for _ in range(60)]
    await say(memory, *texts, title="fox 汉字")
    search = ConversationSearch(memory.readers)

    for _ in range(300):
        for hit in await search.search("".join(dice.choices(pieces, k=dice.randint(1, 6)))):
            for start, end in hit.highlights:
                assert 0 <= start < end <= len(hit.snippet)


async def test_a_message_that_holds_a_nul_is_found_behind_it(room: Room) -> None:
    await say(room, "before\0behind", "汉\0字符")

    assert await found(room, "behind") == ["before behind"]
    assert await found(room, "字") == ["汉 字符"]


async def test_a_long_message_shows_the_place_of_the_hit(room: Room) -> None:
    await say(room, "padding " * 30_000 + "needle in the haystack " + "padding " * 30_000)

    (hit,) = await ConversationSearch(room.readers).search("needle")

    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert len(hit.snippet) < 200
    assert marked(hit) == ["needle"]


async def test_a_search_can_be_kept_to_a_chat_a_folder_or_what_is_not_archived(room: Room) -> None:
    folder = await room.store.create_folder("f")
    one = await say(room, "apple one", folder_id=folder.folder_id)
    two = await say(room, "apple two", "苹果")
    await room.store.archive(two, True)
    search = ConversationSearch(room.readers)

    async def chats(text: str, **scope: object) -> set[str]:
        return {hit.conversation_id for hit in await search.search(text, **scope)}  # type: ignore[arg-type]

    assert await chats("apple") == {one, two}
    assert await chats("apple", conversation_id=two) == {two}
    assert await chats("apple", folder_id=folder.folder_id) == {one}
    assert await chats("apple", include_archived=False) == {one}
    assert await chats("果", conversation_id=two) == {two}
    assert await chats("果", include_archived=False) == set()
    assert len(await search.search("apple", limit=1)) == 1


async def test_changed_and_deleted_messages_are_found_as_they_are_now(room: Room) -> None:
    chat = await say(room, "question")
    answer = await room.store.append(chat, parent_id=None, role="assistant", text="", state="streaming")
    await room.store.grow(answer.message_id, text="halfway 途中")
    assert await found(room, "halfway") == []
    await room.store.finish(answer.message_id, text="finished 完成", thinking="", state="complete")

    assert await found(room, "finished") == ["finished 完成"]
    assert await found(room, "完成") == ["finished 完成"]
    assert await found(room, "halfway") == []
    await room.store.delete_message(answer.message_id)
    assert await found(room, "finished") == []
    assert await found(room, "完成") == []
    await room.store.delete(chat)
    assert await found(room, "question") == []


async def test_what_was_mended_after_a_crash_is_found(room: Room) -> None:
    chat = await say(room, "question")
    answer = await room.store.append(chat, parent_id=None, role="assistant", text="", state="streaming")
    await room.store.grow(answer.message_id, text="so far 到此")

    await room.store.mend_unfinished()

    assert await found(room, "到此") == ["so far 到此"]
    assert await found(room, "far") == ["so far 到此"]


async def test_words_that_nearly_every_message_holds_give_the_newest_first(memory: Room, clock: ManualClock) -> None:
    def fill(connection) -> None:  # type: ignore[no-untyped-def]
        connection.execute(
            "INSERT INTO conversation (conversation_id, title, title_by, created_at, updated_at)"
            " VALUES ('c', '', 'nobody', 0, 0)"
        )
        connection.executemany(
            "INSERT INTO message (message_id, conversation_id, role, text, state, created_at, updated_at)"
            " VALUES (?, 'c', 'user', ?, 'complete', 0, 0)",
            ((str(number), "the common words" + (" rare" if number == 7 else "")) for number in range(3000)),
        )

    await memory.writer.run(fill)
    search = ConversationSearch(memory.readers)

    assert [hit.message_id for hit in await search.search("the common", limit=3)] == ["2999", "2998", "2997"]
    assert [hit.message_id for hit in await search.search("the rare")] == ["7"]
