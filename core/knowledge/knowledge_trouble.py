"""What can go wrong with documents. Sorted by name; each belongs to one file, the others are read all the same."""

from __future__ import annotations

from core.errors import OwnerCanAct


class CollectionMissing(OwnerCanAct):
    """No such collection: deleted meanwhile."""

    sentence = "This collection is no longer there."
    next_step = "It was deleted. Choose another collection, or make a new one."


class DocumentMissing(OwnerCanAct):
    """No such document: removed meanwhile."""

    sentence = "This document is no longer in Hearth."
    next_step = "It was removed. Add the file again if you want to ask about it."


class FolderTooFull(OwnerCanAct):
    """More files lie in it and below than are read of one folder: `folder_scan.MOST_FILES`."""

    sentence = "This folder holds more than 200,000 files. Those beyond are not read."
    next_step = "Take it out, and add those of its folders that you want to ask about, each by itself."


class FolderUnfit(OwnerCanAct):
    """No folder that could be read is at that place."""

    sentence = "“{name}” is no folder that Hearth can read."
    next_step = "Check that it is there and that you may open it, then add it again."


class ReadingStopped(OwnerCanAct):
    """The owner stopped the reading before this file's turn."""

    sentence = "Reading was stopped before this file."
    next_step = "Choose “Read again” when you want it to be found."


class FileUnreadable(OwnerCanAct):
    """A document could not be read. Its kinds say why; nothing of it is kept, and the file is never changed."""

    sentence = "This file could not be read."
    next_step = "Open it in another program to see whether it is whole, then add it again."


class FileChangedMeanwhile(FileUnreadable):
    """It vanished or changed while it was read, so that its text would be of no version of it."""

    sentence = "This file changed or vanished while it was read."
    next_step = "Wait until the program that writes it has finished, then read it again."


class FileDamaged(FileUnreadable):
    """Its bytes are not what its kind should be, or the reader broke over them."""

    sentence = "This file is damaged, cut short, or not what its name says."
    next_step = "Open it in the program that made it and save it anew, then add it again."


class FileEncrypted(FileUnreadable):
    """A password or a rights management protects it."""

    sentence = "This file is protected with a password or by its publisher."
    next_step = "Save a copy without protection and add that."


class FileGone(FileUnreadable):
    """There is no file at that place."""

    sentence = "This file is no longer where it was."
    next_step = "Put it back, or remove it from the collection."


class FileHoldsNothing(FileUnreadable):
    """It was read, and there is no text in it."""

    sentence = "There is no text in this file that Hearth can read."
    next_step = "If it is scanned, check that reading pictures is switched on; a sharper scan may help."


class FileKindUnknown(FileUnreadable):
    """No reader knows it."""

    sentence = "Hearth cannot read files of this kind."
    next_step = "Save it as PDF, as text or in a current Office or OpenDocument format, and add that."


class FileNeedsMemory(FileUnreadable):
    """Reading it took more memory than a file may take."""

    sentence = "Reading this file would take too much memory."
    next_step = "Split it into smaller files, or save it in a simpler format."


class FileReaderFailed(FileUnreadable):
    """The process that reads files could not be started or answers nonsense: not the file's fault."""

    sentence = "The part of Hearth that reads files did not start."
    next_step = "Free some memory or close other programs, then read the file again."


class FileRefused(FileUnreadable):
    """The system did not give it: rights, a broken disk, or no ordinary file."""

    sentence = "The system did not let Hearth read this file."
    next_step = "Check its permissions and that the disk is connected, then read it again."


class FileTookTooLong(FileUnreadable):
    """No page came for longer than the limit."""

    sentence = "Reading this file took too long and was stopped."
    next_step = "Split it into smaller files, or save it in a simpler format."


class FileTooDeep(FileUnreadable):
    """Parts within parts beyond the limit."""

    sentence = "This file is nested too deeply, as files made to do harm are."
    next_step = "If you trust it, save it anew in the program that made it."


class FileTooLarge(FileUnreadable):
    """The file, or what is packed in it, is larger than the limit."""

    sentence = "This file is too large, or unpacks to far more than its size."
    next_step = "Split it into smaller files and add those."
