"""How long a test waits for what must come.

Only a fault ever takes so long, so it costs nothing without one; and a machine that many share may be ten times slower
than one alone, which is no fault of the program.
"""

from __future__ import annotations

PATIENCE_S = 120.0
PATIENCE_MS = 120_000
