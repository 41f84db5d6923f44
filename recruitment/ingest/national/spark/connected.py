"""A session with a Spark Connect server, where the driver is."""

from typing import TYPE_CHECKING, Any

from recruitment.errors import UsageError
from recruitment.ingest.national.spark.masters import Master
from recruitment.ingest.national.spark.waiting import tried

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# Of a server that does not answer any more, so many times; Spark itself would ask for minutes.
MOST_ASKED = 5


class Connected:
    """A session with a server."""

    def __init__(self, master: Master, memory_limit: str | None) -> None:
        """Prepare to connect.

        Raises:
            UsageError: Memory was limited, which only who starts the server can do.
        """
        if memory_limit is not None:
            raise UsageError(
                f"the memory of {master.shown} was set where it was started; leave --memory-limit "
                "out"
            )
        self._master = master
        self._session: Any = None

    def start(self) -> "SparkSession":
        """Connect, and return the session."""
        from pyspark.sql.connect.client.retries import DefaultPolicy
        from pyspark.sql.connect.session import SparkSession as ConnectSession

        # It does what a session with a driver here does.
        session: Any = ConnectSession.Builder().remote(self._master.url).create()
        session.client.set_retry_policies([DefaultPolicy(max_retries=MOST_ASKED)])
        self._session = session
        connected: SparkSession = session
        return connected

    def end(self) -> None:
        """Stop what it has begun there, and leave."""
        if self._session is not None:
            tried(self._session.interruptAll)
            tried(self._session.stop)

    def last_words(self) -> str:
        """Return nothing: the log is the server's."""
        return ""
