"""Charts: finished frames in, Altair charts and pictures out; nothing is computed here."""
