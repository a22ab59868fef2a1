"""The swap: a whole, checked copy takes the place of the file so that a kill at any point leaves the old or the new."""

from __future__ import annotations
