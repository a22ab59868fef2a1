"""The field for long texts: Markdown shown as one writes, every character kept as typed.

Never here: anything that saves, or knows what an entry is.
"""
