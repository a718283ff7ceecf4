"""Entry of the frozen program; everything is decided in `desktop.__main__`."""

import multiprocessing
import os
import sys

# Set by the starter for Qt's plugins. Qt finds them beside its libraries anyway, and a browser or file manager that
# Hearth opens would load ours in place of its own.
for variable in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
    if os.environ.get(variable, "").startswith(getattr(sys, "_MEIPASS", "\0")):
        del os.environ[variable]

from desktop.__main__ import main  # noqa: E402 - after the environment is in order

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
