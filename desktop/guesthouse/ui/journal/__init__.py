"""The journal's room in its parts: list, calendar, the sheet one writes on, prompts, the drawer.

Never here: SQL, files, or how Markdown is shown (ui/editor).
"""
