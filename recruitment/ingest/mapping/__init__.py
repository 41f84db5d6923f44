"""What the words of a source mean: the names this package knows, and those a mapping file adds."""
