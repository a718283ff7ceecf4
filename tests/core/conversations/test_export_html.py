from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import pytest

from core.conversations.conversation_store import ConversationStore
from core.conversations.export import export_html
from core.conversations.message_tree import NewAttachment, StoredError
from tests.peers.conversation_room import Room

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 50
ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)><a href='javascript:alert(1)'>x</a>"


class Page(HTMLParser):
    """Collects what a browser would see: every tag with its attributes, and whether all are closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "img", "br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


async def page_of(store: ConversationStore, *conversation_ids: str) -> str:
    target = io.BytesIO()
    await export_html(store, conversation_ids, target)
    return target.getvalue().decode()


async def test_whatever_was_said_nothing_runs_and_nothing_is_fetched(vault: Room) -> None:
    chat = await vault.store.create(title=ATTACK, instructions=ATTACK)
    await vault.store.set_tags(chat.conversation_id, ['"><script>'])
    picture = NewAttachment("image", f'"{ATTACK}', "image/png", PNG)
    vector = NewAttachment("image", "x.svg", "image/svg+xml", b"<svg onload='alert(1)'/>")
    first = await vault.store.append(
        chat.conversation_id,
        parent_id=None,
        role="user",
        attachments=[picture, vector],
        text=f"{ATTACK}\n\n![spy](https://example.com/spy.png) [x](javascript:alert(1)) <https://example.com>\n\n"
        f"```python\n{ATTACK}\n```\n\n```{ATTACK}\ncode\n```",
    )
    answer = await vault.store.append(
        chat.conversation_id, parent_id=first.message_id, role="assistant", text="", state="streaming", model=ATTACK
    )
    await vault.store.finish(
        answer.message_id, text=ATTACK, thinking=ATTACK, state="failed", notices=[ATTACK],
        error=StoredError(ATTACK, ATTACK, ATTACK, ATTACK),
    )  # fmt: skip

    text = await page_of(vault.store, chat.conversation_id)
    page = Page(text)

    assert page.open == []
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "iframe", "object", "embed", "link", "svg", "form", "base"}
    for tag, attributes in page.tags:
        assert not any(name.startswith("on") for name in attributes)
        if tag == "img":
            assert (attributes["src"] or "").startswith("data:image/png;base64,")
        if tag == "a":
            assert (attributes["href"] or "").startswith(("https://", "#"))
    policies = [a["content"] for tag, a in page.tags if tag == "meta" and "http-equiv" in a]
    assert policies == [
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    ]
    style = text[text.index("<style>") : text.index("</style>")]
    assert not re.search(r"url\(|@import", style)


async def test_code_is_coloured_tables_are_drawn_and_thinking_is_folded(vault: Room) -> None:
    chat = await vault.store.create(title="Look")
    answer = await vault.store.append(
        chat.conversation_id, parent_id=None, role="assistant", text="", state="streaming", model="m"
    )
    await vault.store.finish(
        answer.message_id, text="```python\ndef f(): pass\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        thinking="hm", state="stopped",
    )  # fmt: skip

    text = await page_of(vault.store, chat.conversation_id)

    assert '<span class="k">def</span>' in text
    assert "<td>1</td>" in text
    assert "<summary>Thinking</summary><p>hm</p>" in text
    assert "Stopped." in text
    assert text.count("prefers-color-scheme: dark") == 1
    assert text.count("prefers-color-scheme: light") == 1


async def test_several_chats_stand_in_one_page_with_a_list_of_contents(vault: Room) -> None:
    one, two = await vault.store.create(title="One"), await vault.store.create(title="Two")

    page = Page(await page_of(vault.store, one.conversation_id, two.conversation_id))

    links = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    articles = [attributes["id"] for tag, attributes in page.tags if tag == "article"]
    assert links == [f"#{article}" for article in articles if article]


@pytest.mark.parametrize(
    "said", ["> " * 10_000 + "x", "[" * 10_000, "*" * 10_000, "- " * 5000 + "x", "a" * 300_000, "\0\ud800", "`" * 5000]
)
async def test_texts_that_are_hard_to_render_still_give_a_page(vault: Room, said: str) -> None:
    chat = await vault.store.create()
    await vault.store.append(chat.conversation_id, parent_id=None, role="user", text=said)

    page = Page(await page_of(vault.store, chat.conversation_id))

    assert page.open == []
