"""Does a report say no more than its figures do? Sentences looked at by rule."""
