"""The rules and the nouns: what a thought, a guest, a visit and a scene are, as plain functions and frozen dataclasses.

Never here: files, databases, Qt, a clock of its own, chance.
"""
