"""``recruit campaigns``."""

from recruitment.cli import options


def campaigns(
    db: options.Db = None,
    with_published: options.WithPublished = False,
    output_format: options.OutputFormat = options.Format.table,
    output: options.TableOutput = None,
    force: options.Force = False,
    no_color: options.NoColor = False,
) -> None:
    """List the campaigns, with dates and people."""
    from recruitment.cli.emit import Destination, emit
    from recruitment.cli.opening import opened
    from recruitment.studies.campaigns import campaigns as study

    destination = Destination(output, output_format, ("campaigns",), force=force, no_color=no_color)
    with opened(db, with_published=with_published) as con:
        findings = study(con)
    emit(findings, destination)
