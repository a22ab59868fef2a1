"""The visitors as numbers: where each is, where it looks, when it goes on.

Seeded, and in visible time that is handed in.

Never here: Qt, wall clocks, the global random generator, or a single word of the person's.
"""
