"""What every client of a server has to mind: which proxies may be asked, and what its libraries would log."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from urllib.parse import urlsplit

_ENVIRONMENT = threading.Lock()
_HTTP = ("openai", "httpx", "httpx2", "httpcore", "httpcore2")


def is_loopback(url: str) -> bool:
    """Whether the address is on this machine: a proxy of the environment must not be asked for it."""
    try:
        host = urlsplit(url.strip()).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


@contextmanager
def no_proxy_on_this_machine(url: str) -> Iterator[None]:
    """Within it a client of HTTP is made that asks no proxy for an address on this machine.

    For libraries that make theirs without a setting for it: the variable is read at that moment.
    """
    if not is_loopback(url):
        yield
        return
    with _ENVIRONMENT:
        before = os.environ.get("no_proxy")
        others = os.environ.get("NO_PROXY", "") if before is None else before
        os.environ["no_proxy"] = ",".join(filter(None, (others, urlsplit(url).hostname)))
        try:
            yield
        finally:
            del os.environ["no_proxy"]
            if before is not None:
                os.environ["no_proxy"] = before


def keep_text_out_of_logs(*more: str) -> None:
    """At debug level the libraries of HTTP, and `more`, log requests, and with them text of records.

    They set their levels when they are imported, so this comes after.
    """
    for name in (*_HTTP, *more):
        logging.getLogger(name).setLevel(logging.ERROR)
