"""Hearth at hand while its owner works in another program: hotkeys, quick chat, tray, notifications, later starts.

The whole program on a real desktop; everything is done by keys, clicks and `hearth …` from other processes, and waited
for by what is on the screen, at the model server, on the clipboard or on the bus.
"""

from __future__ import annotations

import contextlib
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.peers.hearth_program import HearthProgram, TrayPanel, missing_for_a_tray
from tests.peers.http_peer import PeerRequest
from tests.peers.notification_server import NotificationServer
from tests.peers.ollama_replies import Reply, answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.told_process import ToldProcess
from tests.peers.xvfb_desktop import XvfbDesktop

MODEL = "Model: llama3.2:3b"
QUICK, MAIN, HUNG = "Hearth quick chat", "Hearth", "Hearth does not answer — Hearth"

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or bool(missing_for_a_tray()),
    reason=f"a desktop with a tray needs programs that are not here: {', '.join(missing_for_a_tray())}",
)


def respond(request: PeerRequest) -> Reply:
    """What the model says, by what it is asked."""
    asked = str(request.data["messages"][-1]["content"])
    if "titles" in str(request.data["messages"][0]["content"]):
        return answer("A walk")
    if "ummar" in asked:
        return answer("It rains in the north.")
    if "long story" in asked:
        return answer("The lighthouse keeper counted ships. " * 60, tokens_per_s=60)
    if "slowly" in asked:
        return answer("One two three four five six seven eight nine ten. " * 3, tokens_per_s=12)
    return answer("Twelve kilometres on foot.")


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XvfbDesktop]:
    with XvfbDesktop(tmp_path_factory.mktemp("screen")) as desktop:
        yield desktop


@pytest.fixture
def panel(desktop: XvfbDesktop) -> Iterator[TrayPanel]:
    with TrayPanel(desktop) as panel:
        yield panel


@pytest.fixture
def notices() -> Iterator[NotificationServer]:
    with NotificationServer() as server:
        yield server


@pytest.fixture
def peer() -> Iterator[OllamaPeer]:
    with OllamaPeer(respond=respond) as peer:
        yield peer


@pytest.fixture
async def hearth(
    desktop: XvfbDesktop, peer: OllamaPeer, notices: NotificationServer, tmp_path: Path
) -> AsyncIterator[HearthProgram]:
    hearth = HearthProgram(desktop, tmp_path, ollama=peer.address, bus=notices.address)
    await hearth.make_profile()
    yield hearth
    hearth.kill()
    assert hearth.mistakes() == [], "the owner would be told that Hearth made a mistake"


@pytest.fixture
def letter(desktop: XvfbDesktop) -> Iterator[ToldProcess]:
    """The program in which the owner works."""
    with ToldProcess("tests.peers.other_program", "Letter", environment=desktop.environment) as letter:
        letter.told("active")
        yield letter


def in_front(desktop: XvfbDesktop) -> str:
    """The title of the window that has the keyboard."""
    return desktop._xdotool("getwindowfocus", "getwindowname", check=False).stdout.strip()


def is_in_front(desktop: XvfbDesktop, title: str) -> None:
    desktop.until(lambda: in_front(desktop) == title, f"“{title}” in front, instead of “{in_front(desktop)}”")


def test_a_question_in_passing(
    desktop: XvfbDesktop, peer: OllamaPeer, panel: TrayPanel, hearth: HearthProgram, letter: ToldProcess
) -> None:
    open_profile(desktop, hearth)
    close_window(desktop)
    is_in_front(desktop, "Letter")
    desktop.type("Dear")
    letter.told("text", text="Dear")
    desktop.press("ctrl+alt+space")
    desktop.until(lambda: QUICK in in_front(desktop), "the quick chat")
    hearth.focused("Message")
    desktop.type("How far is the walk?")
    desktop.press("Return")
    desktop.see("Twelve kilometres", "list item", part=True)
    desktop.press("ctrl+shift+c")
    desktop.until(lambda: hearth.clipboard() == "Twelve kilometres on foot.", "the copied answer")
    desktop.press("Escape")
    is_in_front(desktop, "Letter")
    desktop.type(" Ann")
    letter.told("text", text="Dear Ann")


def open_profile(desktop: XvfbDesktop, hearth: HearthProgram) -> None:
    """Start it and unlock it, until a model can be asked and the hotkey works."""
    hearth.start()
    hearth.unlock()
    desktop.see(MODEL, part=True)
    if hearth.early.values.hotkeys.quick_chat:
        hearth.until_keys_are_watched()


def close_window(desktop: XvfbDesktop) -> None:
    desktop.press("alt+F4")
    desktop.no_longer_see("Conversations")


def is_quick_in_front(desktop: XvfbDesktop) -> None:
    desktop.until(lambda: QUICK in in_front(desktop), "the quick chat in front")


def ask_in_passing(desktop: XvfbDesktop, hearth: HearthProgram, question: str) -> None:
    """Press the hotkey, type, press Enter."""
    desktop.press("ctrl+alt+space")
    is_quick_in_front(desktop)
    hearth.focused("Message")
    desktop.type(question)
    desktop.press("Return")


def take_selection(desktop: XvfbDesktop) -> None:
    """Press the hotkey for it; once more when the program that has it was too busy to answer in time."""
    for _ in range(4):
        desktop.press("ctrl+alt+q")
        is_quick_in_front(desktop)
        with contextlib.suppress(AssertionError):
            desktop.until(lambda: desktop.reader.find("Selected text", part=True), "the text", patience_s=3.0)
            return
    raise AssertionError("the selected text never came")


def choose(desktop: XvfbDesktop, panel: TrayPanel, *keys: str) -> None:
    """Choose from the menu of the icon, by the keyboard."""
    below = (30, 40, 60, 60)
    for _ in range(4):  # a click that comes while a window is just going away is lost
        before = desktop.picture(below)
        panel.click(3)
        with contextlib.suppress(AssertionError):
            desktop.until(lambda before=before: desktop.picture(below) != before, "the menu", patience_s=4.0)
            desktop.press(*keys, "Return")
            return
    raise AssertionError("the menu of the icon never came")


def stacking(desktop: XvfbDesktop) -> list[str]:
    """The titles of the windows the window manager knows, the one in front last."""
    told = subprocess.run(
        ["xprop", "-root", "_NET_CLIENT_LIST_STACKING"],
        env=dict(desktop.environment),
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE_S,
    ).stdout
    numbers = re.findall(r"0x[0-9a-f]+", told)
    titles = [desktop._xdotool("getwindowname", str(int(one, 16)), check=False).stdout.strip() for one in numbers]
    return [title for title in titles if title != "panel"]


def test_open_in_hearth_shows_the_chat_while_it_is_still_written(
    desktop: XvfbDesktop, peer: OllamaPeer, panel: TrayPanel, hearth: HearthProgram, letter: ToldProcess
) -> None:
    open_profile(desktop, hearth)
    close_window(desktop)
    ask_in_passing(desktop, hearth, "Tell me a long story")
    desktop.see("Still writing.", "list item", part=True)
    desktop.press("ctrl+o")
    is_in_front(desktop, MAIN)
    desktop.see("Conversations")
    desktop.see("Tell me a long story", "list item", part=True)
    desktop.see("Stop the answer")
    assert QUICK not in " ".join(desktop.titles())
    desktop.press("Escape")
    desktop.see("Send")
    assert "long story" in str(peer.requests_to("/api/chat")[0].data)
    # The next question in passing begins another chat.
    desktop.press("ctrl+alt+space")
    is_quick_in_front(desktop)
    assert desktop.reader.find("Open in Hearth") is None
    hearth.focused("Message")
    desktop.type("How far is the walk?")
    desktop.press("Return")
    desktop.see("Twelve kilometres", "list item", part=True)
    desktop.press("ctrl+o")
    is_in_front(desktop, MAIN)
    desktop.see("Twelve kilometres", "list item", part=True)
    desktop.no_longer_see("Tell me a long story", "list item", part=True)


def test_a_selected_text_is_summarised_and_put_where_it_was(
    desktop: XvfbDesktop, peer: OllamaPeer, panel: TrayPanel, hearth: HearthProgram
) -> None:
    open_profile(desktop, hearth)
    close_window(desktop)
    text = "Rain is expected in the north, with wind from the sea."
    with ToldProcess("tests.peers.other_program", "News", text, environment=desktop.environment) as news:
        news.told("active")
        take_selection(desktop)
        desktop.see("Explain", part=True)
        desktop.click(desktop.see("Summarise", "button menu"))
        desktop.press("Down", "Return")
        desktop.see("It rains in the north.", "list item", part=True)
        assert text in str(peer.requests_to("/api/chat")[0].data)
        desktop.click(desktop.see("Replace clipboard"))
        desktop.until(lambda: hearth.clipboard() == "It rains in the north.", "the answer on the clipboard")
        desktop.press("Escape")
        is_in_front(desktop, "News")
        desktop.press("ctrl+a", "ctrl+v")
        news.told("text", text="It rains in the north.")


def test_closing_the_window_keeps_the_tray_and_is_told_once(
    desktop: XvfbDesktop, panel: TrayPanel, hearth: HearthProgram, notices: NotificationServer, letter: ToldProcess
) -> None:
    open_profile(desktop, hearth)
    close_window(desktop)
    desktop.until(lambda: notices.seen, "the notice that Hearth goes on")
    assert notices.seen[0].summary == "Hearth goes on"
    panel.click()
    is_quick_in_front(desktop)
    hearth.focused("Message")
    desktop.press("Escape")
    desktop.until(lambda: QUICK not in " ".join(desktop.titles()), "the end of the quick chat")
    panel.click(2)
    is_in_front(desktop, MAIN)
    close_window(desktop)
    choose(desktop, panel, "Down", "Down", "Down")
    is_in_front(desktop, MAIN)
    close_window(desktop)
    assert len(notices.seen) == 1
    choose(desktop, panel, "Up")
    assert hearth.end() == (0, "")
    desktop.until(lambda: panel.icon() is None, "an empty tray")
    hearth.start()
    hearth.unlock()
    desktop.see(MODEL, part=True)
    close_window(desktop)
    hearth.hearth("quit")
    assert hearth.end() == (0, "")
    assert len(notices.seen) == 1


def test_closing_ends_hearth_where_its_owner_wants_that(
    desktop: XvfbDesktop, panel: TrayPanel, hearth: HearthProgram
) -> None:
    hearth.early.change("desktop.close_to_tray", False)
    open_profile(desktop, hearth)
    desktop.press("alt+F4")
    assert hearth.end() == (0, "")


def test_closing_ends_hearth_where_nothing_would_bring_it_back(desktop: XvfbDesktop, hearth: HearthProgram) -> None:
    hearth.early.change("hotkeys.quick_chat", "")
    open_profile(desktop, hearth)  # no panel here
    desktop.press("alt+F4")
    assert hearth.end() == (0, "")


def test_without_a_tray_the_hotkey_brings_it_back(
    desktop: XvfbDesktop, hearth: HearthProgram, letter: ToldProcess
) -> None:
    open_profile(desktop, hearth)
    close_window(desktop)
    desktop.press("ctrl+alt+space")
    is_quick_in_front(desktop)
    assert hearth.runs


def test_a_second_start_brings_the_first_to_the_front(
    desktop: XvfbDesktop, panel: TrayPanel, hearth: HearthProgram, letter: ToldProcess
) -> None:
    open_profile(desktop, hearth)
    close_window(desktop)
    assert hearth.hearth().returncode == 0
    is_in_front(desktop, MAIN)
    window = desktop._xdotool("getwindowfocus").stdout.strip()
    desktop._xdotool("windowminimize", "--sync", window)
    assert hearth.hearth().returncode == 0
    is_in_front(desktop, MAIN)
    cover = desktop._xdotool("search", "--name", "^Letter$").stdout.split()[0]
    desktop._xdotool("windowactivate", "--sync", cover)
    desktop.until(lambda: stacking(desktop)[-1] == "Letter", "a covered window")
    assert hearth.hearth().returncode == 0
    is_in_front(desktop, MAIN)
    assert stacking(desktop)[-1] == MAIN
    assert stacking(desktop).count(MAIN) == 1


def test_the_command_does_what_it_says_from_another_process(
    desktop: XvfbDesktop, peer: OllamaPeer, panel: TrayPanel, hearth: HearthProgram, letter: ToldProcess, tmp_path: Path
) -> None:
    open_profile(desktop, hearth)
    close_window(desktop)
    assert hearth.hearth("toggle").returncode == 0
    is_quick_in_front(desktop)
    assert hearth.hearth("toggle").returncode == 0
    is_in_front(desktop, "Letter")
    assert hearth.hearth("quick", "What", "now?").returncode == 0
    is_quick_in_front(desktop)
    entry = hearth.focused("Message")
    desktop.until(lambda: desktop.reader.text_of(entry) == "What now?", "the text that came along")
    desktop.press("ctrl+a", "BackSpace", "Escape")
    is_in_front(desktop, "Letter")
    subprocess.run(
        ["xclip", "-selection", "primary"],
        env=dict(desktop.environment),
        input="Some words.",
        text=True,
        check=True,
        timeout=PATIENCE_S,
    )
    assert hearth.hearth("selection").returncode == 0
    desktop.see("Selected text", part=True)
    is_quick_in_front(desktop)
    desktop.press("Escape")
    is_in_front(desktop, "Letter")
    notes = tmp_path / "notes.txt"
    notes.write_text("The walk is twelve kilometres long.", encoding="utf-8")
    assert hearth.hearth("open", str(notes)).returncode == 0
    is_in_front(desktop, MAIN)
    desktop.see("notes.txt", part=True)
    hearth.focused("Message")
    desktop.type("How far?")
    desktop.press("Return")
    desktop.see("Twelve kilometres", "list item", part=True)
    assert "twelve kilometres long" in str(peer.requests_to("/api/chat")[0].data)
    assert hearth.hearth("new").returncode == 0
    desktop.no_longer_see("Twelve kilometres", "list item", part=True)
    assert hearth.hearth("quit").returncode == 0
    assert hearth.end() == (0, "")
    assert hearth.hearth("quit").returncode == 1


def test_a_first_one_that_hangs_can_be_ended_by_the_second(
    desktop: XvfbDesktop, hearth: HearthProgram, tmp_path: Path
) -> None:
    hearth.start()
    hearth.signal(signal.SIGSTOP)
    second = hearth.popen()
    try:
        # A screen reader would wait for the one that hangs, too.
        is_in_front(desktop, HUNG)
        desktop.press("shift+Tab", "space")
        assert hearth.end()[0] == 0, "it was only stopped, so it ends in order"
        hearth.unlock()
        desktop.see(MODEL, part=True)
    finally:
        second.terminate()
        second.communicate(timeout=PATIENCE_S)
    assert second.returncode == 0


def test_two_starts_at_one_moment_leave_one(desktop: XvfbDesktop, hearth: HearthProgram) -> None:
    starts = [hearth.popen() for _ in range(2)]
    try:
        desktop.until(lambda: any(one.poll() is not None for one in starts), "the one that hands over")
        hearth.unlock()
        desktop.see(MODEL, part=True)
        ended = [one for one in starts if one.poll() is not None]
        assert [one.returncode for one in ended] == [0]
        assert stacking(desktop).count(MAIN) == 1
    finally:
        for one in starts:
            one.terminate()
            one.communicate(timeout=PATIENCE_S)


def test_a_start_in_the_background_shows_no_window_and_is_at_hand(
    desktop: XvfbDesktop, panel: TrayPanel, hearth: HearthProgram, letter: ToldProcess
) -> None:
    hearth.start("--background")
    desktop.until(panel.icon, "Hearth in the tray")
    hearth.until_keys_are_watched()
    assert stacking(desktop) == ["Letter"]
    assert in_front(desktop) == "Letter"
    desktop.press("ctrl+alt+space")
    is_quick_in_front(desktop)
    desktop.see("Hearth is locked")
    desktop.press("Return")
    is_in_front(desktop, MAIN)
    hearth.unlock()
    desktop.see(MODEL, part=True)


def test_a_start_in_the_background_that_nobody_could_reach_shows_its_window(
    desktop: XvfbDesktop, hearth: HearthProgram
) -> None:
    hearth.early.change("hotkeys.quick_chat", "")
    hearth.start("--background")  # no panel here
    assert MAIN not in stacking(desktop)
    desktop.until(lambda: MAIN in stacking(desktop), "the window")
    hearth.unlock()
    desktop.see(MODEL, part=True)


def test_while_it_is_locked_nothing_is_shown_and_unlocking_goes_on(
    desktop: XvfbDesktop, panel: TrayPanel, hearth: HearthProgram, notices: NotificationServer
) -> None:
    open_profile(desktop, hearth)
    open_look = desktop.until(panel.look, "the tray")
    desktop.press("ctrl+alt+space")
    is_quick_in_front(desktop)
    hearth.focused("Message")
    desktop.type("How far is the walk?")
    desktop.press("Return")
    desktop.see("Twelve kilometres", "list item", part=True)
    desktop.press("Escape")
    is_in_front(desktop, MAIN)
    desktop.press("ctrl+shift+l")
    desktop.see("Welcome back")
    desktop.until(lambda: panel.look() != open_look, "a tray that says it is locked")
    with ToldProcess(
        "tests.peers.other_program", "News", "Wind from the sea.", environment=desktop.environment
    ) as news:
        news.told("active")
        desktop.press("ctrl+alt+q")
        is_quick_in_front(desktop)
        desktop.see("Hearth is locked")
        assert not [seen for seen in desktop.reader.everything() if "Twelve" in seen.name or "walk" in seen.name]
        desktop.press("Return")
        is_in_front(desktop, MAIN)
        hearth.unlock()
        desktop.see("Selected text", part=True)
        desktop.see("Summarise")
    assert [seen.name for seen in desktop.reader.everything() if "Twelve" in seen.name] == []


def test_an_answer_that_ends_unseen_is_told_and_shown(
    desktop: XvfbDesktop, panel: TrayPanel, hearth: HearthProgram, notices: NotificationServer, letter: ToldProcess
) -> None:
    hearth.early.change("desktop.told_about_tray", True)
    open_profile(desktop, hearth)
    hearth.focused("Message")
    desktop.type("Count slowly")
    desktop.press("Return")
    desktop.see("Still writing.", "list item", part=True)
    close_window(desktop)
    notice = desktop.until(lambda: next(iter(notices.seen), None), "the notice")
    assert (notice.summary, notice.body) == ("An answer is ready", "A walk")
    hearth.hearth("toggle")
    notices.press(notice.number)
    is_in_front(desktop, MAIN)
    desktop.see("Count slowly", "list item", part=True)


def test_a_notice_goes_when_hearth_locks(
    desktop: XvfbDesktop, panel: TrayPanel, hearth: HearthProgram, notices: NotificationServer, letter: ToldProcess
) -> None:
    hearth.early.change("desktop.told_about_tray", True)
    open_profile(desktop, hearth)
    hearth.focused("Message")
    desktop.type("Count slowly")
    desktop.press("Return")
    desktop.see("Still writing.", "list item", part=True)
    close_window(desktop)
    desktop.until(lambda: notices.on_screen, "the notice")
    choose(desktop, panel, "Up", "Up", "Up")
    desktop.until(lambda: not notices.on_screen, "an empty corner")
    assert len(notices.seen) == 1


def test_killed_while_hidden_it_starts_again(desktop: XvfbDesktop, panel: TrayPanel, hearth: HearthProgram) -> None:
    open_profile(desktop, hearth)
    close_window(desktop)
    hearth.signal(signal.SIGKILL)
    assert hearth.end()[0] == -signal.SIGKILL
    desktop.until(lambda: panel.icon() is None, "an empty tray")
    assert not hearth.listens
    open_profile(desktop, hearth)
    desktop.press("ctrl+alt+space")
    is_quick_in_front(desktop)
    assert hearth.hearth("quit").returncode == 0
    assert hearth.end() == (0, "")


# ---- what is changed in the settings works at once ------------------------------------------------------------------


def open_settings(desktop: XvfbDesktop, page: str) -> None:
    desktop.press("ctrl+comma")
    desktop.see("Settings", "dialog", part=True)
    desktop.click(desktop.see(page, "list item"))


def test_another_hotkey_works_at_once_and_the_old_one_is_free(
    desktop: XvfbDesktop, panel: TrayPanel, hearth: HearthProgram, letter: ToldProcess
) -> None:
    open_profile(desktop, hearth)
    open_settings(desktop, "Hotkeys")
    desktop.click(desktop.see("Quick chat: Ctrl+Alt+Space", "check box"))
    desktop.press("ctrl+alt+h")
    desktop.see("Quick chat: Ctrl+Alt+H", "check box")
    desktop.see("Works: Ctrl+Alt+H")
    desktop.press("Escape")
    is_in_front(desktop, MAIN)
    desktop.press("ctrl+alt+h")
    is_quick_in_front(desktop)
    hearth.focused("Message")
    desktop.press("Escape")
    is_in_front(desktop, MAIN)
    assert hearth.early.values.hotkeys.quick_chat == "Ctrl+Alt+H"
    assert hearth.is_free_for_others("space")
    assert not hearth.is_free_for_others("h")


def test_the_start_at_login_is_written_and_taken_away(
    desktop: XvfbDesktop, panel: TrayPanel, hearth: HearthProgram
) -> None:
    entry = hearth.config / "autostart" / "hearth.desktop"
    open_profile(desktop, hearth)
    open_settings(desktop, "Desktop")
    desktop.click(desktop.see("Start when you log in", "check box"))
    desktop.until(entry.exists, "the entry")
    command = next(line for line in entry.read_text(encoding="utf-8").splitlines() if line.startswith("Exec="))
    assert shlex.split(command.removeprefix("Exec="))[-1] == "--background"
    desktop.click(desktop.see("Start when you log in", "check box"))
    desktop.until(lambda: not entry.exists(), "no entry")
    desktop.press("Escape")


def test_another_language_is_spoken_at_once_also_by_the_quick_chat(
    desktop: XvfbDesktop, peer: OllamaPeer, panel: TrayPanel, hearth: HearthProgram
) -> None:
    open_profile(desktop, hearth)
    open_settings(desktop, "Appearance")
    boxes = [seen for seen in desktop.reader.everything() if seen.role == "combo box"]
    desktop.press("ctrl+alt+space")
    is_quick_in_front(desktop)
    hearth.focused("Message")
    desktop.type("How far")
    desktop.click(boxes[1])
    desktop.click(desktop.see("Deutsch", "list item"))
    desktop.see("Einstellungen", "push button")
    desktop.until(lambda: hearth.early.values.appearance.language == "de", "the language, kept")
    assert hearth.hearth("quick").returncode == 0
    is_in_front(desktop, "Schnellchat von Hearth")
    entry = hearth.focused("Nachricht")
    assert desktop.reader.text_of(entry) == "How far"
    desktop.press("Return")
    desktop.see("Twelve kilometres", "list item", part=True)
    assert peer.requests_to("/api/chat")[0].data["messages"][-1]["content"].startswith("How far\n")
