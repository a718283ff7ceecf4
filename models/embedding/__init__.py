"""Engines that turn text into vectors of meaning."""
