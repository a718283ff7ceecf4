"""What can go wrong with memories."""

from __future__ import annotations

from core.errors import OwnerCanAct


class MemoryMissing(OwnerCanAct):
    """No such memory: forgotten meanwhile, or taken over by a newer one."""

    sentence = "This is no longer remembered."
    next_step = "It was forgotten or replaced. Add it again if Hearth should know it."


class MemoryUnfit(OwnerCanAct):
    """A memory is a sentence or two, and not nothing."""

    sentence = "A memory has between 1 and {most} characters."
    next_step = "Say it in a sentence or two; put longer texts into a collection of documents."
