"""The attacker: reads the finished file back, and tries to learn what it is meant to keep.

    readers      every channel of a file: text, tables, chart data, labels, what is hidden
    schema       what a reader knows: how the tables hang together, and what is printed of them
    explaining   whether a text says anything that the printed counts do not
    tables       which count, share or change a cell is; `panels`: the same of a drawing
    judging      what follows for the counts that are to be kept

A figure that is not understood is not trusted: it is a fact of unknown kind, and the publication is
refused.
"""
