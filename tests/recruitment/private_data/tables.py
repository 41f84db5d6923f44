"""Tables of counts beside the candidates, and what a campaign is called."""

TITLE, ROUTE = "Autumn intake", "Direct entry"
STAGE_COUNTS = [
    ("stage", "outcome", "characteristic", "category", "candidates"),
    ("Application", "entered", "sex", "Female", "40"),
    ("Application", "entered", "sex", "Male", "60"),
]
WORKFORCE = [
    ("unit", "as_at", "role", "characteristic", "category", "headcount"),
    ("Own Police", "2025-03-31", "Police officer", "sex", "Female", "40"),
]
