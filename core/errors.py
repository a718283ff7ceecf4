"""The error tree, sorted by who can act. Every class has a sentence for the owner and a next step.

HearthError
├── OwnerCanAct                 the owner can mend it now, in Hearth
│   ├── VaultLocked, ProfileExists, ProfileMissing, ProfileInUse, NotEnoughSpace
│   ├── WrongSecret             also RecoveryKeyMistyped, NoSuchSlot
│   ├── PassphraseTooShort, LastSlot, SlotMissing, AliasUnfit, NoWayIn   a change of keys or name that cannot be
│   ├── ConversationMissing, MessageMissing   deleted meanwhile, or never there
│   ├── FolderInsideItself, SettingRefused, ParameterRefused
│   ├── NothingIsKept           asked of a session without a profile
│   ├── DoorClosed              a connection that no open door allows; RefusedByGuard where the guard raises it
│   ├── ImportRefused           a file that is not what it should be
│   ├── AttachmentRefused       an attachment that is too large or of an unknown kind
│   ├── PersonaMissing, PersonaUnfit, PromptMissing, PromptNameTaken, PromptUnfit   of personas and prompts
│   ├── LibraryFileRefused, LibraryFileNotWritten   files of personas and prompts
│   ├── NoRoomForDownload, ModelfileUnfit, ModelNameUnfit, ModelInUse   asked of the library of models
│   ├── ModelUnknown            ModelNotInRegistry where the registry does not have it
│   ├── NoSpeechModel, NoVoice, SaidUntranslated, SoundFileUnfit, SoundGone, SpeechModelUnfit, SpeechNotTranslated,
│   │   TranscriptMissing, VoiceDamaged   asked of the voice
│   ├── CollectionMissing, DocumentMissing, FolderTooFull, FolderUnfit, ReadingStopped   asked of the documents
│   ├── FileUnreadable          a document that could not be read, for the reason that its kind names
│   │                           FileChangedMeanwhile, FileDamaged, FileEncrypted, FileGone, FileHoldsNothing,
│   │                           FileKindUnknown, FileNeedsMemory, FileReaderFailed, FileRefused, FileTookTooLong,
│   │                           FileTooDeep, FileTooLarge
│   ├── MemoryMissing, MemoryUnfit   asked of the memory
│   ├── VectorsLeaveVault       nobody has agreed that a Chroma server gets vectors
│   └── NothingToAnswer         an empty question
├── SurroundingsFailed          something outside Hearth must be mended
│   ├── KeyringUnavailable, ProfileFilesUnreadable, SystemLibraryMissing, MemoryUsedUp, UnlockNeedsMemory
│   ├── LibraryTrouble          fetching, changing or running models and programs
│   │                           HostNotReached, HostSentElsewhere, DownloadNotGenuine, FolderRefused,
│   │                           NoServerForLibrary, OllamaSaidNo, NoProgramForSystem, ProgramUnfit,
│   │                           ProgramNotInstalled, PrivateServerDown, PrivateServerOutdated
│   ├── GraphicsCardGaveUp, LoudspeakerLost, MicrophoneLost, MicrophoneSilent, NoLoudspeaker, NoMicrophone,
│   │   RecogniserDied, SoundDeviceRefused, SoundServerGone, VoiceGaveUp         what the voice needs
│   ├── ChromaServerAway, ChromaServerUnfit   the index that the owner chose instead of Hearth's own
│   └── ModelTrouble            the model or its server; its kinds are in `core.inference.model_trouble`
├── DataDamaged                 what is on disk is not what Hearth wrote
│   ├── HeaderDamaged, HistoryDamaged, BackupDamaged
│   ├── DatabaseDamaged         DatabaseKeyUnfit where only the key may be wrong
│   └── NewerFormat             written by a newer Hearth; nothing was touched
├── Cancelled                   the owner stopped it; never shown as an error
└── HearthBug                   our mistake

Leaf classes stand where they are raised; a test holds this drawing against the code.
"""

from __future__ import annotations

from typing import ClassVar

from core.wording import worded


class HearthError(Exception):
    """Base of everything that Hearth raises on purpose.

    `sentence` and `next_step` are shown to the owner; both may hold `{fields}` that are filled from keyword arguments.
    `detail` is technical, goes to the log and into the folded part of an error card.
    """

    sentence: ClassVar[str] = "Something went wrong."
    next_step: ClassVar[str] = "Try again; if it happens again, run “hearth doctor”."

    def __init__(self, detail: str = "", **fields: object) -> None:
        self.detail = detail
        self.fields = fields
        super().__init__(detail or self.owner_sentence)

    @property
    def code(self) -> str:
        """Stable name of the kind of error, for logs, JSON output and stored messages."""
        return type(self).__name__

    @property
    def owner_sentence(self) -> str:
        """What happened, in the owner's words."""
        return _filled(worded(self.sentence), self.fields)

    @property
    def owner_next_step(self) -> str:
        """What the owner can do about it."""
        return _filled(worded(self.next_step), self.fields)

    @property
    def points_to_detail(self) -> bool:
        """Whether the next step sends its reader to the detail: whoever shows the one shows the other."""
        return "details" in self.next_step


class OwnerCanAct(HearthError):
    """The owner can mend this inside Hearth."""

    sentence = "Hearth needs something from you."
    next_step = "Check what you entered and try again."


class VaultLocked(OwnerCanAct):
    """The vault is closed; its keys are not in memory."""

    sentence = "This profile is locked."
    next_step = "Unlock it and try again."


class WrongSecret(OwnerCanAct):
    """The passphrase, recovery key or keyring entry does not open this profile."""

    sentence = "That does not open this profile."
    next_step = "Check capital letters and the keyboard layout, or use the recovery key."


class ProfileExists(OwnerCanAct):
    """A profile is already there; it is never written over."""

    sentence = "There is already a profile called “{alias}”."
    next_step = "Choose another name, or open the existing profile."


class ProfileMissing(OwnerCanAct):
    """No such profile."""

    sentence = "There is no profile called “{alias}”."
    next_step = "Choose one of the listed profiles, create one, or restore a backup."


class ProfileInUse(OwnerCanAct):
    """Another process has this profile open."""

    sentence = "This profile is already open in another Hearth."
    next_step = "Use the window that is already open, or close it first."


class NotEnoughSpace(OwnerCanAct):
    """The disk is full. Nothing that was saved is lost."""

    sentence = "The disk is full, so this could not be saved. What was saved before is safe."
    next_step = "Free some space on the disk; Hearth goes on by itself as soon as there is room."


class ConversationMissing(OwnerCanAct):
    """No such chat or folder: deleted meanwhile, or expired."""

    sentence = "This chat is no longer there."
    next_step = "It was deleted or has expired. Choose another chat, or start a new one."


class MessageMissing(OwnerCanAct):
    """No such message: deleted meanwhile."""

    sentence = "This message is no longer there."
    next_step = "It was deleted. Open the chat again to see what it holds now."


class DoorClosed(OwnerCanAct):
    """A connection off this machine that no open door allows."""

    sentence = "Hearth did not connect to {host}: no door to it is open."
    next_step = "If you want this connection, open a door to {host} under Settings › Network."


class ImportRefused(OwnerCanAct):
    """A file could not be imported. Nothing was changed."""

    sentence = "“{name}” could not be imported: {reason}"
    next_step = "Check that it is a Hearth, ChatGPT or Open WebUI export, and export it again if it is damaged."


class AttachmentRefused(OwnerCanAct):
    """An attachment was not taken."""

    sentence = "“{name}” was not attached: {reason}"
    next_step = "Attach a smaller file, or one of a kind that Hearth can read."


class NothingToAnswer(OwnerCanAct):
    """There is no text and no attachment."""

    sentence = "There is nothing to answer yet."
    next_step = "Type a question first."


class SurroundingsFailed(HearthError):
    """Something outside Hearth is in the way."""

    sentence = "Something that Hearth needs is not available."
    next_step = "Run “hearth doctor”; it says what is missing and how to mend it."


class KeyringUnavailable(SurroundingsFailed):
    """The operating system's keyring is absent, locked, changed or not one that keeps secrets."""

    sentence = "The system keyring cannot be used: {reason}"
    next_step = "Unlock with your passphrase or recovery key, or start and unlock the system keyring and try again."


class ProfileFilesUnreadable(SurroundingsFailed):
    """The operating system refused access to the profile's files."""

    sentence = "The files of this profile cannot be read or written: {reason}"
    next_step = "Check the permissions of the folder and that the disk is mounted."


class SystemLibraryMissing(SurroundingsFailed):
    """A system library or program is missing."""

    sentence = "{library} is missing on this computer."
    next_step = "{command}"


class ModelTrouble(SurroundingsFailed):
    """The language model or its server failed. `can_retry` tells whether the same call may work a moment later."""

    sentence = "The model did not answer."
    next_step = "Try again, or choose another model."
    can_retry: ClassVar[bool] = False


class DataDamaged(HearthError):
    """What is on disk is not what Hearth wrote."""

    sentence = "Some of this profile's data is damaged."
    next_step = "Restore the latest backup. The damaged files are kept and not changed."


class HeaderDamaged(DataDamaged):
    """The key header cannot be trusted."""

    sentence = "The key file of this profile is damaged."
    next_step = "Restore the key file or the whole profile from a backup. Nothing was changed."


class DatabaseDamaged(DataDamaged):
    """The right key, but pages of the database are broken."""

    sentence = "The database of this profile is damaged."
    next_step = "Restore the latest backup. The damaged database is kept and not changed."


class HistoryDamaged(DataDamaged):
    """The database is whole but older than it was: rolled back, or recent writes were cut off."""

    sentence = "This profile is older than when it was last closed: it was put back, or recent changes were lost."
    next_step = "If you restored it yourself, accept the older state; if not, restore the latest backup."


class BackupDamaged(DataDamaged):
    """The backup is incomplete or changed. Nothing was restored."""

    sentence = "This backup is incomplete or was changed. Nothing was restored."
    next_step = "Use another backup. Your present profile was not touched."


class NewerFormat(DataDamaged):
    """Written by a newer Hearth."""

    sentence = "This profile was written by a newer version of Hearth. Nothing was changed."
    next_step = "Update Hearth, then open the profile again."


class Cancelled(HearthError):
    """The owner stopped it."""

    sentence = "Stopped."
    next_step = "Nothing needs to be done."


class HearthBug(HearthError):
    """Our mistake."""

    sentence = "Hearth made a mistake."
    next_step = "What was saved is safe. Please report what you did and the details below."


def _filled(template: str, fields: dict[str, object]) -> str:
    return template.format_map(_Blank(fields))


class _Blank(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return ""
