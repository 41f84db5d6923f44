"""A report as a Word document: what ``reports.renderers.word`` puts together.

``template/`` holds the parts of an empty document as text: styles, numbering, settings, header and
footer. Everything else is made from the report.
"""
