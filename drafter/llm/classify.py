"""What an exception of the client libraries means."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from drafter.llm.faults import WAITED, Fault, Kind

if TYPE_CHECKING:
    import openai


def classify(error: Exception) -> Fault:
    """The fault behind an exception; one that is not of the protocol means that the server does not speak it."""
    import openai

    if isinstance(error, openai.LengthFinishReasonError):
        return Fault("truncated")
    if isinstance(error, openai.ContentFilterFinishReasonError):
        return Fault("content_filter")
    if isinstance(error, openai.APIConnectionError):
        return _connection(error)
    if isinstance(error, openai.APIStatusError):
        return _status(error)
    return Fault("protocol")


def _connection(error: openai.APIConnectionError) -> Fault:
    import openai

    causes = list(_causes(error))
    sent = not any(type(cause).__name__ in _BEFORE_SENDING for cause in causes)
    if isinstance(error, openai.APITimeoutError):
        return Fault("timeout", sent=sent)
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return Fault("dns", sent=False)
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return Fault("tls", sent=False)
    return Fault("connection", sent=sent)


_BEFORE_SENDING = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout"})
"""By name, because the client library has changed the package that these come from."""


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


_CODE = re.compile(r"[A-Za-z][\w.-]{0,59}")
_CONTEXT = re.compile(
    r"context[_ ](length|window|size)|prompt is too long|input is too long|too many tokens|tokens exceed"
    r"|reduce the length",
    re.IGNORECASE,
)
_FILTER = re.compile(r"content[_ ]filter|content management policy|responsible ?ai", re.IGNORECASE)
_TEMPERATURE = re.compile(r"temperature", re.IGNORECASE)
_FORMAT = re.compile(
    r"response_format|json_schema|json_object|json mode|structured output|guided|grammar|schema", re.IGNORECASE
)
_GRAMMAR = re.compile(r"response_format|json_schema|grammar|guided", re.IGNORECASE)
_QUOTA = re.compile(r"insufficient_quota|exceeded your current quota|billing|credit", re.IGNORECASE)
_NO_MODEL = re.compile(r"\bmodel\b|model_not_found|deployment", re.IGNORECASE)


def _status(error: openai.APIStatusError) -> Fault:
    status, said = error.status_code, f"{error.code} {error.type} {error.message}"
    code = error.code or error.type or ""
    kind = _KINDS.get(status) or _by_range(status)
    if kind == "bad_request":
        kind = _bad_request(said)
    elif kind == "not_found" and _NO_MODEL.search(said):
        kind = "no_model"
    elif kind == "rate_limit" and _QUOTA.search(said):
        kind = "quota"
    elif kind == "server_error" and _GRAMMAR.search(said):
        kind = "unsupported_format"
    wait = retry_after(error.response.headers) if kind in WAITED else None
    return Fault(kind, status, code if _CODE.fullmatch(code) else "", wait)


_KINDS: dict[int, Kind] = {
    401: "auth", 402: "quota", 403: "forbidden", 404: "not_found", 405: "not_found", 408: "server_error",
    409: "server_error", 413: "context_length", 425: "server_error", 429: "rate_limit",
}  # fmt: skip


def _by_range(status: int) -> Kind:
    if status >= 500:
        return "server_error"
    return "redirect" if 300 <= status < 400 else "bad_request"


def _bad_request(said: str) -> Kind:
    tests: tuple[tuple[re.Pattern[str], Kind], ...] = (
        (_CONTEXT, "context_length"),
        (_FILTER, "content_filter"),
        (_TEMPERATURE, "unsupported_temperature"),
        (_FORMAT, "unsupported_format"),
        (_NO_MODEL_400, "no_model"),
    )
    return next((kind for pattern, kind in tests if pattern.search(said)), "bad_request")


_NO_MODEL_400 = re.compile(r"model_not_found|(model|deployment)\b.{0,60}\b(not exist|not found|invalid)", re.IGNORECASE)


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds that the server wants to be left alone, from `Retry-After-Ms` or `Retry-After` (seconds or a date)."""
    get = headers.get
    milliseconds = _number(get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = get("retry-after")
    seconds = _number(value)
    return seconds if seconds is not None else _until(value, now or datetime.now(UTC))


def _number(value: str | None) -> float | None:
    """A number of at least 0; `nan`, `inf` and the like are none."""
    return float(value) if value and re.fullmatch(r"\s*\d{1,9}(\.\d{1,9})?\s*", value) else None


def _until(value: str | None, now: datetime) -> float | None:
    try:
        date = parsedate_to_datetime(value or "")
    except ValueError:
        return None
    return max(0.0, (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now.timestamp())
