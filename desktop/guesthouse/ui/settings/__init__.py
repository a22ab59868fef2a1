"""Cards of the room Settings that need a house.

Never here: what is known before a house is open; that is in the page itself.
"""
