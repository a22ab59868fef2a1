"""The visitors as numbers: where each is, where it looks, when it goes on. Seeded, in visible time, without a clock of its own.

Never here: Qt, wall clocks, the global random generator, or a single word of the person's.
"""
