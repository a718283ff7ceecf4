from __future__ import annotations

import json
import random
from typing import Any

import pytest

from core.conversations.importers.json_pieces import JsonBroken, pieces


def read(text: str, *unfold: str) -> list[tuple[str, Any]]:
    return [(piece.key, piece.value) for piece in pieces(text, unfold=frozenset(unfold))]


def test_an_array_comes_element_by_element_and_an_object_member_by_member() -> None:
    assert read(' [1, "a", {"b": []}]\n') == [("", 1), ("", "a"), ("", {"b": []})]
    assert read('{"a": 1, "list": [2, 3], "other": [4]}', "list") == [
        ("a", 1),
        ("list", 2),
        ("list", 3),
        ("other", [4]),
    ]
    assert read("[]") == read("{}") == read('{"list": []}', "list") == []


def test_what_stands_before_a_broken_place_has_come_already() -> None:
    reading = pieces("[1, 2, oops]")
    found = [next(reading).value, next(reading).value]
    with pytest.raises(JsonBroken) as caught:
        next(reading)

    assert found == [1, 2]
    assert (caught.value.reason, caught.value.at) == ("the JSON is broken", 7)


@pytest.mark.parametrize(
    "text", ["", "[", "[1", "[1,", "{", '{"a"', '{"a":', '{"a": [1', "[1 2]", "[1,]", "1", "nul", "]"]
)
def test_everything_that_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(JsonBroken):
        read(text, "a")


def test_any_value_is_read_as_the_standard_library_reads_it() -> None:
    dice = random.Random(5)

    def value(depth: int) -> Any:
        kind = dice.randrange(6 if depth else 4)
        if kind < 4:
            return dice.choice([None, True, 1.5, -7, "", 'a"\\\n é 😀', "[", "}"])
        if kind == 4:
            return [value(depth - 1) for _ in range(dice.randrange(4))]
        return {dice.choice("abcd"): value(depth - 1) for _ in range(dice.randrange(4))}

    for _ in range(200):
        array, members = [value(3) for _ in range(3)], {"a": value(3), "b": value(2)}
        assert [found for _, found in read(json.dumps(array, indent=dice.choice([None, 2])))] == array
        assert dict(read(json.dumps(members))) == members
