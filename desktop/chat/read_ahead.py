"""Reads messages near the ones in sight while nothing else happens, so that scrolling to a long one does not wait."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer

from desktop.chat.block_stream import BlockStream
from desktop.chat.transcript_model import TranscriptModel

#: Reading goes on in slices of this many seconds; a frame at 60 Hz is 16 ms.
_SLICE_S = 0.003
#: Characters read between two looks at the clock: about 1 ms.
_STEP = 900
#: Shorter messages are read in less than 3 ms when they are needed.
_WORTH_IT = 2_500
_NEIGHBOURS = 8


class ReadAhead(QObject):
    """Fills the model's store of blocks. Its owner is the row list; it ends with it."""

    def __init__(self, parent: QObject, model: TranscriptModel) -> None:
        super().__init__(parent)
        self._model = model
        self._wanted: list[str] = []
        self._reading: tuple[str, str, BlockStream, int] | None = None  # id, text, stream, characters read
        self._timer = QTimer(self)
        self._timer.setInterval(15)
        self._timer.timeout.connect(self._work)

    def look_around(self, first: int, last: int) -> None:
        """Rows `first` to `last` exist now: read the long answers before and after them."""
        around = [*range(first - 1, first - _NEIGHBOURS, -1), *range(last + 1, last + _NEIGHBOURS)]
        self._wanted = [
            self._model[index].message_id
            for index in around
            if 0 <= index < len(self._model)
            and len(self._model[index].text) > _WORTH_IT
            and self._model[index].role != "user"
            and not self._model.is_read(index)
        ]
        if self._wanted:
            self._timer.start()

    def _work(self) -> None:
        deadline = time.perf_counter() + _SLICE_S
        while time.perf_counter() < deadline:
            if self._reading is None and not self._begin_next():
                self._timer.stop()
                return
            self._read_on()

    def _begin_next(self) -> bool:
        while self._wanted:
            message_id = self._wanted.pop(0)
            index = self._model.index_of(message_id)
            if index is not None and self._model.live(message_id) is None and not self._model.is_read(index):
                self._reading = (message_id, self._model.shown_text(index), BlockStream(), 0)
                return True
        return False

    def _read_on(self) -> None:
        if self._reading is None:
            return
        message_id, text, stream, position = self._reading
        stream.append(text[position : position + _STEP])
        position += _STEP
        if position < len(text):
            self._reading = (message_id, text, stream, position)
            return
        stream.finish()
        self._model.keep(message_id, text, stream.blocks)
        self._reading = None
