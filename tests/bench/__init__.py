"""Benches: each figure is a ratio to a reference measured in the same run (`python3 packaging/dev.py bench`).

Never here: tests. A slow machine must not make a test fail.
"""
