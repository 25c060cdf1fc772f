"""Where a model is: which address is meant, and which key belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

OPENAI = "https://api.openai.com/v1"

FOREIGN: dict[str, tuple[str, ...]] = {
    "base_url": ("OPENAI_BASE_URL",),
    "azure_endpoint": ("AZURE_OPENAI_ENDPOINT",),
    "azure_deployment": ("AZURE_OPENAI_DEPLOYMENT", "AZURE_OPENAI_DEPLOYMENT_NAME"),
    "azure_api_version": ("AZURE_OPENAI_API_VERSION", "OPENAI_API_VERSION"),
}
"""Variables of other programs that are honoured where a setting is not given."""
_OPENAI_KEY, _AZURE_KEY = "OPENAI_API_KEY", "AZURE_OPENAI_API_KEY"


def check_address(address: str) -> str:
    """The address without a slash at its end; a ValueError where it is none or could hold a secret."""
    try:
        parts = urlsplit(address.strip())
        known = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        known = False
    if not known:
        raise ValueError("is not an address such as http://127.0.0.1:8080/v1")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError("holds more than an address; leave out user, password and query, and set DRAFTER_API_KEY")
    return address.strip().rstrip("/")


def is_openai(address: str) -> bool:
    """Whether the address is OpenAI's own."""
    host = _host(address)
    return host == "openai.com" or host.endswith(".openai.com")


def with_foreign(values: Mapping[str, Any], environ: Mapping[str, str]) -> dict[str, Any]:
    """Settings completed from the variables of other programs.

    A key follows the address that it was made for: OPENAI_API_KEY goes to OpenAI or to OPENAI_BASE_URL and to no
    other server that `base_url` names.
    """
    found = dict(values)
    if not found.get("base_url") and not found.get("azure_endpoint"):
        found.update(_foreign_address(environ))
    azure = bool(found.get("azure_endpoint")) and not found.get("base_url")
    if azure:
        _complete(found, "azure_deployment", _first("azure_deployment", environ))
        _complete(found, "azure_api_version", _first("azure_api_version", environ))
    _complete(found, "api_key", environ.get(_AZURE_KEY) if azure else _openai_key(found.get("base_url"), environ))
    return found


def _complete(found: dict[str, Any], name: str, value: str | None) -> None:
    if value and not found.get(name):
        found[name] = value


def _foreign_address(environ: Mapping[str, str]) -> dict[str, str]:
    if address := _first("base_url", environ):
        return {"base_url": address}
    address = _first("azure_endpoint", environ)
    if address and (environ.get(_AZURE_KEY) or not environ.get(_OPENAI_KEY)):
        return {"azure_endpoint": address}
    return {}


def _openai_key(base_url: object, environ: Mapping[str, str]) -> str | None:
    meant = not base_url or base_url == _first("base_url", environ) or is_openai(str(base_url))
    return environ.get(_OPENAI_KEY) if meant else None


def _first(name: str, environ: Mapping[str, str]) -> str | None:
    return next((environ[variable] for variable in FOREIGN[name] if environ.get(variable)), None)


def _host(address: str) -> str:
    try:
        return urlsplit(address.strip()).hostname or ""
    except ValueError:
        return ""
