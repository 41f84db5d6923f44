"""The panel report, in no particular format: what it says, in which order, resting on what.

``material`` is what the studies found; ``assembly`` makes a ``Report`` of it, section by section,
with sentences from ``words``; a renderer in ``reports.renderers`` turns that into bytes.
"""
