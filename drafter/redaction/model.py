"""What is taken out of a text, and what stands in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

Kind = Literal[
    "person", "date of birth", "age", "ssn", "claim number", "record number", "license number", "address", "city",
    "phone", "email", "employer", "organization",
]  # fmt: skip

UNKNOWN = "[REDACTED]"


class Removal(NamedTuple):
    """`text[start:end]` identifies somebody and becomes `placeholder`."""

    start: int
    end: int
    placeholder: str
    kind: Kind


class Redacted(NamedTuple):
    """A text without its identifiers, and what was removed, in order and without overlap."""

    text: str
    removals: tuple[Removal, ...]

    def position(self, offset: int, *, end: bool = False) -> int:
        """Where `offset` of the original text is now; inside of a removal it is the placeholder's start or `end`."""
        shift = 0
        for removal in self.removals:
            if removal.end <= offset and not (removal.start == removal.end == offset):
                shift += len(removal.placeholder) - (removal.end - removal.start)
            elif removal.start < offset:
                return removal.start + shift + (len(removal.placeholder) if end else 0)
            else:
                break
        return offset + shift


def replaced(text: str, found: Iterable[Removal]) -> Redacted:
    """`text` with every removal carried out; of overlapping ones the longest counts and covers the others."""
    removals = _disjoint(sorted(found, key=lambda one: (one.start, -one.end)))
    parts, at = [], 0
    for removal in removals:
        parts += [text[at : removal.start], removal.placeholder]
        at = removal.end
    return Redacted("".join([*parts, text[at:]]), tuple(removals))


def _disjoint(removals: Sequence[Removal]) -> list[Removal]:
    kept: list[Removal] = []
    for removal in removals:
        if kept and removal.start < kept[-1].end:
            last = kept[-1]
            better = max(last, removal, key=lambda one: one.end - one.start)
            kept[-1] = better._replace(start=last.start, end=max(last.end, removal.end))
        else:
            kept.append(removal)
    return kept
