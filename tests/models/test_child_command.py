"""Parts of Hearth run as processes of their own, from source and as a frozen program; nothing else can be run so."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from models.child_command import MODULES, child_command, child_environment
from models.speech.whisper_messages import Load, frame_of

ROOT = Path(__file__).parents[2]


def test_from_source_python_runs_the_module_and_not_what_lies_in_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "__init__.py").write_text("raise SystemExit('somebody’s file')")
    command = child_command("models.speech.whisper_host")
    assert command == (sys.executable, "-P", "-m", "models.speech.whisper_host")
    done = subprocess.run(
        (*command[:2], "-c", "import models; print(models.__file__)"),
        cwd=tmp_path,
        env=child_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).is_relative_to(ROOT)


def test_a_frozen_program_is_called_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command("models.speech.whisper_host") == (sys.executable, "--child", "models.speech.whisper_host")
    assert "PYTHONPATH" not in child_environment()


def test_the_program_runs_the_parts_that_it_knows() -> None:
    assert all(callable(importlib.import_module(module).main) for module in MODULES)
    load = Load("/no/such/folder", "cpu", "", 1, warm=False)
    done = subprocess.run(
        (sys.executable, "-m", "desktop", "--child", "models.speech.whisper_host"),
        cwd=ROOT,
        input=frame_of(load),
        capture_output=True,
        check=False,
    )
    assert b"/no/such/folder" in done.stdout or done.returncode == 0  # it answers, or saw first that nobody waits
    assert done.stderr == b""


@pytest.mark.parametrize("words", [[], ["os"], ["desktop.app"], ["models.speech.whisper_host", "more"], ["../x"]])
def test_the_program_runs_nothing_else(words: list[str]) -> None:
    done = subprocess.run(
        (sys.executable, "-m", "desktop", "--child", *words), cwd=ROOT, input=b"", capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")


def test_a_child_asks_no_hub_and_tells_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    environment = child_environment({"ONE": "more"})
    assert environment["HF_HUB_OFFLINE"] == environment["ORT_DISABLE_TELEMETRY"] == "1"
    assert (environment["PYTHONPATH"], environment["ONE"]) == (str(ROOT), "more")
