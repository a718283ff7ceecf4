"""What the settings show as commands is understood as those commands."""

from __future__ import annotations

import pytest

from core.voice.command_words import COMMANDS, LANGUAGES, said_for
from core.voice.spoken_commands import SpokenCommands


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_examples_and_each_of_them_does_it(language: str) -> None:
    commands = SpokenCommands((language,))
    said = said_for(language)
    assert tuple(said) == COMMANDS
    for command, texts in said.items():
        assert len(texts) >= 2
        for text in texts:
            match = commands.match(text, speaking=True, language=language)
            assert match is not None, text
            assert (match.command, match.certainty) == (command, 1.0), text


def test_a_language_without_commands_has_no_examples() -> None:
    assert said_for("fi") == {}
