"""Text in pictures is recognised by models that come with the library, without a word to anybody or a file written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from models.child_command import child_environment
from tests.habits.source_tree import ROOT
from tests.peers.small_documents import picture

# urllib3, which comes with a downloader that is never used, looks whether this machine has IPv6.
TRIES_IPV6 = "socket.bind (('::1', 0),)"

_WATCHED = """
import json, os, sys
did = set()
def watch(event, arguments):
    if event == "open" and len(arguments) > 2 and isinstance(arguments[2], int):
        if arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and "__pycache__" not in str(arguments[0]):
            did.add(f"wrote {arguments[0]}")
    elif event.startswith("socket.") and event not in ("socket.__new__", "socket.gethostname"):
        did.add(f"{event} {arguments[1:]}")
    elif event in ("subprocess.Popen", "os.system", "os.mkdir", "os.posix_spawn"):
        did.add(f"{event} {arguments[0]}")
sys.addaudithook(watch)
import numpy as np
from models.vision.ocr import PictureReader
from PIL import Image
pixels = np.array(Image.open(sys.argv[1]).convert("RGB"))
lines = PictureReader().read(pixels)
blank = PictureReader().read(np.full((200, 300, 3), 255, np.uint8))
told = [[line.text, line.left, line.top, line.right, line.bottom, line.certainty] for line in lines]
print(json.dumps([told, len(blank), sorted(did)]))
"""


def test_it_tells_lines_with_their_places_and_does_nothing_else(tmp_path: Path) -> None:
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
    ((text, left, top, right, bottom, certainty),) = lines
    assert text == "Fog over the harbour"
    assert 10 < left < 50 < 300 < right < 500
    assert 40 < top < 90 < bottom < 130
    assert 0.8 < certainty <= 1.0
    assert blank == 0
    assert set(did) <= {TRIES_IPV6}
    assert list(home.iterdir()) == []
