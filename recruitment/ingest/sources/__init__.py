"""Files of one's own, read strictly: every cell as text, and every fault with its place."""
