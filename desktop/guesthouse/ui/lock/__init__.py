"""The parts of the page before the closed door: the lit house, what one is asked, and trying it beside the window.

Never here: anything that is read from the file.
"""

from __future__ import annotations
