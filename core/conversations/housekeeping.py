"""`Housekeeping`: retention and automatic backups of an open profile."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from core.conversations.retention import Retention
from core.vault.backup_rotation import back_up_daily

if TYPE_CHECKING:
    from core.audit.trail import AuditTrail
    from core.clock import Clock
    from core.conversations.conversation_store import ConversationStore
    from core.settings.sections import PrivacySettings
    from core.vault.lifetime import Lifetime
    from core.vault.vault import Vault

_EVERY = timedelta(hours=1)


class Housekeeping:
    """What is due from time to time. `forget_expired` lets go of what else has an expiry, as memories have."""

    def __init__(
        self,
        vault: Vault,
        conversations: ConversationStore,
        *,
        privacy: Callable[[], PrivacySettings],
        forget_expired: Callable[[], Awaitable[object]],
        audit: AuditTrail,
        clock: Clock,
    ) -> None:
        self._vault = vault
        self._conversations = conversations
        self._privacy = privacy
        self._forget_expired = forget_expired
        self._audit = audit
        self._clock = clock

    async def go_on(self, life: Lifetime) -> None:
        """Now and every hour, until cancelled; what fails is tried again then."""
        while True:
            await life.watched(self.sweep())
            if self._privacy().automatic_backups:
                await life.watched(back_up_daily(self._vault, self._clock.now()))
            await asyncio.sleep(_EVERY.total_seconds())

    async def sweep(self) -> None:
        """Delete what has had its time."""
        await self._vault.blobs.sweep()
        await self._forget_expired()
        days = self._privacy().retention_days
        swept = await Retention(self._conversations).sweep(self._clock.now(), retention_days=days)
        if swept.conversation_ids:
            await self._audit.record("chats expired", count=len(swept.conversation_ids))
