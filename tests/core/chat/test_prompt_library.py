from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.chat.prompt_library import Prompt, PromptMissing, PromptNameTaken, Prompts, PromptUnfit, fill, name_from
from core.clock import ManualClock
from core.events import PromptsChanged
from tests.peers.conversation_room import Room, vault_room


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    folder = tmp_path / "profile"
    folder.mkdir()
    room, announcer = vault_room(folder, ManualClock())
    announcer.subscribe(room.changes.append)
    yield room
    room.readers.close()
    room.writer.close()


def prompts_of(room: Room) -> Prompts:
    """As after another start."""
    return Prompts(room.writer, room.readers, announcer=room.store._announcer, clock=ManualClock())


@pytest.fixture
def prompts(room: Room) -> Prompts:
    return prompts_of(room)


async def names(prompts: Prompts, **wanted: bool) -> list[str]:
    return [one.name for one in await prompts.list(**wanted)]


async def test_the_built_in_ones_serve_selected_text_and_the_empty_chat(prompts: Prompts) -> None:
    selection = await names(prompts, selection=True)
    assert selection[:5] == ["explain", "summarise", "translate", "rewrite", "fix-grammar"]
    for one in await prompts.list(selection=True):
        assert "Some {{odd}} text." in fill(one.text, {"text": "Some {{odd}} text."})
        assert fill(one.text, {"text": "a"}) == fill(one.text, {"selection": "a"})
    assert len(await prompts.list(starter=True)) == 4
    translate = await prompts.by_name("translate")
    assert translate is not None
    assert "into Japanese." in fill(translate.text, {"language": "Japanese", "text": "x"})


async def test_a_prompt_is_found_by_its_name_in_any_capitals(prompts: Prompts) -> None:
    made = await prompts.create("Größe", title="Größe", text="x")
    assert made.name == "größe"
    assert await prompts.by_name("/GRÖSSE") == made  # ß and SS are one letter to casefold
    assert await prompts.by_name("nothing") is None


async def test_two_prompts_cannot_have_one_name(prompts: Prompts) -> None:
    made = await prompts.create("éclair", text="x")
    with pytest.raises(PromptNameTaken) as taken:
        await prompts.create("Éclair", text="y")
    assert "/éclair" in taken.value.owner_sentence
    other = await prompts.create("other", text="y")
    with pytest.raises(PromptNameTaken):
        await prompts.change(replace(other, name="ÉCLAIR"))
    assert (await prompts.change(replace(made, name="ÉCLAIR", text="z"))).text == "z"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Explain this!", "explain-this"),
        ("  /Fix  my_grammar ", "fix-my-grammar"),
        ("要約 する", "要約-する"),
        ("…!", ""),
        ("x" * 90, "x" * 40),
        ("a\nb", "a-b"),
    ],
)
def test_a_title_becomes_what_can_stand_after_a_slash(title: str, name: str) -> None:
    assert name_from(title) == name


async def test_what_cannot_be_is_refused(prompts: Prompts) -> None:
    with pytest.raises(PromptUnfit):
        await prompts.create("…", title="!", text="x")
    with pytest.raises(PromptMissing):
        await prompts.change(Prompt("nobody", "x", "x", "x"))
    with pytest.raises(PromptMissing):
        await prompts.duplicate("nobody")


async def test_a_deleted_one_comes_back_by_undo_even_if_its_name_is_taken(prompts: Prompts) -> None:
    gone = await prompts.delete((await prompts.list())[0].prompt_id)
    await prompts.create("explain", text="mine")
    await prompts.put_back(gone)
    assert (await names(prompts))[0] == "explain-2"
    assert await names(prompts) == list(dict.fromkeys(await names(prompts)))


async def test_a_deleted_built_in_one_comes_back_by_the_button_only(room: Room, prompts: Prompts) -> None:
    for one in await prompts.list(selection=True):
        await prompts.delete(one.prompt_id)
    assert await names(prompts_of(room)) == ["decide"]
    again = prompts_of(room)
    await again.create("explain", text="mine")
    assert await again.restore() == 7
    assert "explain-2" in await names(again)


async def test_an_old_profile_gets_only_built_in_ones_that_are_new_to_it(room: Room, prompts: Prompts) -> None:
    await prompts.list()
    await room.writer.run(
        lambda c: c.execute("UPDATE setting SET value = '[\"prompt-explain\"]' WHERE name = 'built_in.prompt'")
    )
    await room.writer.run(lambda c: c.execute("DELETE FROM prompt"))
    assert "explain" not in await names(prompts_of(room))
    assert "summarise" in await names(prompts_of(room))


async def test_export_and_import_bring_equal_prompts_back(room: Room, prompts: Prompts, tmp_path: Path) -> None:
    await prompts.create("odd", title='A "title"', text='"""\\{{x}} {{a|b\\|c}}\n\n\ttab', starter=True)
    everyone = await prompts.list()
    target = tmp_path / "prompts.toml"
    assert await prompts.export([one.prompt_id for one in everyone], target) == 9
    taken = await prompts.import_file(target)
    for old, new in zip(everyone, taken, strict=True):
        assert (new.name, new.title) == (f"{old.name}-2", f"{old.title} (2)")
        fields = (new.text, new.description, new.starter, new.selection)
        assert fields == (old.text, old.description, old.starter, old.selection)
    again = await prompts.import_file(target)
    assert [one.name for one in again] == [f"{one.name}-3" for one in everyone]


async def test_changes_at_the_same_time_lose_nothing(room: Room, prompts: Prompts) -> None:
    """News is announced after each change, and whoever looks then sees it."""
    made = await asyncio.gather(*(prompts.create(f"n{number}", text="x") for number in range(20)), prompts.list())
    assert len(await names(prompts)) == 28
    assert await names(prompts) == await names(prompts_of(room))
    assert sorted(one.position for one in await prompts.list()) == list(range(28))
    assert len(made) == 21
    assert room.changes.count(PromptsChanged()) == 20
