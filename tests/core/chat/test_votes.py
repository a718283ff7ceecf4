"""A vote is kept as a figure: one a question, counted for each pair of models."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.assistant import Assistant
from core.chat.votes import Choice, PairTally, Vote
from core.errors import MessageMissing
from tests.peers.profile_at_hand import ProfileAtHand


@pytest.fixture
async def assistant(tmp_path: Path) -> AsyncIterator[Assistant]:
    async with ProfileAtHand(tmp_path).assistant() as assistant:
        yield assistant


async def question(assistant: Assistant) -> str:
    chat = await assistant.conversations.create()
    asked = await assistant.conversations.append(chat.conversation_id, parent_id=None, role="user", text="Why?")
    return asked.message_id


async def vote(assistant: Assistant, first: str, second: str, choice: Choice) -> str:
    question_id = await question(assistant)
    await assistant.votes.vote(Vote(question_id, first, second, choice))
    return question_id


async def test_each_pair_is_counted_whichever_model_stood_first(assistant: Assistant) -> None:
    await vote(assistant, "a", "b", "first")
    await vote(assistant, "b", "a", "first")
    await vote(assistant, "b", "a", "second")
    await vote(assistant, "a", "b", "both_good")
    await vote(assistant, "b", "a", "both_bad")
    await vote(assistant, "a", "c", "second")
    tally = await assistant.votes.tally()
    assert tally == [PairTally("a", "b", 2, 1, 1, 1), PairTally("a", "c", 0, 1, 0, 0)]
    assert [pair.votes for pair in tally] == [5, 1]
    assert [pair.first_rate for pair in tally] == [0.6, 0.0]


async def test_another_vote_about_the_same_question_replaces_the_first(assistant: Assistant) -> None:
    question_id = await vote(assistant, "a", "b", "first")
    await assistant.votes.vote(Vote(question_id, "a", "b", "second"))
    assert await assistant.votes.tally() == [PairTally("a", "b", 0, 1, 0, 0)]
    assert await assistant.votes.of(question_id, first="a", second="b") == "second"
    assert await assistant.votes.of(question_id, first="b", second="a") == "first"
    assert await assistant.votes.of(question_id, first="a", second="c") is None
    await assistant.votes.withdraw(question_id)
    assert await assistant.votes.tally() == []
    assert await assistant.votes.of(question_id, first="a", second="b") is None


@pytest.mark.parametrize("choice", ["first", "second", "both_good", "both_bad"])
async def test_every_choice_is_found_again(assistant: Assistant, choice: Choice) -> None:
    question_id = await vote(assistant, "a", "b", choice)
    assert await assistant.votes.of(question_id, first="a", second="b") == choice


async def test_the_figures_outlive_their_chat(assistant: Assistant) -> None:
    question_id = await vote(assistant, "a", "b", "first")
    await vote(assistant, "c", "d", "first")
    await assistant.conversations.delete((await assistant.conversations.message(question_id)).conversation_id)
    assert await assistant.votes.of(question_id, first="a", second="b") is None
    assert len(await assistant.votes.tally()) == 2
    assert await assistant.votes.last_pair() == ("c", "d")


async def test_nothing_of_a_private_chat_is_counted(assistant: Assistant) -> None:
    chat = await assistant.private.create()
    asked = await assistant.private.append(chat.conversation_id, parent_id=None, role="user", text="Why?")
    with pytest.raises(MessageMissing):
        await assistant.votes.vote(Vote(asked.message_id, "a", "b", "first"))
    assert await assistant.votes.tally() == []
    assert await assistant.votes.last_pair() is None


async def test_votes_are_there_after_a_restart(tmp_path: Path) -> None:
    profile = ProfileAtHand(tmp_path)
    async with profile.assistant() as before:
        question_id = await vote(before, "a", "b", "second")
    async with profile.assistant() as after:
        assert await after.votes.of(question_id, first="a", second="b") == "second"
        assert await after.votes.last_pair() == ("b", "a")
