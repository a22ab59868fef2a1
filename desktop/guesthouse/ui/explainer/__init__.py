"""The introduction to defusion: a short film on our own canvas, with captions and a transcript."""

from __future__ import annotations
