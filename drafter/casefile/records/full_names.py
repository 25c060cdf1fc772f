"""Writers who sign with an initial, without a licence or as a user of a program, called as other papers call them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from drafter.case import Record
from drafter.casefile.records.names import Author, author_of, behind_name, cased, unsigned
from drafter.casefile.records.view import PageView

_INITIAL = re.compile(r"^([A-Z])\.?\s+(?:[A-Z]\.?\s+)?(\S+)$")
_USER = re.compile(r"^([A-Z])([A-Z]{3,})$")
"""A user of a program: the first letter of the name and the surname."""


def with_full_names(records: Sequence[Record]) -> list[Record]:
    """Authors of whom one record gives the initial only, or no licence, called as the others call them."""
    full = {record.author for record in records if record.author and not _INITIAL.match(record.author.split(",")[0])}
    called = {name.split(",")[0]: name for name in sorted(full) if "," in name}
    named = [record.model_copy(update={"author": _only_one_of(full, record.author)}) for record in records]
    return [
        record.model_copy(update={"author": called.get(record.author or "") or _in_file(record.author, records)})
        for record in named
    ]


def _user_in_file(author: str, records: Sequence[Record]) -> str | None:
    """A user of a program by the one name of the file that has the initial and the surname; nobody where none has."""
    user = _USER.match(author)
    if user is None:
        return author
    named = re.compile(rf"\b({user[1]}[a-z'-]+)\s+((?:Ma?c|O')?{user[2]})\b", re.IGNORECASE)
    texts = [page.text for record in records for page in record.pages]
    full = {cased(f"{one[1]} {one[2]}".upper()) for text in texts for one in named.finditer(text)}
    return full.pop() if len(full) == 1 else None


def _in_file(author: str | None, records: Sequence[Record]) -> str | None:
    """A writer with an initial only, by the one full name that other papers give to it."""
    short = _INITIAL.match(author) if author else None
    if author is None or short is None:
        return _user_in_file(author, records) if author else None
    named = re.compile(rf"\b({re.escape(short[1])}[a-z]+)\s+{re.escape(short[2])}\b")
    full = {found[1] for record in records for page in record.pages for found in named.finditer(page.text)}
    return f"{full.pop()} {short[2]}" if len(full) == 1 else author


def _only_one_of(full: Collection[str], author: str | None) -> str | None:
    short = _INITIAL.match(author.split(",")[0]) if author else None
    if author is None or short is None:
        return author
    licence = author.partition(",")[2]
    alike = [
        name
        for name in full
        if name.startswith(short[1])
        and name.split(",")[0].endswith(f" {short[2]}")
        and licence in ("", name.partition(",")[2])
    ]
    return alike[0] if len(alike) == 1 else author


def in_full(found: Author, views: Sequence[PageView]) -> Author | None:
    """The one with a credential whose surname signs: `G. Vance` below a log headed `Gretel Vance RN`."""
    short = _INITIAL.match(found.name)
    if short is None:
        return None
    lines = (unsigned(line) for view in views for line in view.lines)
    return next((author for line in lines for author in _named_in(line) if _is_short_for(short, author.name)), None)


def _named_in(line: str) -> Iterator[Author]:
    found = behind_name().search(line)
    while found:
        yield author_of(found)
        found = behind_name().search(found[3])


def _is_short_for(short: re.Match[str], name: str) -> bool:
    return not _INITIAL.match(name) and name[0] == short[1] and name.split()[-1].lower() == short[2].lower()
