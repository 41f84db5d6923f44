"""The sections of the report, in the order of the panel's own papers: findings in, section out."""
