"""Builds the one-folder program with PyInstaller in folders of its own, makes it smaller, and lets it test itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".cache" / "pyinstaller"
DIST = ROOT / "dist"
PROGRAM = DIST / "hearth" / ("hearth.exe" if os.name == "nt" else "hearth")


def main() -> int:
    """Build, strip, test; returns 0 when the program passed its own test in an empty environment."""
    build()
    if sys.platform.startswith("linux") and shutil.which("strip"):
        strip()
    tell_sizes()
    return self_test()


def build() -> None:
    """Call PyInstaller; its default work folder would litter build/, which holds tracked files."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--workpath", str(WORK), "--distpath", str(DIST), str(ROOT / "installer.spec")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def strip() -> None:
    """Drop debug symbols; not those of the linear algebra that numpy and OpenCV bring, which do not load afterwards."""
    for file in PROGRAM.parent.rglob("*.so*"):
        if file.is_file() and not file.is_symlink() and "numpy.libs" not in file.parts and "openblas" not in file.name:
            subprocess.run(["strip", "--strip-unneeded", str(file)], check=False, capture_output=True)


def tell_sizes() -> None:
    """Print what the folder takes, and its biggest parts; links are not counted."""
    inside = PROGRAM.parent / "_internal"
    parts: Counter[str] = Counter()
    for file in PROGRAM.parent.rglob("*"):
        if file.is_file() and not file.is_symlink():
            parts[file.relative_to(inside).parts[0] if file.is_relative_to(inside) else file.name] += (
                file.stat().st_size
            )
    biggest = ", ".join(f"{name} {size / 1e6:.0f}" for name, size in parts.most_common(12))
    print(f"hearth: {PROGRAM.parent.relative_to(ROOT)} holds {parts.total() / 1e6:.0f} MB: {biggest}", flush=True)


def self_test() -> int:
    """Run `--self-test` with an empty environment, an empty home and `/` as folder."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "TMPDIR": home, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
        if os.name == "nt":
            environment = {**os.environ, "LOCALAPPDATA": home, "QT_QPA_PLATFORM": "offscreen"}
        command = [str(PROGRAM), "--self-test"]
        status = subprocess.run(command, cwd=Path(home).anchor, env=environment, timeout=600, check=False).returncode
    print(f"hearth: the program's own test {'passed' if status == 0 else 'FAILED'}", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
