"""Where the figures of an import may be written: never into what they were read from."""

from pathlib import Path

from recruitment.errors import UsageError


def check_output(output: Path | None, source: Path) -> None:
    """Refuse to write where a file of ``source`` is, or would be read from the next time.

    Raises:
        UsageError: ``output`` is in the folder, fits the pattern, or is the file of the table.
    """
    if output is not None and _is_part(output.resolve(), source):
        raise UsageError(
            f"--output {output} is part of the source {source}, which is never changed; choose "
            "another place"
        )


def _is_part(output: Path, source: Path) -> bool:
    from recruitment.ingest.national.listing import listing
    from recruitment.ingest.national.locations import file_of_table, is_pattern

    if file := file_of_table(source):
        return output == file.resolve()
    if is_pattern(source):
        return output in {each.resolve() for each in listing(source).files}
    return source.resolve() in output.parents
