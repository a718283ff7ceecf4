"""What is seen beside the window: the quick chat, the tray's icons, the question about a Hearth that hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QMenu

from build.pictures.camera import Camera, Scene, a_picture, picture_of
from build.pictures.stage import NOBODY, SLOW_QUESTION, Stage, Studio, rest, until
from desktop.hung_question import HungQuestion
from desktop.theme.tray_icons import TRAY_STATES, tray_image
from desktop.tray import RecentChat, Tray

if TYPE_CHECKING:
    from desktop.quick_chat.popup import QuickChat

SELECTED = (
    "The lessee shall keep the premises in good repair, fair wear and tear excepted, and shall yield them up at the "
    "end of the term in the like condition."
)
PANELS = (("#f3f3f4", "#3a3a3c"), ("#1f2023", "#d7d7da"))
SIDES = (16, 24, 48)


def quick(stage: Stage) -> QuickChat:
    """The quick chat, shown and with its models found."""
    shown = stage.presence.quick_chat()
    shown.show_now()
    until(lambda: shown.body.picker.current())
    rest(0.5)
    return shown


def quick_ask(shown: QuickChat, text: str, words: str = "") -> None:
    """Ask, and wait for the whole answer, or as far as `words`."""
    session = shown.session
    assert session is not None
    shown.body.composer.set_text(text)
    shown.body.composer.submit()
    until(lambda: session.busy)
    rows = shown.body.transcript.list.rows
    until(lambda: any(words in row.plain_text() for row in rows.values()) if words else not session.busy)
    rest(0.5)


def quick_chat(camera: Camera, studio: Studio) -> None:
    """Empty, answering, answered, with a long answer, a text, a picture; private and locked."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        stage.change("chat.automatic_titles", False)
        shown = quick(stage)
        commands = shown.body.commands
        camera.shoot_on_desk("quick-01-empty", shown)
        quick_ask(shown, f"Plan {SLOW_QUESTION}", "Miradouro")
        camera.shoot_on_desk("quick-02-answering", shown)
        assert shown.session is not None
        shown.session.stop()
        until(lambda: shown.session is not None and not shown.session.busy)
        commands.run("quick.new")
        quick_ask(shown, "Why is the sky blue?")
        camera.shoot_on_desk("quick-03-answered", shown)
        commands.run("quick.new")
        quick_ask(shown, "Write Python code that tells me the three busiest hours in a log file.")
        quick_ask(shown, "Plan a slow Sunday in Lisbon for two.")
        camera.shoot_on_desk("quick-04-long-answer", shown)
        commands.run("quick.new")
        until(lambda: shown.session is not None and shown.session.offers is not None)
        shown.show_with(SELECTED)
        rest(0.5)
        camera.shoot_on_desk("quick-05-selected-text", shown)
        shown.body.card._remove()
        shown.show_with("", images=(a_picture(),))
        until(lambda: bool(shown.body.composer.attachments()))
        rest(0.5)
        camera.shoot_on_desk("quick-06-picture", shown)
        shown.body.composer.clear()
        commands.run("quick.private")
        rest(0.5)
        camera.shoot_on_desk("quick-07-private", shown)
        commands.run("quick.private")
        shown.show_with("  ")
        rest(0.5)
        camera.shoot_on_desk("quick-08-nothing-selected", shown)
        shown.set_assistant(None)
        rest(0.5)
        camera.shoot_on_desk("quick-09-locked", shown)
        shown.dismiss()


def quick_without_server(camera: Camera, studio: Studio) -> None:
    """Nobody answers."""
    with studio.stage(studio.lived_in, NOBODY) as stage:
        shown = stage.presence.quick_chat()
        shown.show_now()
        until(shown.body.trouble.isVisible)
        rest(0.5)
        camera.shoot_on_desk("quick-10-no-server", shown)
        shown.dismiss()


def tray(camera: Camera, studio: Studio) -> None:
    """Icons of all states on light and dark panels; the menu; the question about a first one that hangs."""
    with studio.stage(studio.lived_in):
        camera.keep("tray-01-icons", tray_sheet)
        shown = Tray(state="idle")
        shown.set_chats([RecentChat("1", "Sourdough for two loaves"), RecentChat("2", "Busiest hours in a log")])
        camera.keep("tray-02-menu", lambda: picture_of_menu(shown.menu()))
        question = HungQuestion()
        question.show()
        rest()
        camera.shoot("hung-question", question)
        question.close()
        question.deleteLater()


def picture_of_menu(menu: QMenu) -> QImage:
    """A menu as it opens."""
    menu.popup(QPoint(20, 20))
    rest()
    picture = picture_of(menu)
    menu.close()
    return picture


def tray_sheet() -> QImage:
    """One sheet: a row a state, a column a size, once on a light and once on a dark panel."""
    row, name, column = 64, 110, 72
    width = name + column * len(SIDES)
    sheet = QImage(QSize(width * len(PANELS), row * len(TRAY_STATES)), QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    painter.setFont(QFont(QApplication.font().family(), 10))
    for number, (panel, ink) in enumerate(PANELS):
        left = number * width
        painter.fillRect(left, 0, width, sheet.height(), QColor(panel))
        painter.setPen(QColor(ink))
        for line, state in enumerate(TRAY_STATES):
            painter.drawText(QRect(left + 16, line * row, name, row), Qt.AlignmentFlag.AlignVCenter, state)
            for place, side in enumerate(SIDES):
                at = QPoint(left + name + place * column + (column - side) // 2, line * row + (row - side) // 2)
                painter.drawImage(at, tray_image(state, side))
    painter.end()
    return sheet


SCENES = (
    Scene(
        quick_chat,
        {
            "quick-01-empty": "quick",
            "quick-02-answering": "quick",
            "quick-03-answered": "quick",
            "quick-04-long-answer": "quick",
            "quick-05-selected-text": "quick",
            "quick-06-picture": "quick",
            "quick-07-private": "quick",
            "quick-08-nothing-selected": "quick",
            "quick-09-locked": "quick",
        },
    ),
    Scene(quick_without_server, {"quick-10-no-server": "quick"}),
    Scene(tray, {"tray-01-icons": "", "tray-02-menu": "", "hung-question": ""}),
)
