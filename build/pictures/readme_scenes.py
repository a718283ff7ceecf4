"""The pictures that people see first: few, small, and each of a moment that says what Hearth is for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from build.pictures.camera import on_a_desk, picture_of, save
from build.pictures.desk_scenes import SELECTED, quick
from build.pictures.document_scenes import filled, flat_folder, opened
from build.pictures.first_scenes import guided
from build.pictures.source_scenes import cited
from build.pictures.stage import Stage, Studio, rest, until
from build.pictures.voice_scenes import listening, written_down
from desktop.voice.overlay import VoiceOverlay
from tests.peers.ollama_server import OllamaPeer

MOST_BYTES = 150_000
"""Whoever reads the README on a telephone waits for all of them."""


def draw(folder: Path, peer: OllamaPeer, to: Path) -> None:
    """Write them all into `to`."""
    to.mkdir(parents=True, exist_ok=True)
    light = Studio(folder, peer, "light")
    dark = Studio(folder, peer, "dark")
    for studio, title in ((light, "Sourdough for two loaves"), (dark, "Busiest hours in a log")):
        with studio.stage(studio.lived_in) as stage:
            stage.open_chat(title)
            stage.until_ready()
            keep(to / f"chat-{studio.theme}.png", picture_of(stage.window))
    moments = {
        "quick-chat": quick_chat,
        "palette": palette,
        "models": models,
        "talking": talking,
        "transcript": transcript,
    }
    for name, shown in moments.items():
        with light.stage(light.lived_in) as stage:
            stage.until_ready()
            keep(to / f"{name}.png", shown(stage))
    with light.stage(light.lived_in) as stage:
        stage.until_ready()
        page = filled(stage, flat_folder(light))
        page.search.setText("how long is the notice period")
        until(lambda: page.results.hits.count() > 0)
        rest()
        keep(to / "documents.png", picture_of(stage.window))
        viewer = opened(stage, page)
        keep(to / "passage.png", picture_of(viewer))
        viewer.close()
    with light.stage(light.lived_in) as stage:
        cited(stage, light)
        keep(to / "answer-sources.png", picture_of(stage.window))
    with OllamaPeer(models=()) as bare, guided(light, "readme", bare.address) as (stage, page):
        until(lambda: len(page.cards) > 1)
        rest()
        keep(to / "guide.png", picture_of(stage.window))


def quick_chat(stage: Stage) -> QImage:
    """A text from elsewhere, and what can be asked about it."""
    shown = quick(stage)
    until(lambda: shown.session is not None and shown.session.offers is not None)
    shown.show_with(SELECTED)
    rest(0.5)
    picture = on_a_desk(picture_of(shown))
    shown.dismiss()
    return picture


def palette(stage: Stage) -> QImage:
    """Everything, by two letters."""
    stage.open_chat("Sourdough for two loaves")
    stage.workspace.commands.run("view.palette")
    shown = stage.workspace._palette
    assert shown is not None
    rest(0.5)
    shown.field.setText("mod")
    rest(0.8)
    return picture_of(stage.window)


def talking(stage: Stage) -> QImage:
    """A key is held, and the words come as they are said."""
    overlay = VoiceOverlay()
    listening(overlay)
    picture = on_a_desk(picture_of(overlay))
    overlay.leave()
    overlay.deleteLater()
    return picture


def transcript(stage: Stage) -> QImage:
    """A recording as text, each word with its time."""
    written_down(stage)
    return picture_of(stage.window)


def models(stage: Stage) -> QImage:
    """What is there and what could be."""
    stage.show_page("models")
    rest(1.0)
    return picture_of(stage.window)


def keep(path: Path, picture: QImage) -> None:
    """Write one, and tell how large it became."""
    save(picture, path)
    if path.stat().st_size > MOST_BYTES:
        save_flat(picture, path)
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB", flush=True)


def save_flat(picture: QImage, path: Path) -> None:
    """With the 256 colours that are seen most: enough for a page of words."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    seen = Counter(memoryview(plain.constBits()).cast("I"))
    colours = [colour for colour, _ in seen.most_common(256)]
    flat = plain.convertToFormat(QImage.Format.Format_Indexed8, colours, Qt.ImageConversionFlag.ThresholdDither)
    if not flat.save(str(path), "PNG", 0):
        raise OSError(str(path))
