"""The page of voice notes and transcribed files: progress, words with their times, search, play, export."""
