"""What Spark's Python side says for itself: nothing, since it may quote a row about a person."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

TALKERS = ("py4j", "py4j.clientserver", "py4j.java_gateway")
# These take more than a plain logger does, so they must be made by Spark itself.
OWN_TALKERS = ("DataFrameQueryContextLogger", "SQLQueryContextLogger")
# It has not been tried with the newest pandas, of which we use nothing; and the others are said
# of a driver or a server that does not answer any more, which we say too.
REMARKS = (
    (r"PySpark does not yet fully support pandas", FutureWarning),
    (r"Unable to cleanly shutdown Spark JVM process", RuntimeWarning),
    (r"\[RETRIES_EXCEEDED\]", UserWarning),
    # Of a driver that did not start.
    (r"unclosed file <_io\.FileIO", ResourceWarning),
)


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the loggers silent, and remarks that tell nobody anything."""
    from pyspark.logger import PySparkLogger

    loggers: list[logging.Logger] = [logging.getLogger(name) for name in TALKERS]
    loggers += [PySparkLogger.getLogger(name) for name in OWN_TALKERS]
    with ExitStack() as stack:
        for logger in loggers:
            stack.callback(setattr, logger, "disabled", logger.disabled)
            logger.disabled = True
        stack.enter_context(warnings.catch_warnings())
        for message, kind in REMARKS:
            warnings.filterwarnings("ignore", message, kind)
        yield
