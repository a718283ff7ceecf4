"""Sums of row heights against the plain way of adding them up."""

from __future__ import annotations

import random

from desktop.chat.row_heights import RowHeights


def test_sums_and_rows_agree_with_plain_addition() -> None:
    choose = random.Random(5)
    plain = [choose.randint(1, 900) for _ in range(257)]
    heights = RowHeights(plain)
    for _ in range(300):
        if choose.random() < 0.3:
            plain.append(choose.randint(1, 900))
            heights.append(plain[-1])
        else:
            index = choose.randrange(len(plain))
            plain[index] = choose.randint(1, 900)
            heights.set(index, plain[index])
        index = choose.randrange(len(plain) + 1)
        assert heights.before(index) == sum(plain[:index])
        y = choose.randrange(sum(plain))
        row = heights.row_at(y)
        assert sum(plain[:row]) <= y < sum(plain[: row + 1])
        assert heights.total == sum(plain)


def test_places_outside_belong_to_the_first_and_last_row() -> None:
    heights = RowHeights([10, 20])
    assert (heights.row_at(-5), heights.row_at(500), RowHeights().row_at(3)) == (0, 1, 0)
