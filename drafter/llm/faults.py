"""What goes wrong between a prompt and a usable answer: its kind, whether asking again helps, and a line for the user.

A line names the endpoint and the way out. It repeats nothing that the server or the model said: either may quote the
prompt, and with it a record, or the key.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal[
    "refusal", "truncated", "content_filter", "invalid_json", "schema", "rejected", "empty",
    "auth", "forbidden", "not_found", "no_model", "context_length", "unsupported_format", "unsupported_temperature",
    "bad_request", "rate_limit", "quota", "server_error", "timeout", "connection", "dns", "tls", "redirect",
    "protocol", "budget",
]  # fmt: skip

SHOWN = frozenset({"truncated", "invalid_json", "schema", "rejected", "empty"})
"""The model is asked once more and told what was wrong."""
WAITED = frozenset({"rate_limit", "server_error", "timeout", "connection"})
"""The same request is sent once more after a while."""
FATAL = frozenset({"auth", "forbidden", "not_found", "no_model", "quota", "dns", "tls", "redirect", "budget"})
"""The next call would fail the same way."""
UNREACHED = frozenset({"server_error", "timeout", "connection"})
"""After some of these in a row the endpoint counts as down."""

_MESSAGES: dict[Kind, str] = {
    "refusal": "{model} at {endpoint} refused to answer; use another model, or --engine offline",
    "truncated": "{model} at {endpoint} twice did not end within {max_tokens} tokens; raise DRAFTER_MAX_TOKENS",
    "content_filter": "the content filter of {endpoint} stopped the answer of {model}; use another endpoint or model",
    "invalid_json": "{model} at {endpoint} twice gave no valid JSON; use a stronger model",
    "schema": "{model} at {endpoint} twice gave an answer that is not of the form asked for; use a stronger model",
    "rejected": "{model} at {endpoint} twice gave an answer that could not be used; use a stronger model",
    "empty": "{model} at {endpoint} twice gave an empty answer; use another model",
    "auth": "{endpoint} does not accept the key (401); set {key} to a valid one",
    "forbidden": "{endpoint} does not let this key use {model} (403); ask for access, or name another with --model",
    "not_found": "{endpoint} has nothing at this path (404); does the base URL end in /v1?",
    "no_model": "{endpoint} has no model {model} (404); name one that it has with --model",
    "context_length": "the prompt is too long for {model} at {endpoint}; set DRAFTER_CONTEXT_WINDOW to what it takes",
    "unsupported_format": "{model} at {endpoint} takes none of the ways to ask for JSON; use another server or model",
    "unsupported_temperature": "{model} at {endpoint} takes no temperature; use another model",
    "bad_request": "{endpoint} does not accept the request ({status}{code}); see the log of the server",
    "rate_limit": "{endpoint} gets too many requests (429{wait}); lower DRAFTER_CONCURRENCY, or try again later",
    "quota": "the quota at {endpoint} is used up ({status}); raise it, or use another endpoint",
    "server_error": "{endpoint} failed twice ({status}); see the log of the server, or try again later",
    "timeout": "{endpoint} twice did not answer within {timeout:g} s; raise DRAFTER_TIMEOUT, or use a faster model",
    "connection": "{endpoint} cannot be reached or dropped the connection; is the server running, the base URL right?",
    "dns": "{endpoint}: the name of the host is not known; correct the base URL",
    "tls": "{endpoint}: no secure connection; check the certificate of the server, and http or https in the base URL",
    "redirect": "{endpoint} redirects ({status}), which is not followed; set the base URL to the place it names",
    "protocol": "{endpoint} does not answer like an OpenAI-compatible server; correct the base URL",
    "budget": "the next call could cost more than what is left of max_cost; raise it, or go on with --engine offline",
}


class Problem(NamedTuple):
    """Why there is no answer; `message` is one line without key and without text of a record."""

    kind: Kind
    message: str

    @property
    def fatal(self) -> bool:
        """Whether the next call would fail the same way."""
        return self.kind in FATAL


class Fault(NamedTuple):
    """What went wrong with one request."""

    kind: Kind
    status: int | None = None
    code: str = ""
    """The server's word for it, if it is a plain word."""
    wait: float | None = None
    """Seconds after which the server wants to be asked again."""
    sent: bool = True
    """False when the request certainly did not arrive, so that it cost nothing."""
    shown: str = ""
    """What the model is told; never shown to the user."""


class Setting(NamedTuple):
    """What the lines are about."""

    endpoint: str
    model: str
    key: str
    """Variable in which the key is expected."""
    timeout: float
    max_tokens: int


def explain(fault: Fault, setting: Setting) -> Problem:
    """The line for the user."""
    wait = f", asks to wait {fault.wait:.0f} s" if fault.wait else ""
    code = f", {fault.code}" if fault.code else ""
    text = _MESSAGES[fault.kind].format(**setting._asdict(), status=fault.status, code=code, wait=wait)
    return Problem(fault.kind, text)
