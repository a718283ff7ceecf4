from __future__ import annotations

from datetime import timedelta

from core.clock import ManualClock
from core.conversations.message_tree import NewAttachment
from core.conversations.retention import Retention
from tests.peers.conversation_room import Room

DAY_S = 24 * 3600


async def test_an_expired_chat_goes_with_its_attachments_and_others_stay(vault: Room, clock: ManualClock) -> None:
    assert vault.folder is not None
    kept = await vault.store.create(title="kept")
    due = await vault.store.create(title="due")
    picture = NewAttachment("image", "x.png", "image/png", b"x")
    await vault.store.append(due.conversation_id, parent_id=None, role="user", text="x", attachments=[picture])
    await vault.store.set_expiry(due.conversation_id, clock.now() + timedelta(hours=1))
    retention = Retention(vault.store)
    assert (await retention.sweep(clock.now())).conversation_ids == ()

    clock.move(3600)
    swept = await retention.sweep(clock.now())

    assert swept.conversation_ids == (due.conversation_id,)
    assert await vault.store.all_ids() == [kept.conversation_id]
    assert list((vault.folder / "blobs").iterdir()) == []


async def test_the_period_counts_from_the_last_use_and_spares_pins_and_own_dates(
    room: Room, clock: ManualClock
) -> None:
    old, pinned, dated, used = [await room.store.create(title=title) for title in ("old", "pinned", "dated", "used")]
    await room.store.pin(pinned.conversation_id, True)
    await room.store.set_expiry(dated.conversation_id, clock.now() + timedelta(days=90))
    clock.move(20 * DAY_S)
    await room.store.append(used.conversation_id, parent_id=None, role="user", text="still here")
    clock.move(11 * DAY_S)

    assert (await Retention(room.store).sweep(clock.now())).conversation_ids == ()
    assert (await Retention(room.store).sweep(clock.now(), retention_days=0)).conversation_ids == ()
    swept = await Retention(room.store).sweep(clock.now(), retention_days=30)

    assert swept.conversation_ids == (old.conversation_id,)
    assert {chat.title for chat in await room.store.list()} == {"pinned", "dated", "used"}


async def test_blobs_that_no_message_names_go_after_an_hour(room: Room, clock: ManualClock) -> None:
    await room.blobs.put(b"left by a crash")
    assert (await Retention(room.store).sweep(clock.now())).blob_count == 0

    clock.move(3700)

    assert (await Retention(room.store).sweep(clock.now())).blob_count == 1
    assert (await Retention(room.store).sweep(clock.now())).blob_count == 0


async def test_a_chat_that_was_used_or_pinned_since_it_was_found_old_stays(room: Room, clock: ManualClock) -> None:
    used, pinned, old = [await room.store.create(title=title) for title in ("used", "pinned", "old")]
    clock.move(timedelta(days=40).total_seconds())
    period = timedelta(days=30)
    due = await room.store.expired(clock.now(), keep_for=period)
    assert set(due) == {used.conversation_id, pinned.conversation_id, old.conversation_id}

    await room.store.append(used.conversation_id, parent_id=None, role="user", text="I am back")
    await room.store.pin(pinned.conversation_id, pinned=True)

    gone = [each for each in due if await room.store.delete_expired(each, clock.now(), keep_for=period)]
    assert gone == [old.conversation_id]
