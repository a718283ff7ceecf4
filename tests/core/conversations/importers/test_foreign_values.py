from __future__ import annotations

from datetime import UTC, datetime

import pytest

from core.conversations.importers.foreign_values import count_of, data_url, kind_of, number_of, time_of

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("factor", [1, 1000, 1_000_000, 1_000_000_000])
def test_times_are_read_in_whatever_unit_they_are_counted(factor: int) -> None:
    assert time_of(int(NOON.timestamp()) * factor) == NOON


def test_iso_times_are_read_and_without_a_zone_are_utc() -> None:
    assert time_of("2026-01-01T12:00:00Z") == NOON
    assert time_of("2026-01-01T13:00:00+01:00") == NOON
    assert time_of("2026-01-01 12:00") == NOON


@pytest.mark.parametrize(
    "value", [None, True, "", "noon", 0, -5, float("nan"), float("inf"), 1e300, 10**400, [], {}, "0001-01-01T00:00"]
)
def test_what_is_no_time_is_none(value: object) -> None:
    assert time_of(value) is None


def test_numbers_are_finite_and_counts_whole() -> None:
    assert [number_of(value) for value in (1, 2.5, True, "3", float("nan"), 10**400)] == [
        1,
        2.5,
        None,
        None,
        None,
        None,
    ]
    assert [count_of(value) for value in (0, 7.9, -1, 2**60, None)] == [0, 7, None, None, None]


def test_only_whole_data_urls_hold_a_file() -> None:
    picture = data_url("data:image/png;base64,AAAA", name="x")
    assert picture is not None
    assert (picture.kind, picture.name, picture.media_type, picture.data) == ("image", "x", "image/png", b"\0\0\0")
    for broken in ("", "https://x", "data:image/png,AAAA", "data:image/png;base64,A", "data:;base64", "x;base64,AAAA"):
        assert data_url(broken, name="x") is None


def test_a_drawing_that_may_hold_scripts_is_no_picture() -> None:
    assert [kind_of(name) for name in ("image/png", "image/svg+xml", "text/plain", "application/json", "x/y")] == [
        "image",
        "file",
        "text",
        "text",
        "file",
    ]
