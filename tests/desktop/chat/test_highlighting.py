"""Colours of code: found in slices, for the text they were asked for, also while it grows."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.chat.code_block import CodeLayout
from desktop.chat.highlighting import ColouredLines, Highlighter
from desktop.chat.markdown_blocks import Code
from desktop.chat.transcript_style import TranscriptStyle
from desktop.theme.design_tokens import LIGHT

CODE = 'def f(x):\n    # a comment\n    return "text"\n'


def test_code_gets_its_colours_line_by_line(qtbot: QtBot) -> None:
    owner = QObject()
    found: list[ColouredLines] = []
    Highlighter(owner).request("key", CODE, "python", lambda _code, lines: found.append(lines))
    qtbot.waitUntil(lambda: bool(found))
    assert (0, 3, "code_keyword") in found[0][0]
    assert (4, 11, "code_comment") in found[0][1]
    assert any(colour == "code_string" for _, _, colour in found[0][2])


def test_unknown_languages_and_endless_code_stay_plain(qtbot: QtBot) -> None:
    owner = QObject()
    highlighter = Highlighter(owner)
    found: list[str] = []
    highlighter.request("one", "x", "no-such-language", lambda code, _: found.append(code))
    highlighter.request("two", "x = 1\n" * 100_000, "python", lambda code, _: found.append(code))
    qtbot.wait(30)
    assert found == []
    assert not highlighter.is_busy_with("two")


def test_a_forgotten_request_never_answers(qtbot: QtBot) -> None:
    owner = QObject()
    highlighter = Highlighter(owner)
    found: list[str] = []
    highlighter.request("key", CODE * 50, "python", lambda code, _: found.append(code))
    highlighter.forget("key")
    qtbot.wait(30)
    assert found == []


def test_a_growing_block_keeps_its_lines_and_takes_late_colours(qtbot: QtBot) -> None:
    layout = CodeLayout(TranscriptStyle(LIGHT, 100))
    layout.set_block(Code("def f", "python", closed=False), 400)
    layout.set_block(Code(CODE, "python", closed=False), 400)
    assert layout.line_count == 4
    layout.set_colours("def f", [[(0, 3, "code_keyword")]])
    assert not layout.has_colours  # the last line was not whole yet
    layout.set_colours(CODE, [[(0, 3, "code_keyword")], [], [], []])
    assert layout.is_coloured
    assert layout.offset_at(-5, layout.top_of(12) + 2) == 10
    assert layout.offset_at(10_000, 10_000) == len(CODE)
