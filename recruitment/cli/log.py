"""``recruit log``."""

from recruitment.cli import options


def log(
    db: options.Db = None,
    output_format: options.OutputFormat = options.Format.table,
    output: options.TableOutput = None,
    force: options.Force = False,
    no_color: options.NoColor = False,
) -> None:
    """List what was imported: from which file, when, by which version, and what was accepted."""
    from recruitment.cli.emit import Destination, emit
    from recruitment.errors import UsageError
    from recruitment.studies.log import log as study
    from recruitment.warehouse import open_warehouse

    if db is None:
        raise UsageError(
            "log lists what was imported into a warehouse of your own; name it with --db FILE. The "
            "published figures come with the program: recruit campaigns names their source"
        )
    destination = Destination(
        output, output_format, ("imports",), force=force, no_color=no_color, may_be_empty=True
    )
    with open_warehouse(db) as con:
        findings = study(con, db)
    emit(findings, destination)
