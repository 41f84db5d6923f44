"""Tables that no protected report has: outcomes by category, other sums, an order by size."""

from reports.report.model import Table

FAILED = Table(
    "failed",
    "LE19: failed at each stage, by sex",
    ("Stage", "All", "Female", "Male"),
    (False, True, True, True),
    (("Face to face interview", "107", "38", "66"),),
    number=90,
)
SORTED = Table(
    "sorted",
    "LE19: candidates at each stage, by disability",
    ("Stage", "All", "Disabled"),
    (False, True, True),
    (("Offer", "[c]", "[c]"), ("Sift", "[c]", "[c]"), ("Application", "545", "25")),
    number=91,
)
OTHER = Table(
    "other",
    "LE19: candidates without some of the stages",
    ("Of whom", "All", "Disabled"),
    (False, True, True),
    (("LE19 without Offer", "1,584", "51"),),
    number=92,
)
SUMS = Table(
    "sums",
    "The campaigns added up",
    ("Of whom", "All", "Disabled"),
    (False, True, True),
    (("LE19 and PCDA: Application", "1,204", "53"),),
    number=93,
)
