"""What people see of ``retention``."""

from reports.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = ()
