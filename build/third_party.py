"""Writes the table of direct dependencies and their licences into the README, from the installed packages' metadata."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- licences -->", "<!-- /licences -->"

# What the metadata leaves out or says too loosely, read in the packages' own files.
KNOWN = {
    "PySide6-Essentials": "LGPL-3.0-only or GPL",
    "sqlcipher3": "zlib (binding), BSD-3-Clause (SQLCipher), Apache-2.0 (OpenSSL)",
    "cryptography": "Apache-2.0 or BSD-3-Clause",
    "pygments": "BSD-2-Clause",
    "platformdirs": "MIT",
    "pynput": "LGPL-3.0-only",
    "python-xlib": "LGPL-2.1-or-later",
    "zstandard": "BSD-3-Clause",
    "httpcore": "BSD-3-Clause",
    "faster-whisper": "MIT",
    "piper-tts": "GPL-3.0-or-later (with espeak-ng)",
    "onnxruntime": "MIT",
    "av": "BSD-3-Clause; in its wheels FFmpeg (LGPL-3.0-or-later) with x264 and x265 (GPL-2.0-or-later)",
    "numpy": "BSD-3-Clause; in its wheels OpenBLAS (BSD-3-Clause), GCC’s libraries (GPL-3.0-or-later, with exception)",
    "soxr": "LGPL-2.1-or-later",
    "livekit": "Apache-2.0, with WebRTC (BSD-3-Clause)",
    "rapidfuzz": "MIT",
    "py3langid": "BSD-3-Clause",
    "pulsectl": "MIT",
    "tokenizers": "Apache-2.0",
    "chromadb": "Apache-2.0",
    "pypdfium2": "BSD-3-Clause or Apache-2.0, with PDFium (BSD-3-Clause)",
    "python-docx": "MIT",
    "openpyxl": "MIT",
    "python-pptx": "MIT",
    "lxml": "BSD-3-Clause, with libxml2 and libxslt (MIT)",
    "striprtf": "BSD-3-Clause",
    "semantic-text-splitter": "MIT",
    "watchfiles": "MIT",
    "rapidocr": "Apache-2.0, with models of PaddleOCR (Apache-2.0)",
    "opencv-python-headless": "Apache-2.0; in its wheels FFmpeg (LGPL-2.1-or-later) and OpenBLAS (BSD-3-Clause)",
    "pillow": "MIT-CMU",
}


def main() -> int:
    """Rewrite the table between the two marks; returns 1 when the README has no marks."""
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        print("README.md has no place for the table", file=sys.stderr)
        return 1
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    readme.write_text(f"{before}{BEGIN}\n{table()}\n{END}{after}", encoding="utf-8")
    return 0


def table() -> str:
    """Markdown: package, what for (the sentence in pyproject), licence."""
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    project = tomllib.loads("\n".join(lines))["project"]
    rows = ["| package | what for | licence |", "| --- | --- | --- |"]
    for requirement in project["dependencies"]:
        name = re.split(r"[><=;\s]", requirement, maxsplit=1)[0]
        line = next(line for line in lines if line.strip().startswith(f'"{requirement.split(">")[0]}'))
        why = line.partition("#")[2].strip()
        rows.append(f"| {name} | {why} | {licence_of(name)} |")
    return "\n".join(rows)


def licence_of(name: str) -> str:
    """What we know, else what the package says of itself."""
    if name in KNOWN:
        return KNOWN[name]
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return "not installed here"
    if expression := about.get("License-Expression"):
        return expression
    classifiers = [entry.rpartition(" :: ")[2] for entry in about.get_all("Classifier") or [] if "License ::" in entry]
    return ", ".join(classifiers) or (about.get("License") or "see the package").splitlines()[0]


if __name__ == "__main__":
    sys.exit(main())
