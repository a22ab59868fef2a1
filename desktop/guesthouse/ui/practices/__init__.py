"""The room Practices in parts: finding one, what it is, doing it, and making it one's own.

Never here: anything that knows the window, or SQL.
"""
