"""Choosing what is noticed: chips for words, for places in the body, for how much.

Never here: anything that knows a house, a service or a page.
"""
