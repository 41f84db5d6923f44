"""What people see of ``proportions``."""

from reports.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = ()
