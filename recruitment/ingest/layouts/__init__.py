"""Tables of counts: which layout a source has, and a strict reader for each."""
