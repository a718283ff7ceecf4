"""Text in pictures is recognised by models that come with the library, without a word to anybody or a file written."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
from PIL import Image

from models.child_command import child_environment
from models.vision.ocr import PictureReader
from tests.habits.source_tree import ROOT
from tests.peers.small_documents import picture

_WATCHED = """
import json, os, sys
did = set()
def watch(event, arguments):
    if event == "open" and len(arguments) > 2 and isinstance(arguments[2], int):
        if arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and "__pycache__" not in str(arguments[0]):
            did.add(f"wrote {arguments[0]}")
    elif event.startswith("socket.") and event not in ("socket.__new__", "socket.gethostname"):
        did.add(event)
    elif event in ("subprocess.Popen", "os.system", "os.mkdir", "os.posix_spawn"):
        did.add(f"{event} {arguments[0]}")
sys.addaudithook(watch)
import numpy as np
from models.vision.ocr import PictureReader
from PIL import Image
pixels = np.array(Image.open(sys.argv[1]).convert("RGB"))
lines = PictureReader().read(pixels)
blank = PictureReader().read(np.full((200, 300, 3), 255, np.uint8))
print(json.dumps([[line.text for line in lines], len(blank), sorted(did)]))
"""


def test_it_reads_and_does_nothing_else(tmp_path: Path) -> None:
    home = tmp_path / "watched"
    home.mkdir()
    file = tmp_path / "photo.png"
    file.write_bytes(picture("Fog over the harbour"))
    environment = child_environment({"HOME": str(home), "TMPDIR": str(home), "PYTHONDONTWRITEBYTECODE": "1"})
    done = subprocess.run(
        [sys.executable, "-P", "-c", _WATCHED, str(file)],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    lines, blank, did = json.loads(done.stdout.splitlines()[-1])
    assert lines == ["Fog over the harbour"]
    assert blank == 0
    assert did == []
    assert list(home.iterdir()) == []


def test_a_line_is_told_with_its_place() -> None:
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    pixels = np.array(Image.open(io.BytesIO(picture("Fog", size=(400, 200)))).convert("RGB"))
    (line,) = PictureReader().read(pixels)
    assert line.text == "Fog"
    assert 10 < line.left < 50 < line.right < 160
    assert 40 < line.top < 90 < line.bottom < 130
    assert 0.8 < line.certainty <= 1.0
