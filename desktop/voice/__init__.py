"""What one sees of the voice: the overlay while a key is held, the hands-free bar, the microphone's state, dictation.

A face of `assistant.voice`: it decides nothing about listening and speaking.
"""
