from __future__ import annotations

import pytest

from core.inference.served_models import ModelPlace, name_of, place_of


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("llama3.2:3b", ModelPlace("ollama", "llama3.2:3b")),
        ("hf.co/org/model:Q4", ModelPlace("ollama", "hf.co/org/model:Q4")),
        ("openai:qwen3@lab", ModelPlace("lab", "qwen3")),
        ("openai:org/model@v2@lab", ModelPlace("lab", "org/model@v2")),
        ("openai:latest", ModelPlace("ollama", "openai:latest")),
        ("openai:@lab", ModelPlace("ollama", "openai:@lab")),
        ("", ModelPlace("ollama", "")),
    ],
)
def test_a_name_says_which_server_it_belongs_to(name: str, place: ModelPlace) -> None:
    assert place_of(name) == place
    assert name_of(place) == name
