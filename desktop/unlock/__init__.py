"""The way in: make a profile, unlock one, recover one.

Asks `core.vault.profiles`, shows what it answers, and hands the open vault on (`UnlockFlow.unlocked`). Secrets live in
the fields only until they were used; nothing here writes one anywhere, except the recovery key where the owner says so.
"""
