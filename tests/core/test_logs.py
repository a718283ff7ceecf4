from __future__ import annotations

import json
import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.logs import Public, start_logging, stop_logging

SECRET = "the-owner-typed-this"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "state" / "hearth.log"
    handler = start_logging(file, level=logging.DEBUG)
    yield file
    stop_logging(handler)


def lines(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_strings_are_private_and_numbers_and_public_words_are_kept(log: Path) -> None:
    logging.getLogger("hearth.test").info("%s answered %d pieces in %.1f s by %s", Public("gateway"), 7, 1.25, SECRET)
    assert lines(log)[0]["message"] == "gateway answered 7 pieces in 1.2 s by ‹private›"
    assert SECRET not in log.read_text()


def test_a_library_cannot_write_what_it_was_told(log: Path) -> None:
    logging.getLogger("httpx").warning(f"GET http://host/{SECRET}")
    logging.getLogger("httpx").info("not heard at all")
    assert len(lines(log)) == 1
    assert lines(log)[0]["logger"] == "httpx"
    assert SECRET not in log.read_text()


def test_an_exception_keeps_its_place_but_not_its_words(log: Path) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("hearth.test").exception("reading failed")
    assert lines(log)[0]["error"] == "ValueError"
    assert "test_logs.py" in lines(log)[0]["stack"][0]
    assert SECRET not in log.read_text()


def test_only_the_owner_can_read_the_log(log: Path) -> None:
    logging.getLogger("hearth").warning("x")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700
