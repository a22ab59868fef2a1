"""Reads the journals of other apps and folders, and writes ours for elsewhere.

Never here: SQL, Qt, a network, or anything that changes the file that is read.
"""
