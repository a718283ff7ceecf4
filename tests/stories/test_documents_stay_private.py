"""Documents of every format are read, asked and locked: nothing of them lies readable anywhere, nothing else is written
anywhere, and nobody is called.

The program runs as one of its own in an empty home, watched from outside by the kernel's own account where there is
strace: that also covers what libraries do by themselves (Chroma, onnxruntime, rapidocr, pypdfium2, watchfiles).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.peers.canary_documents import FORMATS, write_canaries
from tests.stories.test_nothing_readable import disguises, files_with

ROOT = Path(__file__).resolve().parent.parent.parent
CANARY = "Kanarienhahn7f3aschmettert"
CALLS = "open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,link,linkat,symlink,symlinkat,rename,renameat,renameat2"


@dataclass(frozen=True)
class Place:
    """An empty computer: `home` with the profile, `temporary`, `current`, and the owner's `papers` beside them."""

    folder: Path

    def __post_init__(self) -> None:
        for each in (self.home, self.temporary, self.current):
            each.mkdir(parents=True)
        write_canaries(self.papers, CANARY)

    @property
    def home(self) -> Path:
        return self.folder / "home of an owner"

    @property
    def profile(self) -> Path:
        return self.home / "hearth"

    @property
    def temporary(self) -> Path:
        return self.folder / "temporary"

    @property
    def current(self) -> Path:
        return self.folder / "current"

    @property
    def papers(self) -> Path:
        return self.folder / "papers"

    def run(self, *more: str, watched_by: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
        """Read, ask and lock; or be killed."""
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
            "HOME": str(self.home),
            "HEARTH_HOME": str(self.profile),
            "TMPDIR": str(self.temporary),
            "SQLITE_TMPDIR": str(self.temporary),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        program = (sys.executable, "-P", "-m", "tests.peers.document_program")
        return subprocess.run(
            [*watched_by, *program, str(self.profile), str(self.papers), CANARY, *more],
            env=environment,
            cwd=self.current,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )

    def written_elsewhere(self) -> list[str]:
        """Files that lie outside of the profile."""
        return [
            str(file.relative_to(self.folder))
            for place in (self.home, self.temporary, self.current)
            for file in place.rglob("*")
            if file.is_file() and not file.is_relative_to(self.profile)
        ]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "computer")


def test_every_format_really_holds_the_word(tmp_path: Path) -> None:
    """In the open, in another encoding, or packed; of pictures it is drawn and told."""
    import io
    import zipfile

    for name, make in FORMATS.items():
        data = make(CANARY)
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                data = b"".join(package.read(part) for part in package.namelist())
        assert any(form in data for form in disguises(CANARY)), name


@pytest.mark.timeout(300)
def test_a_word_of_documents_is_in_no_file_and_nothing_is_written_elsewhere_and_nobody_is_called(place: Place) -> None:
    log = place.folder / "calls"
    strace = shutil.which("strace")
    watched_by = (strace, "-f", "-qq", "-s", "300", "-e", f"trace={CALLS},connect,sendto", "-o", str(log))
    can_watch = strace is not None and subprocess.run([*watched_by, "true"], check=False).returncode == 0  # type: ignore[list-item]
    done = place.run(watched_by=watched_by if can_watch else ())  # type: ignore[arg-type]
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout)
    assert told["states"] == {f"{CANARY} note": "ready", **{f"{CANARY} {name}": "ready" for name in FORMATS}}
    assert told["found"] > 0
    assert told["again"] > 0
    assert "chroma" in told["engines"]
    assert {"SourcesFound", "TurnFinished"} <= set(told["events"])
    assert files_with(CANARY, place.home, place.temporary, place.current) == []
    assert place.written_elsewhere() == []
    assert CANARY not in done.stderr
    if can_watch:
        account = log.read_text(errors="replace")
        assert "hearth.db-wal" in account
        assert '"127.0.0.1"' in account, "the stand-in for a model was asked, and that was seen"
        assert written_outside(account, place) == []
        assert called(account) == []


def test_the_account_would_show_a_file_elsewhere_and_a_call(place: Place) -> None:
    account = (
        '1  openat(AT_FDCWD, "/etc/hosts", O_RDONLY|O_CLOEXEC) = 3\n'
        f'1  openat(AT_FDCWD, "{place.profile}/hearth.db", O_RDWR|O_CREAT, 0600) = 3\n'
        '1  openat(AT_FDCWD, "/srv/.cache/chroma/a", O_WRONLY|O_CREAT, 0666 <unfinished ...>\n'
        '1  mkdir("/srv/.cache", 0777)   = 0\n'
        '1  mkdir("/srv", 0777)   = -1 EEXIST (File exists)\n'
        f'1  rename("{place.profile}/a", "/tmp/b") = 0\n'
        '2  connect(4, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("34.1.2.3")}, 16) = -1\n'
        '2  connect(4, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = 0\n'
    )
    assert [line.split("(")[0].split()[-1] for line in written_outside(account, place)] == ["openat", "mkdir", "rename"]
    assert len(called(account)) == 1


@pytest.mark.parametrize("changes", [2, 4])  # each tells of all that a fifth of a second brought
def test_a_word_of_documents_is_in_no_file_after_a_kill_while_they_are_read(place: Place, changes: int) -> None:
    killed = place.run(str(changes))
    assert killed.returncode == -signal.SIGKILL, killed.stderr[-3000:]
    assert (place.profile).exists()
    assert files_with(CANARY, place.home, place.temporary, place.current) == []
    assert place.written_elsewhere() == []


# ---- the kernel's account -------------------------------------------------------------------------------------------

_CALL = re.compile(r"^\d+ +(\w+)\((.*)(?:\) += (-?\d+|\?)| <unfinished \.\.\.>)")
_ADDRESS = re.compile(r'sin_addr=inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"')
# Where every program writes: the screen, devices, its own threads' names, and memory that is shared by name.
_ANYWHERE = ("/dev/", "/proc/")


def written_outside(account: str, place: Place) -> list[str]:
    """Every successful call that made, changed or moved a file outside of the profile."""
    found = []
    for line in account.splitlines():
        match = _CALL.match(line)
        if match is None or (match[3] or "").startswith("-"):
            continue
        name, arguments, _ = match.groups()
        if name.startswith("open") and not re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC)", arguments):
            continue
        if name in ("connect", "sendto"):
            continue
        paths = re.findall(r'"([^"]*)"', arguments)
        if not all(path.startswith((str(place.profile), *_ANYWHERE)) for path in paths):
            found.append(line)
    return found


def called(account: str) -> list[str]:
    """Every attempt to reach another computer: its own address does not count, nor do sockets of the system."""
    found = []
    for line in account.splitlines():
        addresses = [first or second for first, second in _ADDRESS.findall(line)]
        found += [line for address in addresses if not address.startswith(("127.", "::1", "::ffff:127."))]
    return found
