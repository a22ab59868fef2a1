"""One page a room: what the window shows beside its rail.

Never here: one page knowing another, or the window; a page emits signals and the window wires them.
"""
