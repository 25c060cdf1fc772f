"""Standard output that survives its reader: `drafter draft letters | head -1` drafts all of them, quietly."""

from __future__ import annotations

import io
import os
import sys


class PipeOutput(io.TextIOWrapper):
    """Writes into nothing once nobody reads any more; what the command does besides printing is not stopped."""

    def write(self, text: str, /) -> int:
        try:
            return super().write(text)
        except BrokenPipeError:
            self._into_nothing()
            return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except BrokenPipeError:
            self._into_nothing()

    def _into_nothing(self) -> None:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, self.fileno())
        os.close(nothing)


def survive_the_reader() -> None:
    """Replace the standard output of this process, where it may be a pipe."""
    own = sys.stdout
    if not isinstance(own, io.TextIOWrapper) or own.isatty():
        return
    own.flush()
    binary = open(own.fileno(), "wb", closefd=False)  # noqa: SIM115 - as long as the process
    sys.stdout = PipeOutput(binary, encoding=own.encoding, errors=own.errors, line_buffering=own.line_buffering)
