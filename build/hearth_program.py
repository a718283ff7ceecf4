"""Entry of the frozen program; everything is decided in `desktop.__main__`."""

import multiprocessing
import sys

from desktop.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
