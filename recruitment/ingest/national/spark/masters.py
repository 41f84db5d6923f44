"""Where Spark runs: the user's address, told apart and tried before anything starts."""

import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from recruitment.errors import StorageError, UsageError

Kind = Literal["local", "standalone", "yarn", "kubernetes", "connect"]
LOCAL = re.compile(r"local(\[(\*|[1-9]\d{0,3})(, ?[1-9]\d?)?\])?")
HOST = r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)"
STANDALONE = re.compile(rf"spark://{HOST}:\d{{1,5}}(,{HOST}:\d{{1,5}})*")
CONNECT = re.compile(rf"sc://{HOST}(:\d{{1,5}})?(/.*)?")
KUBERNETES = re.compile(rf"k8s://(https?://)?{HOST}(:\d{{1,5}})?(/.*)?")
CONNECT_PORT, HTTPS_PORT, LAST_PORT = 15002, 443, 65_535
# How long a cluster has to answer a knock, all of its addresses together.
PATIENCE = 10.0
FORMS = "local[4], spark://HOST:7077, yarn, k8s://https://HOST:6443 or sc://HOST:15002"


@dataclass(frozen=True, slots=True)
class Master:
    """A cluster, or this machine in place of one.

    Attributes:
        url: As Spark takes it.
        kind: Who runs it.
        hosts: Where somebody must answer; none where that is told by files, or it is this machine.
    """

    url: str
    kind: Kind
    hosts: tuple[tuple[str, int], ...] = ()

    @property
    def shown(self) -> str:
        """How it is called in messages: without parameters, one of which may be a token.

        >>> Master("sc://hr-cluster:15002/;token=secret", "connect").shown
        'sc://hr-cluster:15002'
        """
        return self.url.partition("/;")[0].rstrip("/")

    @property
    def is_local(self) -> bool:
        """Whether Spark runs on this machine alone."""
        return self.kind == "local"


def master_at(url: str) -> Master:
    """Return the cluster at ``url``.

    Raises:
        UsageError: Spark has no such addresses.

    >>> master_at("spark://one:7077,two:7077").hosts
    (('one', 7077), ('two', 7077))
    >>> master_at("local[2]").kind
    'local'
    """
    text = url.strip()
    found = next(_read(text), None)
    if found is None or any(port > LAST_PORT for _, port in found.hosts):
        shown = text.partition("/;")[0]
        raise UsageError(f"--master {shown or '(empty)'}: no address of Spark; write {FORMS}")
    return found


def check_answers(master: Master, patience: float = PATIENCE) -> None:
    """Knock at the addresses of ``master``; one that answers is enough.

    Raises:
        StorageError: Nobody answers in time.
    """
    reason = ""
    for host, port in master.hosts:
        try:
            with socket.create_connection((host, port), patience / len(master.hosts)):
                return
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or "no answer in time"
    if reason:
        raise StorageError(
            f"{master.shown} cannot be reached: {reason}; is the cluster running, and open to this "
            "machine?"
        )


def _read(text: str) -> Iterator[Master]:
    if LOCAL.fullmatch(text):
        yield Master(text, "local")
    if text == "yarn":
        yield Master(text, "yarn")
    if STANDALONE.fullmatch(text):
        hosts = text.removeprefix("spark://").split(",")
        yield Master(text, "standalone", tuple(_host(each, 0) for each in hosts))
    if CONNECT.fullmatch(text):
        address = re.split(r"[/;]", text.removeprefix("sc://"), maxsplit=1)[0]
        yield Master(text, "connect", (_host(address, CONNECT_PORT),))
    if KUBERNETES.fullmatch(text):
        yield from _kubernetes(text)


def _host(address: str, port: int) -> tuple[str, int]:
    parts = urlsplit(f"//{address}")
    with suppress(ValueError):
        port = parts.port or port
        return parts.hostname or "", port
    return parts.hostname or "", LAST_PORT + 1


def _kubernetes(text: str) -> Iterator[Master]:
    address = text.removeprefix("k8s://")
    plain = address.startswith("http://")
    host = re.sub(r"^https?://", "", address).partition("/")[0]
    yield Master(text, "kubernetes", (_host(host, 80 if plain else HTTPS_PORT),))
