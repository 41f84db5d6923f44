"""Files from outside, read strictly: what cannot be understood is said, never guessed."""
