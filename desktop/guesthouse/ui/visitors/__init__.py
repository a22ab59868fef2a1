"""The parts of the Visitors room besides its canvas: the length of a visit and its end, and what floats above the door.

Never here: anything that knows the page or the window.
"""
