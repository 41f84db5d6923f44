"""What people see of ``forecast``."""

from reports.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = ()
