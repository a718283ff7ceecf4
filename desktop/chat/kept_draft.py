"""What was typed and not sent, taken out of a composer and put into another one."""

from __future__ import annotations

from PySide6.QtGui import QImage

from desktop.chat.composer import Composer, Draft


def draft_of(composer: Composer) -> Draft:
    """What stands in `composer` now."""
    return Draft(composer.text(), composer.attachments())


def put_draft(composer: Composer, draft: Draft) -> None:
    """Go on with `draft`."""
    composer.set_text(draft.text)
    for kept in draft.attachments:
        if kept.kind == "image":
            composer.add_image(QImage.fromData(kept.data), name=kept.name)
        else:
            composer.add_text(kept.data.decode(errors="replace"), name=kept.name)
