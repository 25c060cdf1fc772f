"""Every error a user can meet.

DrafterError            one line for the user; carries the exit code
├── InputError          bad usage or input (2)
│   └── NotADetermination   a file that was expected to be a determination letter (2)
├── DataError           shipped or user-made data (cards, timeline, lexicon) is invalid (2)
├── LeakageFound        what a physician decided reached its own draft; an evaluation of it is void (1)
└── BackendUnavailable  an index, model or optional extra cannot be used (3)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError


class DrafterError(Exception):
    """Base of all errors; the message names the thing, the problem and the way out, in one line."""

    exit_code = 2


class InputError(DrafterError):
    """The user's file or option cannot be used."""


class NotADetermination(InputError):
    """The file does not read as a determination letter."""


class DataError(DrafterError):
    """A card, the timeline or a lexicon does not validate."""


class BackendUnavailable(DrafterError):
    """A part the draft depends on (index, model, optional extra) cannot be reached or loaded."""

    exit_code = 3


class LeakageFound(DrafterError):
    """Text or decisions that bear the label reached a draft that is to be scored against it."""

    exit_code = 1


def first_problem(error: ValidationError, whole: str = "") -> str:
    """Place and message of the first thing that a model refuses; `whole` names it where it is no single field."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"]) or whole
    message = first["msg"].removeprefix("Value error, ")
    return f"{place}: {message}" if place else message
