"""What can go wrong while models and programs are fetched, kept or removed, and how an engine's error becomes that.

Of those who can act, the owner mends a disk that is full, a Modelfile or a name; the rest is trouble outside Hearth.
"""

from __future__ import annotations

from core.errors import HearthError, NotEnoughSpace, OwnerCanAct, SurroundingsFailed
from core.wording import worded
from models import engine_errors as engine


class NoRoomForDownload(OwnerCanAct):
    """It does not fit on the disk; what came so far is kept."""

    sentence = "There is not enough room on the disk: {needed} are needed, and {free} are free."
    next_step = "Free some space, for example by deleting models that you no longer use, and try again."


class ModelfileUnfit(OwnerCanAct):
    """The text is no Modelfile."""

    sentence = "Line {line} of the Modelfile cannot be used: {reason}."
    next_step = "Change that line and try again."


class ModelNameUnfit(OwnerCanAct):
    """No model can be called that."""

    sentence = "A model cannot be called “{name}”."
    next_step = "Use letters, digits and - _ . only, with a colon before the variant, for example my-model:latest."


class ModelUnknown(OwnerCanAct):
    """Neither the catalogue nor a server knows it."""

    sentence = "There is no model called “{model}”."
    next_step = "Check the name, or choose a model from the library."


class ModelNotInRegistry(ModelUnknown):
    """The registry that Ollama asked has no such model."""

    sentence = "There is no model called “{model}” to download."
    next_step = "Check its name and variant, or choose a model from the library."


class ModelInUse(OwnerCanAct):
    """It is being fetched now."""

    sentence = "“{model}” is being downloaded."
    next_step = "Cancel the download first."


class LibraryTrouble(SurroundingsFailed):
    """Something outside Hearth kept a model or program from being fetched, changed or run."""

    sentence = "This did not work."
    next_step = "Try again; the details below say more."


class HostNotReached(LibraryTrouble):
    """A host could not be reached, refused, or broke off again and again. What came so far is kept."""

    sentence = "{host} could not be reached, or the connection broke off."
    next_step = "Check the internet connection and try again. What has arrived is kept."


class HostSentElsewhere(LibraryTrouble):
    """A host redirected to one that the owner was not asked about."""

    sentence = "{host} wanted to send Hearth on to {target}, so nothing was fetched."
    next_step = "Try again later; if it stays like this, Hearth needs an update."


class DownloadNotGenuine(LibraryTrouble):
    """Checksum or size differ; what came was thrown away."""

    sentence = "What came from {host} is not what it should be, so it was thrown away."
    next_step = "Try again. If it happens again, something changes your downloads: do not use them."


class FolderRefused(LibraryTrouble):
    """The disk took or gave no file, for another reason than being full."""

    sentence = "The files could not be written or read."
    next_step = "Check the permissions of Hearth’s folder and that the disk is mounted, then try again."


class NoServerForLibrary(LibraryTrouble):
    """No Ollama answers, so no language model can be fetched, changed or removed."""

    sentence = "Ollama is not running, so language models cannot be fetched or changed."
    next_step = "Start Ollama, or let Hearth install its own, and try again."


class OllamaSaidNo(LibraryTrouble):
    """Ollama refused, in its own words."""

    sentence = "Ollama could not do this: {reason}"
    next_step = "Read the details below and try again."


class NoProgramForSystem(LibraryTrouble):
    """There is no official archive for this system."""

    sentence = "There is no ready-made Ollama for this computer."
    next_step = "Use an Ollama on another computer, or another model server; both are set up under Settings."


class ProgramUnfit(LibraryTrouble):
    """The archive is damaged or does not run here."""

    sentence = "The Ollama that was downloaded cannot be used on this computer."
    next_step = "Try again. If it happens again, install Ollama from its own page and start it; Hearth will find it."


class ProgramNotInstalled(LibraryTrouble):
    """Hearth's own Ollama is to be started and is not there."""

    sentence = "Hearth’s own Ollama is not installed."
    next_step = "Install it under Models, or use another model server."


class PrivateServerDown(LibraryTrouble):
    """Hearth's own Ollama does not run, and is not started any more."""

    sentence = "Hearth’s own Ollama does not start."
    next_step = "Look at its log under Models, then start it again or install it anew."


class PrivateServerOutdated(PrivateServerDown):
    """Its version has known security holes, so it was ended."""

    sentence = "Hearth’s own Ollama is version {version}, which has known security holes. It was not started."
    next_step = "Install the current version under Models."


def trouble_of(error: engine.EngineError, *, model: str = "") -> HearthError:
    """The owner's words for `error`."""
    host = getattr(error, "host", "") or error.address
    match error:
        case engine.NotEnoughDisk():
            return no_room(error.needed_bytes, error.free_bytes, detail=error.detail)
        case engine.DiskRefused() | engine.UnsafeName():
            return FolderRefused(error.detail)
        case engine.ForeignRedirect():
            return HostSentElsewhere(error.detail, host=host, target=error.target_host)
        case engine.SizeDiffers() | engine.ChecksumDiffers():
            return DownloadNotGenuine(error.detail, host=host)
        case engine.DownloadFailed():
            return HostNotReached(error.detail, host=host)
        case engine.ModelMissing():
            return ModelUnknown(error.detail, model=error.model or model)
        case engine.ServerUnreachable() if not isinstance(error, engine.PrivateServerFailed):
            return NoServerForLibrary(error.detail)
        case engine.StreamBroken() | engine.StreamStalled():
            return HostNotReached(error.detail, host="Ollama")
        case engine.ServerRefused() if "no space left" in error.detail or "not enough space" in error.detail:
            return NotEnoughSpace(error.detail)
    return _of_programs(error)


def _of_programs(error: engine.EngineError) -> HearthError:
    from models import archive, ollama_release, private_ollama, program_folder
    from models.language.ollama_library import RegistryAway

    match error:
        case RegistryAway():
            return HostNotReached(error.detail, host=worded("Ollama’s registry"))
        case archive.ArchiveRefused() | program_folder.ProgramBroken():
            return ProgramUnfit(error.detail)
        case ollama_release.NoArchiveForSystem():
            return NoProgramForSystem(error.detail)
        case private_ollama.PrivateServerTooOld():
            return PrivateServerOutdated(error.detail, version=error.version)
        case private_ollama.ProgramMissing():
            return ProgramNotInstalled(error.detail)
        case ollama_release.ReleaseTooOld() | engine.PrivateServerFailed():
            return PrivateServerDown(error.detail)
        case _:
            return OllamaSaidNo(error.detail, reason=error.detail[:200] or type(error).__name__)


def no_room(needed_bytes: int, free_bytes: int, *, detail: str = "") -> NoRoomForDownload:
    """The error for a disk with too little room, with sizes as people read them."""
    return NoRoomForDownload(detail, needed=size_in_words(needed_bytes), free=size_in_words(free_bytes))


def size_in_words(size_bytes: int) -> str:
    """Like “1.4 GB”, in powers of ten as disks and downloads are sold."""
    for unit, name in ((1e9, "GB"), (1e6, "MB")):
        if size_bytes >= unit:
            return f"{size_bytes / unit:.1f} {name}"
    return f"{max(size_bytes, 0) / 1e3:.0f} kB"
