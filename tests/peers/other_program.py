"""Some other program on the desktop: one window with one line to type in, which tells what happens to it.

`other_program.py TITLE [TEXT]`: TEXT stands in the line, and is selected.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit


def tell(**values: object) -> None:
    """One line for the test."""
    print(json.dumps(values), flush=True)


class Teller(QObject):
    """Tells when the window gains and loses the keyboard."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See each event, keep none."""
        if event.type() == QEvent.Type.WindowActivate:
            tell(event="active")
        elif event.type() == QEvent.Type.WindowDeactivate:
            tell(event="inactive")
        return False


def main() -> int:
    """Show the window until the process is ended."""
    application = QApplication(sys.argv[:1])
    line = QLineEdit(sys.argv[2] if len(sys.argv) > 2 else "")
    line.setWindowTitle(sys.argv[1])
    line.resize(300, 60)
    line.move(80, 500)
    teller = Teller(line)
    line.installEventFilter(teller)
    line.textChanged.connect(lambda text: tell(event="text", text=text))
    line.show()
    line.selectAll()
    if line.text():
        # What a person selects with mouse or keys is offered to all others; a call alone offers nothing.
        QApplication.clipboard().setText(line.text(), QClipboard.Mode.Selection)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
