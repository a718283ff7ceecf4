"""The start at login: files read by GLib, which desktops use, and by the specification's rules; and really started."""

from __future__ import annotations

import configparser
import json
import os
import plistlib
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.paths import HearthPaths
from desktop.autostart import (
    AutostartRefused,
    StartCommand,
    autostart_state,
    desktop_entry,
    exec_line,
    launch_agent,
    run_line,
    set_autostart,
    start_command,
    xdg_file,
)
from desktop.cli.handover import hand_over
from desktop.instance_lock import is_held
from desktop.start_request import Request
from tests.peers.patience import PATIENCE_S

ROOT = Path(__file__).resolve().parents[2]
on_xdg = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG desktops")
needs_gio = pytest.mark.skipif(shutil.which("gio") is None, reason="needs gio, GLib's reader of desktop files")
ODD = 'my "own" $HOME `dir` \\ end; ü'


@pytest.fixture
def file(private_home: Path) -> Path:
    return private_home / ".config" / "autostart" / "hearth.desktop"


def by_the_specification(text: str) -> list[str]:
    """`Exec` as its rules say: unescape the string, part the words, unquote them, expand `%%`."""
    parser = configparser.RawConfigParser(strict=True, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    escapes = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r", "\\s": " "}
    plain = re.sub(r"\\[\\tnrs]", lambda found: escapes[found.group()], parser["Desktop Entry"]["Exec"])
    words = re.findall(r'"((?:\\.|[^"\\])*)"|(\S+)', plain, re.DOTALL)
    return [(re.sub(r"\\(.)", r"\1", quoted) or bare).replace("%%", "%") for quoted, bare in words]


@on_xdg
def test_switched_on_and_off_again(file: Path) -> None:
    assert autostart_state() == "off"
    set_autostart(True)
    assert autostart_state() == "on"
    assert file.exists()
    assert [entry.name for entry in file.parent.iterdir()] == ["hearth.desktop"]
    set_autostart(False)
    set_autostart(False)
    assert (autostart_state(), file.exists()) == ("off", False)


@on_xdg
def test_a_program_that_was_moved_is_noticed_and_mended(file: Path) -> None:
    set_autostart(True, StartCommand(("/opt/old/hearth", "--background")))
    assert autostart_state() == "elsewhere"
    set_autostart(True)
    assert autostart_state() == "on"


@on_xdg
@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_owner_switched_off_in_the_desktops_own_settings_is_off(file: Path, line: str) -> None:
    set_autostart(True)
    key = line.partition("=")[0]
    kept = [one for one in file.read_text().splitlines() if not one.startswith(key)]
    file.write_text("\n".join([*kept, line]) + "\n")
    assert autostart_state() == "off"


@on_xdg
def test_a_folder_that_cannot_be_written_to_is_said_in_words(file: Path) -> None:
    file.parent.parent.mkdir(parents=True)
    file.parent.write_text("a file stands where the folder should")
    with pytest.raises(AutostartRefused) as refused:
        set_autostart(True)
    assert str(file) in refused.value.owner_next_step
    assert autostart_state() == "off"


def test_the_folder_of_the_settings_may_be_elsewhere_but_not_relative() -> None:
    home = Path("/h")
    assert xdg_file({"XDG_CONFIG_HOME": "/c"}, home) == Path("/c/autostart/hearth.desktop")
    assert xdg_file({"XDG_CONFIG_HOME": "c"}, home) == Path("/h/.config/autostart/hearth.desktop")
    assert xdg_file({}, home) == Path("/h/.config/autostart/hearth.desktop")


@pytest.mark.parametrize(
    "words",
    [
        ("/usr/bin/hearth", "--background"),
        ("/home of mine/python", "-P", "-m", "desktop", "--background"),
        (f"/opt/{ODD}/python", "--background"),
        ("/opt/a\tb", "c'd", "", "e=f", "~g", "100%u"),
    ],
)
def test_the_words_come_back_as_they_were(words: tuple[str, ...]) -> None:
    assert by_the_specification(desktop_entry(StartCommand(words))) == list(words)


def test_a_program_whose_path_the_format_cannot_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="="):
        exec_line(("/opt/a=b/python",))


@on_xdg
@needs_gio
def test_glib_starts_the_right_program_from_an_odd_folder_with_the_right_words(tmp_path: Path) -> None:
    folder = tmp_path / ODD
    folder.mkdir()
    program, heard = folder / "hearth", tmp_path / "heard.json"
    program.write_text(
        f"#!{sys.executable}\nimport json, os, sys\n"
        f"open({str(heard)!r} + '~', 'w').write(json.dumps([sys.argv, os.getcwd()]))\n"
        f"os.rename({str(heard)!r} + '~', {str(heard)!r})\n"
    )
    program.chmod(0o755)
    entry = tmp_path / "odd.desktop"
    entry.write_text(desktop_entry(StartCommand((str(program), "--background", "100% $x"), folder=str(folder))))
    subprocess.run(["gio", "launch", str(entry)], check=True, timeout=PATIENCE_S)
    wait_for(heard.exists)
    assert json.loads(heard.read_text()) == [[str(program), "--background", "100% $x"], str(folder)]


@on_xdg
@needs_gio
def test_the_entry_really_starts_hearth_in_the_background_and_a_later_start_reaches_it(
    file: Path, private_home: Path
) -> None:
    pytest.importorskip("PySide6")
    set_autostart(True)
    subprocess.run(["gio", "launch", str(file)], check=True, timeout=PATIENCE_S, cwd="/")
    socket_path = HearthPaths.of_this_user().instance_socket
    wait_for(lambda: is_held(socket_path))
    assert hand_over(Request("quit"), socket_path) == "done"
    wait_for(lambda: not is_held(socket_path))


def test_a_virtual_environment_is_started_by_its_own_python_and_not_by_the_one_it_links_to(tmp_path: Path) -> None:
    link = tmp_path / "bin" / "python"
    link.parent.mkdir()
    link.symlink_to(os.path.realpath(sys.executable))
    command = start_command(executable=str(link), frozen=False, source=tmp_path)
    assert command == StartCommand((str(link), "-m", "desktop", "--background"), folder=str(tmp_path))


def test_an_installed_hearth_starts_from_any_folder_and_a_checkout_from_its_own() -> None:
    command = StartCommand.of_this_program()
    in_folder = {"cwd": command.folder or "/", "timeout": 60, "check": True, "capture_output": True}
    python, *words = command.words
    before = words[: words.index("-m")]
    found = subprocess.run([python, *before, "-c", "import desktop; print(desktop.__file__)"], **in_folder)  # type: ignore[call-overload]
    assert found.stdout.decode().strip() == str(ROOT / "desktop" / "__init__.py")


def test_a_frozen_program_is_its_own_command() -> None:
    command = start_command(executable="/opt/hearth/hearth", frozen=True, source=Path("/opt/hearth/_internal"))
    assert command == StartCommand(("/opt/hearth/hearth", "--background"))


def test_launchd_gets_the_words_one_by_one() -> None:
    agent = plistlib.loads(launch_agent(StartCommand(("/Applications/A & B/hearth", "--background"), folder="/x y")))
    assert agent["ProgramArguments"] == ["/Applications/A & B/hearth", "--background"]
    assert (agent["RunAtLoad"], agent["WorkingDirectory"]) == (True, "/x y")
    assert "KeepAlive" not in agent


def test_the_run_key_quotes_as_windows_parts_and_opens_no_console() -> None:
    python = r"C:\Program Files\Hearth\python.exe"
    line = run_line(StartCommand((python, "-P", "-m", "desktop", "--background")), exists=lambda _: True)
    assert line == r'"C:\Program Files\Hearth\pythonw.exe" -P -m desktop --background'
    frozen = run_line(StartCommand((r"C:\Hearth\hearth.exe", "--background")), exists=lambda _: True)
    assert frozen == r"C:\Hearth\hearth.exe --background"
    checkout = run_line(
        StartCommand((r"C:\py\python.exe", "-m", "desktop", "--background"), folder=r"C:\my code"),
        exists=lambda _: False,
    )
    assert checkout.startswith(r"C:\py\python.exe -P -c ")
    assert checkout.endswith(" --background")


def wait_for(condition: object, *, timeout_s: float = 30.0) -> None:
    assert callable(condition)
    until_s = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < until_s
        time.sleep(0.05)
