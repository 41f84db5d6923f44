"""Strict readers of single values: each gives the value, or says why there is none."""

from recruitment.ingest.sources.counts import whole_count
from recruitment.ingest.sources.dates import Serials, a_date
from recruitment.ingest.sources.labels import check_text, label_text
from recruitment.ingest.sources.percentages import printed_percentage
from recruitment.ingest.sources.understood import NotUnderstood, Understood

__all__ = [
    "NotUnderstood",
    "Serials",
    "Understood",
    "a_date",
    "check_text",
    "label_text",
    "printed_percentage",
    "whole_count",
]
