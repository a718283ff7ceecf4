"""What is taken in: clean pictures of a sensible size, texts, a sentence for the rest; and the strip of it."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.errors import AttachmentRefused
from desktop.chat.attachment_intake import (
    LONGEST_SIDE,
    AttachmentIntake,
    FileSource,
    ImageSource,
    TakenAttachment,
    TextSource,
    take_in,
)
from desktop.chat.attachments import AttachmentStrip, human_size
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from desktop.widgets.icon_button import IconButton
from tests.peers.small_documents import pdf, word


def picture(width: int = 60, height: int = 40, colour: str = "orange", *, alpha: bool = False) -> QImage:
    form = QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32
    image = QImage(width, height, form)
    image.fill(QColor(colour))
    return image


def encoded(image: QImage, form: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)
    return bytes(buffer.data().data())


def jpeg_with_exif(image: QImage, *, orientation: int, place: bytes) -> bytes:
    """A JPEG whose EXIF block holds an orientation and a canary where cameras write the place."""
    entries = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0) + struct.pack("<HHII", 0x010E, 2, len(place), 38)
    tiff = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 2) + entries + struct.pack("<I", 0) + place
    exif = b"Exif\0\0" + tiff
    plain = encoded(image, "JPG")
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:]


def decoded(data: bytes) -> QImage:
    return QImage.fromData(QByteArray(data))


def refusal(path: Path) -> str:
    with pytest.raises(AttachmentRefused) as caught:
        take_in(FileSource(path))
    return caught.value.owner_sentence


@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_pictures_of_the_usual_kinds_are_taken(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"photo.{ending}"
    path.write_bytes(encoded(picture(), ending))
    taken = take_in(FileSource(path))
    assert taken.attachment.kind == "image"
    assert taken.attachment.media_type in ("image/png", "image/jpeg")
    assert decoded(taken.attachment.data).size() == picture().size()
    assert not taken.preview.isNull()


def test_the_first_picture_of_a_gif_is_taken(tmp_path: Path) -> None:
    head = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\x80\x00\x00\x00\x00"
    gif = head + b",\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
    (tmp_path / "dot.gif").write_bytes(gif)
    attachment = take_in(FileSource(tmp_path / "dot.gif")).attachment
    assert (attachment.name, attachment.media_type) == ("dot.png", "image/png")


def test_a_photograph_is_turned_upright_and_tells_nothing_about_itself(tmp_path: Path) -> None:
    canary = b"52.5200N 13.4050E home"
    path = tmp_path / "holiday.jpg"
    path.write_bytes(jpeg_with_exif(picture(80, 40), orientation=6, place=canary))
    assert canary in path.read_bytes()
    taken = take_in(FileSource(path)).attachment
    assert (decoded(taken.data).width(), decoded(taken.data).height()) == (40, 80)
    assert b"Exif" not in taken.data
    assert canary not in taken.data


def test_texts_inside_a_png_are_not_kept(tmp_path: Path) -> None:
    image = picture()
    image.setText("Author", "canary-author-name")
    path = tmp_path / "shot.png"
    path.write_bytes(encoded(image, "PNG"))
    assert QImageReader(str(path)).read().text("Author") == "canary-author-name"
    taken = take_in(FileSource(path)).attachment
    assert decoded(taken.data).textKeys() == []


def test_large_pictures_become_smaller_and_keep_their_shape() -> None:
    taken = take_in(ImageSource(picture(5000, 2500), "wide.png"))
    size = decoded(taken.attachment.data).size()
    assert (size.width(), size.height()) == (LONGEST_SIDE, LONGEST_SIDE // 2)
    thin = take_in(ImageSource(picture(9000, 1), "thin.png"))
    assert decoded(thin.attachment.data).height() == 1


def test_a_picture_scaled_in_strips_shows_what_it_showed() -> None:
    image = picture(4000, 3000, "white")
    bands = ("red", "green", "blue", "black")
    painter = QPainter(image)
    for number, colour in enumerate(bands):
        painter.fillRect(0, number * 750, 4000, 750, QColor(colour))
    painter.end()
    small = decoded(take_in(ImageSource(image, "bands.png")).attachment.data)
    assert (small.width(), small.height()) == (2048, 1536)
    for number, colour in enumerate(bands):
        for row in (number * 384 + 3, number * 384 + 380):
            assert small.pixelColor(1000, row) == QColor(colour)


def test_transparency_is_kept() -> None:
    taken = take_in(ImageSource(picture(colour="transparent", alpha=True), "clear.png"))
    assert decoded(taken.attachment.data).pixelColor(3, 3).alpha() == 0


def test_a_picture_is_judged_by_its_content_not_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "really_a_jpeg.png").write_bytes(encoded(picture(), "JPG"))
    assert take_in(FileSource(tmp_path / "really_a_jpeg.png")).attachment.media_type == "image/jpeg"
    (tmp_path / "no_picture.png").write_bytes(b"PK\3\4 a zip archive")
    assert "not a picture" in refusal(tmp_path / "no_picture.png")
    whole = encoded(picture(300, 300), "PNG")
    (tmp_path / "cut.png").write_bytes(whole[: whole.index(b"IDAT") + 8])
    assert "damaged" in refusal(tmp_path / "cut.png")


def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_read(tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )
    (tmp_path / "bomb.png").write_bytes(bomb)
    assert "too many pixels" in refusal(tmp_path / "bomb.png")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Grüße, 世界 🔥".encode(), "Grüße, 世界 🔥"),
        ("Grüße".encode("utf-16"), "Grüße"),
        ("Grüße".encode("utf-8-sig"), "Grüße"),
        ("Grüße, naïve café".encode("cp1252"), "Grüße, naïve café"),
        (b"", ""),
    ],
)
def test_texts_are_read_whatever_wrote_them(tmp_path: Path, data: bytes, text: str) -> None:
    (tmp_path / "notes.txt").write_bytes(data)
    attachment = take_in(FileSource(tmp_path / "notes.txt")).attachment
    assert (attachment.kind, attachment.data.decode()) == ("text", text)


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("Lease.pdf", pdf(1, ("The rent is due.",)), "application/pdf"),
        ("Letter.docx", word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("Note.rtf", b"{\\rtf1\\ansi The rent.}", "application/rtf"),
    ],
)
def test_documents_are_attached_as_they_are(tmp_path: Path, name: str, data: bytes, media_type: str) -> None:
    (tmp_path / name).write_bytes(data)
    attachment = take_in(FileSource(tmp_path / name)).attachment
    assert (attachment.kind, attachment.media_type, attachment.data) == ("file", media_type, data)


def test_what_is_neither_picture_nor_text_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "program").write_bytes(b"\x7fELF\0\0\1\2")
    assert refusal(tmp_path / "program").startswith("“program” was not attached")
    (tmp_path / "noise.txt").write_bytes(bytes(range(1, 256)) * 20)
    assert "neither a picture nor a text" in refusal(tmp_path / "noise.txt")
    assert "folder" in refusal(tmp_path)
    assert "could not be read" in refusal(tmp_path / "gone.txt")


def test_a_file_that_is_too_large_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(17 * 1024 * 1024)
    assert "larger than 16 MB" in refusal(tmp_path / "huge.txt")


@pytest.fixture
def strip(qtbot: QtBot, qapp: QApplication) -> AttachmentStrip:
    apply_theme(qapp, LIGHT)
    made = AttachmentStrip()
    qtbot.addWidget(made)
    return made


def tiles(strip: AttachmentStrip) -> list[QWidget]:
    return list(strip._tiles.values())


def test_each_source_is_answered_once_even_when_one_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    intake = AttachmentIntake()
    taken: dict[int, TakenAttachment] = {}
    refused: dict[int, str] = {}
    intake.taken.connect(taken.__setitem__)
    intake.refused.connect(refused.__setitem__)
    numbers = intake.take([TextSource("a\0b", "a.txt"), FileSource(tmp_path / "gone"), ImageSource(picture(), "c.png")])
    qtbot.waitUntil(lambda: len(taken) + len(refused) == 3)
    assert (set(taken), set(refused)) == ({numbers[0], numbers[2]}, {numbers[1]})
    assert taken[numbers[0]].attachment.data == b"ab"
    qtbot.waitUntil(lambda: not intake._running)


def test_an_intake_may_be_dropped_while_it_reads(qtbot: QtBot) -> None:
    for _ in range(20):
        intake = AttachmentIntake()
        intake.take([ImageSource(picture(800, 800), "a.png")])
        intake.deleteLater()
        del intake
        QApplication.processEvents()
    qtbot.wait(50)


def test_the_strip_is_walked_and_emptied_by_keyboard(qtbot: QtBot, strip: AttachmentStrip) -> None:
    for number, name in enumerate(("a.txt", "b.txt", "c.txt")):
        strip.expect(number, name)
        strip.fill(number, take_in(TextSource("x" * 1500, name)))
    strip.show()
    strip.activateWindow()
    qtbot.waitActive(strip)
    first = tiles(strip)[0]
    assert first.accessibleName() == "a.txt, text, 2 KB"
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.waitUntil(tiles(strip)[1].hasFocus)
    qtbot.keyClick(tiles(strip)[1], Qt.Key.Key_Delete)
    assert [a.name for a in strip.attachments()] == ["a.txt", "c.txt"]
    qtbot.waitUntil(tiles(strip)[1].hasFocus)
    qtbot.keyClick(tiles(strip)[1], Qt.Key.Key_Backspace)
    qtbot.waitUntil(tiles(strip)[0].hasFocus)
    with qtbot.waitSignal(strip.left_by_keyboard):
        qtbot.keyClick(tiles(strip)[0], Qt.Key.Key_Delete)
    assert strip.count() == 0
    assert not strip.isVisible()


def test_a_tile_is_removed_by_mouse_and_what_comes_later_stays_away(qtbot: QtBot, strip: AttachmentStrip) -> None:
    strip.expect(1, "slow.png")
    assert strip.is_reading()
    strip.show()
    button = strip.findChild(IconButton)
    assert button.accessibleName() == "Remove slow.png"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    strip.fill(1, take_in(TextSource("late", "slow.png")))
    assert strip.attachments() == ()


@pytest.mark.parametrize(("size", "text"), [(0, "0 B"), (999, "999 B"), (312_400, "312 KB"), (1_440_000, "1.4 MB")])
def test_sizes_are_written_for_people(size: int, text: str) -> None:
    assert human_size(size) == text
