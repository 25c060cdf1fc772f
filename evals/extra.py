"""The optional packages of the harness, imported where they are needed."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager

from drafter.errors import BackendUnavailable

_PACKAGES = ("scipy", "sklearn")


@contextmanager
def eval_extra() -> Iterator[None]:
    """Wrap the import of scipy or scikit-learn: when it is missing, say how to install it."""
    try:
        yield
    except ImportError as error:
        raise _missing(error.name or "a package") from error


def require_extra() -> None:
    """Say at once that the extra is missing, and not after a run of many drafts."""
    for name in _PACKAGES:
        if importlib.util.find_spec(name) is None:
            raise _missing(name)


def _missing(name: str) -> BackendUnavailable:
    return BackendUnavailable(
        f"{name}: is not installed; install the extra with: pip install 'determination-drafter[eval]'"
    )
