"""The page of the voice: real settings, real engines, scripted sound devices, and once a real sound server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.settings.settings_schema import descriptions
from core.voice.echo_test import sweep_and_babble
from core.voice.sound_devices import SoundDevice
from core.voice.sound_trial import RECORD_S, two_notes
from desktop.settings.voice_controls import DevicePicker, WordsEditor
from desktop.settings.wake_phrases_editor import WakePhrasesEditor
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from models.speech.engines import RATE_HZ
from tests.peers.scripted_sound import ScriptedDevices
from tests.peers.spoken_corpus import speech
from tests.peers.virtual_sound import VirtualSound, missing_programs
from tests.peers.voice_settings_desk import VoiceSettingsDesk

LEFT = Qt.MouseButton.LeftButton
LONG_NAME = "Blue Microphones Yeti Stereo Microphone Analog Stereo, the one on the desk beside the window"


@pytest.fixture
def devices() -> ScriptedDevices:
    return ScriptedDevices()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, devices: ScriptedDevices) -> Iterator[VoiceSettingsDesk]:
    desk = VoiceSettingsDesk(tmp_path, qtbot, sound=devices)
    yield desk
    desk.end()
    assert desk.reported == []


def entries(box: QComboBox) -> list[str]:
    return [box.itemText(row) for row in range(box.count())]


def picker(desk: VoiceSettingsDesk, name: str) -> DevicePicker:
    control = desk.row(name).control
    assert isinstance(control, DevicePicker)
    return control


# ---- rows -----------------------------------------------------------------------------------------------------------


def test_every_setting_of_the_voice_stands_on_the_page_once(desk: VoiceSettingsDesk) -> None:
    wanted = {one.name for one in descriptions().values() if one.section == "voice" and not one.hidden}
    rows = desk.window.forms["voice"].rows
    assert set(rows) == wanted
    for row in rows.values():
        assert desk.page.isAncestorOf(row)
        assert row.control.accessibleName() == row.description.title


def test_the_search_shows_the_same_controls(desk: VoiceSettingsDesk) -> None:
    desk.window.search.setFocus()
    QTest.keyClicks(desk.window.search, "wake phrases\r")
    desk.wait(lambda: "voice.wake_phrases" in desk.window.found.rows)
    assert isinstance(desk.window.found.rows["voice.wake_phrases"].control, WakePhrasesEditor)


def test_nothing_of_the_voice_is_imported_before_the_page_is_opened() -> None:
    modules = "desktop.settings.voice_page, desktop.settings.settings_window, desktop.onboarding.voice_guide"
    code = f"import sys, {modules}; print([name for name in sys.modules if name.startswith(('core.voice', 'numpy'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_everything_is_put_back_with_the_page(desk: VoiceSettingsDesk) -> None:
    desk.set("wake_phrases", ("Computer",))
    desk.set("gain", False)
    desk.wait(lambda: desk.row("gain").is_changed)
    assert desk.row("gain").reset_button.isVisible()
    desk.wait(desk.window._resets["voice"].isEnabled)
    desk.window._resets["voice"].click()
    desk.wait(lambda: desk.value("gain") is True and desk.value("wake_phrases") == ("Hey Hearth",))


# ---- devices --------------------------------------------------------------------------------------------------------


def test_devices_have_their_real_names_and_the_usual_one_stands_first(desk: VoiceSettingsDesk) -> None:
    assert entries(picker(desk, "microphone")) == ["Usual one (Microphone)", "Microphone"]
    assert entries(picker(desk, "speaker")) == ["Usual one (Loudspeaker)", "Loudspeaker"]


def test_a_chosen_device_that_is_pulled_out_stays_listed(desk: VoiceSettingsDesk, devices: ScriptedDevices) -> None:
    devices.plug_in(SoundDevice("yeti", LONG_NAME, "microphone"))
    desk.page._room.look_at_sound()
    box = picker(desk, "microphone")
    desk.wait(lambda: LONG_NAME in entries(box))
    box.activated.emit(box.findData("yeti"))
    desk.wait(lambda: desk.value("microphone") == "yeti")
    desk.wait(lambda: box.currentText() == LONG_NAME)
    assert box.width() <= desk.page.width()
    assert box.toolTip() == LONG_NAME
    devices.pull_out("yeti")
    desk.page._room.look_at_sound()
    desk.wait(lambda: box.currentText() == f"{LONG_NAME} (not connected)")
    assert desk.value("microphone") == "yeti"


def test_the_microphone_is_open_only_during_the_test(desk: VoiceSettingsDesk, devices: ScriptedDevices) -> None:
    test = desk.page.microphone_test
    assert not desk.microphone_open
    QTest.mouseClick(test.button, LEFT)
    desk.wait(lambda: desk.microphone_open)
    assert "open" in test.mark.words
    desk.say(devices, two_notes())
    desk.wait(lambda: test.meter.lights() > 0)
    QTest.mouseClick(test.button, LEFT)
    desk.wait(lambda: not desk.microphone_open)
    assert "open" not in test.mark.words
    assert test.meter.lights() == 0


@pytest.mark.parametrize("how", ["another page", "closed"])
def test_leaving_the_page_closes_the_microphone(desk: VoiceSettingsDesk, how: str) -> None:
    desk.page.microphone_test.button.click()
    desk.wait(lambda: desk.microphone_open)
    if how == "closed":
        desk.window.close()
    else:
        desk.window.show_page("appearance")
    desk.wait(lambda: not desk.microphone_open)
    assert not desk.page.microphone_test.is_running


def test_another_microphone_is_tested_at_once(desk: VoiceSettingsDesk, devices: ScriptedDevices) -> None:
    devices.plug_in(SoundDevice("yeti", LONG_NAME, "microphone", rate_hz=RATE_HZ))
    desk.page.microphone_test.button.click()
    desk.wait(lambda: desk.microphone_open and devices.microphone.device.name == "mic")
    desk.set("microphone", "yeti")
    desk.wait(lambda: devices.microphone.device.name == "yeti" and desk.microphone_open)
    assert desk.page.microphone_test.is_running


def test_a_lock_during_a_test_closes_everything(desk: VoiceSettingsDesk, devices: ScriptedDevices) -> None:
    desk.page.microphone_test.button.click()
    desk.wait(lambda: desk.microphone_open)
    desk.page.loudspeaker_test.tone.click()
    desk.wait(lambda: devices.loudspeakers)
    voice = desk.assistant.voice
    desk.wait_for(desk.assistant.lock())
    assert not voice.microphone_open
    assert devices.microphone.is_closed
    assert devices.loudspeaker.is_closed
    desk.wait(lambda: not desk.page.microphone_test.is_running)


def test_a_tone_and_a_sentence_are_played(desk: VoiceSettingsDesk, devices: ScriptedDevices) -> None:
    test = desk.page.loudspeaker_test
    test.tone.click()
    desk.wait(lambda: devices.loudspeakers and len(devices.loudspeaker.played) > RATE_HZ // 2, devices=devices)
    desk.wait(lambda: test._call is None, devices=devices)
    test.sentence.click()
    desk.wait(lambda: float(abs(devices.loudspeaker.played[-RATE_HZ // 2 :]).max()) > 0.02, devices=devices)
    assert not test.trouble.words


def test_without_devices_each_card_says_what_is_missing(tmp_path: Path, qtbot: QtBot, devices: ScriptedDevices) -> None:
    devices.devices.clear()
    desk = VoiceSettingsDesk(tmp_path, qtbot, sound=devices, whisper=False, piper=False)
    page = desk.page
    assert entries(picker(desk, "microphone")) == ["None found"]
    assert "no microphone" in page.microphone_test.trouble.words
    assert "no loudspeaker" in page.loudspeaker_test.trouble.words
    assert not page.microphone_test.button.isEnabled()
    page.compare.record.click()
    desk.wait(lambda: "no microphone" in page.compare.trouble.words)
    page.echo.button.click()
    desk.wait(lambda: "no microphone" in page.echo.trouble.words)
    assert not page.echo.button.is_busy()
    assert "speech recognition" in page.recognition.trouble.words
    page.recognition.trouble.button.click()
    page.voices.trouble.button.click()
    assert desk.purposes == ["speech", "voice"]
    devices.plug_in(SoundDevice("mic", "Microphone", "microphone", is_usual=True, rate_hz=RATE_HZ))
    page.microphone_test.trouble.button.click()
    desk.wait(lambda: page.microphone_test.button.isEnabled() and not page.microphone_test.trouble.words)
    assert devices.refreshed
    desk.end()
    assert desk.reported == []


# ---- clear sound ----------------------------------------------------------------------------------------------------


def record(desk: VoiceSettingsDesk, devices: ScriptedDevices) -> None:
    compare = desk.page.compare
    compare.record.click()
    desk.wait(lambda: desk.microphone_open)
    said = speech("Please tell me what the weather will be like.", lead_s=1.0, tail_s=RECORD_S, noise_db=-42.0)
    desk.say(devices, said)
    desk.wait(lambda: not compare.is_recording)
    desk.wait(lambda: compare.clean.isEnabled())


def test_a_recording_is_compared_with_the_switches_and_forgotten(
    desk: VoiceSettingsDesk, devices: ScriptedDevices
) -> None:
    compare = desk.page.compare
    assert not compare.raw.isEnabled()
    record(desk, devices)
    assert not desk.microphone_open
    assert compare.figures.isVisible()
    before = compare.figures.text_of(2, 2)
    assert before != compare.figures.text_of(2, 1)
    for stage in ("high_pass", "noise_suppression", "gain"):
        desk.row(stage).control.click()  # type: ignore[attr-defined]
    desk.wait(lambda: compare.figures.text_of(2, 2) == compare.figures.text_of(2, 1) != before)
    compare.clean.click()
    desk.wait(lambda: devices.loudspeakers and len(devices.loudspeaker.played) > RATE_HZ, devices=devices)
    desk.window.show_page("appearance")
    desk.wait(lambda: desk.assistant.voice.trial.recorded_s == 0)
    desk.wait(lambda: not desk.assistant.voice.trial._playback.is_playing)
    desk.window.show_page("voice")
    assert not compare.raw.isEnabled()
    assert not compare.figures.isVisible()


def test_a_recording_is_called_off(desk: VoiceSettingsDesk) -> None:
    desk.page.compare.record.click()
    desk.wait(lambda: desk.microphone_open)
    QTest.keyClick(desk.page.compare.record, Qt.Key.Key_Escape)
    desk.wait(lambda: not desk.microphone_open)
    assert not desk.page.compare.raw.isEnabled()


def test_the_echo_test_says_what_this_computer_can_do(desk: VoiceSettingsDesk, devices: ScriptedDevices) -> None:
    import numpy as np

    echo = desk.page.echo
    assert echo.verdict.text() == "Not tested yet."
    echo.button.click()
    desk.wait(lambda: desk.microphone_open)
    desk.say(devices, np.full(len(sweep_and_babble()) + 2 * RATE_HZ, 1e-4, dtype=np.float32))
    desk.wait(lambda: desk.value("echo_verdict") == "clear", devices=devices)
    desk.wait(lambda: "does not hear the loudspeaker" in echo.verdict.text())
    assert not desk.microphone_open


def test_the_echo_test_keeps_the_keyboard_and_is_called_off_by_it(desk: VoiceSettingsDesk) -> None:
    button = desk.page.echo.button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    desk.wait(lambda: desk.microphone_open)
    assert button.is_busy()
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    desk.wait(lambda: not desk.microphone_open and not button.is_busy())
    assert button.hasFocus()
    assert desk.window.isVisible(), "Esc meant the test, not the window"
    assert desk.value("echo_verdict") == ""


def test_nobody_hears_an_echo_test_whose_page_was_left(desk: VoiceSettingsDesk, devices: ScriptedDevices) -> None:
    desk.page.echo.button.click()
    desk.wait(lambda: desk.microphone_open)
    desk.window.show_page("chat")
    desk.wait(lambda: not desk.microphone_open and not desk.page.echo.button.is_busy())
    assert not desk.page.echo.trouble.words


def test_an_echo_that_can_be_removed_offers_the_switch(desk: VoiceSettingsDesk) -> None:
    desk.set("echo_verdict", "cancelled")
    desk.wait(desk.page.echo.switch_on.isVisible)
    desk.page.echo.switch_on.click()
    desk.wait(lambda: desk.value("echo_cancellation") is True)
    desk.wait(lambda: not desk.page.echo.switch_on.isVisible())
    desk.set("echo_verdict", "echo")
    desk.wait(lambda: "headphones" in desk.page.echo.meaning.text())


# ---- engines --------------------------------------------------------------------------------------------------------


def test_models_are_measured_on_this_computer(desk: VoiceSettingsDesk) -> None:
    card = desk.page.recognition
    assert "not measured yet" in card.lines["commands"]
    card.measure.click()
    desk.wait(lambda: "for a 3-second sentence on the processor" in card.lines.get("commands", ""))
    desk.wait(lambda: not card.measure.is_busy())
    box = desk.row("speech_model").control
    assert isinstance(box, QComboBox)
    assert entries(box)[0] == "Automatic (commands)"
    assert "s for 3 s" in entries(box)[1]


def test_a_model_that_was_removed_stays_listed(desk: VoiceSettingsDesk) -> None:
    desk.set("speech_model", "whisper:small")
    box = desk.row("speech_model").control
    assert isinstance(box, QComboBox)
    desk.wait(lambda: box.currentText() == "small (not installed)")


def test_a_language_is_chosen_by_its_name(desk: VoiceSettingsDesk) -> None:
    box = desk.row("spoken_language").control
    assert isinstance(box, QComboBox)
    assert entries(box)[:3] == ["Found out each time", "English", "German"]
    box.activated.emit(box.findText("German"))
    desk.wait(lambda: desk.value("spoken_language") == "de")
    desk.wait(lambda: "de" in desk.page.voices.lines)


def test_words_are_kept_one_a_line(desk: VoiceSettingsDesk) -> None:
    editor = desk.row("vocabulary").control
    assert isinstance(editor, WordsEditor)
    editor.setFocus()
    for word in ("Kubernetes", "", " Siobhan ", "Kubernetes"):
        QTest.keyClicks(editor, word)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.page.recognition.more.setFocus()
    desk.wait(lambda: desk.value("vocabulary") == ("Kubernetes", "Siobhan"))


# ---- speaking -------------------------------------------------------------------------------------------------------


def test_a_voice_is_chosen_for_a_language_and_listened_to(desk: VoiceSettingsDesk, devices: ScriptedDevices) -> None:
    line = desk.page.voices.lines["en"]
    assert line.box.findData("piper:en-unit") > 0
    line.box.activated.emit(line.box.findData("piper:en-unit"))
    desk.wait(lambda: [entry.voice for entry in desk.value("voices")] == ["piper:en-unit"])
    line.listen.click()
    desk.wait(lambda: devices.loudspeakers and len(devices.loudspeaker.played) > RATE_HZ, devices=devices)
    line.box.activated.emit(0)
    desk.wait(lambda: desk.value("voices") == ())


# ---- hands-free -----------------------------------------------------------------------------------------------------


def phrases(desk: VoiceSettingsDesk) -> WakePhrasesEditor:
    editor = desk.row("wake_phrases").control
    assert isinstance(editor, WakePhrasesEditor)
    return editor


@pytest.mark.parametrize(
    ("phrase", "words"),
    [("Computer, listen", "Good"), ("Hey", "short|common"), ("Stop", "command"), ("!", "nothing")],
)
def test_each_wake_phrase_is_rated(desk: VoiceSettingsDesk, phrase: str, words: str) -> None:
    editor = phrases(desk)
    editor.line.setText(phrase)
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    desk.wait(lambda: phrase in desk.value("wake_phrases"))
    desk.wait(lambda: phrase in editor._marks)
    desk.wait(lambda: any(word in editor.words_of(phrase) for word in words.split("|")))
    assert editor.line.text() == ""


def test_a_wake_phrase_is_there_once_and_can_be_removed(desk: VoiceSettingsDesk) -> None:
    editor = phrases(desk)
    editor.line.setText("hey hearth ")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert desk.value("wake_phrases") == ("Hey Hearth",)
    remove = next(one for one in editor.findChildren(QPushButton) if "Remove" in one.accessibleName())
    remove.click()
    desk.wait(lambda: desk.value("wake_phrases") == ())


def test_a_wake_phrase_says_that_the_microphone_stays_open(desk: VoiceSettingsDesk) -> None:
    assert not desk.page.wake_note.isVisible()
    desk.set("wake", True)
    desk.wait(desk.page.wake_note.isVisible)
    assert "stays open" in desk.page.wake_note.words.text()


def test_commands_are_listed_in_the_owners_language(desk: VoiceSettingsDesk) -> None:
    desk.set("spoken_language", "de")
    desk.page.commands.fold.head.click()
    desk.wait(lambda: "lauter" in desk.page.commands.said.get("louder", ()))


def test_commands_stand_in_the_quotation_marks_of_the_windows_language(desk: VoiceSettingsDesk) -> None:
    class Japanese(QTranslator):
        def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
            return "「{0}」" if (context, text) == ("CommandsFold", "“{0}”") else ""

        def isEmpty(self) -> bool:
            return False

    translator = Japanese()
    application = QApplication.instance()
    assert application is not None
    application.installTranslator(translator)
    desk.set("spoken_language", "ja")
    desk.page.commands.fold.head.click()
    desk.wait(lambda: any("「止めて」" in label.text() for label in desk.page.commands.findChildren(QLabel)))
    application.removeTranslator(translator)
    assert not any("“" in label.text() for label in desk.page.commands.findChildren(QLabel))


# ---- room, keyboard, a real server -----------------------------------------------------------------------------------


@pytest.mark.parametrize("percent", [80, 150])
def test_nothing_is_wider_than_the_page(
    tmp_path: Path, qtbot: QtBot, devices: ScriptedDevices, percent: int, request: pytest.FixtureRequest
) -> None:
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    request.addfinalizer(lambda: apply_theme(application, LIGHT, text_scale_percent=100))
    apply_theme(application, LIGHT, text_scale_percent=percent)
    devices.plug_in(SoundDevice("yeti", LONG_NAME, "microphone"))
    desk = VoiceSettingsDesk(tmp_path, qtbot, sound=devices)
    desk.set("echo_verdict", "cancelled")
    desk.window.resize(desk.window.minimumSize())
    qtbot.wait(50)
    area = desk.window.page("voice")
    width = area.viewport().width()
    inner = area.widget()
    assert inner.width() <= width
    for widget in desk.page.findChildren(QPushButton):
        if widget.isVisible():
            assert widget.mapTo(inner, QPoint(widget.width(), 0)).x() <= width, widget.text()
    desk.end()


@pytest.mark.skipif(bool(missing_programs()), reason="needs PulseAudio")
def test_a_real_microphone_is_listed_tested_and_missed(tmp_path: Path, qtbot: QtBot) -> None:
    with VirtualSound() as sound:
        sound.add_microphone("headset", title="Headset of the office")
        desk = VoiceSettingsDesk(tmp_path, qtbot, piper=False, whisper=False)
        box = picker(desk, "microphone")
        assert "Usual one (Desk microphone)" in entries(box)
        box.activated.emit(box.findText("Headset of the office"))
        desk.wait(lambda: desk.value("microphone") == "headset")
        desk.page.microphone_test.button.click()
        spoken = sound.speak(two_notes().repeat(6), microphone="headset")
        desk.wait(lambda: desk.page.microphone_test.meter.lights() > 5)
        spoken.stop()
        sound.remove_microphone("headset")
        desk.wait(lambda: box.currentText() == "Headset of the office (not connected)")
        desk.window.close()
        desk.wait(lambda: not desk.microphone_open)
        desk.end()
        assert desk.reported == []
