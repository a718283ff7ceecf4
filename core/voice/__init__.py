"""Conversations by voice: capture, endpointing, recognition, speaking, interruption, commands, wake phrases, notes.

Entered through `assistant.voice`. One state machine (`duplex_session`) runs the loop without Qt; every stage is a task
that can be cancelled. Times inside the loop are counted in samples, so that tests run faster than speech. No sound is
ever written to disk unencrypted. Nothing here is imported before somebody talks or listens.
"""
