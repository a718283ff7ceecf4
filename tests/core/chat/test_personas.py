from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.chat.library_file import LibraryFileNotWritten, LibraryFileRefused
from core.chat.personas import PersonaMissing, Personas, PersonaUnfit
from core.clock import ManualClock
from core.events import PersonasChanged
from core.library.model_parameters import ModelParameters, ParameterRefused
from tests.peers.conversation_room import Room, vault_room
from tests.peers.profile_at_hand import ProfileAtHand


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    folder = tmp_path / "profile"
    folder.mkdir()
    room, announcer = vault_room(folder, ManualClock())
    announcer.subscribe(room.changes.append)
    yield room
    room.readers.close()
    room.writer.close()


def personas_of(room: Room) -> Personas:
    """As after another start: nothing is remembered but what is stored."""
    return Personas(room.writer, room.readers, announcer=room.store._announcer, clock=ManualClock())


@pytest.fixture
def personas(room: Room) -> Personas:
    return personas_of(room)


async def names(personas: Personas) -> list[str]:
    return [one.name for one in await personas.list()]


BUILT_IN = ["Writer’s editor", "Tutor", "Programmer", "Translator"]


async def test_a_new_profile_has_the_built_in_ones_and_keeps_them(room: Room, personas: Personas) -> None:
    assert await names(personas) == BUILT_IN
    assert await names(personas_of(room)) == BUILT_IN
    for one in await personas.list():
        assert one.instructions
        assert one.greeting
        assert one.starters
        assert one.parameters.temperature is not None
        assert one.colour


async def test_a_deleted_built_in_one_comes_back_by_the_button_only(room: Room, personas: Personas) -> None:
    tutor = (await personas.list())[1]
    await personas.change(replace((await personas.list())[0], name="My editor"))
    await personas.delete(tutor.persona_id)
    again = personas_of(room)
    assert await names(again) == ["My editor", "Programmer", "Translator"]
    assert await again.restore() == 1
    assert await names(again) == ["My editor", "Programmer", "Translator", "Tutor"]
    assert await again.restore() == 0


async def test_every_field_is_kept(room: Room, personas: Personas) -> None:
    parameters = ModelParameters(temperature=0.3, top_p=0.9, top_k=40, seed=7, context_tokens=4096)
    made = await personas.create(
        "Cook",
        description="Knows the larder",
        instructions="Line one\n\nLine “two” ☕",
        model="llama3.2:3b",
        greeting="Hungry?",
        colour="warning",
        voice="piper:de",
        starters=("What can I cook with", "A menu for:"),
        parameters=parameters,
        tools=("timer",),
    )
    assert made.position == len(BUILT_IN)
    assert await personas_of(room).get(made.persona_id) == made
    changed = await personas.change(replace(made, name="Chef", starters=(), parameters=ModelParameters()))
    assert await personas_of(room).get(made.persona_id) == changed
    assert room.changes.count(PersonasChanged()) == 2


async def test_what_cannot_be_is_refused_and_changes_nothing(room: Room, personas: Personas) -> None:
    tutor = (await personas.list())[1]
    for wrong, error in (
        (replace(tutor, name=" \n "), PersonaUnfit),
        (replace(tutor, parameters=ModelParameters(temperature=9)), ParameterRefused),
        (replace(tutor, persona_id="nobody"), PersonaMissing),
    ):
        with pytest.raises(error):
            await personas.change(wrong)
    with pytest.raises(PersonaMissing):
        await personas.delete("nobody")
    with pytest.raises(PersonaMissing):
        await personas.move("nobody", 0)
    assert await personas.get(tutor.persona_id) == tutor
    assert room.changes == []
    cleaned = await personas.change(replace(tutor, name="A\nB\x00", colour="#ff0000"))
    assert (cleaned.name, cleaned.colour) == ("A B", "")


async def test_a_deleted_one_is_put_back_as_and_where_it_was(room: Room, personas: Personas) -> None:
    before = await personas.list()
    gone = await personas.delete(before[1].persona_id)
    assert await personas.get(gone.persona_id) is None
    await personas.put_back(gone)
    await personas.put_back(gone)
    assert [one.persona_id for one in await personas_of(room).list()] == [one.persona_id for one in before]
    assert await personas.get(gone.persona_id) == gone


async def test_the_order_is_the_owners(room: Room, personas: Personas) -> None:
    await personas.move((await personas.list())[3].persona_id, 0)
    await personas.move((await personas.list())[1].persona_id, 99)
    assert await names(personas_of(room)) == ["Translator", "Tutor", "Programmer", "Writer’s editor"]
    copy = await personas.duplicate((await personas.list())[0].persona_id)
    assert copy.name == "Translator (2)"
    assert (await names(personas))[:2] == ["Translator", "Translator (2)"]


async def test_export_and_import_bring_equal_personas_back(room: Room, personas: Personas, tmp_path: Path) -> None:
    await personas.create(
        'Odd "one" \\ {{x}}',
        instructions='"""\\n\t”„\n```py\nx = "\\\\"\n```\n\n\n end ',
        starters=("a b", '"""'),
        tools=("t",),
        parameters=ModelParameters(temperature=0.1, seed=1),
    )
    everyone = await personas.list()
    target = tmp_path / "personas.toml"
    assert await personas.export([one.persona_id for one in everyone], target) == 5
    assert tomllib.loads(target.read_text(encoding="utf-8"))["format"] == "hearth-personas"
    taken = await personas.import_file(target)
    assert [one.name for one in taken] == [f"{one.name} (2)" for one in everyone]
    for old, new in zip(everyone, taken, strict=True):
        assert replace(new, persona_id="", name="", position=0) == replace(old, persona_id="", name="", position=0)
    assert await personas.export([everyone[0].persona_id], target) == 1
    assert (await personas.import_file(target))[0].name == f"{everyone[0].name} (3)"


HEAD = 'format = "hearth-personas"\nversion = 1\n'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x00\xff\xfe\x93", "not a text file"),
        (b"# only a note\n", "not a file that Hearth wrote"),
        (b'{"format": "hearth-personas"}', "damaged"),
        (b'format = "hearth-personas"\nversion = 2\n[[persona]]\nname = "x"\n', "newer version"),
        (b'format = "hearth-personas"\nversion = true\n[[persona]]\nname = "x"\n', "not a file that Hearth wrote"),
        (b'format = "hearth-prompts"\nversion = 1\n[[prompt]]\nname = "x"\n', "holds prompts"),
        (HEAD.encode(), "nothing in it"),
        (HEAD.encode() + b"persona = 3\n", "nothing in it"),
        (HEAD.encode() + b"persona = [1, 2]\n", "damaged"),
        (HEAD.encode() + b"[[persona]]\nname = 5\n", "no name"),
        (HEAD.encode() + b"x = " + b"[" * 100_000, "damaged"),
        (HEAD.encode() + b"x = " + b"9" * 10_000, "damaged"),
        (HEAD.encode() + b'[[persona]]\nname = "x"\n' * 1001, "more than 1000"),
        (b"x" * 2_000_001, "far larger"),
    ],
)
async def test_foreign_and_hostile_files_are_refused_with_a_sentence(
    content: bytes, reason: str, personas: Personas, tmp_path: Path
) -> None:
    file = tmp_path / "file.toml"
    file.write_bytes(content)
    with pytest.raises(LibraryFileRefused) as refused:
        await personas.import_file(file)
    assert reason in refused.value.owner_sentence
    assert "file.toml" in refused.value.owner_sentence
    assert await names(personas) == BUILT_IN


async def test_wrong_types_in_a_file_are_harmless(personas: Personas, tmp_path: Path) -> None:
    file = tmp_path / "file.toml"
    file.write_text(
        HEAD + '[[persona]]\nname = "Fine"\ninstructions = 3\nmodel = ["x"]\ncolour = "url(x)"\nstarters = "text"\n'
        'tools = [1, "clock", {a = 1}]\n[persona.parameters]\ntemperature = 99\nseed = 4\nunknown = 1\n',
        encoding="utf-8",
    )
    (one,) = await personas.import_file(file)
    assert (one.instructions, one.model, one.colour, one.starters, one.tools) == ("", "", "", (), ("clock",))
    assert one.parameters == ModelParameters(seed=4)


async def test_a_file_that_is_not_there_or_cannot_be_written_is_told(personas: Personas, tmp_path: Path) -> None:
    with pytest.raises(LibraryFileRefused):
        await personas.import_file(tmp_path / "nothing.toml")
    with pytest.raises(LibraryFileNotWritten):
        await personas.export([], tmp_path / "no folder" / "x.toml")


async def test_the_assistant_has_one_set_of_them_that_outlives_locking(tmp_path: Path) -> None:
    profile = ProfileAtHand(tmp_path)
    async with profile.assistant() as assistant:
        assert assistant.personas is assistant.personas
        made = await assistant.personas.create("Mine")
        assert await assistant.prompts.by_name("/Summarise") is not None
        await assistant.settings.change("chat.temperature", 0.5)
    async with profile.assistant() as assistant:
        assert await assistant.personas.get(made.persona_id) == made
        assert assistant.settings.values.chat.temperature == 0.5
