"""Typed settings with two homes: what must be known before unlocking, and the vault for everything that reveals."""
