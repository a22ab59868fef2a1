"""The comfort kit's parts: shelves one can change in place, what is not on the disk yet, and the candle's view.

Never here: anything that knows the page or the window.
"""
