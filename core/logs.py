"""Logging that cannot give the owner away: strings are private unless the code marks them public.

The template of a message is written by us and always kept. Of its arguments only numbers, truth values, None and what
is wrapped in `Public` are kept; every other argument becomes `‹private›`. Messages of libraries are withheld (they
may hold addresses or text); their logger, level and place remain. Exceptions keep type and stack, not their message.
"""

from __future__ import annotations

import json
import logging
import logging.handlers
import os
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT_NAME = "hearth"
MOST_BYTES = 1_000_000
OLD_FILES = 3
PRIVATE = "‹private›"


class Public(str):
    """A word that may stand in the log: a name from our own code, never something typed, read or answered."""

    __slots__ = ()


class PrivateByDefault(logging.Formatter):
    """One JSON object a line: `at`, `level`, `logger`, `message`, and `error` with type and stack."""

    def format(self, record: logging.LogRecord) -> str:
        """The line for `record`, without anything private."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": _message(record),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["stack"] = [
                f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])
            ]
        return json.dumps(line, ensure_ascii=False)


class _OwnerOnlyFile(logging.handlers.RotatingFileHandler):
    """A rotating file that only its owner can read, from its first byte."""

    def _open(self) -> Any:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(handle, "a", encoding="utf-8")


def start_logging(file: Path | None, *, level: int = logging.INFO) -> logging.Handler:
    """Send Hearth's log to `file` (None: nowhere). Libraries are heard from warnings up. Returns the handler."""
    root = logging.getLogger()
    handler: logging.Handler
    if file is None:
        handler = logging.NullHandler()
    else:
        handler = _OwnerOnlyFile(str(file), maxBytes=MOST_BYTES, backupCount=OLD_FILES, delay=True)
    handler.setFormatter(PrivateByDefault())
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger(ROOT_NAME).setLevel(level)
    return handler


def stop_logging(handler: logging.Handler) -> None:
    """Flush and take `handler` away again."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def _message(record: logging.LogRecord) -> str:
    if record.name != ROOT_NAME and not record.name.startswith(ROOT_NAME + "."):
        return f"(withheld; {Path(record.pathname).name}:{record.lineno})"
    template = str(record.msg)
    if not record.args:
        return template
    if isinstance(record.args, dict):
        return template % {name: _shown(value) for name, value in record.args.items()}
    return template % tuple(_shown(value) for value in record.args)


def _shown(value: object) -> object:
    if value is None or isinstance(value, int | float | Public):
        return value
    return _Withheld()


class _Withheld:
    def __str__(self) -> str:
        return PRIVATE

    __repr__ = __str__
