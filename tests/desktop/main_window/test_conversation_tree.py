"""The sidebar's rows: groups by age, folders, moves, and thousands of chats without a full rebuild."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.conversations.conversation_rows import Conversation
from core.conversations.folder_rows import Folder
from desktop.main_window.conversation_tree import ConversationTree, age_group

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)
TODAY = date(2026, 5, 20)


def chat(number: int, *, days_ago: float = 0.0, **changes: object) -> Conversation:
    at = NOON - timedelta(days=days_ago)
    values: dict[str, object] = {
        "conversation_id": f"c{number}",
        "title": f"Chat {number}",
        "title_by": "owner",
        "folder_id": None,
        "pinned": False,
        "archived": False,
        "tags": (),
        "model": "",
        "instructions": "",
        "active_leaf_id": None,
        "created_at": at,
        "updated_at": at,
        "expires_at": None,
        "origin": "",
        "private": False,
        "message_count": 2,
    }
    return Conversation(**{**values, **changes})  # type: ignore[arg-type]


def shown(tree: ConversationTree, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    lines: list[str] = []
    above = parent or QModelIndex()
    for row in range(tree.rowCount(above)):
        index = tree.index(row, 0, above)
        lines.append("  " * depth + str(index.data()))
        lines += shown(tree, index, depth + 1)
    return lines


@pytest.fixture
def tree(qtbot: QtBot) -> ConversationTree:
    tree = ConversationTree()
    # Qt's own checker: it ends the test when a signal or an index is wrong.
    tree.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        tree, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return tree


def test_chats_stand_under_their_day(tree: ConversationTree) -> None:
    chats = [chat(1), chat(2, days_ago=1), chat(3, days_ago=5), chat(4, days_ago=40), chat(5, days_ago=40, pinned=True)]
    tree.reset([*chats, chat(6, private=True)], (), today=TODAY)
    assert shown(tree) == [
        "Private, not saved",
        "  Chat 6",
        "Pinned",
        "  Chat 5",
        "Today",
        "  Chat 1",
        "Yesterday",
        "  Chat 2",
        "Previous 7 days",
        "  Chat 3",
        "Earlier",
        "  Chat 4",
    ]


def test_days_are_those_of_the_owners_calendar() -> None:
    assert age_group(NOON, TODAY) == "today"
    assert age_group(NOON + timedelta(days=2), TODAY) == "today"
    assert age_group(NOON - timedelta(days=7), TODAY) == "week"
    assert age_group(NOON - timedelta(days=8), TODAY) == "earlier"


def test_folders_hold_their_chats_and_folders(tree: ConversationTree) -> None:
    folders = [Folder("f1", None, "Work", 0, 1), Folder("f2", "f1", "Reports", 0, 1)]
    tree.reset([chat(1, folder_id="f2"), chat(2, folder_id="f1")], folders, today=TODAY)
    assert shown(tree) == ["Folders", "  Work", "    Reports", "      Chat 1", "    Chat 2"]


def test_folders_in_a_circle_are_still_shown(tree: ConversationTree) -> None:
    tree.reset([], [Folder("f1", "f2", "A", 0, 0), Folder("f2", "f1", "B", 1, 0)], today=TODAY)
    assert sorted(line.strip() for line in shown(tree)) == ["A", "B", "Folders"]


def test_a_change_moves_one_row_and_empties_no_view(tree: ConversationTree, qtbot: QtBot) -> None:
    tree.reset([chat(1), chat(2, days_ago=1)], (), today=TODAY)
    resets: list[bool] = []
    tree.modelReset.connect(lambda: resets.append(True))
    tree.put(chat(2, title="Renamed", days_ago=1))
    assert shown(tree)[-1] == "  Renamed"
    tree.put(chat(2, pinned=True, days_ago=1))
    assert shown(tree) == ["Pinned", "  Chat 2", "Today", "  Chat 1"]
    tree.put(chat(3))
    tree.drop("c2")
    tree.drop("c2")
    assert shown(tree)[0] == "Today"
    assert sorted(shown(tree)[1:]) == ["  Chat 1", "  Chat 3"]
    assert not resets


def test_the_newest_comes_first_after_any_order_of_changes(tree: ConversationTree) -> None:
    tree.reset([], (), today=TODAY)
    for number in (3, 1, 4, 2, 5):
        tree.put(chat(number, days_ago=number / 1000))
    tree.put(chat(5))
    assert shown(tree) == ["Today", "  Chat 5", "  Chat 1", "  Chat 2", "  Chat 3", "  Chat 4"]


def test_ten_thousand_chats_are_shown_and_one_of_them_moves(tree: ConversationTree) -> None:
    plain = ConversationTree()  # without the checker, which looks at each row each time
    plain.reset([chat(number, days_ago=number / 50) for number in range(10_000)], (), today=TODAY)
    plain.put(chat(9_999))
    assert len(plain.conversation_ids()) == 10_000
    assert plain.conversation_ids()[1] == "c9999" or plain.conversation_ids()[0] == "c9999"


def test_dropped_on_a_folder_a_chat_is_asked_to_move_there(tree: ConversationTree) -> None:
    tree.reset([chat(1), chat(2, folder_id="f1")], [Folder("f1", None, "Work", 0, 1)], today=TODAY)
    moves: list[tuple[list[str], object]] = []
    tree.move_wanted.connect(lambda ids, folder: moves.append((ids, folder)))
    carried = tree.mimeData([tree.index_of("c1")])
    assert "Chat" not in bytes(carried.data(carried.formats()[0]).data()).decode()
    tree.dropMimeData(carried, Qt.DropAction.MoveAction, -1, -1, tree.index_of_folder("f1"))
    tree.dropMimeData(tree.mimeData([tree.index_of("c2")]), Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert moves == [(["c1"], "f1"), (["c2"], None)]


def test_a_folder_is_never_moved_into_itself(tree: ConversationTree) -> None:
    folders = [Folder("f1", None, "Work", 0, 0), Folder("f2", "f1", "Reports", 0, 0)]
    tree.reset([], folders, today=TODAY)
    moves: list[tuple[str, object]] = []
    tree.folder_move_wanted.connect(lambda moved, into: moves.append((moved, into)))
    carried = tree.mimeData([tree.index_of_folder("f1")])
    tree.dropMimeData(carried, Qt.DropAction.MoveAction, -1, -1, tree.index_of_folder("f2"))
    tree.dropMimeData(carried, Qt.DropAction.MoveAction, -1, -1, tree.index_of_folder("f1"))
    assert not moves
    tree.dropMimeData(tree.mimeData([tree.index_of_folder("f2")]), Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert moves == [("f2", None)]


def test_screen_readers_hear_what_the_marks_show(tree: ConversationTree) -> None:
    tree.reset([chat(1, pinned=True), chat(2, private=True, title="")], (), today=TODAY)
    tree.set_busy(["c1"])
    spoken = tree.index_of("c1").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Chat 1, pinned, an answer is being written"
    assert tree.index_of("c2").data(Qt.ItemDataRole.AccessibleTextRole) == "New chat, private"
