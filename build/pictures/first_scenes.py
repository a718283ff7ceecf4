"""The way in: a first profile, unlocking, and the guide from nothing to a first model."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from build.pictures.camera import Camera, Scene
from build.pictures.stage import NOBODY, NOW, PASSPHRASE, Stage, Studio, rest, until
from core.errors import HearthError
from core.library.library_trouble import trouble_of
from core.library.transfers import Transfer, TransferKind, TransferState
from core.vault.recovery_key import RecoveryKey
from desktop.onboarding.guide import GuidePage
from models.engine_errors import TransferBroken
from tests.peers.ollama_server import OllamaPeer
from tests.peers.profile_at_hand import ProfileAtHand

RECOVERY_KEY = RecoveryKey("7K2M-9QXD-04TV-ZB6H-3NRE-W81C-PJ5A-YFGS")


def first_start(camera: Camera, studio: Studio) -> None:
    """From the welcome to an empty chat."""
    with studio.stage(studio.new_home("first")) as stage:
        page, recovery = stage.flow.create_page, stage.flow.recovery
        page.by_keyring.setChecked(True)
        rest()
        camera.shoot("first-01-welcome-keyring", stage.window)
        page.by_passphrase.setChecked(True)
        rest()
        camera.shoot("first-02-welcome-passphrase", stage.window)
        page.passphrase._entry.setText(PASSPHRASE)
        page.again._entry.setText("four unrelated garden gnomes")
        page._create()
        rest()
        camera.shoot("first-03-welcome-refused", stage.window)
        page.by_keyring.setChecked(True)
        page._create()
        until(lambda: stage.flow.currentWidget() is recovery)
        key = RecoveryKey(recovery._key)
        recovery.show_key(RECOVERY_KEY)
        rest()
        camera.shoot("first-04-recovery-key", stage.window)
        recovery.typed.setText("7K2M-9QXD")
        recovery._finish()
        rest()
        camera.shoot("first-05-recovery-key-differs", stage.window)
        recovery.show_key(key)
        recovery.typed.setText(key.text)
        recovery._finish()
        until(lambda: stage.app.workspace is not None and bool(stage.workspace.chat.models))
        rest()
        camera.shoot("first-06-empty-chat", stage.window)


def ways_in(camera: Camera, studio: Studio) -> None:
    """Unlock, a wrong passphrase, the recovery key, a backup."""
    at_hand = ProfileAtHand(studio.lived_in, studio.address)
    at_hand.early.change("general.unlock_at_start", False)
    with studio.stage(studio.lived_in) as stage:
        flow = stage.flow
        camera.shoot("entry-01-unlock", stage.window)
        flow.unlock.passphrase._entry.setText("four unrelated garden gnomes")
        flow.unlock._unlock()
        until(lambda: bool(flow.unlock.trouble.text))
        rest()
        camera.shoot("entry-02-unlock-wrong", stage.window)
        flow._show_recover(flow._current, False)
        rest()
        camera.shoot("entry-03-recover", stage.window)
        flow.show_restore()
        rest()
        camera.shoot("entry-04-restore", stage.window)
    at_hand.early.change("general.unlock_at_start", True)


# ---- the guide ------------------------------------------------------------------------------------------------------


def transfer(
    kind: TransferKind,
    title: str,
    state: TransferState,
    done_bytes: int,
    total_bytes: int,
    error: HearthError | None = None,
) -> Transfer:
    """A download as far as the picture wants it."""
    return Transfer(
        transfer_id=title,
        kind=kind,
        title=title,
        model_id="",
        state=state,
        step="",
        done_bytes=done_bytes,
        total_bytes=total_bytes,
        bytes_per_s=11.4e6 if state == "running" else 0.0,
        remaining_s=(total_bytes - done_bytes) / 11.4e6 if state == "running" else None,
        error=error,
        started_at=NOW - timedelta(minutes=1),
        can_pause=True,
    )


@contextmanager
def guided(studio: Studio, name: str, address: str) -> Iterator[tuple[Stage, GuidePage]]:
    """A newcomer who stands before the guide."""
    home = studio.new_home(name)
    at_hand = ProfileAtHand(home, address)

    async def made() -> None:
        await (await at_hand.vault()).close()

    asyncio.run(made())
    at_hand.early.change("general.last_profile", at_hand.profiles.list()[0].profile_id)
    with studio.stage(home, address) as stage:
        page = stage.show_page("guide")
        assert isinstance(page, GuidePage)
        until(lambda: page.step.primary is not None)
        rest()
        yield stage, page


def guide(camera: Camera, studio: Studio) -> None:
    """Nothing there, the program on its way, a program that does not run, no network."""
    with guided(studio, "guide", NOBODY) as (stage, page):
        camera.shoot("guide-01-none", stage.window)
        page._program_began(transfer("program", "Ollama 0.35.1", "running", 612_000_000, 1_422_353_729))
        rest()
        camera.shoot("guide-02-downloading", stage.window)
        broken = trouble_of(TransferBroken("the connection ended", address="github.com", tries=5))
        page._follow(transfer("program", "Ollama 0.35.1", "failed", 612_000_000, 1_422_353_729, broken))
        rest()
        camera.shoot("guide-03-download-failed", stage.window)
        page._failed(broken)
        rest()
        camera.shoot("guide-04-error", stage.window)
        with a_program_in_the_path(studio.folder):
            page.begin()
            until(lambda: page.step.primary is not None)
            rest()
            camera.shoot("guide-05-installed", stage.window)


@contextmanager
def a_program_in_the_path(folder: Path) -> Iterator[None]:
    """An Ollama is installed; nobody starts it."""
    place = folder / "bin"
    place.mkdir(exist_ok=True)
    (place / "ollama").write_text("")
    (place / "ollama").chmod(0o755)
    before, os.environ["PATH"] = os.environ["PATH"], str(place)
    try:
        yield
    finally:
        os.environ["PATH"] = before


def guide_to_a_model(camera: Camera, studio: Studio) -> None:
    """Three models to choose from, one on its way, and the end of the guide."""
    with OllamaPeer(models=()) as bare, guided(studio, "guide-model", bare.address) as (stage, page):
        until(lambda: len(page.cards) > 1)
        rest()
        camera.shoot("guide-06-advice", stage.window)
        page._model_began(transfer("language", "Qwen3 4B", "running", 1_480_000_000, 2_497_293_931))
        rest()
        camera.shoot("guide-07-model-downloading", stage.window)
    with guided(studio, "guide-ready", studio.address) as (stage, _):
        camera.shoot("guide-08-ready", stage.window)


SCENES = (
    Scene(
        first_start,
        {
            "first-01-welcome-keyring": "",
            "first-02-welcome-passphrase": "",
            "first-03-welcome-refused": "",
            "first-04-recovery-key": "",
            "first-05-recovery-key-differs": "",
            "first-06-empty-chat": "chat",
        },
    ),
    Scene(
        ways_in,
        {"entry-01-unlock": "", "entry-02-unlock-wrong": "", "entry-03-recover": "", "entry-04-restore": ""},
    ),
    Scene(
        guide,
        {
            "guide-01-none": "guide",
            "guide-02-downloading": "guide",
            "guide-03-download-failed": "guide",
            "guide-04-error": "guide",
            "guide-05-installed": "guide",
        },
    ),
    Scene(
        guide_to_a_model,
        {"guide-06-advice": "guide", "guide-07-model-downloading": "guide", "guide-08-ready": "guide"},
    ),
)
