"""De-identified copies: names, numbers, addresses and dates of birth become placeholders, the same for the same."""

from drafter.redaction.model import Kind, Redacted, Removal
from drafter.redaction.redactor import Redactor

__all__ = ["Kind", "Redacted", "Redactor", "Removal"]
