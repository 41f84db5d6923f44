"""Is what a report prints true?"""

from typing import TYPE_CHECKING

import queries
from analytics.audit.finding import Finding, Unchecked
from analytics.audit.report import audited
from analytics.audit.severity import Severity
from analytics.audit.wording.report import as_finding, audited_sentences
from analytics.audit.wording.sentences import Sentence
from recruitment.errors import DataError
from recruitment.studies.campaigns import choose
from recruitment.studies.printed_report import printed_report
from recruitment.studies.wording_evidence import printed_sentences, wording_evidence
from reports import audit_notes
from reports.audit_rows import finding_rows, summary_rows, unchecked_rows
from reports.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    import duckdb


def audit(con: "duckdb.DuckDBPyConnection", *, campaigns: "Sequence[str]" = ()) -> Findings:
    """Return every printed figure and claim of the warehouse, looked at again.

    Args:
        con: An open warehouse, with the figures that reports print.
        campaigns: Codes in any case; none means the whole of the reports.

    Returns:
        ``findings``, one row per figure or statement; ``summary``, how many of each kind and
        severity; and ``unchecked``, the figures that nothing printed can confirm.

    Raises:
        UsageError: A campaign is unknown, or named twice.
        DataError: The warehouse holds no printed figures of what is asked for.
    """
    codes = choose(queries.campaigns(con), campaigns)["campaign"].to_list()
    sentences = printed_sentences(con)
    tested = wording_evidence(con, {each.campaign for each in sentences})
    worded = map(as_finding, audited_sentences(sentences, tested))
    asked = set(codes)
    looked_at = [
        each
        for each in (*audited(printed_report(con)), *worded)
        if not campaigns or each.campaign in asked
    ]
    if not looked_at:
        raise DataError(f"no report prints figures of {', '.join(codes) or 'this warehouse'}")
    title = f"Audit: {', '.join(codes) if campaigns else 'the packaged reports'}"
    return _findings(looked_at, title, _source(con, {each.document for each in looked_at}))


def audit_document(path: "Path") -> Findings:
    """Return the same of any document: Word, spreadsheet, HTML, Markdown, text or CSV.

    Args:
        path: The document, which is read and never changed.

    Returns:
        As ``audit``; a note names each table and figure that was not understood.

    Raises:
        UsageError: There is no such file, or it is of a kind that is not read.
        DataError: It cannot be read, or has neither figures nor sentences to look at.
        StorageError: It may not be read.
    """
    from recruitment.ingest.documents import read_document
    from recruitment.ingest.recognition.report import recognised

    document = read_document(path)
    found = recognised(document)
    sentences = [Sentence(document.name, place, text) for text, place in found.sentences]
    worded = map(as_finding, audited_sentences(sentences))
    looked_at = [*audited(found.report), *worded]
    notes = (
        *document.remarks,
        *audit_notes.on_tables(found.understood),
        *(f"{place}: {why}" for place, why in found.not_understood),
    )
    if not looked_at and not sentences:
        why = f": {notes[0]}" if notes else ""
        raise DataError(f"{document.name} has no table or sentence that can be looked at{why}")
    missed = len(found.not_understood)
    return _findings(looked_at, f"Audit: {document.name}", document.name, notes, missed)


def worst(findings: Findings, *, at_least: str) -> str:
    """Return how many findings are at least so serious, in words; nothing where none is."""
    serious = [each.value for each in Severity if each.rank >= Severity(at_least).rank]
    number = findings.tables["findings"]["severity"].is_in(serious).sum()
    found = "finding" if number == 1 else "findings"
    return f"{number:,} {found} of severity {' or '.join(serious)}" if number else ""


def _findings(
    looked_at: "list[Finding | Unchecked]",
    title: str,
    source: str,
    notes: "Iterable[str]" = (),
    missed: int = 0,
) -> Findings:
    found = [each for each in looked_at if isinstance(each, Finding)]
    return Findings(
        question="audit",
        title=title,
        source=source,
        as_at=None,
        notes=(
            *audit_notes.on_method(found),
            *audit_notes.on_shifted_series(found),
            *notes,
        ),
        tables={
            "summary": summary_rows(found),
            "findings": finding_rows(found),
            "unchecked": unchecked_rows(each for each in looked_at if isinstance(each, Unchecked)),
        },
        headline=audit_notes.audit_headline(found, missed),
    )


def _source(con: "duckdb.DuckDBPyConnection", documents: set[str]) -> str:
    cited = queries.printed_figures(con).select("document", "citation").unique(maintain_order=True)
    return ". ".join(citation for name, citation in cited.rows() if name in documents)
