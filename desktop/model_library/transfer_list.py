"""What is being fetched or made now, one row each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets.transfer_row import TransferRow

if TYPE_CHECKING:
    from core.library.transfers import Transfer


class TransferList(QWidget):
    """Rows stay the same widgets while their transfer lives, so that the keyboard stays on its button."""

    pause_wanted = Signal(str)
    resume_wanted = Signal(str)
    cancel_wanted = Signal(str)
    dismiss_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Downloads"))
        self.rows: dict[str, TransferRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.hide()

    def show_all(self, transfers: Sequence[Transfer]) -> None:
        """Show these and no others."""
        known = {transfer.transfer_id for transfer in transfers}
        for transfer_id in [one for one in self.rows if one not in known]:
            self._drop(transfer_id)
        for transfer in transfers:
            self.show_one(transfer)

    def show_one(self, transfer: Transfer) -> None:
        """Show how far one has come; one that has ended well, or as the owner wished, goes."""
        if transfer.state in ("done", "cancelled"):
            self._drop(transfer.transfer_id)
            return
        row = self.rows.get(transfer.transfer_id)
        if row is None:
            row = TransferRow(self)
            row.pause_wanted.connect(self.pause_wanted)
            row.resume_wanted.connect(self.resume_wanted)
            row.cancel_wanted.connect(self.cancel_wanted)
            row.dismiss_wanted.connect(self.dismiss_wanted)
            self.rows[transfer.transfer_id] = row
            self._layout.insertWidget(0, row)
            self.show()
        row.show_transfer(transfer)

    def _drop(self, transfer_id: str) -> None:
        row = self.rows.pop(transfer_id, None)
        if row is not None:
            row.hide()
            row.deleteLater()
        self.setVisible(bool(self.rows))
