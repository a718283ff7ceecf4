"""The small window over other programs: one line to ask, the streamed answer, and back to work.

A face of `desktop.chat` and of the same core: what is asked here is an ordinary chat. It is made once, kept hidden and
warm, and outlives locking; nothing of a profile stays in it when the vault closes.
"""
