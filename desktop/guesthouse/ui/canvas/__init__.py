"""The canvas: paints frames of sim/, keeps its time, and offers its visitors as a list one can reach and touch.

Never here: rules of how visitors behave (sim/), or anything that reads or writes data.
"""
