"""Pure statistics: counts and frames in, numbers and frames out."""
