"""Qt without screens: look, fonts, icons, preferences, motion, translation, the change hub and the one voice to the user.

Never here: a page, a dialog, SQL, or a word the person wrote.
"""
