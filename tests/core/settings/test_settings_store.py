from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.events import Announcer, Change, SettingChanged
from core.settings.sections import EarlySettings, VaultSettings
from core.settings.settings_schema import descriptions
from core.settings.settings_store import EarlySettingsFile, SettingRefused, SettingsStore
from core.vault.ephemeral import EphemeralDatabase


@pytest.fixture
async def database() -> AsyncIterator[EphemeralDatabase]:
    database = EphemeralDatabase()
    yield database
    database.close()


def test_every_setting_has_a_title_and_every_visible_one_a_sentence() -> None:
    for description in descriptions().values():
        assert description.title
        assert description.hidden or description.help.endswith((".", "/v1")), description.name


def test_an_early_setting_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    EarlySettingsFile(path).change("appearance.theme", "dark")
    assert EarlySettingsFile(path).values.appearance.theme == "dark"


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"appearance": 7}', '{"appearance": {"theme": "neon"}}'])
def test_a_broken_early_file_means_the_defaults(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content)
    assert EarlySettingsFile(path).values == EarlySettings()


def test_one_bad_value_in_the_early_file_does_not_cost_the_good_ones(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"appearance": {"theme": "light", "text_scale_percent": 5000}}')
    values = EarlySettingsFile(path).values
    assert values.appearance.theme == "light"
    assert values.appearance.text_scale_percent == 100


async def test_a_vault_setting_is_kept_and_announced(tmp_path: Path, database: EphemeralDatabase) -> None:
    announcer, heard = Announcer(), list[Change]()
    announcer.subscribe(heard.append)
    early = EarlySettingsFile(tmp_path / "settings.json")
    store = SettingsStore(early, writer=database.writer, announcer=announcer)
    await store.change("chat.context_tokens", 4096)
    await store.change("chat.fallback_models", ("a", "b"))
    await store.change("model_server.openai_servers", [{"name": "box", "address": "http://127.0.0.1:8080/v1"}])
    again = SettingsStore(early, writer=database.writer, announcer=Announcer())
    await again.load(database.readers)
    assert again.values == store.values
    assert again.values.model_server.openai_servers[0].name == "box"
    assert heard[0] == SettingChanged("chat.context_tokens")
    await again.reset("chat.context_tokens")
    assert again.value("chat.context_tokens") == VaultSettings().chat.context_tokens
    assert not (tmp_path / "settings.json").exists(), "a setting of the vault must never reach the plain file"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("chat.context_tokens", 5),
        ("chat.context_tokens", "many"),
        ("chat.temperature", 9.0),
        ("appearance.theme", "neon"),
    ],
)
async def test_a_value_out_of_bounds_is_refused_and_nothing_changes(
    tmp_path: Path, database: EphemeralDatabase, name: str, value: object
) -> None:
    early = EarlySettingsFile(tmp_path / "settings.json")
    store = SettingsStore(early, writer=database.writer, announcer=Announcer())
    before = store.value(name)
    with pytest.raises(SettingRefused) as refused:
        await store.change(name, value)
    assert refused.value.owner_sentence
    assert store.value(name) == before
