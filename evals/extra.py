"""The optional packages of the harness, imported where they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from drafter.errors import BackendUnavailable


@contextmanager
def eval_extra() -> Iterator[None]:
    """Wrap the import of scipy or scikit-learn: when it is missing, say how to install it."""
    try:
        yield
    except ImportError as error:
        name = error.name or "a package"
        raise BackendUnavailable(
            f"{name}: is not installed; install the extra with: pip install 'determination-drafter[eval]'"
        ) from error
