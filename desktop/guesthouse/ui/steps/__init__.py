"""The kinds of step a practice can have, one small module each, and what they are put together from.

Never here: a house, a file, or which step comes next.
"""
