"""How the things of the word exercises move: pure functions of their seconds, one module for each exercise."""

from __future__ import annotations
