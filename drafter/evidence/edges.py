"""Where the letters of a pattern must begin or end a word: what stands beside them is white space, a sign, nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from drafter.evidence.classes import Class, is_word
from drafter.evidence.elements import Ahead, Choice, Edge, Element, Letters, Repeated, Sequence
from drafter.evidence.patterns import group


def nothing_before(elements: tuple[Element, ...], place: int, outside: bool) -> bool:
    """Whether nothing of a word can stand before an element; `outside`: nor before the first of them."""
    return _parted(reversed(elements[:place]), before=True, outside=outside)


def nothing_after(elements: tuple[Element, ...], place: int, outside: bool) -> bool:
    """Whether nothing of a word can stand where the element at `place` begins; `outside`: nor behind the last."""
    return _parted(elements[place:], before=False, outside=outside)


def _parted(nearest_first: Iterable[Element], before: bool, outside: bool) -> bool:
    """The nearest element that takes up letters decides; one that may be missing has to part as well as the next."""
    for element in nearest_first:
        if isinstance(element, Edge):
            if element.before if before else element.after:
                return True
            continue
        if isinstance(element, Ahead):
            continue
        parts = _parts(element, before)
        if not (isinstance(element, Repeated) and not element.least):
            return parts
        if not parts:
            return False
    return outside


def _parts(element: Element, before: bool) -> bool:
    """Whether the letter of an element that stands nearest is none of a word, whatever the element takes up."""
    if isinstance(element, Letters):
        return not is_word(element.text[-1 if before else 0])
    if isinstance(element, Class):
        return element.parts
    if isinstance(element, Repeated):
        return _inside(element.inner, before)
    return isinstance(element, Choice) and _chosen(element, before)


def _chosen(choice: Choice, before: bool) -> bool:
    return _group(choice.text, before) if choice.text else all(_inside(branch, before) for branch in choice.branches)


@lru_cache(maxsize=65536)
def _group(text: str, before: bool) -> bool:
    return all(_inside(branch, before) for branch in group(text).branches)


def _inside(sequence: Sequence, before: bool) -> bool:
    return _parted(reversed(sequence.elements) if before else sequence.elements, before, outside=False)
