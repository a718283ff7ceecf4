"""What is missing before a question can be answered, in the owner's words, for the window and the quick chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from core.inference.missing_model import Missing

translate = QCoreApplication.translate


def missing_words(missing: Missing) -> tuple[str, str]:
    """A sentence, and the next step."""
    match missing.kind:
        case "program":
            return (
                translate("NoModelCard", "Hearth has no model to ask yet: Ollama is not installed."),
                translate("NoModelCard", "Set it up in a few steps. Hearth downloads it only after you have agreed."),
            )
        case "start":
            return (
                translate("NoModelCard", "Ollama is installed, but it is not running."),
                translate(
                    "NoModelCard", "Start it, or let the set-up do that. Hearth notices by itself when it is there."
                ),
            )
        case "server":
            return (
                translate("NoModelCard", "The model server at {0} cannot be reached.").format(missing.address),
                translate(
                    "NoModelCard", "Check that it runs there and that the address is right, or set up another one."
                ),
            )
        case "models":
            return (
                translate("NoModelCard", "No language model is installed yet."),
                translate("NoModelCard", "The set-up advises models that fit this computer."),
            )
        case "model":
            return (
                translate("NoModelCard", "The model “{0}” is not installed.").format(missing.model),
                translate("NoModelCard", "Install it, or choose another model below."),
            )
        case "other":
            error = missing.error
            return ("", "") if error is None else (error.owner_sentence, error.owner_next_step)
