"""Addresses of Spark: which there are, and whether anybody is there."""

import socket

import pytest

from recruitment.errors import StorageError, UsageError
from recruitment.ingest.national.spark.masters import check_answers, master_at


@pytest.mark.parametrize(
    ("url", "kind", "hosts"),
    [
        ("local", "local", ()),
        ("local[*]", "local", ()),
        ("local[4,2]", "local", ()),
        ("yarn", "yarn", ()),
        ("spark://hr-1:7077", "standalone", (("hr-1", 7077),)),
        ("spark://10.0.0.1:7077,[::1]:7078", "standalone", (("10.0.0.1", 7077), ("::1", 7078))),
        ("sc://hr", "connect", (("hr", 15002),)),
        ("sc://hr:443/;use_ssl=true;token=a/b", "connect", (("hr", 443),)),
        ("k8s://https://hr:6443", "kubernetes", (("hr", 6443),)),
        ("k8s://hr", "kubernetes", (("hr", 443),)),
    ],
)
def test_an_address_is_understood(url: str, kind: str, hosts: tuple[tuple[str, int], ...]) -> None:
    found = master_at(url)
    assert (found.url, found.kind, found.hosts) == (url, kind, hosts)


@pytest.mark.parametrize(
    "url",
    ["", "local[0]", "local[x]", "spark://hr", "spark://hr:99999", "sc://", "sc:hr", "http://hr:1"],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="no address of Spark; write local"):
        master_at(url)


def test_a_token_is_never_told() -> None:
    with pytest.raises(UsageError) as refused:
        master_at("sc://hr:99999/;token=hidden")
    assert "hidden" not in str(refused.value)


def test_nobody_at_an_address_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(StorageError, match=f"spark://127.0.0.1:{port} cannot be reached: Connec"):
        check_answers(master_at(f"spark://127.0.0.1:{port}"))


def test_one_of_several_addresses_is_enough() -> None:
    with socket.create_server(("127.0.0.1", 0)) as there:
        port = there.getsockname()[1]
        check_answers(master_at(f"spark://nobody.invalid:7077,127.0.0.1:{port}"))
