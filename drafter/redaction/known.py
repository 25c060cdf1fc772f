"""Values that were labelled once and are to be found wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from drafter.redaction.fuzzy import alike, misread_letters
from drafter.redaction.model import Kind, Removal
from drafter.redaction.short import acronyms, core_number, department, short_names
from drafter.redaction.squeezed import Squeezed
from drafter.redaction.vocabulary import Vocabulary

_LABEL: dict[Kind, str] = {
    "claim number": "CLAIM NUMBER", "record number": "RECORD NUMBER", "license number": "LICENSE NUMBER", "ssn": "SSN",
    "employer": "EMPLOYER", "organization": "ORGANIZATION", "address": "ADDRESS", "city": "CITY",
    "phone": "PHONE", "email": "EMAIL",
    "date of birth": "DATE OF BIRTH", "age": "AGE OVER 89",
}  # fmt: skip
_NUMBERED: frozenset[Kind] = frozenset({"claim number", "record number", "license number", "employer", "organization"})
_CONFUSABLE = {"0": "[0OoQ]", "o": "[0Oo]", "1": "[1IlL|i]", "i": "[1Il|i]", "l": "[1Il|L]", "5": "[5Ss]",
               "s": "[5Ss]", "8": "[8Bb]",
               "b": "[8Bb]", "2": "[2Zz]", "z": "[2Zz]", "6": "[6Gb]"}  # fmt: skip
_WORD = re.compile(r"[^\W_]+|&")
_WHOLE = 8
"""So many letters of a name are told from chance, however they are parted."""
_ALONE = 6
"""And so many at the beginning of two."""
_DIGITS = 7
"""So many letters and digits of a number are."""


class _Entry(NamedTuple):
    pattern: re.Pattern[str]
    scanned: re.Pattern[str]
    placeholder: str
    kind: Kind
    words: tuple[str, ...]
    """The words of a name, to be found misread; none of a number."""
    bare: str
    """Its letters and digits alone."""


def label(kind: Kind) -> str:
    """The placeholder of a kind of which no two are told apart."""
    return f"[{_LABEL[kind]}]"


class KnownValues:
    """Numbers and names of organisations of a case, each with its placeholder."""

    def __init__(self, values: Iterable[tuple[str, Kind]], words: Vocabulary) -> None:
        self._words = words
        self._entries: list[_Entry] = []
        self._placeholders: dict[tuple[Kind, str], str] = {}
        counts: dict[Kind, int] = {}
        values = list(values)
        employers = [(text, bare(text)) for text, kind in values if kind == "employer"]
        for text, kind in (*((text, "employer") for text, _ in employers), *values):
            key = (kind, bare(text))
            if key in self._placeholders or not key[1]:
                continue
            employer = _employer(key[1], employers) if kind == "organization" else None
            if employer:
                self._placeholders[key] = self._placeholders["employer", employer]
            else:
                counts[kind] = counts.get(kind, 0) + 1
                self._placeholders[key] = self._label(kind, counts[kind])
            self._entries += _entries(text, kind, self._placeholders[key], words)
        self._entries.sort(key=lambda entry: -len(entry.pattern.pattern))

    def placeholder(self, text: str, kind: Kind) -> str:
        """The placeholder of a value, also of one that was not known before."""
        return self._placeholders.get((kind, bare(text)), label(kind))

    def find(self, text: str, *, scanned: bool = False) -> Iterator[Removal]:
        """Every place where a known value stands; in `scanned` text also where letters of it were misread."""
        for entry in self._entries:
            for match in (entry.scanned if scanned else entry.pattern).finditer(text):
                yield Removal(match.start(), match.end(), entry.placeholder, entry.kind)
        yield from self._written_otherwise(text)
        if scanned:
            yield from self._misread(text)

    def _written_otherwise(self, text: str) -> Iterator[Removal]:
        """Numbers with other marks between their groups, names over the end of a line or run together."""
        squeezed = Squeezed(text)
        for entry in self._entries:
            if entry.words:
                found = squeezed.words(entry.bare) if len(entry.bare) >= _WHOLE else ()
                found = chain(found, squeezed.word(entry.bare) if len(entry.words) == 1 else ())
            else:
                found = squeezed.number(entry.bare) if len(entry.bare) >= _DIGITS else ()
            for one in found:
                yield Removal(one.start, one.end, entry.placeholder, entry.kind)

    def _misread(self, text: str) -> Iterator[Removal]:
        tokens = list(_WORD.finditer(text))
        small = [token[0].lower() for token in tokens]
        for entry in self._entries:
            found = []
            for size in {max(1, len(entry.words) - 1), len(entry.words), len(entry.words) + 1} if entry.words else ():
                for at in range(len(tokens) - size + 1):
                    wrong = _wrong(entry, small[at : at + size], self._words) if tokens[at][0][0].isupper() else None
                    if wrong is not None:
                        found.append((wrong, tokens[at].start(), tokens[at + size - 1].end()))
            for start, end in _best(found):
                yield Removal(start, end, entry.placeholder, entry.kind)

    def _label(self, kind: Kind, count: int) -> str:
        return f"[{_LABEL[kind]} {count}]" if kind in _NUMBERED and count > 1 else label(kind)


def bare(text: str) -> str:
    """Letters and digits only, small."""
    return re.sub(r"[\W_]+", "", text).lower()


def _employer(name: str, employers: Iterable[tuple[str, str]]) -> str | None:
    """The employer that an organisation is: one of the names begins with the other."""
    likely = (own for _, own in employers if min(len(own), len(name)) >= _ALONE)
    return next((own for own in likely if own.startswith(name) or name.startswith(own)), None)


def _telling(text: str, kind: Kind, words: Vocabulary) -> bool:
    """Whether the value alone can be told from other text: "Center" and "100" cannot."""
    compact = bare(text)
    if kind in ("claim number", "record number", "license number", "ssn"):
        return len(compact) >= 5 and sum(letter.isdigit() for letter in compact) >= 4
    parts = re.findall(r"[^\W\d_]{3,}", text)
    return (len(compact) >= 5 and any(not words.ordinary(part) for part in parts)) or len(parts) >= 3


def _entries(text: str, kind: Kind, placeholder: str, words: Vocabulary) -> Iterator[_Entry]:
    """The value, and what else it may be called."""
    if _telling(text, kind, words):
        yield _entry(text, kind, placeholder)
    if kind in ("employer", "organization") and re.fullmatch(r"[A-Z]{3,7}", text):
        exact = _whole(text, 0)
        yield _Entry(exact, exact, placeholder, kind, (), "")
    if kind in ("employer", "organization"):
        for acronym in acronyms(text):
            exact = _whole(rf"{acronym}(?=[ ][A-Z][a-z])", 0)
            yield _Entry(exact, exact, placeholder, kind, (), "")
        for short in short_names(text, words, of_care=kind == "organization"):
            pieces = _WORD.findall(short)
            forms = (r"[\s,.'’&/-]{1,3}".join(map(re.escape, form)) for form in (pieces, map(str.upper, pieces)))
            exact = _whole(rf"(?:{'|'.join(forms)}){department(text, short)}", 0)
            yield _Entry(exact, exact, placeholder, kind, tuple(piece.lower() for piece in pieces), bare(short))
    core = core_number(text) if kind in ("claim number", "record number") else None
    if core:
        yield _entry(core, kind, placeholder)


def _entry(text: str, kind: Kind, placeholder: str) -> _Entry:
    pieces = re.findall(r"[^\W_]+|&", text)
    if any(letter.isdigit() for letter in text) and kind not in ("employer", "organization", "address", "city"):
        exact = r"[\s./:–-]{0,3}".join(map(re.escape, pieces))
        loose = r"[\s./:–-]{0,2}".join(_CONFUSABLE.get(one.lower(), re.escape(one)) for one in bare(text))
    else:
        exact = r"[\s,.'’&/-]{0,3}".join(map(re.escape, pieces))
        loose = exact
    words = () if loose != exact else tuple(piece.lower() for piece in pieces)
    return _Entry(_whole(exact), _whole(loose), placeholder, kind, words, bare(text))


def _best(found: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """The places with the fewest wrong letters, none of which overlaps another."""
    taken: list[tuple[int, int]] = []
    for _, start, end in sorted(found):
        if all(end <= first or last <= start for first, last in taken):
            taken.append((start, end))
            yield start, end


def _wrong(entry: _Entry, found: Sequence[str], words: Vocabulary) -> int | None:
    """How many letters are wrong if these words are the entry's, misread, with a gap too many or one too few."""
    if len(found) == len(entry.words) > 1 and all(map(_same, entry.words, found)):
        return 0
    joined = "".join(found)
    if len(entry.bare) < _WHOLE or words.ordinary(joined) or (len(found) == 1 and words.seen_small(joined)):
        return None
    return misread_letters(joined, entry.bare)


def _same(one: str, other: str) -> bool:
    return one == other or (one[0] == other[0] and alike(one, other))


def _whole(expression: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){expression}(?![^\W_])", flags)
