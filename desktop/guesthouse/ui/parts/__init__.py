"""Small parts that pages share: cards, buttons, labels, form rows.

Never here: anything that knows a house, a service or a page.
"""
