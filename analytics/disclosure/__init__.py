"""What may be published of small counts, and an attacker who must fail to recover the rest."""
