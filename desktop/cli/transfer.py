"""`hearth export` and `hearth import`: chats to a file and back."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from pathlib import Path

from core.assistant import Assistant, ExportFormat
from core.errors import OwnerCanAct
from core.paths import HearthPaths
from desktop.cli.session import open_assistant

_BY_ENDING: dict[str, ExportFormat] = {".md": "markdown", ".json": "json", ".html": "html", ".htm": "html"}


class FileRefused(OwnerCanAct):
    """The file cannot be written or read."""

    sentence = "“{name}” cannot be used: {reason}"
    next_step = "Choose another file or folder."


async def export_chats(options: argparse.Namespace, paths: HearthPaths) -> int:
    """Write the chosen chats, or all, in the chosen format."""
    chosen: ExportFormat = options.format or _BY_ENDING.get(Path(options.file).suffix.lower(), "markdown")
    async with open_assistant(options, paths) as assistant:
        if options.file == "-":
            count = await assistant.export_chats(chosen, sys.stdout.buffer, options.chat or None)
            sys.stdout.buffer.flush()
            return 0
        count = await _write_file(assistant, chosen, Path(options.file), options.chat or None)
    print(f"{count} chats written to {options.file}. The file is not encrypted.", file=sys.stderr)
    return 0


async def import_chats(options: argparse.Namespace, paths: HearthPaths) -> int:
    """Read a foreign or own export into the profile."""
    path = Path(options.file)
    if not path.is_file():
        raise FileRefused(name=path.name, reason="there is no such file.")
    async with open_assistant(options, paths) as assistant:
        report = await assistant.import_chats(path)
    print(f"{report.conversations} chats with {report.messages} messages imported from {report.origin}.")
    for line in report.skipped:
        print(f"skipped: {line}", file=sys.stderr)
    return 0


async def _write_file(assistant: Assistant, chosen: ExportFormat, target: Path, ids: list[str] | None) -> int:
    """Only the owner can read it, and it appears whole or not at all."""
    partial = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        # New and ours: whatever lies there already, such as a link to another file, is not written to.
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            count = await assistant.export_chats(chosen, file, ids)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise FileRefused(str(error), name=target.name, reason=error.strerror or "it cannot be written.") from None
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return count
