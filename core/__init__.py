"""What the assistant knows and does: asyncio, no Qt, one process.

Faces (`desktop`) use `core.assistant.Assistant` and the value types it hands out; parts are joined nowhere else.
"""
