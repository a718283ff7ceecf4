"""Secrets and bytes on disk: keys, the encrypted database, attachments, backup, lock and erase.

Everything that is stored goes through this room; nothing readable is ever written elsewhere. It knows no conversation.
"""
