"""Markdown read while it grows gives what it gives when it is read at once, and nothing hostile stops it."""

from __future__ import annotations

import random

import pytest

from desktop.chat.block_stream import BlockStream, read_message, read_own_words
from desktop.chat.markdown_blocks import Code, Emphasis, Paragraph, Prose, Rule, Span, Table, copied_text

DOCUMENT = (
    """# Title *x*

Some **bold** and `code` text with [link](https://a.b/c).
Second line — and more.

- one
- two
  - nested **b**

    a paragraph in it
- three

1. a
1. b
1. c

```python
def f():
    return "x"
```

| a | b |
|---|--:|
| 1 | 2 |
| 3 | 4 |
| `x` | *y* |

> quote
> - in it

- [ ] open
- [x] done

---

"""
    + "A long sentence with *emphasis* and `code`, going on and on. It is followed by another one! " * 40
    + "\n\nSetext\n===\n\n    indented\n\n~~~\nnever closed\n"
)


def grown(text: str, sizes: random.Random) -> BlockStream:
    stream = BlockStream()
    position = 0
    while position < len(text):
        size = sizes.randint(1, sizes.choice([3, 10, 40, 400]))
        stream.append(text[position : position + size])
        position += size
    stream.finish()
    return stream


@pytest.mark.parametrize("seed", range(12))
def test_pieces_of_any_size_give_the_same_blocks_as_the_whole(seed: int) -> None:
    assert grown(DOCUMENT, random.Random(seed)).blocks == read_message(DOCUMENT)


def test_blocks_before_the_reported_one_never_change_again() -> None:
    stream = BlockStream()
    for position in range(0, len(DOCUMENT), 7):
        before = list(stream.blocks)
        first = stream.append(DOCUMENT[position : position + 7])
        assert all(old is new for old, new in zip(before[:first], stream.blocks[:first], strict=True))


def test_each_kind_of_block_is_read() -> None:
    blocks = read_message(DOCUMENT)
    assert blocks[0] == Paragraph(Prose("Title x", (Span(6, 7, Emphasis.ITALIC),)), 1)
    markers = [block.place.marker for block in blocks if block.place.marker]
    assert markers == ["•", "•", "◦", "•", "1.", "2.", "3.", "•", "☐", "☑"]
    code = next(block for block in blocks if isinstance(block, Code))
    assert (code.language, code.text) == ("python", 'def f():\n    return "x"')
    table = next(block for block in blocks if isinstance(block, Table))
    assert table.alignments == ("left", "right")
    assert [len(row) for row in table.rows] == [2, 2, 2]
    assert any(isinstance(block, Rule) for block in blocks)


def test_an_open_code_block_says_so_until_its_fence_comes() -> None:
    stream = BlockStream()
    stream.append("```py\nx = 1\n``")
    assert stream.blocks == [Code("x = 1", "py", closed=False)]
    stream.append("`\n")
    assert stream.blocks == [Code("x = 1", "py", closed=True)]


def test_a_link_keeps_its_full_address_and_an_image_stays_words() -> None:
    (block,) = read_message("[here](https://example.org/a?b=c) ![a cat](https://example.org/cat.png)")
    assert isinstance(block, Paragraph)
    assert block.prose.text == "here Image: a cat"
    assert [span.address for span in block.prose.spans] == ["https://example.org/a?b=c", "https://example.org/cat.png"]


def test_html_and_script_addresses_stay_text() -> None:
    (block,) = read_message("<script>alert(1)</script> [x](javascript:alert(1))")
    assert isinstance(block, Paragraph)
    assert "<script>" in block.prose.text
    assert all(not span.address.startswith("javascript") for span in block.prose.spans)


def test_words_of_the_owner_stay_as_typed_but_for_fenced_code() -> None:
    blocks = read_own_words("#include <x>\n*not* emphasis\n\n```c\nint x;\n```\nend")
    assert [block.plain_text for block in blocks] == ["#include <x>\n*not* emphasis", "int x;", "end"]
    assert isinstance(blocks[1], Code)


def test_hidden_signs_are_made_visible() -> None:
    tags = "".join(chr(0xE0000 + ord(sign)) for sign in "obey")
    (block,) = read_message(f"a\x00b \u202egnp.exe {tags}")
    assert isinstance(block, Paragraph)
    assert block.prose.text == "a\u2400b ‹U+202E›gnp.exe ‹hidden: obey›"


def test_an_emoji_flag_made_of_tags_is_left_alone() -> None:
    england = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    assert read_message(england)[0].plain_text == england


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_line_ends(line_end: str) -> None:
    text = f"one{line_end}{line_end}two"
    stream = BlockStream()
    for sign in text:
        stream.append(sign)
    stream.finish()
    assert [block.plain_text for block in stream.blocks] == ["one", "two"]


@pytest.mark.parametrize(
    "text", [">" * 10_000 + "x", "- " * 10_000 + "x", "".join(f"{' ' * 2 * n}- a\n" for n in range(250))]
)
def test_very_deep_nesting_is_shown_as_it_was_written(text: str) -> None:
    blocks = read_message(text)
    assert "".join(block.plain_text for block in blocks).replace(" ", "").count("x") == text.count("x")
    assert len(copied_text(blocks)) >= len(text.strip()) * 0.4


@pytest.mark.timeout(20)  # a reader that takes the square of the length needs minutes
@pytest.mark.parametrize(
    "sign", ["[", "![", "[[]", "*", "*a ", "**a _", "~", "~~a", "`", "<", "&#", "|a|\n|-|\n", "- a\n"]
)
def test_signs_repeated_without_end_are_read_and_none_is_lost(sign: str) -> None:
    text = (sign * 64_000)[:64_000]
    assert read_message(text)


def test_copied_text_keeps_markers_and_indents() -> None:
    text = copied_text(read_message("Intro\n\n1. one\n2. two\n   - deep\n\n> said"))
    assert text == "Intro\n\n1. one\n2. two\n  ◦ deep\n> said"
