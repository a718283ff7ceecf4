"""What the owner set for one model: sampling, window, how long it stays loaded. None leaves it to the next in line.

The line is: the persona's, the model's, the settings', the model file's own. `over` lays one on another.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from core.clock import Clock, RealClock
from core.errors import OwnerCanAct
from core.vault.database import Connection
from core.vault.readers import Readers
from core.vault.writer import Writer

# Smallest and largest value of each, as Ollama and llama.cpp take them; a month is as good as for ever.
LIMITS: Final[Mapping[str, tuple[float, float]]] = {
    "temperature": (0.0, 2.0),
    "top_p": (0.0, 1.0),
    "top_k": (0, 1000),
    "repeat_penalty": (0.0, 2.0),
    "seed": (0, 2**31 - 1),
    "context_tokens": (512, 1_048_576),
    "keep_alive_minutes": (0, 43_200),
    "max_tokens": (1, 1_048_576),
}
_WHOLE = frozenset({"top_k", "seed", "context_tokens", "keep_alive_minutes", "max_tokens"})


class ParameterRefused(OwnerCanAct):
    """A parameter lies outside its limits."""

    sentence = "“{name}” must lie between {least} and {most}."
    next_step = "Enter a number within these limits, or leave the field empty for the model’s own value."


@dataclass(frozen=True, slots=True)
class ModelParameters:
    """Wishes for one model or persona; None is no wish. The names are Ollama's where it has one.

    `context_tokens` is the window to ask for, `max_tokens` the longest answer, `keep_alive_minutes` how long the model
    stays in memory after use, `seed` makes answers repeatable.
    """

    temperature: float | None = None
    top_p: float | None = None
    top_k: int | None = None
    repeat_penalty: float | None = None
    seed: int | None = None
    context_tokens: int | None = None
    keep_alive_minutes: int | None = None
    max_tokens: int | None = None

    def over(self, other: ModelParameters) -> ModelParameters:
        """These, and `other` wherever these have no wish."""
        return ModelParameters(
            **{name: value if (value := getattr(self, name)) is not None else getattr(other, name) for name in LIMITS}
        )

    @property
    def is_empty(self) -> bool:
        """Whether there is no wish at all."""
        return all(getattr(self, name) is None for name in LIMITS)

    def check(self) -> None:
        """Raises `ParameterRefused` for the first value outside its limits."""
        for name, (least, most) in LIMITS.items():
            value = getattr(self, name)
            if value is not None and not least <= value <= most:  # a NaN is within no limits
                raise ParameterRefused(f"{name}={value!r}", name=name, least=f"{least:g}", most=f"{most:g}")

    def as_dict(self) -> dict[str, float | int]:
        """Only the wishes, as plain JSON values."""
        return {name: value for name in LIMITS if (value := getattr(self, name)) is not None}

    @classmethod
    def from_mapping(cls, told: Mapping[str, Any]) -> ModelParameters:
        """From untrusted values, such as an imported file: what is no number, or out of its limits, is left out."""
        return cls(**{name: value for name in LIMITS if (value := _fitting(name, told.get(name))) is not None})


def _fitting(name: str, value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    least, most = LIMITS[name]
    if not least <= value <= most:
        return None
    if name not in _WHOLE:
        return float(value)
    return int(value) if value == int(value) else None


assert tuple(LIMITS) == tuple(field.name for field in fields(ModelParameters))


class ParameterTable:
    """The table `model_parameters`: wishes by the name under which the gateway knows the model."""

    def __init__(self, writer: Writer, readers: Readers, *, clock: Clock | None = None) -> None:
        self._writer = writer
        self._readers = readers
        self._clock = clock or RealClock()

    async def of(self, model: str) -> ModelParameters:
        """The wishes for `model`; empty ones when nothing was set. Takes one read of a row (under 1 ms)."""

        def read(connection: Connection) -> str | None:
            row = connection.execute("SELECT parameters FROM model_parameters WHERE model = ?", (model,)).fetchone()
            return None if row is None else str(row[0])

        return _parameters_in(await self._readers.run(read))

    async def all(self) -> dict[str, ModelParameters]:
        """The wishes for all models that have some."""
        rows = await self._readers.run(
            lambda connection: connection.execute("SELECT model, parameters FROM model_parameters").fetchall()
        )
        return {model: _parameters_in(text) for model, text in rows}

    async def set(self, model: str, parameters: ModelParameters) -> None:
        """Keep `parameters` for `model`; empty ones forget it. Raises `ParameterRefused`."""
        parameters.check()
        text, at = json.dumps(parameters.as_dict()), int(self._clock.now().timestamp() * 1000)

        def write(connection: Connection) -> None:
            if parameters.is_empty:
                connection.execute("DELETE FROM model_parameters WHERE model = ?", (model,))
                return
            connection.execute(
                "INSERT INTO model_parameters (model, parameters, changed_at) VALUES (?1, ?2, ?3)"
                " ON CONFLICT (model) DO UPDATE SET parameters = ?2, changed_at = ?3",
                (model, text, at),
            )

        await self._writer.run(write)


def _parameters_in(text: str | None) -> ModelParameters:
    """A row that cannot be read counts as no wishes: it must not keep anybody from asking."""
    try:
        told = json.loads(text or "{}")
    except ValueError:
        return ModelParameters()
    return ModelParameters.from_mapping(told if isinstance(told, dict) else {})
