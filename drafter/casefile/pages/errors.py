"""What a reader of one kind of file says when it gives up."""

from __future__ import annotations


class Unreadable(Exception):
    """The file cannot be used; the message continues `NAME: ` and says the way out."""


class Lost(Exception):
    """The worker of a page ended without an answer; the message says why."""
