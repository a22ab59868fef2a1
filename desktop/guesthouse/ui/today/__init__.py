"""The room Today in its cards: what is here now, a small step, who was at the door, where one left off.

Never here: SQL, counts of days, or a word about what was not done.
"""
