"""Qt without screens: look, fonts, icons, preferences, motion, translation, changes, the voice to the user.

Never here: a page, a dialog, SQL, or a word the person wrote.
"""
