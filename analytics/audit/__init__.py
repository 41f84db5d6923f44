"""Is what a report prints true? Printed figures recomputed from the printed counts beside them."""
