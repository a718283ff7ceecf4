"""Files that ship with Hearth: fonts, icons, licences. Read with `importlib.resources`."""
