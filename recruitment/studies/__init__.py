"""One module per question: run a query, then a transform, and say what was found.

The only place where a query meets a transform; also the Python API::

    from recruitment.studies.attrition import attrition
    from recruitment.warehouse import open_warehouse

    with open_warehouse() as con:
        findings = attrition(con, campaigns=["LE19"])
"""
