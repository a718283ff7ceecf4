"""What a conversation by voice is made of: given to `DuplexSession` whole, so that tests may give scripted sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.events import Announcer
from core.settings.sections import VoiceSettings
from core.voice.surroundings import Surroundings

if TYPE_CHECKING:
    from core.voice.capture import Capture
    from core.voice.ears import Ears
    from core.voice.frames import AudioFrame
    from core.voice.playback import Playback
    from core.voice.recognition import Recognition
    from core.voice.speaking import Speaking
    from core.voice.voice_choice import VoiceChoice


@dataclass(frozen=True, slots=True)
class SessionParts:
    """The parts of one session, made and closed by whoever made it."""

    surroundings: Surroundings
    announcer: Announcer
    capture: Capture
    playback: Playback
    ears: Ears
    voices: VoiceChoice
    recognition: Recognition
    speaking: Speaking
    without_tones: Callable[[AudioFrame], AudioFrame] = lambda frame: frame
    """Takes Hearth's own tones out of what the microphone hears."""

    @property
    def settings(self) -> VoiceSettings:
        """The owner's wishes as they are now."""
        return self.surroundings.settings.values.voice
