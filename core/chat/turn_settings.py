"""What a turn must know of the settings, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.language.messages import Sampling


@dataclass(frozen=True, slots=True)
class TurnSettings:
    """The owner's wishes for every turn. `default_model` empty takes the first model that a server offers.

    `context_tokens` is the window to ask for, `keep_alive_s` how long the model stays loaded (None: the server's own
    choice), `instructions` what the owner wants every model to know.
    """

    default_model: str = ""
    fallback_models: tuple[str, ...] = ()
    instructions: str = ""
    context_tokens: int = 8192
    sampling: Sampling = field(default_factory=Sampling)
    think: bool | None = None
    keep_alive_s: int | None = 900
    titles: bool = True
