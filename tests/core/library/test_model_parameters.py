from __future__ import annotations

import math
from collections.abc import Iterator

import pytest

from core.clock import ManualClock
from core.library.model_parameters import LIMITS, ModelParameters, ParameterRefused, ParameterTable
from core.vault.ephemeral import EphemeralDatabase


@pytest.fixture
def table() -> Iterator[ParameterTable]:
    database = EphemeralDatabase()
    yield ParameterTable(database.writer, database.readers, clock=ManualClock())
    database.close()


async def test_what_was_set_for_a_model_is_read_again(table: ParameterTable) -> None:
    wishes = ModelParameters(temperature=0.3, top_k=20, seed=7, context_tokens=16_384, keep_alive_minutes=0)
    await table.set("qwen3:4b", wishes)
    await table.set("llama3.2:3b", ModelParameters(top_p=0.5))
    assert await table.of("qwen3:4b") == wishes
    assert await table.all() == {"qwen3:4b": wishes, "llama3.2:3b": ModelParameters(top_p=0.5)}
    assert await table.of("gemma3:4b") == ModelParameters()


async def test_setting_nothing_forgets_the_model(table: ParameterTable) -> None:
    await table.set("qwen3:4b", ModelParameters(seed=7))
    await table.set("qwen3:4b", ModelParameters())
    assert await table.all() == {}


def test_the_persona_goes_before_the_model() -> None:
    persona, model = ModelParameters(temperature=0.0, seed=1), ModelParameters(temperature=0.9, top_k=5)
    assert persona.over(model) == ModelParameters(temperature=0.0, seed=1, top_k=5)


@pytest.mark.parametrize("name", LIMITS)
async def test_a_value_beyond_its_limits_is_refused_and_nothing_is_kept(table: ParameterTable, name: str) -> None:
    least, most = LIMITS[name]
    for value in (least - 1, most + 1, math.nan):
        with pytest.raises(ParameterRefused) as refused:
            await table.set("qwen3:4b", ModelParameters(**{name: value}))  # type: ignore[arg-type]
        assert name in refused.value.owner_sentence
    assert await table.all() == {}


def test_values_of_a_foreign_file_that_do_not_fit_are_left_out() -> None:
    told = {"temperature": "hot", "top_p": 0.5, "top_k": 2.5, "seed": True, "context_tokens": 8192.0, "evil": 1}
    assert ModelParameters.from_mapping(told) == ModelParameters(top_p=0.5, context_tokens=8192)
    assert ModelParameters.from_mapping({"temperature": math.inf, "seed": -1, "top_k": None}).is_empty


def test_wishes_survive_being_written_as_plain_values() -> None:
    wishes = ModelParameters(temperature=1.0, repeat_penalty=1.1, max_tokens=100)
    assert ModelParameters.from_mapping(wishes.as_dict()) == wishes
