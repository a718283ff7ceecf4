"""The list of further model servers: name, address, key."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.icon_button import IconButton


class ServerRecords(QWidget):
    """`changed` carries the whole new list as plain dictionaries."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records: list[dict[str, str]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.name = self._line(self.tr("Name"), self.tr("workshop"))
        self.address = self._line(self.tr("Address"), "http://127.0.0.1:8080/v1")
        self.key = self._line(self.tr("Key, if it asks for one"), "")
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_button = QPushButton(self.tr("Add server"), self)
        self.add_button.clicked.connect(self._add)
        fields = QGridLayout()
        for column, line in enumerate((self.name, self.address, self.key)):
            fields.addWidget(line, 0, column)
        fields.addWidget(self.add_button, 0, 3)
        for column, share in enumerate((2, 4, 3)):
            fields.setColumnStretch(column, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._list)
        layout.addLayout(fields)

    def show_records(self, records: Any) -> None:
        """Show the servers that are set."""
        self._records = [{"name": one.name, "address": one.address, "api_key": one.api_key} for one in records]
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for record in self._records:
            self._list.addWidget(self._row(record))

    def _row(self, record: dict[str, str]) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(QLabel(f"{record['name']}: {record['address']}", row), stretch=1)
        remove = IconButton("trash", self.tr("Remove {0}").format(record["name"]), parent=row)
        remove.clicked.connect(lambda: self.changed.emit([one for one in self._records if one is not record]))
        layout.addWidget(remove)
        return row

    def _line(self, name: str, example: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setPlaceholderText(example or name)
        line.setToolTip(name)
        return line

    def _add(self) -> None:
        name, address = self.name.text().strip(), self.address.text().strip()
        if not name or not address:
            (self.address if name else self.name).setFocus()
            return
        record = {"name": name, "address": address, "api_key": self.key.text().strip()}
        for line in (self.name, self.address, self.key):
            line.clear()
        self.changed.emit([*self._records, record])
