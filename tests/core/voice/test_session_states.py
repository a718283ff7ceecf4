from __future__ import annotations

import re
from typing import get_args

import pytest

from core.events import VoiceState
from core.voice import session_states
from core.voice.session_states import Action, VoiceEvent, step

STATES: tuple[VoiceState, ...] = get_args(VoiceState)
EVENTS: tuple[VoiceEvent, ...] = get_args(VoiceEvent)
_LINE = re.compile(r"^ {4}(\w+) +(\w+) +-> (\w+)(?: +(.+))?$", re.MULTILINE)

DRAWN = {
    (state, event): (leads_to, tuple(actions.split(", ")) if actions else ())
    for state, event, leads_to, actions in _LINE.findall(session_states.__doc__ or "")
}


def test_the_drawing_is_there() -> None:
    assert len(DRAWN) > 40
    assert {state for state, _ in DRAWN} == {*STATES, "any"}
    assert {event for _, event in DRAWN} == set(EVENTS)


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("state", STATES)
def test_every_transition_is_as_it_is_drawn(state: VoiceState, event: VoiceEvent) -> None:
    found = step(state, event)
    drawn = DRAWN.get((state, event)) or DRAWN.get(("any", event))
    assert (None if found is None else (found.next, found.actions)) == drawn


@pytest.mark.parametrize("state", STATES)
def test_every_state_can_be_reached_and_left(state: VoiceState) -> None:
    reached = {"idle"}
    for _ in STATES:
        reached |= {found.next for one in reached & set(STATES) for e in EVENTS if (found := step(one, e)) is not None}
    assert state in reached
    left = {found.next for event in EVENTS if (found := step(state, event)) is not None}
    assert left - {state}


def test_off_ends_everything_from_everywhere() -> None:
    for state in STATES:
        found = step(state, "off")
        assert found is not None
        assert found.next == "idle"
        assert set(found.actions) == {"drop", "hush", "close"}


def test_nothing_is_asked_before_the_utterance_is_text() -> None:
    asking: list[tuple[VoiceState, VoiceEvent]] = [
        (state, event)
        for state in STATES
        for event in EVENTS
        if (found := step(state, event)) is not None and "ask" in found.actions
    ]
    assert asking == [("armed", "question"), ("transcribing", "question")]


def test_whoever_leaves_an_answer_hushes_it_unless_it_is_over() -> None:
    for state in ("thinking", "speaking"):
        for event in EVENTS:
            found = step(state, event)
            if found is None or event == "told" or (found.next in ("speaking", state) and event != "read"):
                continue
            assert "hush" in found.actions, (state, event)


def test_every_action_is_used() -> None:
    used = {action for state in STATES for event in EVENTS if (s := step(state, event)) for action in s.actions}
    assert used == set(get_args(Action))
