"""The chat with everything that can lie in it, and what lies over it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from build.pictures.camera import Camera, Scene, a_picture, with_dialog
from build.pictures.stage import (
    FAILING_QUESTION,
    NARROW,
    NOBODY,
    SLOW_QUESTION,
    THINKING_QUESTION,
    Stage,
    Studio,
    rest,
    until,
)
from desktop.chat.comparison_view import ComparisonView
from desktop.main_window.palette import Palette
from desktop.main_window.shortcuts_overview import ShortcutsOverview
from desktop.widgets.prompt_form import PromptForm
from tests.peers import demo_profile
from tests.peers.ollama_server import OllamaPeer

FIRST, SECOND = demo_profile.MODEL, "gemma3:4b"


def chats(camera: Camera, studio: Studio) -> None:
    """Reading: a table, code, a long title, thinking; a narrow window."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        camera.shoot("chat-01-new", stage.window)
        for title, name in (
            ("Sourdough for two loaves", "chat-02-table"),
            ("Busiest hours in a log", "chat-03-code"),
            (demo_profile.LONG_TITLE, "chat-04-long-title"),
        ):
            stage.open_chat(title)
            camera.shoot(name, stage.window)
        stage.open_chat("Why the sky is blue")
        camera.shoot("chat-05-thinking-folded", stage.window)
        fold = stage.rows()[-1]._thinking
        if fold is not None:
            fold.set_open(True)
        rest()
        camera.shoot("chat-06-thinking-open", stage.window)
        stage.open_chat("Busiest hours in a log")
        stage.window.resize(NARROW)
        rest()
        camera.shoot("chat-07-narrow", stage.window)
        stage.workspace.commands.run("view.sidebar")
        rest()
        camera.shoot("chat-08-narrow-without-sidebar", stage.window)


def answers(camera: Camera, studio: Studio) -> None:
    """Streaming, thinking, stopped, failed; a private chat."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        workspace = stage.workspace
        stage.ask(f"Plan {SLOW_QUESTION}", "Miradouro")
        camera.shoot("chat-10-streaming", stage.window)
        workspace.chat.answers.stop()
        until(lambda: not workspace.chat.busy)
        rest()
        camera.shoot("chat-11-stopped", stage.window)
        workspace.commands.run("chat.new")
        stage.ask(f"Plan {THINKING_QUESTION}", "a Sunday", model=demo_profile.THINKER)
        camera.shoot("chat-12-thinking", stage.window)
        workspace.chat.answers.stop()
        until(lambda: not workspace.chat.busy)
        workspace.commands.run("chat.new")
        stage.ask(f"Plan {FAILING_QUESTION}", model=demo_profile.MODEL)
        camera.shoot("chat-13-error", stage.window)
        workspace.commands.run("chat.new_private")
        rest()
        camera.shoot("chat-14-private-empty", stage.window)
        stage.ask("Plan a slow Sunday in Lisbon for two.")
        camera.shoot("chat-15-private", stage.window)


def search_and_menus(camera: Camera, studio: Studio) -> None:
    """Search with hits and without, the model list, a context menu, toasts, the shortcuts."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        workspace = stage.workspace
        sidebar, chat = workspace.sidebar, workspace.chat
        sidebar.search_field.setText("the first")
        until(lambda: sidebar.results._model.rowCount() > 0)
        rest()
        camera.shoot("chat-20-search", stage.window)
        sidebar.results.choose_current()
        rest()
        camera.shoot("chat-21-search-jump", stage.window)
        sidebar.search_field.setText("zeppelin")
        rest(0.6)
        camera.shoot("chat-22-search-nothing", stage.window)
        sidebar.search_field.clear()
        stage.open_chat("Sourdough for two loaves")
        chat.picker.open_list()
        rest()
        camera.shoot("chat-23-model-list", stage.window)
        popup = chat.picker.popup()
        if popup is not None:
            popup.hide()
        workspace.chat_commands.show_menu_for("chat", sidebar.mapToGlobal(QPoint(60, 240)))
        rest()
        camera.shoot("chat-24-menu", stage.window)
        close_popup()
        workspace.toasts.show("Chat deleted.", action=("Undo", lambda: None))
        workspace.toasts.show("Exported.", kind="success")
        workspace.toasts.show("The disk is full. What you write now is kept as soon as there is room.", kind="error")
        rest()
        camera.shoot("chat-25-toasts", stage.window)
        workspace.toasts.dismiss_all()
        workspace.commands.run("help.shortcuts")
        rest()
        overview = workspace.findChild(ShortcutsOverview)
        assert overview is not None
        camera.shoot("chat-26-shortcuts", overview)
        overview.close()


def composer(camera: Camera, studio: Studio) -> None:
    """Attachments, a refusal; a message that is edited."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        workspace = stage.workspace
        editor = workspace.chat.composer
        editor.add_image(a_picture(), name="terrace.png")
        editor.add_text("GET /\n" * 4000, name="access.log")
        editor.set_text("What do you see on this picture,\nand how busy was the server meanwhile?")
        rest()
        camera.shoot("chat-30-attachments", stage.window)
        editor.refuse("This model cannot see pictures. Choose one that can, or remove the picture.")
        rest()
        camera.shoot("chat-31-refusal", stage.window)
        editor.clear()
        stage.open_chat("Busiest hours in a log")
        workspace.chat.transcript.begin_edit(workspace.chat.path[0].message_id)
        rest()
        camera.shoot("chat-32-edit", stage.window)
        stage.rows()[0]._end_edit("")


def personas_and_prompts(camera: Camera, studio: Studio) -> None:
    """A chat with a persona, the lists of personas and prompts, a prompt that asks for values."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        chat = stage.workspace.chat
        until(lambda: bool(chat.shelf.personas) and bool(chat.shelf.prompts))
        tutor = next(one for one in chat.shelf.personas if one.persona_id == "hearth-tutor")
        chat.shelf.choose_for_new(tutor.persona_id)
        rest()
        camera.shoot("chat-40-persona", stage.window)
        chat.shelf.picker.open_list()
        rest()
        camera.shoot("chat-41-persona-list", stage.window)
        popup = chat.shelf.picker.popup()
        if popup is not None:
            popup.hide()
        chat.composer.set_text("/")
        chat.composer.focus_editor()
        rest()
        camera.shoot("chat-42-slash-menu", stage.window)
        chat.composer.clear()
        asking = next(one for one in chat.shelf.prompts if "{{" in one.text and one.name == "translate")
        chat.shelf.use_prompt(asking)
        until(lambda: bool(forms(stage)))
        rest()
        camera.keep("chat-43-prompt-form", lambda: with_dialog(stage.window, forms(stage)[0]))
        forms(stage)[0].reject()


def forms(stage: Stage) -> list[PromptForm]:
    """The forms of prompts that are open."""
    return [form for form in stage.window.findChildren(PromptForm) if form.isVisible()]


def comparison(camera: Camera, studio: Studio) -> None:
    """Two models side by side: chosen, running, voted, blind."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        stage.change("chat.automatic_titles", False)
        chat = stage.workspace.chat
        chat.comparing.choose()
        chat.comparing.bar.set_pair(FIRST, SECOND)
        rest()
        camera.shoot("compare-01-chosen", stage.window)
        view = compare(stage, f"Plan {SLOW_QUESTION}")
        until(lambda: all("Miradouro" in side(view, one) for one in "ab"))
        rest()
        camera.shoot("compare-02-running", stage.window)
        chat.answers.stop()
        until(lambda: not chat.busy)
        stage.workspace.commands.run("chat.new")
        view = compare(stage, "Why is the sky blue?")
        until(lambda: not view.is_running and not chat.busy)
        rest()
        view.votes.buttons[0].click()
        rest()
        camera.shoot("compare-03-voted", stage.window)
        stage.workspace.commands.run("chat.new")
        chat.comparing.choose()
        chat.comparing.bar.blind.setChecked(True)
        view = compare(stage, "Plan a slow Sunday in Lisbon for two.")
        until(lambda: not view.is_running and not chat.busy)
        rest()
        camera.shoot("compare-04-blind", stage.window)
        stage.window.resize(NARROW)
        rest()
        camera.shoot("compare-05-narrow", stage.window)


def compare(stage: Stage, text: str) -> ComparisonView:
    """Put a question to both models."""
    chat = stage.workspace.chat
    if not chat.comparing.is_wanted:
        chat.comparing.choose()
    chat.comparing.bar.set_pair(FIRST, SECOND)
    chat.composer.set_text(text)
    chat.composer.submit()
    until(lambda: chat.comparing.is_shown)
    return chat.comparing.view


def side(view: ComparisonView, name: str) -> str:
    """What one side shows."""
    return "\n".join(row.plain_text() for row in view.columns[name].transcript.list.rows.values())


def notes(camera: Camera, studio: Studio) -> None:
    """Notes, with and without any."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        stage.workspace.chat.show_new(notes=True)
        rest()
        camera.shoot("notes-01-empty", stage.window)
        stage.open_chat(demo_profile.NOTES_TITLE)
        camera.shoot("notes-02-page", stage.window)


def palette(camera: Camera, studio: Studio) -> None:
    """The list of everything: before typing, with words, without any match."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        stage.open_chat("Sourdough for two loaves")
        stage.workspace.commands.run("view.palette")
        shown = stage.workspace._palette
        assert isinstance(shown, Palette)
        rest(0.6)
        camera.shoot("palette-01-empty", stage.window)
        shown.field.setText("mod")
        rest(0.8)
        camera.shoot("palette-02-words", stage.window)
        shown.field.setText("zeppelin")
        rest(0.8)
        camera.shoot("palette-03-nothing", stage.window)
        shown.leave()


def no_server(camera: Camera, studio: Studio) -> None:
    """The window while no model server answers."""
    with studio.stage(studio.lived_in, NOBODY) as stage:
        chat = stage.workspace.chat
        until(lambda: bool(chat.picker._server_trouble))
        rest()
        camera.shoot("trouble-01-no-server", stage.window)
        ask_in_vain(stage)
        camera.shoot("trouble-02-no-server-asked", stage.window)


def no_model(camera: Camera, studio: Studio) -> None:
    """The window while the server has no model."""
    with OllamaPeer(models=()) as bare, studio.stage(studio.lived_in, bare.address) as stage:
        chat = stage.workspace.chat
        until(lambda: not chat.empty.trouble.isHidden())
        rest()
        camera.shoot("trouble-03-no-model", stage.window)
        ask_in_vain(stage)
        camera.shoot("trouble-04-no-model-asked", stage.window)


def ask_in_vain(stage: Stage) -> None:
    """A question that nobody answers."""
    chat = stage.workspace.chat
    chat.composer.set_text("Is anybody there?")
    chat.composer.submit()
    until(lambda: bool(chat.path) and not chat.busy)
    rest(0.6)


def larger_text(camera: Camera, studio: Studio) -> None:
    """Text of another size, chosen while the windows are open."""
    with studio.stage(studio.lived_in) as stage:
        stage.until_ready()
        stage.workspace.show_settings("privacy")
        stage.change("appearance.text_scale_percent", 150)
        camera.shoot("size-01-settings-changed-to-150", stage.settings)
        stage.settings.close()
        stage.open_chat("Sourdough for two loaves")
        camera.shoot("size-02-chat-changed-to-150", stage.window)


def close_popup() -> None:
    """Close the menu that is open."""
    active = QApplication.activePopupWidget()
    if active is not None:
        active.close()


SCENES = (
    Scene(
        chats,
        {
            "chat-01-new": "chat",
            "chat-02-table": "chat",
            "chat-03-code": "chat",
            "chat-04-long-title": "chat",
            "chat-05-thinking-folded": "chat",
            "chat-06-thinking-open": "chat",
            "chat-07-narrow": "chat",
            "chat-08-narrow-without-sidebar": "chat",
        },
    ),
    Scene(
        answers,
        {
            "chat-10-streaming": "chat",
            "chat-11-stopped": "chat",
            "chat-12-thinking": "chat",
            "chat-13-error": "chat",
            "chat-14-private-empty": "chat",
            "chat-15-private": "chat",
        },
    ),
    Scene(
        search_and_menus,
        {
            "chat-20-search": "chat",
            "chat-21-search-jump": "chat",
            "chat-22-search-nothing": "chat",
            "chat-23-model-list": "chat",
            "chat-24-menu": "chat",
            "chat-25-toasts": "chat",
            "chat-26-shortcuts": "",
        },
    ),
    Scene(composer, {"chat-30-attachments": "chat", "chat-31-refusal": "chat", "chat-32-edit": "chat"}),
    Scene(
        personas_and_prompts,
        {
            "chat-40-persona": "chat",
            "chat-41-persona-list": "chat",
            "chat-42-slash-menu": "chat",
            "chat-43-prompt-form": "",
        },
    ),
    Scene(
        comparison,
        {
            "compare-01-chosen": "chat",
            "compare-02-running": "chat",
            "compare-03-voted": "chat",
            "compare-04-blind": "chat",
            "compare-05-narrow": "chat",
        },
    ),
    Scene(notes, {"notes-01-empty": "chat", "notes-02-page": "chat"}),
    Scene(palette, {"palette-01-empty": "", "palette-02-words": "", "palette-03-nothing": ""}),
    Scene(no_server, {"trouble-01-no-server": "chat", "trouble-02-no-server-asked": "chat"}),
    Scene(no_model, {"trouble-03-no-model": "chat", "trouble-04-no-model-asked": "chat"}),
    Scene(larger_text, {"size-01-settings-changed-to-150": "", "size-02-chat-changed-to-150": ""}),
)
