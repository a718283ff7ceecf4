"""Memories in a real encrypted database."""
