"""Messages as trees, the conversations that hold them, search over all of them, export and import."""
