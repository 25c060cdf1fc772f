"""What every client of a server has to mind: which proxies may be asked, and what its libraries would log."""

from __future__ import annotations

import logging
from ipaddress import ip_address
from urllib.parse import urlsplit

_HTTP = ("openai", "httpx", "httpx2", "httpcore", "httpcore2")


def is_loopback(url: str) -> bool:
    """Whether the address is on this machine: a proxy of the environment must not be asked for it."""
    try:
        host = urlsplit(url.strip()).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def keep_text_out_of_logs(*more: str) -> None:
    """At debug level the libraries of HTTP, and `more`, log requests, and with them text of records.

    They set their levels when they are imported, so this comes after.
    """
    for name in (*_HTTP, *more):
        logging.getLogger(name).setLevel(logging.ERROR)
