"""What is on screen: the window, its rail, its pages, the canvas, and the parts they are put together from.

Never here: SQL, files, or reading of resources; verbs go down to services, and words and pictures are handed in.
"""
