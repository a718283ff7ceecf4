"""Starts Qt, opens one `Assistant`, shows the first window, owns the order of the end.

Order of the start: the core's thread looks for a profile that opens by itself, while Qt loads and paints the frame.
Order of the end: undone deletions are done, streams are stopped, the vault closes, the window goes, the loop stops.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from core.errors import HearthError, VaultLocked
from core.paths import HearthPaths
from desktop.bridge import Bridge
from desktop.first_step import AskOwner, OpenProfile, first_step, open_assistant
from desktop.startup_trace import PaintWatch, StartupTrace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from core.assistant import Assistant
    from core.chat.answering import ServersFrom
    from core.events import Change
    from core.library.sources import Sources
    from core.settings.settings_store import EarlySettingsFile
    from core.vault.profiles import Profiles
    from core.vault.vault import Vault
    from desktop.chat.live_turns import LiveTurns
    from desktop.failures import Failures
    from desktop.instance_lock import InstanceLock
    from desktop.main_window.main_window import MainWindow
    from desktop.main_window.workspace import Place, Workspace
    from desktop.presence import Presence
    from desktop.single_instance import SingleInstance
    from desktop.start_request import Request
    from desktop.system_events import SystemEvents
    from desktop.theme.stylesheet import SystemTheme
    from desktop.translation import Translation
    from desktop.unlock.unlock_flow import UnlockFlow
    from desktop.window_keeper import WindowKeeper

log = logging.getLogger("hearth.app")

CLOSE_GRACE_MS = 15_000
"""A vault that does not close within this time is left to its crash safety; the window goes."""

WITHOUT_WINDOW = frozenset({"quick", "toggle", "talk", "dictate", "selection", "screenshot"})
"""What the first start can be asked for without a need of the window."""

WARM_AFTER_MS = 400
"""So long after one can type, what the first chat will need is made ready."""


def main(
    *, started_ns: int, request: Request | None = None, lock: InstanceLock | None = None, background: bool = False
) -> int:
    """Run the window until it is closed. `request` is what this start is asked to do once it can.

    `background`: wait in the tray, without a window. `lock` proves that this is the only Hearth of this user.
    """
    from core.settings.settings_store import EarlySettingsFile

    paths = HearthPaths.of_this_user()
    early = EarlySettingsFile(paths.early_settings)
    if request is not None and request.verb in WITHOUT_WINDOW:
        background = True
    app = App(paths=paths, early=early, trace=StartupTrace(started_ns), background=background)
    app.be_the_only_one(lock, request)
    app.begin()  # the core is at work from here on; Qt's widgets are loaded meanwhile
    application = make_application()
    from core.logs import start_logging

    start_logging(paths.log)
    app.show(application)
    from desktop.end_signals import EndSignals

    signals = EndSignals(app.close)
    application.commitDataRequest.connect(lambda _: app.close())  # the session ends
    try:
        return application.exec()
    finally:
        signals.stop()
        app.end()


def make_application() -> QApplication:
    """The one application object, with its names and its icon. A start that had to ask something has it already."""
    from PySide6.QtWidgets import QApplication

    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    from desktop.theme.theme_state import STYLED

    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setProperty(STYLED, True)
    application.setApplicationName("hearth")
    application.setApplicationDisplayName("Hearth")
    application.setDesktopFileName("hearth")
    application.setQuitOnLastWindowClosed(False)
    return application


class App(QObject):
    """One run of the window. `profiles` and `servers` are made by these functions when they are needed."""

    def __init__(
        self,
        *,
        paths: HearthPaths,
        early: EarlySettingsFile,
        trace: StartupTrace | None = None,
        make_profiles: Callable[[], Profiles] | None = None,
        servers: ServersFrom | None = None,
        sources: Sources | None = None,
        system_events: SystemEvents | None = None,
        background: bool = False,
    ) -> None:
        super().__init__()
        self.paths = paths
        self.early = early
        self.bridge = Bridge(self)
        self._trace = trace or StartupTrace(0)
        self._make_profiles = make_profiles or self._usual_profiles
        self._known_profiles: Profiles | None = None
        self._servers = servers
        self._sources = sources
        self._system_events = system_events
        self._first: OpenProfile | AskOwner | BaseException | None = None
        self._open: OpenProfile | None = None
        self._closing = False
        self._ended = False
        self.window: MainWindow | None = None
        self.failures: Failures | None = None
        self._theme: SystemTheme | None = None
        self._live: LiveTurns | None = None
        self._background = background
        self._lock: InstanceLock | None = None
        self._instance: SingleInstance | None = None
        self._requests: list[Request] = []
        self.presence: Presence | None = None
        self.keeper: WindowKeeper | None = None
        self.translation: Translation | None = None
        self._uninstall: Callable[[], None] = lambda: None

    # ---- the start ------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Let the core look for a profile that opens by itself. Needs no application object yet."""
        step = first_step(
            self._profiles, paths=self.paths, early=self.early, servers=self._servers, sources=self._sources
        )
        self.bridge.call(step, done=self._take_first, failed=self._take_first, owner=self)

    def show(self, application: QApplication) -> None:
        """Show the frame; its page follows as soon as the core has answered and the frame is painted."""
        from desktop.failures import Failures
        from desktop.main_window.main_window import MainWindow
        from desktop.main_window.window_geometry import WindowGeometry
        from desktop.theme.stylesheet import SystemTheme
        from desktop.translation import Translation

        self._application = application
        self.translation = Translation(application)
        self._choose_language()
        self.translation.changed.connect(lambda _: self.make_anew())
        self._theme = SystemTheme(application)
        self._apply_appearance()
        self._geometry = WindowGeometry.from_text(self.early.values.general.window)
        self.window = MainWindow(self._geometry)
        self.failures = Failures(lambda: self.window)
        self._uninstall = self.failures.install()
        self.bridge.unheard = self._report
        self.window.closing.connect(self._close_window)
        self.window.painted.connect(self._frame_painted)
        if self._background:
            QTimer.singleShot(0, self, self._show_first)
        else:
            self.window.show()

    def _frame_painted(self) -> None:
        self._trace.report("painted")
        # While the core waits for keyring and disk; the page will need it in any case but the first start.
        import desktop.main_window.workspace  # noqa: F401

        QTimer.singleShot(0, self, self._show_first)

    def _take_first(self, first: OpenProfile | AskOwner | BaseException) -> None:
        self._first = first
        self._show_first()

    def _show_first(self) -> None:
        """Both halves must be there: the painted frame and the core's answer."""
        if self.window is None or self._first is None or self.window.page is not None:
            return
        if not self.window.has_painted and not self._background:
            return
        match self._first:
            case OpenProfile():
                self._show_workspace(self._first)
            case AskOwner(profile_id, error):
                self._ask(profile_id, error)
            case error:
                self._ask("")
                self._report(error)
        QTimer.singleShot(500, self, self._after_start)

    def _after_start(self) -> None:
        """What can wait until one can type."""
        # Nothing that the start made will go away; the collector need never look at it again.
        gc.freeze()
        gc.enable()
        if self._closing or self._ended:
            return
        from PySide6.QtWidgets import QApplication

        from desktop.system_events import SystemEvents
        from desktop.theme.icons import app_icon

        self._application.setWindowIcon(app_icon())
        events = self._system_events or SystemEvents(self)
        events.owner_active.connect(lambda: self._tell_core(lambda assistant: assistant.auto_lock.touch()))
        events.about_to_sleep.connect(lambda: self._before_lock(lambda assistant: assistant.auto_lock.suspended()))
        events.woke_up.connect(lambda: self._tell_core(lambda assistant: assistant.auto_lock.suspended()))
        events.screen_locked.connect(lambda: self._before_lock(lambda assistant: assistant.auto_lock.screen_locked()))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            events.start(application)
        self._be_present()

    # ---- pages ----------------------------------------------------------------------------------------------------

    @property
    def workspace(self) -> Workspace | None:
        """The open profile's page."""
        from desktop.main_window.workspace import Workspace

        page = None if self.window is None else self.window.page
        return page if isinstance(page, Workspace) else None

    @property
    def flow(self) -> UnlockFlow | None:
        """The unlock pages, while they are shown."""
        from desktop.unlock.unlock_flow import UnlockFlow

        page = None if self.window is None else self.window.page
        return page if isinstance(page, UnlockFlow) else None

    def _ask(self, profile_id: str, error: HearthError | None = None) -> None:
        from desktop.unlock.unlock_flow import UnlockFlow

        if self.window is None:
            return
        flow = UnlockFlow(self.bridge, self._profiles())
        flow.unlocked.connect(self._unlocked)
        self.window.show_page(flow)
        self.window.setWindowTitle("Hearth")
        flow.begin(profile_id)
        if error is not None:
            flow.unlock.tell(error)
        PaintWatch(flow, lambda: self._trace.report("ready"))

    def _unlocked(self, vault: Vault) -> None:
        unchecked = self.flow is not None and self.flow.recovery_unchecked

        async def opened() -> OpenProfile:
            found = await open_assistant(
                vault, paths=self.paths, early=self.early, servers=self._servers, sources=self._sources
            )
            if unchecked:
                await found.assistant.settings.change("guide.recovery_unchecked", True)
            return found

        self.bridge.call(
            opened(),
            done=self._show_workspace,
            failed=self._not_opened,
            owner=self,
        )

    def _not_opened(self, error: BaseException) -> None:
        self._ask("")
        self._report(error)

    def _show_workspace(self, opened: OpenProfile) -> None:
        if self.window is None or self._closing:
            self.bridge.call(opened.close())
            return
        self._open = opened
        if self.presence is not None:
            self.presence.set_assistant(opened.assistant)
        opened.assistant.announcer.subscribe(self.bridge.listener(self._on_change, self))
        workspace = self._put_workspace(opened.assistant, self._turns())
        if self.keeper is not None:
            self.keeper.go_on()

        def ready() -> None:
            self._trace.report("ready")
            workspace.fill()
            QTimer.singleShot(WARM_AFTER_MS, workspace, lambda: workspace.chat.transcript)

        PaintWatch(workspace.chat.composer, ready)

    def _put_workspace(self, assistant: Assistant, live: LiveTurns, *, place: Place | None = None) -> Workspace:
        from desktop.main_window.workspace import Workspace

        assert self.window is not None
        workspace = Workspace(
            self.bridge,
            assistant,
            live=live,
            hotkeys=lambda: None if self.presence is None else self.presence.hotkeys,
            report=self._report,
            sidebar_width=self._geometry.sidebar,
            place=place,
        )
        workspace.lock_wanted.connect(self.lock)
        workspace.quit_wanted.connect(self.close)
        workspace.erase_wanted.connect(self.erase)
        if self.failures is not None:
            self.failures.show_through(
                lambda text, details: workspace.toasts.show(text, kind="error", action=(self.tr("Details"), details))
            )
        self.window.show_page(workspace)
        workspace.chat.composer.focus_editor()
        if self.presence is None:
            QTimer.singleShot(0, workspace, lambda: self._add_voice(workspace))  # the first paint comes before
        else:
            self._join_voice(workspace)
        return workspace

    def _add_voice(self, workspace: Workspace) -> None:
        """Whoever comes first: the moment after the first paint, or what stays at hand."""
        from desktop.voice.voice_commands import voice_commands

        if "voice.talk" not in workspace.commands:
            workspace.commands.add(voice_commands(lambda: None if self.presence is None else self.presence.voice))

    def _join_voice(self, workspace: Workspace) -> None:
        self._add_voice(workspace)
        if self.presence is not None:
            self.presence.voice.use_window(workspace.chat, workspace.commands)

    def _show_settings_page(self, page: str) -> None:
        if self.keeper is not None:
            self.keeper.bring_to_front()
        if self.workspace is not None:
            self.workspace.show_settings(page)

    def make_anew(self) -> None:
        """All words change: the page is made again, where the owner was, while answers go on."""
        workspace, opened, live = self.workspace, self._open, self._live
        if workspace is not None and opened is not None and live is not None:
            place = workspace.place()
            workspace.put_away()
            self._remember_geometry()
            self._put_workspace(opened.assistant, live, place=place).fill()
        elif self.flow is not None and self.flow.unfinished is None:
            self._ask(self.early.values.general.last_profile)
        if self.presence is not None:
            self.presence.retranslate()

    def _on_change(self, change: Change) -> None:
        from core.events import SettingChanged, VaultClosed

        match change:
            case SettingChanged("appearance.language"):
                # Not from within the list of languages, which goes with its window.
                QTimer.singleShot(0, self, self._choose_language)
            case SettingChanged(name) if name.startswith("appearance."):
                self._apply_appearance()
            case SettingChanged(name) if name.startswith(("desktop.", "hotkeys.")) and self.presence is not None:
                self._apply_presence(self.presence, name)
            case VaultClosed(reason) if reason != "closing":
                self._locked()

    def _choose_language(self) -> None:
        if self.translation is not None:
            self.translation.choose(self.early.values.appearance.language)

    def _apply_appearance(self) -> None:
        look = self.early.values.appearance
        if self._theme is not None:
            self._theme.choose(
                look.theme, text_scale_percent=look.text_scale_percent, reduced_motion=look.reduced_motion
            )

    # ---- locking --------------------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Lock because the owner wants it."""
        opened = self._open
        if opened is not None:
            self._finish_workspace()
            self.bridge.call(opened.assistant.lock("owner"), failed=self._report)

    def erase(self) -> None:
        """Close the profile and destroy it; the owner has typed its name."""
        opened, self._open = self._open, None
        if opened is None or opened.assistant.vault is None:
            return
        profile_id = opened.assistant.vault.profile_id
        self._finish_workspace()

        async def closed_and_erased() -> None:
            await opened.close()
            await self._profiles().erase(profile_id)

        self.bridge.call(closed_and_erased(), done=lambda _: self._ask(""), failed=self._not_opened, owner=self)

    def _locked(self) -> None:
        """The vault is closed, for whatever reason: nothing of it stays on the screen."""
        opened, self._open = self._open, None
        if opened is None or self._closing:
            return
        self._finish_workspace()
        profile_id = self.early.values.general.last_profile
        self.bridge.call(opened.close(), failed=self._report)
        self._ask(profile_id)

    def _finish_workspace(self) -> None:
        self._remember_geometry()
        if self.failures is not None:
            self.failures.show_through(None)
        workspace = self.workspace
        if workspace is not None:
            workspace.finish()
        if self.presence is not None:
            self.presence.set_assistant(None)

    def _before_lock(self, tell: Callable[[Assistant], None]) -> None:
        workspace = self.workspace
        if workspace is not None:
            workspace.deletes.all_now()
        self._tell_core(tell)

    def _tell_core(self, tell: Callable[[Assistant], None]) -> None:
        opened = self._open
        if opened is None:
            return

        async def on_the_loop() -> None:
            tell(opened.assistant)

        self.bridge.call(on_the_loop())

    # ---- at hand without a window ---------------------------------------------------------------------------------

    def be_the_only_one(self, lock: InstanceLock | None, request: Request | None) -> None:
        """Hold the lock, and keep `request` until it can be carried out. Later starts are heard after the start."""
        self._lock = lock
        if request is not None and request.verb != "show":
            self._requests.append(request)

    def _be_present(self) -> None:
        from desktop.presence import Presence
        from desktop.window_keeper import WindowKeeper

        assert self.window is not None
        presence = self.presence = Presence(
            self.bridge,
            self.early,
            live=self._turns(),
            report=self._report,
            window_shortcuts=self._window_shortcuts,
            parent=self,
        )
        self.keeper = WindowKeeper(self.window, presence, self.early, workspace=lambda: self.workspace)
        presence.lock_wanted.connect(self.lock)
        presence.quit_wanted.connect(self.close)
        presence.settings_page_wanted.connect(self._show_settings_page)
        presence.start()
        if self._open is not None:
            presence.set_assistant(self._open.assistant)
        if self.workspace is not None:
            self._join_voice(self.workspace)
        self._listen_for_later_starts(presence)
        while self._requests:
            presence.carry_out(self._requests.pop(0))
        if self._background:
            self.keeper.show_if_lost_later()
        if self.early.values.desktop.start_at_login:
            self.bridge.call(asyncio.to_thread(_mend_autostart), failed=self._report)

    def _listen_for_later_starts(self, presence: Presence) -> None:
        if self._lock is None:
            return
        from desktop.single_instance import SingleInstance

        self._instance = SingleInstance(self.paths.instance_socket, lock=self._lock, parent=self)
        self._instance.arrived.connect(presence.carry_out)
        self._instance.claim()

    def _window_shortcuts(self) -> list[str]:
        if self.workspace is None:
            return []
        commands = self.workspace.commands
        return [keys for command in commands.all() for keys in commands.shortcuts(command.command_id)]

    def _turns(self) -> LiveTurns:
        from desktop.chat.live_turns import LiveTurns

        if self._live is None:
            self._live = LiveTurns(self.bridge, self)
        return self._live

    def _close_window(self) -> None:
        """The window's own way to close: Hearth goes on where the owner wants that and has a way back."""
        if self.keeper is None or not self.keeper.hide():
            self.close()

    def _apply_presence(self, presence: Presence, name: str) -> None:
        if name == "desktop.start_at_login":
            from desktop.autostart import set_autostart

            wanted = self.early.values.desktop.start_at_login
            self.bridge.call(asyncio.to_thread(set_autostart, wanted), failed=self._report)
        else:
            presence.apply_setting(name)

    # ---- the end --------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Put everything away, then close the window and end the program."""
        if self._closing:
            return
        self._closing = True
        if self._instance is not None:
            self._instance.stop_listening()
        self._finish_workspace()
        if self.presence is not None:
            self.presence.close()
        QTimer.singleShot(CLOSE_GRACE_MS, self, self._gone)
        self.bridge.call(self._put_away(), done=lambda _: self._gone(), failed=self._gone_with_trouble)

    async def _put_away(self) -> None:
        flow_vault = self._unfinished
        if flow_vault is not None:
            await flow_vault.close()
        if self._open is not None:
            await self._open.close()

    @property
    def _unfinished(self) -> Vault | None:
        flow = self.flow
        return None if flow is None else flow.unfinished

    def _gone_with_trouble(self, error: BaseException) -> None:
        log.error("closing failed", exc_info=error)
        self._gone()

    def _gone(self) -> None:
        if self._ended:
            return
        if self.window is not None:
            self.window.let_close()
        self._application.quit()

    def end(self) -> None:
        """After Qt's loop has ended: end the core's."""
        if not self._ended:
            self._ended = True
            self.bridge.stop()
            self._uninstall()
            if self._instance is not None:
                self._instance.close()
            if self._lock is not None:
                self._lock.release()

    # ---- small steps ----------------------------------------------------------------------------------------------

    def _report(self, error: BaseException) -> None:
        # What was asked just before the vault closed comes back as VaultLocked; the unlock page says it better.
        if self.failures is not None and not isinstance(error, VaultLocked):
            self.failures.report(error)

    def _profiles(self) -> Profiles:
        if self._known_profiles is None:
            self._known_profiles = self._make_profiles()
        return self._known_profiles

    def _usual_profiles(self) -> Profiles:
        from core.vault.profiles import Profiles

        return Profiles(self.paths)

    def _remember_geometry(self) -> None:
        workspace = self.workspace
        if self.window is None or workspace is None:
            return
        width = workspace.sidebar.width() if workspace.sidebar.isVisible() else self._geometry.sidebar
        self._geometry = self.window.now_geometry(sidebar=width)
        try:
            self.early.change("general.window", self._geometry.as_text())
        except OSError as error:
            log.warning("the window's place was not kept: %s", type(error).__name__)


def _mend_autostart() -> None:
    """Hearth was moved since it was told to start at login: the entry follows."""
    from desktop.autostart import autostart_state, set_autostart

    if autostart_state() == "elsewhere":
        set_autostart(True)
