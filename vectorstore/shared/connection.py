"""Speaking to the server, and what is said when that fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from pydantic import SecretStr

from vectorstore.errors import ServerUnavailable, StoreError
from vectorstore.network import is_loopback, no_proxy_on_this_machine

_CONNECT_SECONDS = 5.0
_SECONDS = 120.0
"""How long the server may stay silent over a request."""
_HEARTBEAT = "/api/v2/heartbeat"
_OWN = "unset DRAFTER_CHROMA_URL to use this machine's own index"


class Server(NamedTuple):
    """A Chroma server."""

    url: str
    """`http://host:port`, or `https://…` where TLS is spoken."""
    token: SecretStr | None = None
    """Sent as a bearer token; Chroma itself asks for none, the proxy before it may."""


@contextmanager
def session(server: Server) -> Iterator[Any]:
    """A client of the server; what goes wrong while it is in use is told as ServerUnavailable."""
    with told(server):
        client = connect(server)
        try:
            yield client
        finally:
            client.close()


@contextmanager
def told(server: Server) -> Iterator[None]:
    """Errors of chromadb and of HTTP as one line that names the server and the way out."""
    try:
        yield
    except StoreError:
        raise
    except Exception as error:  # chromadb raises its own, httpx's, and plain exceptions
        raise ServerUnavailable(f"{server.url}: {_problem(error)}") from error


def connect(server: Server) -> Any:  # noqa: ANN401 - naming chromadb's types would import it
    """A client; exceptions of the libraries come through."""
    import chromadb
    from chromadb.config import Settings

    _ask_for_life(server)
    parts = urlsplit(server.url)
    secure = parts.scheme == "https"
    # A stray `.env` or CHROMA_ variable must not send passages elsewhere.
    settings = Settings(
        _env_file=None,
        anonymized_telemetry=False,
        chroma_otel_collection_endpoint="",
        chroma_server_host=None,
        chroma_server_http_port=None,
        chroma_client_auth_provider=None,
        chroma_client_auth_credentials=None,
    )
    port = parts.port or (443 if secure else 80)
    host, headers = parts.hostname or "", _headers(server)
    with no_proxy_on_this_machine(server.url):
        client = chromadb.HttpClient(host, port, ssl=secure, headers=headers, settings=settings)
    _bound(client)
    return client


def is_missing(error: Exception) -> bool:
    from chromadb.errors import NotFoundError

    return isinstance(error, NotFoundError)


def _ask_for_life(server: Server) -> None:
    """chromadb waits without end for a server that takes the connection and says nothing."""
    import httpx

    timeout = httpx.Timeout(_SECONDS, connect=_CONNECT_SECONDS)
    with httpx.Client(timeout=timeout, trust_env=not is_loopback(server.url)) as client:
        answer = client.get(server.url + _HEARTBEAT, headers=_headers(server))
    answer.raise_for_status()
    if "heartbeat" not in answer.text:
        raise ValueError("no heartbeat")


def _bound(client: Any) -> None:  # noqa: ANN401
    """There is no setting for it: without one, a request to a server that hangs never ends."""
    import httpx

    http = getattr(getattr(client, "_server", None), "_session", None)
    if isinstance(http, httpx.Client):
        http.timeout = httpx.Timeout(_SECONDS, connect=_CONNECT_SECONDS)


def _headers(server: Server) -> dict[str, str]:
    return {"Authorization": f"Bearer {server.token.get_secret_value()}"} if server.token else {}


def _problem(error: Exception) -> str:
    """What is wrong and the way out; repeats nothing that the server said."""
    import httpx

    if isinstance(error, httpx.TimeoutException) and not isinstance(error, httpx.ConnectTimeout):
        return f"the Chroma server does not answer in time; see its log, or {_OWN}"
    if isinstance(error, httpx.TransportError):
        return f"the Chroma server cannot be reached; start it (docker compose up -d chroma), or {_OWN}"
    if isinstance(error, httpx.HTTPStatusError):
        return _status(error.response.status_code)
    if is_missing(error):
        return "the library was published anew while it was in use; run the command again"
    return f"does not work as a Chroma server ({type(error).__name__}); correct DRAFTER_CHROMA_URL, or {_OWN}"


def _status(status: int) -> str:
    if status in (401, 403):
        return f"does not accept the token ({status}); set DRAFTER_CHROMA_TOKEN to a valid one"
    if status >= 500:
        return f"the Chroma server fails ({status}); see its log, or {_OWN}"
    return f"does not answer as a Chroma server ({status}); correct DRAFTER_CHROMA_URL, or {_OWN}"
