"""What people see of ``trend``."""

from reports.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = ()
