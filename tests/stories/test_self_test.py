from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.peers.patience import PATIENCE_S

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_program_tests_itself_in_an_empty_home_and_leaves_nothing(tmp_path: Path) -> None:
    home, temporary, session = tmp_path / "home", tmp_path / "tmp", tmp_path / "run"
    for folder in (home, temporary, session):
        folder.mkdir(mode=0o700, exist_ok=True)
    environment = {
        "HOME": str(home),
        "TMPDIR": str(temporary),
        "XDG_RUNTIME_DIR": str(session),  # without one PulseAudio's client makes itself a folder among temporary files
        "PATH": os.environ["PATH"],
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "C.UTF-8",
    }
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from desktop.__main__ import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, "--self-test"],
        cwd="/",
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "self-test passed" in done.stdout
    assert done.stdout.count("ok  ears and voice: ") == 5
    assert list(temporary.iterdir()) == []
    assert [str(file) for file in session.rglob("*") if not file.is_dir()] == []
    assert [str(file) for file in home.rglob("*") if file.is_file() and "fontconfig" not in file.parts] == []
