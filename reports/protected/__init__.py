"""The panel report from published figures alone: rounded, with small counts hidden.

Nothing here ever holds a true count: `material` has labels, and what of the counts is printed. So
no table, sentence or chart can tell more than the printed counts do, whatever it looks like.
"""
