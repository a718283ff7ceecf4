"""Nearest vectors: what is found by meaning, whatever it belongs to."""
