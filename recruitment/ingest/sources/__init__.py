"""Files of one's own, read strictly: every cell as text, and every fault with its place."""

from recruitment.ingest.sources.big_csv import CsvColumns as CsvColumns
from recruitment.ingest.sources.dialect import Dialect as Dialect
from recruitment.ingest.sources.dialect import csv_dialect as csv_dialect
from recruitment.ingest.sources.dialect import sha256_of as sha256_of
from recruitment.ingest.sources.files import read_source as read_source
