"""Every page of the settings, with something on it."""

from __future__ import annotations

from PySide6.QtCore import QSize

from build.pictures.camera import Camera, Scene
from build.pictures.stage import REST_S, Stage, Studio, rest, until
from desktop.hotkeys.bindings import Hotkeys
from desktop.hotkeys.hotkey_backend import OK, BindResult, HotkeyBackend, taken_by_another
from desktop.settings.shortcuts_page import ShortcutsPage

PAGES = (
    *("appearance", "desktop", "shortcuts", "hotkeys", "chat", "model_server", "voice"),
    *("knowledge", "memory", "privacy", "network", "keys", "activity"),
)
"""Named here one by one, so that a page which nobody drew is noticed."""


class DrawnKeys(HotkeyBackend):
    """A window system that has some keys, and some not."""

    name = "drawn"

    def bind(self, hotkey_id: str, keys: str, *, title: str = "") -> BindResult:
        """One works, one is taken, one is not possible."""
        if hotkey_id == "selection":
            return taken_by_another()
        if hotkey_id == "screenshot":
            return BindResult("refused", "The keyboard has no such key.", "Choose another one.")
        return OK

    def unbind(self, hotkey_id: str) -> None:
        """Nothing is held."""

    def probe(self, keys: str) -> BindResult:
        """Every key can be had."""
        return OK

    def close(self) -> None:
        """Nothing is held."""


def use_drawn_keys(stage: Stage, wanted: dict[str, str]) -> None:
    """Let the program believe in `DrawnKeys`."""
    presence = stage.presence
    for name, keys in wanted.items():
        stage.at_hand.early.change(f"hotkeys.{name}", keys)
    presence.hotkeys = Hotkeys(DrawnKeys(), parent=presence)
    presence.hotkeys.apply(stage.at_hand.early.values.hotkeys)


def settings(camera: Camera, studio: Studio) -> None:
    """Each page; searches; keys that are taken."""
    with studio.stage(studio.lived_in) as stage:
        workspace = stage.workspace
        assistant = workspace._assistant
        use_drawn_keys(stage, {"selection": "Meta+Shift+S", "screenshot": "Ctrl+Alt+F20", "window": "Ctrl+Alt+H"})
        stage.do(assistant.open_door("models.example.org", 443, purpose="The language model in the workshop"))
        for host in ("telemetry.example.com", "updates.example.net"):
            assistant.doors.refuse(host, 443)
        workspace.show_settings("appearance")
        window = stage.settings
        window.resize(size_of_settings(studio))
        for page in window.pages:
            window.show_page(page)
            rest(0.6 if page == "activity" else REST_S)
            camera.shoot(f"settings-{page.replace('_', '-')}", window)
        shortcuts_in_conflict(camera, stage)
        window.search.setText("lock")
        rest(0.6)
        camera.shoot("settings-z1-search", window)
        window.search.setText("zeppelin")
        rest(0.6)
        camera.shoot("settings-z2-search-nothing", window)
        window.search.clear()
        workspace.show_setting("chat.default_model")
        rest(0.6)
        camera.shoot("settings-z3-one-setting", window)
        window.close()
        stage.do(assistant.close_door("models.example.org", 443))


WINDOW_SIZE = QSize(860, 640)


def size_of_settings(studio: Studio) -> QSize:
    """As large as the window is on a usual screen; the one that is drawn on is smaller."""
    return (WINDOW_SIZE * (studio.text_percent / 100)).boundedTo(QSize(1700, 960)).expandedTo(WINDOW_SIZE)


def shortcuts_in_conflict(camera: Camera, stage: Stage) -> None:
    """Keys that another command has."""
    window = stage.settings
    window.show_page("shortcuts")
    page = window.findChild(ShortcutsPage)
    assert page is not None
    row = page.rows["chat.new_private"]
    row.add_button.click()
    assert row.entry is not None
    row.entry.set_keys("Ctrl+N")
    row._pressed("Ctrl+N")
    until(lambda: bool(row.notice.text()))
    rest()
    camera.shoot("settings-shortcuts-conflict", window)
    row._cancel()


def no_hotkeys(camera: Camera, studio: Studio) -> None:
    """Where no hotkeys are possible at all, as off-screen."""
    with studio.stage(studio.lived_in) as stage:
        _ = stage.presence
        stage.workspace.show_settings("hotkeys")
        stage.settings.resize(size_of_settings(studio))
        rest()
        camera.shoot("settings-hotkeys-impossible", stage.settings)
        stage.settings.close()


SCENES = (
    Scene(
        settings,
        {f"settings-{page.replace('_', '-')}": f"settings/{page}" for page in PAGES}
        | {
            "settings-shortcuts-conflict": "settings/shortcuts",
            "settings-z1-search": "",
            "settings-z2-search-nothing": "",
            "settings-z3-one-setting": "settings/chat",
        },
    ),
    Scene(no_hotkeys, {"settings-hotkeys-impossible": "settings/hotkeys"}),
)
