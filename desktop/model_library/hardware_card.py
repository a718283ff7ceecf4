"""This computer at a glance: memory, graphics card, processor, free disk, and what models take of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.model_library.plain_label import plain
from desktop.theme.theme_state import theme
from desktop.widgets.amounts import size_text

if TYPE_CHECKING:
    from core.library.model_library import DiskUse
    from models.catalogue import Purpose
    from models.hardware import Hardware

_ROOM_FOR_FOUR = 640
_COLOURS: dict[Purpose, str] = {"language": "accent", "speech": "link", "voice": "success", "embedding": "warning"}


class HardwareCard(QFrame):
    """Four figures, and a bar of what models take on the disk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("This computer"))
        names = (self.tr("Memory"), self.tr("Graphics"), self.tr("Processor"), self.tr("Free disk space"))
        self._values = [plain("…", "strong", self) for _ in names]
        self._more = [plain("", "caption", self) for _ in names]
        self._boxes: list[QWidget] = []
        for name, value, more in zip(names, self._values, self._more, strict=True):
            box = QWidget(self)
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            for label in (plain(name, "caption", box), value, more):
                label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                column.addWidget(label)
            column.addStretch(1)
            self._boxes.append(box)
        self.bar = DiskBar(self)
        self._use = plain("", "caption", self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(self._grid)
        layout.addSpacing(4)
        layout.addWidget(self.bar)
        layout.addWidget(self._use)
        self._columns = 0
        self._arrange()

    @property
    def words(self) -> str:
        """All that it says."""
        return " ".join(label.text() for label in (*self._values, *self._more, self._use) if label.text())

    def show_hardware(self, hardware: Hardware) -> None:
        """Show the machine; what the system does not tell is said to be unknown."""
        unknown = self.tr("Unknown")
        memory = size_text(hardware.memory_bytes) if hardware.memory_bytes else unknown
        card = hardware.cards[0] if hardware.cards else None
        graphics = card.name if card is not None else self.tr("None that helps")
        cores = self.tr("%n cores", "", hardware.cores) if hardware.cores else unknown
        shown = (
            (
                memory,
                self.tr("{0} free now").format(size_text(hardware.free_memory_bytes)) if memory != unknown else "",
            ),
            (graphics, self._graphics_more(hardware)),
            (cores, hardware.processor),
            (size_text(hardware.free_disk_bytes), ""),
        )
        for (value, more), label, small in zip(shown, self._values, self._more, strict=True):
            label.setText(value)
            small.setText(more)
            small.setVisible(bool(more))
        self._describe()

    def show_use(self, use: DiskUse) -> None:
        """Show what models take."""
        names: dict[Purpose, str] = {
            "language": self.tr("language"),
            "speech": self.tr("speech"),
            "voice": self.tr("voices"),
            "embedding": self.tr("embedding"),
        }
        self._values[3].setText(size_text(use.free_bytes))
        self.bar.show_use(use)
        if not use.total_bytes:
            self._use.setText(self.tr("No models on the disk yet."))
        else:
            parts = [
                self.tr("{0} {1}").format(names[purpose], size_text(size))
                for purpose, size in use.by_purpose.items()
                if size
            ]
            self._use.setText(self.tr("Models take {0}: {1}.").format(size_text(use.total_bytes), ", ".join(parts)))
        self._describe()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Four beside each other where there is room, else two and two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = 4 if self.width() >= theme().px(_ROOM_FOR_FOUR) else 2
        if columns == self._columns:
            return
        self._columns = columns
        for place, box in enumerate(self._boxes):
            self._grid.addWidget(box, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _graphics_more(self, hardware: Hardware) -> str:
        if not hardware.cards:
            return self.tr("Models use the processor")
        card = hardware.cards[0]
        if len(hardware.cards) > 1:
            return self.tr("and %n more, {0} together", "", len(hardware.cards) - 1).format(
                size_text(hardware.card_memory_bytes)
            )
        if card.shares_memory:
            return self.tr("Shares the computer’s memory")
        if card.memory_bytes is None:
            return self.tr("Memory unknown")
        if card.free_bytes is None:
            return size_text(card.memory_bytes)
        return self.tr("{0}, {1} free now").format(size_text(card.memory_bytes), size_text(card.free_bytes))

    def _describe(self) -> None:
        self.setAccessibleDescription(self.words)


class DiskBar(QWidget):
    """A bar: each purpose's share of what models and free space make together."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shares: list[tuple[str, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Disk space that models take"))

    def show_use(self, use: DiskUse) -> None:
        """Take the shares of `use`."""
        whole = max(1, use.total_bytes + use.free_bytes)
        self._shares = [(_COLOURS[purpose], size / whole) for purpose, size in use.by_purpose.items() if size]
        self.update()

    def sizeHint(self) -> QSize:
        """As thin as a progress bar."""
        return QSize(100, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shares from the left, at least two pixels each; the rest is free."""
        colours = theme().tokens.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.fillPath(outline, QColor(colours.surface_sunken))
        painter.setClipPath(outline)
        left = 0.0
        for colour, share in self._shares:
            width = max(2.0, share * self.width())
            painter.fillRect(QRectF(left, 0, width, self.height()), QColor(colours.named(colour)))
            left += width + 1
        painter.setClipping(False)
        painter.setPen(QColor(colours.control_border))
        painter.drawPath(outline)
