"""The card at the lower edge of the screen: what it says in each state, where it stands, and that it goes again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.inference.model_trouble import ServerSaidNo
from desktop.theme.design_tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens
from desktop.theme.stylesheet import apply_theme
from desktop.voice.overlay import VoiceOverlay
from desktop.voice.stage_words import Holding, copied_words, hint_words, stage_of
from desktop.voice.voice_notice import notice_of
from desktop.widgets.icon_button import IconButton

LONG = "How far is the walk to the old lighthouse when the tide is out and we take the path along the cliffs " * 6


@pytest.fixture
def overlay(qtbot: QtBot, qapp: QApplication) -> VoiceOverlay:
    apply_theme(qapp, LIGHT, reduced_motion=False)
    made = VoiceOverlay()
    qtbot.addWidget(made)
    return made


def laid_out(overlay: VoiceOverlay, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not overlay._fit_timer.isActive())


def button(overlay: VoiceOverlay, text: str) -> QPushButton:
    return next(one for one in overlay.findChildren(QPushButton) if text in (one.text(), one.accessibleName()))


def test_it_never_takes_the_keyboard_and_stays_above_all_windows(overlay: VoiceOverlay, qtbot: QtBot) -> None:
    overlay.begin()
    qtbot.waitExposed(overlay)
    assert not overlay.isActiveWindow()
    flags = overlay.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert overlay.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert all(one.focusPolicy() == Qt.FocusPolicy.NoFocus for one in overlay.findChildren(QPushButton))


def test_it_stands_in_the_middle_of_the_lower_edge_and_grows_upwards(overlay: VoiceOverlay, qtbot: QtBot) -> None:
    overlay.begin()
    laid_out(overlay, qtbot)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    low = overlay.geometry().bottom()
    assert abs(overlay.geometry().center().x() - screen.center().x()) <= 2
    assert screen.bottom() - 80 < low < screen.bottom()
    before = overlay.height()
    overlay.show_words(LONG)
    laid_out(overlay, qtbot)
    assert overlay.height() > before
    assert overlay.geometry().bottom() == low


def test_it_calls_itself_listening_only_when_it_is_told_so(overlay: VoiceOverlay) -> None:
    overlay.begin()
    assert overlay.state_text() == "One moment…"
    overlay.show_stage("listening", hint=hint_words("held", dictating=False, escape=True))
    assert overlay.state_text() == "Listening"
    assert overlay.accessibleName() == "Listening"
    assert overlay.hint_text() == "Release to send · Esc to cancel"
    overlay.show_stage("understanding")
    assert overlay.state_text() == "Understanding…"
    assert overlay.hint_text() == ""


def test_nothing_is_called_listening_before_sound_comes_in() -> None:
    assert stage_of("armed", "push_to_talk", microphone_open=False) == "opening"
    assert stage_of("armed", "push_to_talk", microphone_open=True) == "opening"
    assert stage_of("listening", "push_to_talk", microphone_open=False) == "opening"
    assert stage_of("listening", "push_to_talk", microphone_open=True) == "listening"
    assert stage_of("armed", "hands_free", microphone_open=True) == "ready"
    assert stage_of("armed", "waiting_for_phrase", microphone_open=True) == "waiting"
    assert stage_of("idle", "off", microphone_open=True) == "rest"


@pytest.mark.parametrize(
    ("holding", "how", "wanted"),
    [
        ("held", "asking, with Esc", "Release to send · Esc to cancel"),
        ("held", "asking", "Release to send"),
        ("latched", "asking, with Esc", "Press again to send · Esc to cancel"),
        ("latched", "dictating, with Esc", "Press again to write it · Esc to cancel"),
        ("hands_free", "asking, with Esc", ""),
    ],
)
def test_the_hint_says_what_ends_it_here(holding: Holding, how: str, wanted: str) -> None:
    assert hint_words(holding, dictating="dictating" in how, escape="Esc" in how) == wanted


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
def test_words_that_may_change_are_paler_than_those_that_stay(
    overlay: VoiceOverlay, qtbot: QtBot, qapp: QApplication, tokens: Tokens
) -> None:
    apply_theme(qapp, tokens)
    overlay.begin()

    def inks(fixed: str, tentative: str) -> set[str]:
        overlay.show_words(fixed, tentative)
        laid_out(overlay, qtbot)
        image = overlay.words.grab().toImage()
        return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}

    assert tokens.colours.text in inks("HHHH HHHH", "")
    assert tokens.colours.text_faint in inks("", "HHHH HHHH")
    assert tokens.colours.text not in inks("", "HHHH HHHH")
    assert overlay.words.accessibleDescription() == ""
    both = inks("HHHH", "HHHH")
    assert {tokens.colours.text, tokens.colours.text_faint} <= both
    assert overlay.words.accessibleDescription() == "HHHH"


@pytest.mark.parametrize(
    ("fixed", "tentative", "wanted"),
    [
        ("How far is ", "the walk", "How far is the walk"),
        ("How far is", " the walk", "How far is the walk"),
        ("明日の", "天気は", "明日の天気は"),
        ("", "明日", "明日"),
        ("明日の天気は", "", "明日の天気は"),
    ],
)
def test_words_stand_directly_after_each_other_as_each_language_writes_them(
    overlay: VoiceOverlay, fixed: str, tentative: str, wanted: str
) -> None:
    overlay.begin()
    overlay.show_words(fixed, tentative)
    assert overlay.words.text() == wanted
    assert overlay.words.fixed == fixed.strip()
    (paler,) = overlay.words._laid_out().formats() if tentative else [None]
    if paler is not None:
        assert wanted[paler.start :].strip() == tentative.strip()


def test_each_paragraph_of_an_answer_begins_a_line(overlay: VoiceOverlay, qtbot: QtBot) -> None:
    overlay.show_stage("speaking")
    overlay.show_answer("One.\n\nTwo.\nThree.")
    laid_out(overlay, qtbot)
    assert overlay.answer.lines() == 3
    overlay.show_answer("One. Two. Three.")
    assert overlay.answer.lines() == 1


def test_it_covers_nothing_that_is_in_use(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT)
    used = QRect()
    overlay = VoiceOverlay(keeps_clear=lambda: used)
    qtbot.addWidget(overlay)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    usual = QRect(0, screen.bottom() - 160, screen.width(), 140)
    tall = QRect(0, screen.top() + 40, screen.width(), screen.height() - 80)
    aside = QRect(0, screen.bottom() - 160, 40, 140)
    for used in (usual, aside, QRect(), tall):
        overlay.leave()
        overlay.begin()
        overlay.show_words(LONG)
        laid_out(overlay, qtbot)
        assert screen.contains(overlay.geometry())
        if used != tall:  # nothing can be clear of what fills the screen
            assert not overlay.geometry().intersects(used)
        if used == usual:
            assert 0 < used.top() - overlay.geometry().bottom() < 40
        else:
            assert screen.bottom() - 80 < overlay.geometry().bottom() < screen.bottom()


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_the_longest_speech_stays_on_the_screen_at_any_text_size(
    overlay: VoiceOverlay, qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    apply_theme(qapp, LIGHT, text_scale_percent=percent)
    overlay.begin()
    overlay.show_stage("speaking")
    overlay.show_words(LONG)
    overlay.show_answer(LONG * 4)
    laid_out(overlay, qtbot)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(overlay.geometry())
    for one in overlay.findChildren(QPushButton):
        if one.isVisible():
            assert overlay.rect().contains(one.geometry()), one.text()
    apply_theme(qapp, LIGHT)


def test_a_passing_sentence_goes_by_itself(overlay: VoiceOverlay, qtbot: QtBot) -> None:
    overlay.say(copied_words(), detail="Dear Anna", stays_ms=50)
    assert overlay.state_text() == "Copied – paste it with Ctrl+V"
    assert overlay.words.text() == "Dear Anna"
    with qtbot.waitSignal(overlay.gone):
        pass
    assert not overlay.isVisible()


def test_the_end_of_a_state_does_not_take_a_sentence_away(overlay: VoiceOverlay) -> None:
    overlay.say("Nothing was understood.")
    overlay.show_stage("rest")
    assert overlay.isVisible()


def test_trouble_is_a_sentence_a_step_and_a_button(overlay: VoiceOverlay, qtbot: QtBot) -> None:
    overlay.show_trouble("Hearth found no microphone.", "Connect one.", action="Voice settings")
    assert overlay.state_text() == "Hearth found no microphone."
    assert overlay.next_step() == "Connect one."
    with qtbot.waitSignal(overlay.action_wanted):
        QTest.mouseClick(button(overlay, "Voice settings"), Qt.MouseButton.LeftButton)
    overlay.begin()
    assert not button(overlay, "Voice settings").isVisible()
    assert overlay.next_step() == ""


def test_a_step_that_speaks_of_details_has_them_below(overlay: VoiceOverlay) -> None:
    notice = notice_of(ServerSaidNo("llama runner process has terminated:\n  exit status 2 " + "x" * 500))
    assert notice is not None
    overlay.show_trouble(notice.sentence, notice.next_step, detail=notice.detail)
    told = {label.text(): label.y() for label in overlay.findChildren(QLabel) if label.isVisible() and label.text()}
    (detail,) = (text for text in told if text.startswith("llama runner process has terminated: exit status 2 x"))
    assert len(detail) < 350
    assert told[detail] > told[overlay.next_step()]
    overlay.show_trouble("Hearth found no microphone.", "Connect one.")
    assert [label for label in overlay.findChildren(QLabel) if label.isVisible() and "llama" in label.text()] == []


def test_its_cross_cancels_what_goes_on_and_closes_what_is_over(overlay: VoiceOverlay, qtbot: QtBot) -> None:
    overlay.show_stage("listening")
    cross = overlay.findChild(IconButton)
    assert cross is not None
    assert cross.accessibleName() == "Cancel"
    with qtbot.waitSignal(overlay.cancel_wanted):
        cross.click()
    overlay.say("Nothing was understood.")
    assert cross.accessibleName() == "Close"
    cross.click()
    assert not overlay.isVisible()


def test_an_answer_that_is_seen_nowhere_else_stays_a_while(overlay: VoiceOverlay, qtbot: QtBot) -> None:
    overlay.begin()
    overlay.show_words("How far is it?")
    overlay.show_stage("speaking")
    overlay.show_answer("Eight kilometres.")
    assert button(overlay, "Stop").isVisible()
    overlay.show_stage("rest")
    assert overlay.isVisible()
    assert not button(overlay, "Stop").isVisible()
    with qtbot.waitSignal(overlay.open_wanted):
        button(overlay, "Open chat").click()


def test_without_an_answer_it_goes_at_once(overlay: VoiceOverlay) -> None:
    overlay.begin()
    overlay.show_stage("thinking")
    overlay.show_stage("rest")
    assert not overlay.isVisible()


def test_the_wave_moves_with_the_voice_and_not_for_those_who_want_calm(
    overlay: VoiceOverlay, qapp: QApplication
) -> None:
    overlay.begin()
    for level_db in (-60.0, -30.0, -10.0):
        overlay.level.push(level_db)
    assert overlay.level.shares()[-3:] == sorted(overlay.level.shares()[-3:])
    assert overlay.level.shares()[-1] > overlay.level.shares()[0] == 0
    apply_theme(qapp, LIGHT, reduced_motion=True)
    assert len(set(overlay.level.shares())) == 1
    apply_theme(qapp, LIGHT, reduced_motion=False)
