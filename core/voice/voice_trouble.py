"""What can go wrong between a mouth, two loudspeakers and an ear. Sorted by name within who can act.

Engines raise `models.engine_errors`; their adapters in this room turn them into these.
"""

from __future__ import annotations

from core.errors import OwnerCanAct, SurroundingsFailed

# ---- the owner can mend it in Hearth --------------------------------------------------------------------------------


class NoSpeechModel(OwnerCanAct):
    """Nothing is installed that turns speech into text."""

    sentence = "There is no model for speech recognition on this computer yet."
    next_step = "Install one under Models › Speech; “base” suits most computers."


class NoVoice(OwnerCanAct):
    """Nothing can speak: no Piper voice is installed, and the system has none."""

    sentence = "There is no voice on this computer that could speak."
    next_step = "Install one under Models › Voices."


class SaidUntranslated(OwnerCanAct):
    """What was said should have come in another language, and nothing could translate it."""

    sentence = "What you said could not be translated, so it stays as you said it."
    next_step = "Install a language model under Models, or turn “Translate what you say” off under Settings › Voice."


class SoundFileUnfit(OwnerCanAct):
    """A file that was to be written down holds no sound that could be read."""

    sentence = "“{name}” holds no sound that Hearth can read."
    next_step = "Choose another file. Most audio and video formats work; protected or damaged ones do not."


class SoundGone(OwnerCanAct):
    """The sound of a transcript was not kept, and its file is no longer where it was."""

    sentence = "The sound of “{name}” is no longer there: it was not kept, and the file was moved or deleted."
    next_step = "Put the file back where it was. The text stays."


class SpeechModelUnfit(OwnerCanAct):
    """The folder of a speech model is incomplete, cut short or not one at all."""

    sentence = "The speech model “{model}” cannot be used: its files are incomplete or damaged."
    next_step = "Remove it under Models › Speech and install it again."


class SpeechNotTranslated(OwnerCanAct):
    """The speech model was not made for translating."""

    sentence = "The speech model “{model}” cannot translate what it hears."
    next_step = "Write it down as spoken and use “Translate…”, or install “small” or “medium” under Models › Speech."


class TranscriptMissing(OwnerCanAct):
    """No such transcript, or no such part of one: deleted meanwhile."""

    sentence = "This transcript is no longer there."
    next_step = "It was deleted. Choose another one."


class VoiceDamaged(OwnerCanAct):
    """The files of a voice are incomplete or damaged; another voice speaks in its place."""

    sentence = "The voice “{voice}” cannot be used: its files are incomplete or damaged."
    next_step = "Remove it under Models › Voices and install it again."


# ---- something outside Hearth must be mended ------------------------------------------------------------------------


class GraphicsCardGaveUp(SurroundingsFailed):
    """Recognition on the graphics card failed; the processor does it from now on."""

    sentence = "The graphics card could not recognise speech, so the processor does it now. This may be slower."
    next_step = "Free some of its memory, or choose the processor under Settings › Voice."


class LoudspeakerLost(SurroundingsFailed):
    """The loudspeaker in use vanished; another one may have taken over."""

    sentence = "The loudspeaker or headphones were disconnected."
    next_step = "Connect them again, or choose another loudspeaker under Settings › Voice."


class MicrophoneLost(SurroundingsFailed):
    """The microphone in use vanished; another one may have taken over."""

    sentence = "The microphone was disconnected."
    next_step = "Connect it again, or choose another one under Settings › Voice."


class MicrophoneSilent(SurroundingsFailed):
    """The microphone delivers exact silence: muted, or switched off by the system."""

    sentence = "The microphone is completely silent."
    next_step = "Check that it is not muted, and that the system lets Hearth use it."


class NoLoudspeaker(SurroundingsFailed):
    """Nothing to play sound on."""

    sentence = "Hearth found no loudspeaker or headphones."
    next_step = "Connect one and try again; answers are shown as text meanwhile."


class NoMicrophone(SurroundingsFailed):
    """Nothing to hear with."""

    sentence = "Hearth found no microphone."
    next_step = "Connect one and try again. You can go on typing."


class RecogniserDied(SurroundingsFailed):
    """Speech recognition ended in the middle of its work, twice in a row."""

    sentence = "Speech recognition stopped unexpectedly, so what you said was lost."
    next_step = "Say it again. If it happens often, choose a smaller model under Settings › Voice."


class SoundDeviceRefused(SurroundingsFailed):
    """A microphone or loudspeaker is there but does not open: taken by another program, or not allowed."""

    sentence = "“{device}” could not be used for sound."
    next_step = "Close other programs that use it, check that the system lets Hearth use it, or choose another one."


class SoundServerGone(SurroundingsFailed):
    """The system's sound server does not answer."""

    sentence = "The sound system of this computer does not answer."
    next_step = "Start it again, or log out and in, and try once more."


class VoiceGaveUp(SurroundingsFailed):
    """A voice failed in the middle of its work; another one speaks in its place."""

    sentence = "The voice “{voice}” stopped working, so another one speaks."
    next_step = "Free some memory, or choose another voice under Settings › Voice."
