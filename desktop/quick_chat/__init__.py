"""A small window over other programs: ask in passing, send on to the main window. Stands above `desktop.chat`."""
