"""Run first in the frozen program: programs that Hearth starts get the system's libraries, not those of the bundle.

The starter puts the bundle into LD_LIBRARY_PATH. The loader has read that by now and goes on to use it for Hearth
itself; left there, Ollama, espeak-ng or a browser would be started with Hearth's libraries in place of their own. A
child that is Hearth again gets it back from its own starter.
"""

import os
import sys

if sys.platform.startswith("linux"):
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
