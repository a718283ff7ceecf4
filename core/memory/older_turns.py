"""Messages of a long chat that its context no longer holds, looked up again for the question that is asked now."""

from __future__ import annotations

from dataclasses import dataclass

from models.language.messages import Role


@dataclass(frozen=True, slots=True)
class OlderMessage:
    """One of them; `cosine` is its nearness to the question."""

    row_id: int
    message_id: str
    role: Role
    text: str
    cosine: float
