"""The quick chat and the tray in a process of their own, on a real desktop: what tests drive with keys and a mouse.

Tells what happens on its standard output, one JSON object a line, and does what it reads from its standard input:
`toggle`, `show`, `selection`, `text …`, `state …`, `lock`, `shoot`, `bind KEYS`, `grab PATH`, `report`, `quit`.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core.assistant import Assistant
from core.settings.settings_store import EarlySettingsFile
from desktop.app import make_application
from desktop.bridge import Bridge
from desktop.hotkeys.x11 import X11Backend
from desktop.quick_chat.popup import QuickChat
from desktop.screenshot import Screenshot
from desktop.theme.design_tokens import tokens_for
from desktop.theme.stylesheet import apply_theme
from desktop.tray import Tray
from tests.peers.profile_at_hand import ProfileAtHand


def tell(event: str, **values: Any) -> None:
    """One line for the test."""
    print(json.dumps({"event": event, "at_s": time.monotonic(), **values}), flush=True)


class PaintTeller(QObject):
    """Tells of the first painting after each showing."""

    def __init__(self, window: QuickChat) -> None:
        super().__init__(window)
        self._window = window
        self._waiting = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See each event, keep none."""
        if event.type() == QEvent.Type.Show:
            self._waiting = True
        elif event.type() == QEvent.Type.Paint and self._waiting:
            self._waiting = False
            tell("painted")
        elif event.type() == QEvent.Type.WindowActivate:
            tell("active")
        return False


class QuickProgram(QObject):
    """One run of it."""

    def __init__(self, application: QApplication, home: Path, address: str) -> None:
        super().__init__()
        self._application = application
        self._profile = ProfileAtHand(home, address)
        self._stack = AsyncExitStack()
        self._assistant: Assistant | None = None
        self.bridge = Bridge(self)
        self.early = EarlySettingsFile(self._profile.paths.early_settings)
        apply_theme(application, tokens_for(os.environ.get("HEARTH_TEST_THEME", "light"), system_dark=False))
        self.tray = Tray(self)
        self.chat = QuickChat(self.bridge, place=self.early.values.desktop.quick_chat_place)
        self.teller = PaintTeller(self.chat)
        self.chat.place_changed.connect(lambda place: self.early.change("desktop.quick_chat_place", place))
        self.chat.place_changed.connect(lambda place: tell("place", place=place))
        self.chat.continue_wanted.connect(lambda chat: tell("continue", chat=chat))
        self.chat.unlock_wanted.connect(self.unlock)
        self.chat.dismissed.connect(lambda: tell("dismissed"))
        self.tray.quick_wanted.connect(lambda: tell("tray quick"))
        self.tray.quick_wanted.connect(self.chat.toggle)
        self.tray.window_wanted.connect(lambda: tell("tray window"))
        self.tray.quit_wanted.connect(lambda: tell("tray quit"))
        self.tray.available_changed.connect(lambda there: tell("tray", available=there))
        self.screenshot = Screenshot(self)
        self.screenshot.taken.connect(lambda image: self.chat.show_with("", images=[image]))
        self.screenshot.taken.connect(lambda image: tell("shot", size=[image.width(), image.height()]))
        self._hotkeys = X11Backend(parent=self)
        self._hotkeys.pressed.connect(lambda _: self.chat.toggle())
        self._lines = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._lines.activated.connect(self._read)
        self._rest = b""

    def start(self) -> None:
        """Open the profile, show the tray."""
        self.tray.show()
        self.unlock()

    def unlock(self) -> None:
        """Open the profile."""

        async def opened() -> Assistant:
            assistant = await self._stack.enter_async_context(self._profile.assistant())
            await assistant.settings.change("chat.automatic_titles", value=False)
            return assistant

        def there(assistant: Assistant) -> None:
            self._assistant = assistant
            self.chat.set_assistant(assistant)
            self.tray.set_state("idle")
            self.chat.warm()
            tell("ready", tray=self.tray.available)

        self.bridge.call(opened(), done=there, owner=self)

    def _read(self) -> None:
        data = os.read(sys.stdin.fileno(), 65536)
        if not data:
            self.do("quit", "")
            return
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            word, _, rest = line.decode().partition(" ")
            self.do(word, rest)

    def do(self, word: str, rest: str) -> None:
        """Carry out one line."""
        match word:
            case "toggle":
                self.chat.toggle()
            case "show":
                self.chat.show_now()
            case "selection":
                self.chat.show_selection()
            case "text":
                self.chat.show_with(json.loads(rest))
            case "state":
                self.tray.set_state(rest)  # type: ignore[arg-type]
            case "lock":
                self._assistant = None
                self.chat.set_assistant(None)
                self.tray.set_state("locked")
                self.bridge.call(self._stack.aclose(), done=lambda _: tell("locked"), owner=self)
            case "shoot":
                self.chat.dismiss()
                self.screenshot.take()
            case "bind":
                tell("bound", state=self._hotkeys.bind("quick_chat", rest).state)
            case "grab":
                self.chat.grab().save(rest)
                tell("grabbed")
            case "copy":
                QGuiApplication.clipboard().setText(rest)
            case "report":
                self.report()
            case "quit":
                self.chat.set_assistant(None)
                self._hotkeys.close()
                self.bridge.call(self._stack.aclose(), done=lambda _: self._application.quit())

    def report(self) -> None:
        """Tell how everything is."""
        chat, session = self.chat, self.chat.session
        focused = QApplication.focusWidget()
        tell(
            "report",
            visible=chat.isVisible(),
            active=chat.isActiveWindow(),
            focus=type(focused).__name__ if focused else "",
            place=[chat.x(), chat.y(), chat.width(), chat.height()],
            draft=chat.body.composer.text(),
            card=chat.body.card.text,
            hint=chat.body.hint.text() if chat.body.hint.isVisible() else "",
            attached=[kept.name for kept in chat.body.composer.attachments()],
            trouble=chat.body.trouble.accessibleName() if chat.body.trouble.isVisible() else "",
            locked=chat.body.locked.isVisible(),
            texts=[message.text for message in session.path] if session else [],
            states=[message.state for message in session.path] if session else [],
            answer=session.answer_text() if session else "",
            chat=session.conversation_id if session else "",
            private=session.private if session else False,
            tray=self.tray.available,
            clipboard=QGuiApplication.clipboard().text(),
        )


def main() -> int:
    """`quick_program.py HOME ADDRESS`."""
    application = make_application()
    program = QuickProgram(application, Path(sys.argv[1]), sys.argv[2])
    program.start()
    code = application.exec()
    program.bridge.stop()
    return code


if __name__ == "__main__":
    sys.exit(main())
