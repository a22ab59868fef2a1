"""Qt without screens: look, fonts, icons, preferences, motion, translation, changes, the voice to the user.

Never here: a page, a dialog, SQL, or a word the person wrote.

Importing is left to Python. Once PySide6 is there it stands before every import, to know which modules spell its names
in another way (``from __feature__ import snake_case``), and reads the source of each module for that. We have none of
those, and it costs a tenth of the time to the window, and some of each room that is gone to for the first time.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  # it is there from now on, and does not stand there again

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
