"""Guesthouse: hard thoughts come in as visitors, stay as long as they stay, and go in their own time.

Here lives the package's version and nothing else; the start is in cli.py and app.py.
"""

__version__ = "0.1.0"
