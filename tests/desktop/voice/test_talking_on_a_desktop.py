"""The whole program on a real desktop, spoken to: keys from another process, words into a virtual microphone.

Another program has the keyboard all the time. What is heard is what the small Whisper of the tests understands; only
the language model is a stand-in.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path

import pytest

from core.events import Announcer
from core.settings.settings_store import SettingsStore
from core.vault.kdf import FLOOR
from core.vault.profiles import Profiles
from models.library import ModelFiles
from tests.peers import virtual_sound
from tests.peers.hearth_program import PASSPHRASE, HearthProgram
from tests.peers.http_peer import PeerRequest
from tests.peers.key_presser import KeyPresser
from tests.peers.notification_server import NotificationServer
from tests.peers.ollama_replies import Reply, answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.speaking_stage import UNIT_VOICE, install_voice
from tests.peers.spoken_corpus import speech
from tests.peers.told_process import ToldProcess
from tests.peers.virtual_sound import VirtualSound
from tests.peers.voice_stage import install_whisper
from tests.peers.xvfb_desktop import XvfbDesktop, missing_programs

MISSING = [*missing_programs(), *virtual_sound.missing_programs(), *(["espeak-ng"] * (not shutil.which("espeak-ng")))]
CTRL_ALT = ("Control_L", "Alt_L")
QUESTION = "Tell me a joke."

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or bool(MISSING), reason=f"needs programs that are not here: {MISSING}"
)


def respond(request: PeerRequest) -> Reply:
    return answer("A quarter past four.")


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XvfbDesktop]:
    with XvfbDesktop(tmp_path_factory.mktemp("screen")) as desktop:
        yield desktop


@pytest.fixture
def sound() -> Iterator[VirtualSound]:
    with VirtualSound() as sound:
        yield sound


@pytest.fixture
def peer() -> Iterator[OllamaPeer]:
    with OllamaPeer(respond=respond) as peer:
        yield peer


@pytest.fixture
def letter(desktop: XvfbDesktop) -> Iterator[ToldProcess]:
    """The program in which the owner works."""
    with ToldProcess("tests.peers.other_program", "Letter", environment=desktop.environment) as letter:
        letter.told("active")
        yield letter


@pytest.fixture
def keyboard(desktop: XvfbDesktop) -> Iterator[KeyPresser]:
    with KeyPresser(desktop.environment["DISPLAY"]) as keyboard:
        yield keyboard


@pytest.fixture
async def hearth(
    desktop: XvfbDesktop, peer: OllamaPeer, sound: VirtualSound, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[HearthProgram]:
    """A profile with a speech model and a voice, open; a parameter holds more of its settings."""
    with NotificationServer() as notices:
        hearth = HearthProgram(desktop, tmp_path, ollama=peer.address, bus=notices.address)
        hearth.environment.update(sound.environment)
        await make_profile(hearth, getattr(request, "param", {}))
        files = ModelFiles(hearth.paths.models)
        install_whisper(files)
        install_voice(files, "piper:en-unit", UNIT_VOICE)
        hearth.start()
        hearth.unlock()
        desktop.see("Model: llama3.2:3b", part=True)
        hearth.until_keys_are_watched()
        desktop.until(lambda: not hearth.is_free_for_others("v"), "the talk key")
        yield hearth
        hearth.kill()
        assert hearth.mistakes() == [], "the owner would be told that Hearth made a mistake"


async def make_profile(hearth: HearthProgram, more: Mapping[str, object]) -> None:
    vault, _ = await Profiles(hearth.paths, kdf=FLOOR).create("Personal", passphrase=PASSPHRASE, use_keyring=False)
    settings = SettingsStore(hearth.early, writer=vault.writer, announcer=Announcer())
    for name, value in (
        ("guide.finished", True),
        ("chat.automatic_titles", False),
        ("voice.spoken_language", "en"),
        ("voice.speech_device", "cpu"),
        ("voice.sounds", False),
        *more.items(),
    ):
        await settings.change(name, value)
    await vault.close()


def bring_to_front(desktop: XvfbDesktop, title: str) -> None:
    desktop._xdotool("search", "--name", f"^{title}$", "windowactivate", "--sync")
    desktop.until(lambda: in_front(desktop) == title, f"“{title}” in front")


def in_front(desktop: XvfbDesktop) -> str:
    """The title of the window that has the keyboard."""
    return desktop._xdotool("getwindowfocus", "getwindowname", check=False).stdout.strip()


def questions(peer: OllamaPeer) -> list[str]:
    return [str(chat["messages"][-1]["content"]).split("\n")[0] for chat in peer.chats()]


def say(sound: VirtualSound, text: str) -> None:
    """Say it to its end."""
    sound.speak(speech(text, lead_s=0.1, tail_s=0.3)).wait()


def listens(desktop: XvfbDesktop) -> None:
    """Wait for the overlay, no longer than needed: the small Whisper understands phrases of up to four seconds."""
    desktop.until(lambda: desktop.reader.find("Listening"), "“Listening”")


def test_a_held_key_asks_what_was_said_and_takes_the_keyboard_from_nobody(
    desktop: XvfbDesktop,
    hearth: HearthProgram,
    peer: OllamaPeer,
    sound: VirtualSound,
    letter: ToldProcess,
    keyboard: KeyPresser,
) -> None:
    bring_to_front(desktop, "Letter")
    for _ in range(4):  # a loaded machine may cut a word short on its way into the microphone: it is said again then
        keyboard.down(*CTRL_ALT, "v")
        listens(desktop)
        say(sound, QUESTION)
        keyboard.up("v", *reversed(CTRL_ALT))
        assert in_front(desktop) == "Letter"
        with contextlib.suppress(AssertionError):
            desktop.until(lambda: QUESTION in questions(peer), "the question", patience_s=8)
            break
    assert QUESTION in questions(peer)
    loudspeaker = sound.listen()
    desktop.see("Open chat")
    loudspeaker.until(lambda heard: bool(abs(heard).max(initial=0.0) > 0.02), "the spoken answer")
    assert in_front(desktop) == "Letter"
    desktop.type("Dear")
    letter.told("text", text="Dear")


def test_esc_while_the_key_is_held_forgets_what_was_said(
    desktop: XvfbDesktop,
    hearth: HearthProgram,
    peer: OllamaPeer,
    sound: VirtualSound,
    letter: ToldProcess,
    keyboard: KeyPresser,
) -> None:
    bring_to_front(desktop, "Letter")
    keyboard.down(*CTRL_ALT, "v")
    desktop.see("Listening")
    desktop.see("Release to send · Esc to cancel")
    say(sound, QUESTION)
    keyboard.tap("Escape")
    desktop.no_longer_see("Listening")
    keyboard.up("v", *reversed(CTRL_ALT))
    hearth.hearth("dictate")
    desktop.see("Press again to write it", part=True)
    say(sound, "Good morning.")
    hearth.hearth("dictate")
    desktop.see("Copied – paste it with Ctrl+V")
    assert questions(peer) == []
    assert in_front(desktop) == "Letter"


def test_in_the_window_the_keyboard_is_enough_and_the_chat_on_the_screen_is_asked(
    desktop: XvfbDesktop, hearth: HearthProgram, peer: OllamaPeer, sound: VirtualSound
) -> None:
    bring_to_front(desktop, "Hearth")
    hearth.focused("Message")
    for _ in range(4):
        desktop.press("ctrl+shift+space")
        listens(desktop)
        assert desktop.reader.find("Microphone open. Press to close it.")
        say(sound, QUESTION)
        desktop.press("ctrl+shift+space")
        with contextlib.suppress(AssertionError):
            desktop.until(lambda: QUESTION in questions(peer), "the question", patience_s=8)
            break
    assert QUESTION in questions(peer)
    desktop.see("A quarter past four.", "list item", part=True)
    desktop.see("You said", "list item", part=True)
    hearth.focused("Message")


@pytest.mark.parametrize("hearth", [{"voice.wake": True, "voice.wake_phrases": ("Open the settings",)}], indirect=True)
def test_a_wake_phrase_alone_begins_a_conversation_that_ends_by_itself(
    desktop: XvfbDesktop, hearth: HearthProgram, peer: OllamaPeer, sound: VirtualSound
) -> None:
    bring_to_front(desktop, "Hearth")
    desktop.see("Waits for the wake phrase", part=True)
    assert desktop.reader.find("Microphone open. Press to close it.")
    say(sound, "Good morning.")  # nothing that begins anything
    loudspeaker = sound.listen()
    for _ in range(4):
        say(sound, "Open the settings.")
        with contextlib.suppress(AssertionError):
            desktop.until(lambda: desktop.reader.find("Listening"), "“Listening”", patience_s=8)
            say(sound, QUESTION)
            desktop.until(lambda: QUESTION in questions(peer), "the question", patience_s=8)
            break
    assert QUESTION in questions(peer)
    assert "Good morning." not in questions(peer)
    desktop.see("You said", "list item", part=True)
    loudspeaker.until(lambda heard: bool(abs(heard).max(initial=0.0) > 0.02), "the spoken answer")
    desktop.see("Waits for the wake phrase", part=True)
