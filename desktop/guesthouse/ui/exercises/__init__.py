"""Word exercises on one thought: their common shape, the run around them, and one module for each."""

from __future__ import annotations
