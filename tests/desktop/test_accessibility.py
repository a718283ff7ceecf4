"""What a screen reader finds: every control of every window has a role and a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme.icons import icon_names
from tests.peers.every_page import EveryPage
from tests.peers.ollama_replies import answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.window_driver import PASSPHRASE, WindowDriver

Role = QAccessible.Role
CONTROLS = frozenset(
    {
        Role.Button,
        Role.PushButton,
        Role.CheckBox,
        Role.RadioButton,
        Role.ComboBox,
        Role.EditableText,
        Role.SpinBox,
        Role.Slider,
        Role.List,
        Role.ListItem,
        Role.Tree,
        Role.TreeItem,
        Role.Link,
        Role.MenuItem,
        Role.ButtonMenu,
        Role.ButtonDropDown,
        Role.ProgressBar,
        Role.PageTab,
    }
)
# The parts of a composed control are named by the control itself.
COMPOSED = frozenset({Role.SpinBox, Role.ComboBox, Role.ScrollBar})


def walk(
    interface: QAccessibleInterface, *, inside_composed: bool = False
) -> Iterator[tuple[QAccessibleInterface, bool]]:
    yield interface, inside_composed
    composed = inside_composed or interface.role() in COMPOSED
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from walk(child, inside_composed=composed)


def nameless(window: QWidget) -> list[str]:
    interface = QAccessible.queryAccessibleInterface(window)
    found: list[str] = []
    seen = 0
    for one, inside_composed in walk(interface):
        if one.role() in CONTROLS and not inside_composed:
            seen += 1
            if not one.text(QAccessible.Text.Name).strip():
                item = one.object()
                kind = type(item).__name__ if item is not None else "item"
                parent = one.parent()
                above = type(parent.object()).__name__ if parent is not None and parent.object() is not None else ""
                found.append(f"{one.role().name} {kind} {item.objectName() if item is not None else ''} in {above}")
    assert seen > 1, "the tree was not walked"
    return found


def machine_named(window: QWidget) -> list[str]:
    """Controls whose name is one that programmers gave: a class, an icon's file, an object's name."""
    interface = QAccessible.queryAccessibleInterface(window)
    icons = set(icon_names())
    found = []
    for one, _ in walk(interface):
        thing, name = one.object(), one.text(QAccessible.Text.Name).strip()
        if one.role() not in CONTROLS or not name or thing is None:
            continue
        classes = {kind.__name__ for kind in type(thing).__mro__}
        is_icon = name in icons or name.endswith((".svg", ".png"))
        if name in classes or is_icon or ("_" in name and name == thing.objectName()):
            found.append(f"{type(thing).__name__}: {name}")
    return found


def without_state(window: QWidget) -> list[str]:
    """Controls that are chosen or filled and do not say so."""
    interface = QAccessible.queryAccessibleInterface(window)
    found = []
    for one, _ in walk(interface):
        thing, state = one.object(), one.state()
        is_choice = isinstance(thing, QAbstractButton) and thing.isCheckable()
        if is_choice and not (state.checkable and bool(state.checked) == thing.isChecked()):
            found.append(f"{type(thing).__name__}: {one.text(QAccessible.Text.Name)}")
        if isinstance(thing, QProgressBar) and one.valueInterface() is None:
            found.append(f"{type(thing).__name__} without a value")
    return found


def roleless(window: QWidget) -> list[str]:
    interface = QAccessible.queryAccessibleInterface(window)
    return [
        type(one.object()).__name__
        for one, _ in walk(interface)
        if one.role() == Role.NoRole and one.object() is not None
    ]


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowDriver]:
    with OllamaPeer() as peer:
        peer.script("llama3.2:3b", answer("An **answer** with `code`.\n\n```python\nprint(1)\n```\n"))
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        yield driver
        driver.end()


def window_of(driver: WindowDriver) -> QWidget:
    assert driver.app.window is not None
    return driver.app.window


def test_the_main_window_speaks(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.chat.models)
    assert nameless(window_of(driver)) == []
    driver.ask("A question")
    assert nameless(window_of(driver)) == []
    assert roleless(window_of(driver)) == []


def test_the_unlock_pages_speak(driver: WindowDriver) -> None:
    driver.make_profile(use_keyring=False, passphrase=PASSPHRASE)
    driver.start()
    flow = driver.app.flow
    assert flow is not None
    assert nameless(window_of(driver)) == []
    flow.show_create()
    assert nameless(window_of(driver)) == []
    flow.show_restore()
    assert nameless(window_of(driver)) == []
    flow._show_recover(flow._current, False)
    assert nameless(window_of(driver)) == []


def test_the_settings_speak_on_every_page(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.start()
    driver.workspace.show_settings()
    window = driver.workspace._settings_window
    assert window is not None
    for name in window.pages:
        window.show_page(name)
        assert nameless(window) == []


def test_every_page_of_a_profile_speaks(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.chat.models)
    driver.ask("A question")
    faults = [
        f"{name}: {fault}"
        for name, window in EveryPage(driver).each()
        for fault in (*nameless(window), *machine_named(window), *roleless(window), *without_state(window))
    ]
    assert not faults, "\n".join(faults)


def test_a_message_in_the_corner_is_in_the_tree_with_its_words_and_buttons(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.start()
    for show_page in (driver.workspace.show_chat, lambda: driver.workspace.pages.show_page("personas")):
        show_page()
        driver.workspace.toasts.show("Chat deleted.", action=("Undo", lambda: None))
        driver.qtbot.wait(50)
        interface = QAccessible.queryAccessibleInterface(window_of(driver))
        said = {
            (one.role(), one.text(QAccessible.Text.Name)) for one, _ in walk(interface) if not one.state().invisible
        }
        assert (Role.Notification, "Chat deleted.") in said
        assert {(Role.Button, "Undo"), (Role.Button, "Close this message")} <= said
        driver.workspace.toasts.dismiss_all()
