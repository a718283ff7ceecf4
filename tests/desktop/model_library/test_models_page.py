"""The page of models, by mouse and keyboard, over a real vault and servers that speak as the real ones do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.library.model_parameters import ModelParameters
from desktop.model_library.add_model import AddModelDialog
from desktop.model_library.modelfile_editor import ModelfileDialog
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from tests.peers.models_desk import EAR, ModelsDesk, many_models
from tests.peers.ollama_server import OllamaPeer, PeerModel, PullPlan
from tests.peers.release_server import ReleaseServer


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[ModelsDesk]:
    apply_theme(qapp, LIGHT, text_scale_percent=100, reduced_motion=True)
    with OllamaPeer() as peer, ReleaseServer() as host:
        desk = ModelsDesk(tmp_path, qtbot, peer, host)
        yield desk
        desk.end()
        assert desk.reported == []


# ---- looking --------------------------------------------------------------------------------------------------------


def test_what_is_there_comes_first_then_what_could_be(desk: ModelsDesk) -> None:
    assert desk.page.list.headings() == ["Installed", "Available"]
    assert "llama3.2:3b" in desk.names(installed=True)
    assert desk.names(installed=False) == ["Tiny 1B", "Huge 900B"]
    assert [item.fit for item in desk.page.list.items()[-2:]] == ["recommended", "memory"]
    assert "cores" in desk.page.hardware.words
    assert "Models take" in desk.page.hardware.words


def test_each_purpose_has_its_shelf(desk: ModelsDesk) -> None:
    desk.show_purpose("speech")
    assert desk.names(installed=False) == ["Ear"]
    assert not desk.page.ollama.isVisible()
    desk.show_purpose("voice")
    assert desk.names(installed=False) == ["Stimme", "Koe"]
    desk.show_purpose("embedding")
    assert "nomic-embed-text:latest" in desk.names(installed=True)
    desk.show_purpose("language")
    assert desk.page.ollama.isVisible()


def test_words_and_a_language_narrow_the_shelf(desk: ModelsDesk) -> None:
    desk.show_purpose("voice")
    page = desk.page
    languages = [page.language.itemText(at) for at in range(page.language.count())]
    assert languages == ["Any language", "German", "Japanese"]
    page.language.setCurrentIndex(2)
    assert desk.names(installed=False) == ["Koe"]
    page.language.setCurrentIndex(0)
    desk.qtbot.keyClicks(page.search, "stimme")
    desk.wait(lambda: desk.names(installed=False) == ["Stimme"])
    desk.qtbot.keyClicks(page.search, " nobody")
    desk.wait(lambda: page.nothing.isVisible())
    desk.qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(page.list.items()) == 2


def test_models_that_know_many_languages_come_after_those_made_for_one(desk: ModelsDesk) -> None:
    desk.page.language.setCurrentIndex(desk.page.language.findData("ja"))
    assert desk.names(installed=False) == ["Huge 900B", "Tiny 1B"]


def test_a_model_of_the_cloud_is_marked_and_has_no_size(desk: ModelsDesk) -> None:
    (cloud,) = [item for item in desk.page.list.items() if item.installed is not None and item.installed.remote]
    assert cloud.size_bytes == 0
    desk.open(cloud.name)
    detail = desk.page.detail
    assert detail.facts.value("size") == ""
    assert not detail.load.isVisible()
    assert "Cloud" in detail._badges.text()


def test_details_tell_what_ollama_knows(desk: ModelsDesk) -> None:
    desk.open("llama3.2:3b")
    detail = desk.page.detail
    desk.wait(lambda: detail.facts.value("quantisation") == "Q4_K_M")
    assert "131072 tokens" in detail.facts.value("context")
    assert detail.facts.value("digest")
    desk.click(detail.folds["licence"].head)
    assert "LLAMA 3.2" in detail.licence.text()
    desk.click(detail.folds["modelfile"].head)
    desk.wait(lambda: "FROM llama3.2:3b" in detail.modelfile.text())
    desk.click(detail.modelfile.copy)
    assert QApplication.clipboard().text() == detail.modelfile.text()


def test_a_link_is_only_told_of_never_opened(desk: ModelsDesk) -> None:
    desk.open("Tiny 1B")
    with desk.qtbot.waitSignal(desk.page.link_wanted) as told:
        desk.click(desk.page.detail.facts.link("licence"))
    assert told.args == ["https://example.org/licence"]


def test_a_server_that_is_away_leaves_files_and_the_catalogue(desk: ModelsDesk) -> None:
    desk.peer.stop()
    desk.page.refresh()
    desk.wait(lambda: desk.page.away.isVisible())
    assert desk.names(installed=True) == []
    assert "Tiny 1B" in desk.names(installed=False)
    desk.open("Tiny 1B")
    desk.click(desk.page.detail.fetch)
    desk.wait(lambda: "Ollama is not running" in desk.page.detail.trouble.words)


# ---- fetching -------------------------------------------------------------------------------------------------------


def test_files_are_fetched_paused_resumed_and_then_there(desk: ModelsDesk) -> None:
    desk.host.files["/model.bin"].pause_s = 0.05
    desk.show_purpose("speech")
    desk.open("Ear")
    detail = desk.page.detail
    assert "127.0.0.1" in detail.consent.text()
    assert "1.4 MB" in detail.consent.text()
    assert "Known to Hearth" in detail.facts.value("checksum")
    assert desk.host.requests == []
    desk.click(detail.fetch)
    desk.wait(lambda: detail.row.isVisible() and detail.row.bar.value() > 0)
    assert detail.row.pause.hasFocus()
    desk.click(detail.row.pause)
    desk.wait(lambda: detail.row.words.startswith("Paused at"))
    assert detail.row.resume.hasFocus()
    desk.host.files["/model.bin"].pause_s = 0.0
    desk.click(detail.row.resume)
    desk.wait(lambda: desk.names(installed=True) == ["Ear"])
    assert any("range" in request.headers for request in desk.host.requests)
    assert not detail.row.isVisible()
    assert detail.delete.isVisible()
    assert not detail.fetch.isVisible()
    assert desk.page.transfers.rows == {}
    assert desk.toasts.texts() == ["Ear is ready."]


def test_a_cancelled_download_leaves_nothing_and_can_begin_again(desk: ModelsDesk) -> None:
    desk.host.files["/model.bin"].pause_s = 0.05
    desk.show_purpose("speech")
    desk.open("Ear")
    desk.click(desk.page.detail.fetch)
    desk.wait(lambda: desk.page.transfers.rows)
    (row,) = desk.page.transfers.rows.values()
    desk.wait(lambda: row.bar.value() > 0)
    desk.click(row.cancel)
    desk.wait(lambda: desk.page.detail.fetch.isVisible())
    assert desk.page.transfers.rows == {}
    assert desk.wait_for(desk.assistant.library.installed())[-1].purpose != "speech"


def test_a_wrong_checksum_is_told_and_it_can_be_tried_again(desk: ModelsDesk) -> None:
    desk.host.files["/model.bin"].body = b"b" + EAR[1:]
    desk.show_purpose("speech")
    desk.open("Ear")
    row = desk.page.detail.row
    desk.click(desk.page.detail.fetch)
    desk.wait(lambda: "is not what it should be" in row.words)
    assert row.resume.text() == "Try again"
    assert desk.names(installed=True) == []
    desk.host.files["/model.bin"].body = EAR
    desk.click(row.resume)
    desk.wait(lambda: desk.names(installed=True) == ["Ear"])


def test_what_does_not_fit_on_the_disk_is_refused_beside_its_button(desk: ModelsDesk) -> None:
    desk.show_purpose("voice")
    desk.open("Koe")
    assert desk.item("Koe").fit == "disk"
    desk.click(desk.page.detail.fetch)
    desk.wait(lambda: "not enough room on the disk" in desk.page.detail.trouble.words)
    assert desk.page.transfers.rows == {}
    assert desk.host.requests == []


def test_a_model_is_pulled_by_ollama_and_the_panel_follows(desk: ModelsDesk) -> None:
    desk.peer.pull_plans["tiny:1b"] = PullPlan(pieces=20, pause_s=0.02)
    desk.open("Tiny 1B")
    detail = desk.page.detail
    assert "registry.ollama.ai" in detail.consent.text()
    desk.click(detail.fetch)
    desk.wait(lambda: "MB" in detail.row.words or "kB" in detail.row.words)
    desk.wait(lambda: "Tiny 1B" in desk.names(installed=True))
    desk.wait(lambda: detail.facts.value("quantisation"))
    assert detail.default.isVisible()


def test_any_other_model_is_fetched_by_its_name(desk: ModelsDesk) -> None:
    desk.click(desk.page.add_button)
    (dialog,) = desk.page.findChildren(AddModelDialog)
    assert not dialog.fetch.isEnabled()
    desk.qtbot.keyClicks(dialog.name, "hf.co/me/mine:Q4")
    assert "huggingface.co" in dialog.hosts_line
    dialog.name.setText("two words")
    desk.click(dialog.fetch)
    desk.wait(lambda: "cannot be called" in dialog.trouble.words)
    dialog.name.setText("nobody/has:this")
    with desk.qtbot.waitSignal(dialog.accepted):
        desk.click(dialog.fetch)
    desk.wait(lambda: any("no model called" in row.words for row in desk.page.transfers.rows.values()))
    (row,) = desk.page.transfers.rows.values()
    desk.click(row.dismiss)
    desk.wait(lambda: desk.page.transfers.rows == {})


# ---- changing -------------------------------------------------------------------------------------------------------


def test_a_model_is_deleted_only_after_a_question_that_says_what_becomes_free(desk: ModelsDesk) -> None:
    desk.open("llama3.2:3b")
    desk.click(desk.page.detail.delete)
    assert "2.0 GB become free" in desk.answer("Cancel")
    assert "llama3.2:3b" in desk.peer.models
    desk.click(desk.page.detail.delete)
    desk.answer("Delete")
    desk.wait(lambda: "llama3.2:3b" not in desk.names(installed=True))
    assert "llama3.2:3b" not in desk.peer.models
    assert not desk.page.detail.isVisible()


def test_a_model_is_loaded_and_unloaded(desk: ModelsDesk) -> None:
    desk.open("qwen3:4b")
    detail = desk.page.detail
    desk.click(detail.load)
    desk.wait(lambda: detail.unload.isVisible())
    assert detail.facts.value("loaded").startswith("yes")
    assert "Loaded" in detail._badges.text()
    desk.click(detail.unload)
    desk.wait(lambda: detail.load.isVisible())
    assert detail.facts.value("loaded") == "no"


def test_new_chats_use_the_model_that_was_chosen(desk: ModelsDesk) -> None:
    desk.open("qwen3:4b")
    desk.click(desk.page.detail.default)
    desk.wait(lambda: desk.item("qwen3:4b").is_default)
    assert desk.assistant.settings.values.chat.default_model == "qwen3:4b"
    assert not desk.page.detail.default.isVisible()


def test_parameters_are_kept_and_taken_back(desk: ModelsDesk) -> None:
    library = desk.assistant.library
    desk.open("qwen3:4b")
    section = desk.page.detail.parameters
    desk.click(desk.page.detail.folds["parameters"].head)
    line = section.form._lines["temperature"]
    desk.qtbot.keyClicks(line, "9")
    assert not section.save.isEnabled()
    line.clear()
    desk.qtbot.keyClicks(line, "0.3")
    desk.qtbot.keyClicks(section.form._lines["context_tokens"], "4096")
    assert section.state == "Not saved yet."
    desk.click(section.save)
    desk.wait(lambda: section.state.startswith("Saved"))
    wanted = ModelParameters(temperature=0.3, context_tokens=4096)
    assert desk.wait_for(library.parameters("qwen3:4b")) == wanted
    desk.open("llama3.2:3b")
    desk.wait(lambda: line.text() == "")
    desk.open("qwen3:4b")
    desk.wait(lambda: line.text() == "0.3")
    desk.click(desk.page.detail.folds["parameters"].head)
    desk.click(section.reset)
    desk.wait(lambda: section.state.startswith("Saved"))
    assert desk.wait_for(library.parameters("qwen3:4b")).is_empty


def test_what_is_typed_into_parameters_survives_news(desk: ModelsDesk) -> None:
    desk.open("qwen3:4b")
    desk.click(desk.page.detail.folds["parameters"].head)
    line = desk.page.detail.parameters.form._lines["seed"]
    line.setFocus()
    desk.qtbot.keyClicks(line, "77")
    desk.wait_for(desk.assistant.library.load("llama3.2:3b"))
    desk.wait(lambda: (there := desk.item("llama3.2:3b").installed) is not None and there.loaded)
    assert line.text() == "77"
    assert line.hasFocus()


def test_a_modelfile_that_does_not_fit_is_told_at_its_line(desk: ModelsDesk) -> None:
    desk.click(desk.page.create_button)
    dialog = desk.page.deeds.modelfile_dialog
    assert isinstance(dialog, ModelfileDialog)
    assert "FROM " in dialog.editor.toPlainText()
    dialog.name.setText("brief")
    dialog.editor.setPlainText("FROM qwen3:4b\nSYSTEM Be brief.\nPARAMETER temperature hot\n")
    desk.click(dialog.create_button)
    desk.wait(lambda: dialog.trouble.words.startswith("Line 3 "))
    assert dialog.editor.marked_line == 3
    assert dialog.editor.textCursor().blockNumber() == 2
    dialog.editor.setPlainText("FROM qwen3:4b\nSYSTEM Be brief.\nPARAMETER temperature 0.4\n")
    assert dialog.editor.marked_line == 0
    with desk.qtbot.waitSignal(dialog.accepted):
        desk.click(dialog.create_button)
    desk.wait(lambda: "brief:latest" in desk.names(installed=True))
    assert desk.peer.created[0]["system"] == "Be brief."


def test_a_variant_begins_with_the_modelfile_of_its_model(desk: ModelsDesk) -> None:
    desk.open("qwen3:4b")
    desk.click(desk.page.detail.variant)
    desk.wait(lambda: desk.page.deeds.modelfile_dialog is not None)
    dialog = desk.page.deeds.modelfile_dialog
    assert dialog is not None
    assert dialog.name.text() == "qwen3-mine"
    assert "FROM qwen3:4b" in dialog.editor.toPlainText()
    dialog.reject()


# ---- keyboard and room ----------------------------------------------------------------------------------------------


def test_the_list_is_opened_and_left_by_keyboard(desk: ModelsDesk) -> None:
    page = desk.page
    page.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.list.hasFocus()
    first = page.list.current_id()
    desk.qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.current_id() != first
    desk.qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    focused = QApplication.focusWidget()
    assert page.detail.isAncestorOf(focused)
    desk.qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert not page.detail.isVisible()
    assert page.list.hasFocus()


def test_arrows_walk_from_what_is_there_to_what_could_be(desk: ModelsDesk) -> None:
    page = desk.page
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in page.list.items():
        desk.qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.current_id() == page.list.items()[-1].model_id
    assert page.area.verticalScrollBar().value() > 0
    for _ in page.list.items():
        desk.qtbot.keyClick(page.list, Qt.Key.Key_Up)
    assert page.list.current_id() == page.list.items()[0].model_id


def test_tab_reaches_everything_and_everything_has_a_name(desk: ModelsDesk) -> None:
    page = desk.page
    desk.open("llama3.2:3b")
    desk.wait(lambda: page.detail.facts.value("quantisation"))
    page.create_button.setFocus(Qt.FocusReason.TabFocusReason)
    reached = [QApplication.focusWidget()]
    while len(reached) < 80:
        desk.qtbot.keyClick(reached[-1], Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is reached[0]:
            break
        reached.append(focused)
    wanted = {
        *(page.create_button, page.add_button, page.search, page.language, page.list),
        *(page.ollama.install, page.ollama.guide, page.ollama.servers),
        *(page.detail.default, page.detail.load, page.detail.variant, page.detail.delete, page.detail.close_button),
        *(page.detail.facts.link("licence"), *(f.head for f in page.detail.folds.values() if f.isVisible())),
    } - {page.detail.facts.link("licence")}
    assert wanted <= set(reached)
    assert [one for one in reached if not (one.accessibleName() or getattr(one, "text", str)())] == []


def test_a_narrow_page_shows_one_at_a_time(desk: ModelsDesk) -> None:
    desk.window.resize(600, 700)
    desk.open("llama3.2:3b")
    assert not desk.page.area.isVisible()
    assert desk.page.width() <= 600
    desk.click(desk.page.detail.close_button)
    assert desk.page.area.isVisible()
    assert desk.page.list.hasFocus()


def test_large_letters_in_a_narrow_window_cut_nothing_off(desk: ModelsDesk, qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT, text_scale_percent=200)
    desk.window.resize(600, 760)
    page = desk.page
    desk.wait(lambda: page.purpose_choice.isVisible() and not page.purpose.isVisible())
    assert page.width() == 600
    for button in (page.create_button, page.add_button, page.ollama.install):
        assert button.width() >= button.sizeHint().width()
    page.purpose_choice.setCurrentIndex(1)
    page.purpose_choice.activated.emit(1)
    assert desk.names(installed=False) == ["Ear"]
    apply_theme(qapp, LIGHT, text_scale_percent=100)
    desk.wait(lambda: page.purpose.isVisible())
    assert page.purpose.value() == "speech"


def test_news_keep_place_and_choice(desk: ModelsDesk) -> None:
    page = desk.page
    desk.open("Huge 900B")
    desk.qtbot.wait(50)  # the list has made room for the panel
    bar = page.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    place = bar.value()
    desk.wait_for(desk.assistant.library.load("llama3.2:3b"))
    desk.wait(lambda: (there := desk.item("llama3.2:3b").installed) is not None and there.loaded)
    assert bar.value() == place
    assert page.list.current_id() == "ollama:huge:900b"


@pytest.fixture
def full_desk(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[ModelsDesk]:
    """500 models that could be, 200 that are there."""
    apply_theme(qapp, LIGHT, text_scale_percent=100, reduced_motion=True)
    there = [PeerModel(f"mine:{at}", size_bytes=1_000_000) for at in range(200)]
    with OllamaPeer(there) as peer, ReleaseServer() as host:
        peer.pullable["many:1"] = PeerModel("many:1", size_bytes=1_000_000)
        desk = ModelsDesk(tmp_path, qtbot, peer, host, catalogue=many_models(500))
        yield desk
        desk.end()
        assert desk.reported == []


def test_a_download_that_begins_above_does_not_move_what_is_read(full_desk: ModelsDesk) -> None:
    desk, page = full_desk, full_desk.page
    bar = page.area.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    desk.peer.pull_plans["many:1"] = PullPlan(pieces=1000, pause_s=0.02)

    def top() -> int:
        return page.list.mapTo(page, page.list.rect().topLeft()).y()

    before = top()
    page.deeds.fetch("ollama:many:1", refused=desk.reported.append)
    desk.wait(lambda: page.transfers.isVisible() and page.transfers.height() > 40)
    desk.wait(lambda: abs(top() - before) <= 1)
    (row,) = page.transfers.rows.values()
    row.cancel.click()
    desk.wait(lambda: not page.transfers.rows)
    desk.wait(lambda: abs(top() - before) <= 1)


def test_hundreds_of_models_need_no_widget_each(full_desk: ModelsDesk) -> None:
    page = full_desk.page
    assert len(page.list.items()) == 700
    assert len(page.findChildren(QWidget)) < 250
    assert page.list.height() > 700 * 70
    full_desk.qtbot.keyClicks(page.search, "many 499")
    full_desk.wait(lambda: [item.name for item in page.list.items()] == ["Many 499"])
    assert page.list.height() < 200
