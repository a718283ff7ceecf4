"""Engines that hear and speak: Whisper, the voice detector, Piper, the system's own voice, espeak-ng's phonemes.

Sound in, text out, or the other way round; they know nothing of conversations. Whisper runs in a child process, which
can be ended. Everything heavy is imported where it is used.
"""
