"""Findings of which there is no chart, as one page of tables without any script."""

from reports.findings import Findings
from reports.html.parts import common_parts, filled, own
from reports.html.policy import content_security_policy


def tables_page(findings: Findings) -> bytes:
    """Return one HTML file with the tables, notes and source of ``findings``."""
    policy = content_security_policy([], [own("page.css")])
    return filled("tables.html", policy=policy, **common_parts(findings))
