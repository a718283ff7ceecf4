"""The pages of the settings, declared: what they are called, which sections they show, and what else stands on them.

A page is made when it is first shown. A section that no page names gets one of its own at the end, so that the settings
of a new room appear by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from core.settings.settings_schema import descriptions

if TYPE_CHECKING:
    from core.assistant import Assistant
    from desktop.bridge import Bridge
    from desktop.commands import Commands
    from desktop.settings.hotkeys_page import HotkeyRoom
    from desktop.settings.settings_form import ControlMaker, SettingRow
    from desktop.widgets.toast import Toasts

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PageRoom:
    """With what a page is made. `commands` are those of the main window; None, as `hotkeys`, where there are none."""

    bridge: Bridge
    assistant: Assistant
    toasts: Toasts
    report: Callable[[BaseException], None]
    commands: Commands | None
    erase_wanted: Callable[[], object]
    lock_wanted: Callable[[], object]
    hotkeys: HotkeyRoom | None = None
    models_wanted: Callable[[str], object] = lambda purpose: None
    guide_wanted: Callable[[], object] = lambda: None


class PageForm(Protocol):
    """How a page shows its settings where one row below the other is not enough."""

    @property
    def controls(self) -> Mapping[str, ControlMaker]:
        """Controls of its own for some settings, by name; the search shows the same ones."""

    def arrange(self, rows: Mapping[str, SettingRow]) -> QWidget:
        """The page, with all of these rows on it."""


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """One page: forms of its `sections`, then what `make` makes. `words` find what stands in no form.

    `form` arranges the settings otherwise. `when` says whether there is such a page with this profile.
    """

    name: str
    title: str
    icon: str
    sections: tuple[str, ...] = ()
    words: str = ""
    make: Callable[[PageRoom], QWidget] | None = None
    form: Callable[[PageRoom], PageForm] | None = None
    when: Callable[[PageRoom], bool] = lambda room: True


def settings_pages() -> tuple[SettingsPage, ...]:
    """Every page, in its order."""
    declared = _declared()
    shown = {section for page in declared for section in page.sections}
    rest = dict.fromkeys(one.section for one in descriptions().values() if not one.hidden and one.section not in shown)
    return (*declared, *(_page_of_a_new_section(section) for section in rest))


def page_of_section(section: str) -> SettingsPage:
    """The page that shows the settings of `section`. KeyError for a section that shows none."""
    found = {one: page for page in settings_pages() for one in page.sections}
    return found[section]


def _page_of_a_new_section(section: str) -> SettingsPage:
    title = translate("Settings", section.replace("_", " ").capitalize())
    return SettingsPage(section, title, "settings", sections=(section,))


def _declared() -> tuple[SettingsPage, ...]:
    return (
        SettingsPage("appearance", translate("Settings", "Appearance"), "sun", sections=("appearance", "general")),
        SettingsPage("desktop", translate("Settings", "Desktop"), "display", sections=("desktop",)),
        SettingsPage(
            "shortcuts",
            translate("Settings", "Shortcuts"),
            "keyboard",
            words=translate("Settings", "keys keyboard shortcut key combination hotkey"),
            make=_shortcuts,
            when=lambda room: room.commands is not None,
        ),
        SettingsPage(
            "hotkeys",
            translate("Settings", "Hotkeys"),
            "external",
            words=translate("Settings", "global keys quick chat selection screenshot talk other programs"),
            make=_hotkeys,
            when=lambda room: room.hotkeys is not None,
        ),
        SettingsPage("chat", translate("Settings", "Chat"), "chat", sections=("chat",)),
        SettingsPage(
            "voice",
            translate("Settings", "Voice"),
            "microphone",
            sections=("voice",),
            words=translate("Settings", "talk speak listen speech sound test echo headphones speaker level record"),
            form=_voice,
        ),
        SettingsPage(
            "knowledge",
            translate("Settings", "Documents"),
            "file-text",
            sections=("knowledge",),
            words=translate("Settings", "files knowledge search index embedding vectors sources"),
            form=_documents,
        ),
        SettingsPage("memory", translate("ProfilePages", "Memory"), "thinking", sections=("memory",)),
        SettingsPage("model_server", translate("Settings", "Model servers"), "model", sections=("model_server",)),
        SettingsPage(
            "privacy",
            translate("Settings", "Privacy"),
            "shield",
            sections=("privacy",),
            words=translate("Settings", "backup export erase delete profile"),
            make=_privacy,
        ),
        SettingsPage(
            "network",
            translate("Settings", "Network"),
            "globe",
            words=translate("Settings", "doors connections internet refused host offline"),
            make=_network,
        ),
        SettingsPage(
            "keys",
            translate("Settings", "Keys"),
            "key",
            words=translate("Settings", "passphrase password recovery key keyring unlock vault"),
            make=_keys,
            when=_has_vault,
        ),
        SettingsPage(
            "activity",
            translate("Settings", "Activity"),
            "clock",
            words=translate("Settings", "audit record history log"),
            make=_activity,
            when=_has_vault,
        ),
    )


def _has_vault(room: PageRoom) -> bool:
    return room.assistant.vault is not None


def _shortcuts(room: PageRoom) -> QWidget:
    from desktop.settings.shortcuts_page import ShortcutsPage

    assert room.commands is not None
    return ShortcutsPage(room.bridge, room.assistant.settings, commands=room.commands, report=room.report)


def _hotkeys(room: PageRoom) -> QWidget:
    from desktop.settings.hotkeys_page import HotkeysPage

    assert room.hotkeys is not None
    return HotkeysPage(room.bridge, room.assistant.settings, hotkeys=room.hotkeys, report=room.report)


def _voice(room: PageRoom) -> PageForm:
    from desktop.settings.voice_page import VoiceForm

    return VoiceForm(
        room.bridge,
        room.assistant,
        report=room.report,
        models_wanted=room.models_wanted,
        guide_wanted=room.guide_wanted,
    )


def _documents(room: PageRoom) -> PageForm:
    from desktop.settings.documents_form import DocumentsForm

    return DocumentsForm(room.bridge, room.assistant, report=room.report)


def _privacy(room: PageRoom) -> QWidget:
    if room.assistant.vault is None:
        return QWidget()
    from desktop.settings.privacy_page import PrivacyPage

    page = PrivacyPage(room.bridge, room.assistant, toasts=room.toasts, report=room.report)
    page.erase_wanted.connect(room.erase_wanted)
    return page


def _network(room: PageRoom) -> QWidget:
    from desktop.settings.network_page import NetworkPage

    return NetworkPage(room.bridge, room.assistant, report=room.report)


def _keys(room: PageRoom) -> QWidget:
    from desktop.settings.keys_page import KeysPage

    assert room.assistant.vault is not None
    page = KeysPage(room.bridge, room.assistant.vault, toasts=room.toasts, report=room.report)
    page.lock_wanted.connect(room.lock_wanted)
    return page


def _activity(room: PageRoom) -> QWidget:
    from desktop.settings.activity_page import ActivityPage

    return ActivityPage(room.bridge, room.assistant.audit, report=room.report)
