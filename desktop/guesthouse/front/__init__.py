"""The front door: the house opens, locks and closes here, behind one window.

Never here: what a page shows. Pages ask through `ui/doors.py`, and nothing but the app knows this folder.
"""

from __future__ import annotations
