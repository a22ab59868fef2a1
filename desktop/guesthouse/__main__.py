"""`python -m guesthouse` is the same as the command `guesthouse`."""

from __future__ import annotations

import sys

from guesthouse.cli import main

if __name__ == "__main__":
    sys.exit(main())
