"""The use cases in the person's words, as small verbs with keyword arguments: let a thought in, forget a guest.

Never here: SQL, Qt, a clock or chance of its own.
"""
