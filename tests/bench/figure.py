"""One row of the bench: a median, and its ratio to a floor measured in the same run."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` in `unit`; `target` is the bound for `ratio` where there is a floor, else for `value`.

    `at_least` turns the bound around. A figure without a target only informs.
    """

    name: str
    value: float
    unit: str
    floor: float | None = None
    target: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Value against floor, None where there is none."""
        return None if not self.floor else self.value / self.floor

    @property
    def ok(self) -> bool | None:
        """Whether the target is reached, None without one."""
        if self.target is None:
            return None
        judged = self.value if self.ratio is None else self.ratio
        return judged >= self.target if self.at_least else judged <= self.target

    def as_json(self) -> str:
        """One line for machines."""
        return json.dumps({**asdict(self), "ratio": self.ratio, "ok": self.ok}, ensure_ascii=False)

    def as_row(self) -> str:
        """One line for people."""
        floor = "" if self.floor is None else f"{self.floor:,.2f}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} ×"
        sign = "≥" if self.at_least else "≤"
        target = "" if self.target is None else f"{sign} {self.target:g}{' ×' if self.ratio is not None else ''}"
        verdict = {True: "ok", False: "FALLS SHORT", None: ""}[self.ok]
        return (
            f"{self.name:<58} {self.value:>10,.2f} {self.unit:<8} {floor:>10} {ratio:>8} {target:>9}  {verdict}"
            f"{'  ' + self.note if self.note else ''}"
        )


Measure = Callable[[], list[Figure]]


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` (0 to 1) of `values` lie; nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
