"""Reads resources/ into plain domain objects and checks them; what is wrong is told with its file and entry.

Never here: Qt, the database, or anything a person has written.
"""
