"""No page is forgotten by `build/dev.py screenshots`: the list of its scenes names them all."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from build.pictures.scene_list import SCENES, pictures
from desktop.main_window.page_stack import CHAT
from desktop.main_window.profile_pages import ProfilePages
from desktop.settings.settings_pages import settings_pages


def test_every_page_of_a_profile_has_a_picture(qtbot: QtBot) -> None:
    owner = QObject()
    pages = ProfilePages(None, None, models=list, toasts=None, report=print, parent=owner)  # type: ignore[arg-type]
    wanted = {CHAT, *(entry.name for entry in (*pages.listed(), *pages.unlisted()))}
    assert wanted - set(pictures().values()) == set()


def test_every_page_of_the_settings_has_a_picture(qtbot: QtBot) -> None:
    wanted = {f"settings/{page.name}" for page in settings_pages()}
    assert wanted - set(pictures().values()) == set()


def test_no_picture_names_a_page_that_is_gone(qtbot: QtBot) -> None:
    owner = QObject()
    pages = ProfilePages(None, None, models=list, toasts=None, report=print, parent=owner)  # type: ignore[arg-type]
    known = {"", "quick", CHAT, *(entry.name for entry in (*pages.listed(), *pages.unlisted()))}
    known |= {f"settings/{page.name}" for page in settings_pages()}
    assert set(pictures().values()) - known == set()


def test_each_picture_has_a_name_of_its_own() -> None:
    assert len(pictures()) == sum(len(scene.pictures) for scene in SCENES)
