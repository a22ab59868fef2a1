"""Questions and notes that stand in front of a page until they are answered.

Never here: what to do with the answer.
"""
