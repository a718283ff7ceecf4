"""What a turn must know of the settings, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any

from core.library.model_parameters import ModelParameters
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

    def under(self, wishes: ModelParameters) -> TurnSettings:
        """These, but `wishes` wherever there are some."""
        told: dict[str, Any] = wishes.as_dict()
        sampling = {name: told[name] for name in _SAMPLED if name in told}
        minutes = wishes.keep_alive_minutes
        return replace(
            self,
            sampling=replace(self.sampling, **sampling) if sampling else self.sampling,
            context_tokens=wishes.context_tokens or self.context_tokens,
            keep_alive_s=self.keep_alive_s if minutes is None else minutes * 60,
        )


# What a request can say of them.
_SAMPLED = frozenset(field.name for field in fields(Sampling)) & frozenset(ModelParameters.__slots__)
