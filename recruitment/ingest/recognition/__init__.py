"""What the tables, lists and sentences of a document print, for the audit to look at."""
