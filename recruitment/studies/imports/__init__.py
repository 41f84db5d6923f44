"""Bringing a source into a warehouse: read, checked, and kept whole or not at all."""

from recruitment.studies.imports.explaining import explained as explained
from recruitment.studies.imports.importing import import_source as import_source
from recruitment.studies.imports.outputs import check_output as check_output
from recruitment.studies.imports.request import Request as Request
from recruitment.studies.imports.results import imported as imported
