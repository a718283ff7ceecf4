"""The export to look at: one HTML file that needs nothing else, loads nothing and runs nothing.

Everything that was said is escaped or rendered by a Markdown parser that lets no HTML through; a content security
policy forbids scripts and any address besides.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, BinaryIO

from core.conversations.conversation_rows import Conversation
from core.conversations.export_json import readable_data
from core.conversations.export_markdown import NAMES, heading, other_versions
from core.conversations.export_style import STYLE
from core.conversations.message_tree import Attachment, Message

if TYPE_CHECKING:
    from core.conversations.conversation_store import ConversationStore

# Markdown costs a millisecond per KB; a longer message is shown as it was written.
_RENDERED_CHARACTERS = 200_000
_PICTURE_BYTES = 20 * 1024**2
_PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


async def export_html(store: ConversationStore, conversation_ids: Sequence[str], target: BinaryIO) -> None:
    """Write these chats as one page, the branch in sight of each. ConversationMissing when one is gone."""
    conversations = [await store.get(conversation_id) for conversation_id in conversation_ids]
    render = await asyncio.to_thread(_renderer)
    await asyncio.to_thread(target.write, _head(conversations).encode("utf-8", "replace"))
    for conversation in conversations:
        path = await store.path(conversation.conversation_id)
        await asyncio.to_thread(target.write, _chat_head(conversation, path).encode("utf-8", "replace"))
        for message in path:
            pictures = {
                item.attachment_id: await readable_data(store, item)
                for item in message.attachments
                if item.media_type in _PICTURES and item.size_bytes <= _PICTURE_BYTES
            }
            text = await asyncio.to_thread(_message, message, pictures, render)
            await asyncio.to_thread(target.write, text.encode("utf-8", "replace"))
        await asyncio.to_thread(target.write, b"</article>\n")
    await asyncio.to_thread(target.write, b"</main>\n</body>\n</html>\n")


def _head(conversations: Sequence[Conversation]) -> str:
    title = heading(conversations[0]) if len(conversations) == 1 else f"{len(conversations)} chats"
    contents = ""
    if len(conversations) > 1:
        lines = (
            f'<li><a href="#c-{escape(item.conversation_id)}">{escape(heading(item))}</a>'
            f"<time>{item.updated_at:%Y-%m-%d}</time></li>"
            for item in conversations
        )
        contents = f"<nav aria-label='Chats'><h1>{escape(title)}</h1><ol>{''.join(lines)}</ol></nav>\n"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}{_code_style()}</style>\n</head>\n<body>\n{contents}<main>\n"
    )


def _chat_head(conversation: Conversation, path: Sequence[Message]) -> str:
    facts = [
        f"{conversation.created_at:%d %B %Y, %H:%M} UTC",
        conversation.model,
        *(f"#{tag}" for tag in conversation.tags),
    ]
    if conversation.origin:
        facts.append(f"from {conversation.origin}")
    told = "".join(f"<li>{escape(fact)}</li>" for fact in facts if fact)
    instructions = ""
    if conversation.instructions:
        instructions = _folded("Instructions", f"<pre>{escape(conversation.instructions)}</pre>")
    others = "".join(f"<p class='note'>{escape(told)}</p>" for told in [other_versions(conversation, path)] if told)
    return (
        f'<article id="c-{escape(conversation.conversation_id)}">\n<header><h2>{escape(heading(conversation))}</h2>'
        f"<ul class='facts'>{told}</ul>{instructions}{others}</header>\n"
    )


def _message(message: Message, pictures: Mapping[str, bytes | None], render: Callable[[str], str]) -> str:
    by = f" · {escape(message.model)}" if message.model and message.role == "assistant" else ""
    at = f"<time datetime='{message.created_at.isoformat()}'>{message.created_at:%d %b %Y, %H:%M}</time>"
    parts = [f"<section class='{message.role}'><h3>{NAMES[message.role]}<small>{at}{by}</small></h3>"]
    if message.thinking.strip():
        parts.append(_folded("Thinking", _said(message.thinking, render)))
    if message.text.strip():
        parts.append(f"<div class='text' dir='auto'>{_said(message.text, render)}</div>")
    parts += [_attachment(item, pictures.get(item.attachment_id)) for item in message.attachments]
    calls = (escape(f"{call.name}({call.arguments})") for call in message.tool_calls)
    parts += [f"<p class='note'>Asked for the tool <code>{call}</code></p>" for call in calls]
    parts += [f"<p class='note'>{escape(notice)}</p>" for notice in message.notices]
    if message.state == "stopped":
        parts.append("<p class='note'>Stopped.</p>")
    if message.error is not None:
        told = f"<strong>{escape(message.error.sentence)}</strong> {escape(message.error.next_step)}"
        parts.append(f"<p class='error'>{told}</p>")
    return "".join(parts) + "</section>\n"


def _attachment(item: Attachment, picture: bytes | None) -> str:
    name = escape(item.name)
    if picture is None:
        return f"<p class='file'>{name} <small>{item.size_bytes:,} bytes</small></p>"
    data = base64.b64encode(picture).decode("ascii")
    address = f"data:{item.media_type};base64,{data}"
    return f'<figure><img alt="{name}" src="{address}"><figcaption>{name}</figcaption></figure>'


def _folded(summary: str, body: str) -> str:
    return f"<details class='fold'><summary>{summary}</summary>{body}</details>"


def _said(text: str, render: Callable[[str], str]) -> str:
    text = text.replace("\0", "\ufffd")
    if len(text) > _RENDERED_CHARACTERS:
        return f"<pre>{escape(text)}</pre>"
    try:
        return render(text)
    except RecursionError:
        return f"<pre>{escape(text)}</pre>"


def _renderer() -> Callable[[str], str]:
    """Markdown to HTML: no HTML of the text's own, no pictures from elsewhere, code highlighted."""
    from markdown_it import MarkdownIt
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    formatter = HtmlFormatter(nowrap=True)

    def coloured(code: str, language: str, attributes: str) -> str:
        del attributes
        try:
            lexer = get_lexer_by_name(language) if language and len(code) < _RENDERED_CHARACTERS // 4 else None
        except ClassNotFound:
            lexer = None
        return escape(code) if lexer is None else str(highlight(code, lexer, formatter))

    # "js-default" lets no HTML through, and knows tables; a picture would be fetched, so its address stays text.
    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "highlight": coloured})
    parser.disable("image")
    return lambda text: str(parser.render(text))


def _code_style() -> str:
    """Colours of code for light and for dark."""
    from pygments.formatters import HtmlFormatter

    styles = {"light": HtmlFormatter(style="friendly"), "dark": HtmlFormatter(style="github-dark")}
    rules = (
        f"@media (prefers-color-scheme: {scheme}){{{formatter.get_style_defs('pre code')}}}\n"  # type: ignore[no-untyped-call]
        for scheme, formatter in styles.items()
    )
    return "".join(rules) + "pre code{background:none}"
