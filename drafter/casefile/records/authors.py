"""Who wrote a document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from drafter.case import Record, RecordKind
from drafter.casefile.records.cues import fold, record_lexicon
from drafter.casefile.records.days import all_dates
from drafter.casefile.records.view import PageView, squeezed

_PART = r"[A-ZÀ-Þ][A-Za-zÀ-ÿ'’-]*\.?"
_NAME = rf"(?:{_PART}\s+){{1,3}}(?:(?:de|del|la|van|von|der|da)\s+)*[A-ZÀ-Þ][A-Za-zÀ-ÿ'’-]+"
_SIGNED = re.compile(
    r"(?i:(?<!co)signed(?:[- ]off)?(?:\s+by|\s*:)|signature(?:\s+of)?|(?:dictated|authored|prepared|read|interpreted"
    r"|performed|completed|made|rendered|written|authenticated|finali[sz]ed|verified|attested)\s+by"
    rf"|(?:final|electronic(?:ally)?)\s+(?:read|report|signed)\s+by)\s*[:.]?\s+({_NAME})(.*)$"
)
_SIGNS = re.compile(
    r"^\W*(?i:(?:\w+\s+){0,2}(?:reviewer|reviewed\s+by|reader|attending|surgeon|examiner|evaluator|author|therapist|clinician"
    r"|practitioner|radiologist|pathologist|(?:reading|interpreting|performing|rendering|dictating|signing|examining|evaluating"
    r"|reviewing|requesting|treating|ordering)"
    rf"\s+(?:physician|provider|radiologist|clinician|doctor|md|chiropractor|acupuncturist|psychologist|nurse)))(?:\s+\w+)?\s*[:.|]\s*({_NAME})(.*)$"
)
_REVIEWS = re.compile(
    r"(?i:\b(?:reviewer|advis[oe]r|medical director|reviewing \w+|(?:reviewed|decided|determined) by)(?: (?:name|is))?)"
    rf"\s*[:.|,-]+\s*({_NAME})(.*)$"
)
"""A label before the one who signs; of those who only refer, order or assist there is none."""
_PROVIDER = re.compile(rf"(?i:\bprovider|seen by|examiner)\W{{1,4}}({_NAME})(.*)$")
_LAST_FIRST = re.compile(
    r"^(\W*)([A-ZÀ-Þ][\w'’-]+),\s+([A-ZÀ-Þ][\w'’-]+(?:\s[A-Z]\.?)?),?\s+(?=[A-Z][A-Za-z.-]{1,5}\b)"
)
_FOR = re.compile(r"\b(?:for|on behalf of|provider|physician|requested by|ordered by)\W+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_COPIES = re.compile(r"^\W*(?:c\.?c|cop(?:y|ies)(?: to)?|distribution)\b\.?\s*[:(]", re.IGNORECASE)
_LAST_LINES = 8
_WHEN = r"[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
_NAME_ONLY = re.compile(rf"^\W*({_NAME})\W*(?:/\s?\w{{2,4}}|signed)?\W*(?:{_WHEN})?$")
_OFFICE = r"(?:(?:[A-Z][\w-]+|of|the|for|and)\s+){0,4}[A-Z][\w-]+|[a-z]+(?: [a-z]+)?"
_NAME_AND_OFFICE = re.compile(rf"^\W*({_NAME}),\s+(?:{_OFFICE})\W*$")
_INITIAL = re.compile(r"^([A-Z])\.?\s+(?:[A-Z]\.?\s+)?(\S+)$")
_EMPLOYEE = re.compile(
    r"(?i:(?:employee|worker|applicant|claimant|member|patient)(?:\W?s)?"
    r"(?: (?:na(?:m|rn)e|information)|(?=\W{0,2}:))|nombre)"
    rf"\W{{0,4}}(?:\([^)]*\))?\W{{0,3}}\s*({_NAME})"
)
_FROM = re.compile(rf"^\W*(?i:from)\s*:\s*({_NAME})")
_LABEL = re.compile(
    r"^(?:Provider|Physician|Doctor|Dr|By|Reviewer|Surgeon|Attending|Examiner|Radiologist|Therapist|Prescriber)\b[.:]?\s+(?=\w+\s)",
    re.IGNORECASE,
)
_ZIP = re.compile(r"\d{5}\b")
"""Behind the letters of a state, which may be those of a licence: `Springfield, PA 19064`."""
_END = 14
_HEAD = 4
_ADDRESS = 5
"""Lines at the top of a letter without a greeting in which names are those of a house or of the addressee."""
_TOP = 16
_GREETING = re.compile(r"^\W*(?:dear\b|to whom it may|ladies and gentlem)")
_NOT_NAMES = re.compile(
    r"\b(?:report|center|centre|clinic|group|associates|medical|review|services?|division|department|state|county|"
    r"record|record\.|therapy|records|insurance|claims|university|hospital|page|synthetic|orthopaedics?|"
    r"imaging|laborator\w+|street|drive|court|road|california|employee|physician|administrator|application|notice|"
    r"treatment|progress|office|program|copies|enclosures?|dear|case|injury|authorized|standard|final|"
    r"managers?|directors?|adjusters?|examiners?|coordinators?|specialists?|representatives?|officers?|dept|list|total|end|date|print|due|"
    r"worker|type|claim|app|care|received|assigned|member|applicant|claimant|"
    r"messages?|medications?|cut-?off|results?|drugs?|tests?|reference|range|codes?|description|specimen|qty|"
    r"employer|priority|determination|occupational|supervisor|safety|unit|authority|company|organization|home|left|right|continue|patient)\b",
    re.IGNORECASE,
)


class Author(NamedTuple):
    """A name as it is signed, its credential, and the words behind it."""

    name: str
    credential: str | None
    office: str

    def __str__(self) -> str:
        return f"{self.name}, {self.credential}" if self.credential else self.name


def find_author(kind: RecordKind, views: Sequence[PageView]) -> Author | None:
    """The one who signs the document; the employee for an application; nobody for a decision of a review."""
    if kind == "prior_imr":
        return None
    found = _find_author(kind, views)
    short = _INITIAL.match(found.name) if found else None
    return (_in_full(short[2], views) if short else None) or found


def with_full_names(records: Sequence[Record]) -> list[Record]:
    """Authors of whom one record gives the initial only, called as the others call them."""
    full = {record.author for record in records if record.author and not _INITIAL.match(record.author.split(",")[0])}
    return [record.model_copy(update={"author": _only_one_of(full, record.author)}) for record in records]


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


def _find_author(kind: RecordKind, views: Sequence[PageView]) -> Author | None:
    if kind == "application":
        return next(_matches(_EMPLOYEE, views), None) or next(_bare_names(views), None)
    senders = (found for found in _matches(_FROM, views) if not _NOT_NAMES.search(found.name))
    sender = next(senders, None) if kind == "correspondence" else None
    found = sender or next(_signed(views), None) or (next(_reviewer(views), None) if kind == "ur_decision" else None)
    if found is None and kind in ("correspondence", "other"):
        found = next(_last_name(views), None)
    least = _addressed(views[0]) if kind == "ur_decision" else 0
    found = found or next(_with_credential(views, least), None) or next(_named_by_office(views), None)
    if found or kind == "ur_decision":
        return found
    found = next(_letterhead(views), None) or next(_provider(views), None)
    return found or (next(_on_behalf(views), None) if kind == "rfa" else None)


def _in_full(surname: str, views: Sequence[PageView]) -> Author | None:
    """The one with a credential whose surname signs: `G. Vance` below a log headed `Gretel Vance RN`."""
    named = (_author(found) for view in views for line in view.lines for found in _behind_name().finditer(line))
    return next((author for author in named if author.name.split()[-1].lower() == surname.lower()), None)


@cache
def _credentials() -> dict[str, str]:
    """Credentials by their letters alone, longest first."""
    names = [name for names in record_lexicon().credentials.values() for name in names]
    return {squeezed(name).lower(): name for name in sorted(names, key=len, reverse=True)}


@cache
def _behind_name() -> re.Pattern[str]:
    """A name, a comma (or what text recognition made of it) and a credential, with or without full stops."""
    letters = "|".join(_spelled(name) for name in _credentials().values())
    more = rf"(?:\s*,\s*(?=[A-Z])(?i:{letters})\.?(?![\w']))*"
    return re.compile(rf"({_NAME})\s*(?:[,;.][\s.]*|\s)((?=[A-Z])(?i:{letters})\.?(?![\w']){more})(.*)$")


def _spelled(credential: str) -> str:
    """`MD` also as `M.D.`; a full stop or space may follow each letter."""
    return (
        r"\.?\s?".join(map(re.escape, credential.replace("-", "").replace("/", "")))
        .replace(r"A\.?\s?C", r"A\.?\s?-?\s?C")
        .replace(r"R\.?\s?L", r"R\.?\s?/?\s?L")
        .replace(r"P\.?\s?C", r"P\.?\s?-?\s?C")
    )


def _signed(views: Sequence[PageView]) -> Iterator[Author]:
    for line in _from_the_end(views, whole=True):
        found = _SIGNED.search(line)
        if found:
            behind = _behind_name().search(found[1] + found[2])
            yield _author(behind) if behind else Author(_cased(_cut(_unlabelled(found[1], found[2]))), None, found[2])


def _provider(views: Sequence[PageView]) -> Iterator[Author]:
    for line in views[0].lines:
        found = _PROVIDER.search(line)
        behind = _behind_name().search(found[1] + found[2]) if found else None
        if behind:
            yield _author(behind)


def _reviewer(views: Sequence[PageView]) -> Iterator[Author]:
    """The one that a label names as reviewer or adviser."""
    for line in _from_the_end(views, whole=True):
        found = _REVIEWS.search(line)
        behind = _behind_name().search(found[1] + found[2]) if found else None
        if behind:
            yield _author(behind)


def _named_by_office(views: Sequence[PageView]) -> Iterator[Author]:
    """The one that a label names as reviewer, surgeon, attending or the like, with a credential."""
    for line in _from_the_end(views, whole=True):
        found = _SIGNS.search(line)
        behind = _behind_name().search(found[1] + found[2]) if found else None
        if behind:
            yield _author(behind)


def _with_credential(views: Sequence[PageView], least: int) -> Iterator[Author]:
    for line in _from_the_end(views, least=least):
        found = _signature(line)
        if found:
            yield found


def _signature(line: str) -> Author | None:
    """The author whose name and credential begin a line; a row of a table may look like one."""
    name = _LAST_FIRST.sub(r"\1\3 \2, ", line.removeprefix("/s/"))
    found = _behind_name().match(name.strip(" .·*-_"))
    if found is None or len(line) >= 130:
        return None
    author = _author(found)
    is_row = "," not in line and re.match(r"[\s|]*\d", author.office) and not all_dates(fold(author.office))
    return None if is_row or _ZIP.match(author.office) else author


def _last_name(views: Sequence[PageView]) -> Iterator[Author]:
    """The last line that is a name with a credential, a name with an office, or a name; not that of an addressee."""
    for distance, line in enumerate(_from_the_end(views, least=_addressed(views[0]))):
        signed = _signature(line)
        if signed:
            yield signed
        found = (_NAME_ONLY.match(line) if distance < _LAST_LINES else None) or _NAME_AND_OFFICE.match(line)
        if found and not _NOT_NAMES.search(found[1]):
            yield Author(_cased(found[1]), None, line[found.end(1) :])


def _addressed(view: PageView) -> int:
    """How many lines at the top of a letter may name the sender's house and the addressee."""
    top = view.folded[:_TOP]
    greeting = next((row for row, line in enumerate(top) if _GREETING.match(line)), None)
    return min(_ADDRESS, len(view.lines) // 2) if greeting is None else greeting + 1


def _letterhead(views: Sequence[PageView]) -> Iterator[Author]:
    for line in views[0].lines[:_HEAD]:
        found = _behind_name().match(line)
        if found:
            yield _author(found)


def _on_behalf(views: Sequence[PageView]) -> Iterator[Author]:
    """The one for whom an office sent the request: `Submitted by … for VANCE, ORLA MD`."""
    for line in views[0].lines:
        for found in _FOR.finditer(line):
            signed = _signature(line[found.end() :])
            if signed:
                yield signed


def _bare_names(views: Sequence[PageView]) -> Iterator[Author]:
    for line in _from_the_end(views):
        found = _NAME_ONLY.match(line)
        if found and not _NOT_NAMES.search(found[1]):
            yield Author(_cased(found[1]), None, "")


def _matches(pattern: re.Pattern[str], views: Sequence[PageView]) -> Iterator[Author]:
    for view in views:
        for line in view.lines:
            found = pattern.search(line)
            if found:
                name = _unlabelled(found[1], line[found.end(1) :])
                if " " in name:
                    yield Author(_cased(_cut(name)), None, line[found.end(1) :])


def _unlabelled(name: str, behind: str) -> str:
    """A name without its last word where that is the next label of the form."""
    return name.rpartition(" ")[0] if behind.startswith(":") else name


def _cut(name: str) -> str:
    """A name without the label that follows it on a form."""
    return re.split(
        r"\s+(?:Date|Phone|DOB|Claim|Address|To|Sent|Subject|Re|Fecha|Telephone|Tel|Born|Sex|Employer|MRN)\b", name
    )[0]


def _from_the_end(views: Sequence[PageView], whole: bool = False, least: int = 0) -> Iterator[str]:
    """Lines from the last one up, those who get copies last; of a first page not the `least` ones at its top."""
    for view in reversed(views):
        lines = view.lines[least:] if view is views[0] else view.lines
        ends = range(max(0, len(lines) - _LAST_LINES), len(lines))
        copies = next((row for row in ends if _COPIES.match(lines[row])), len(lines))
        shown = (*lines[copies:], *lines[:copies])
        yield from reversed(shown if whole else shown[-_END:])


def _author(found: re.Match[str]) -> Author:
    """The name without licences that text recognition or haste left no comma before: `Orla Vance PT, DPT`."""
    words = found[1].split()
    licences = [_credentials()[squeezed(part).lower()] for part in found[2].split(",")]
    while len(words) > 2 and (licence := _credentials().get(squeezed(words[-1]).lower())):
        words.pop()
        licences.insert(0, licence)
    kept = licences[:1] + [licence for licence in licences[1:] if licence in _licences()]
    return Author(_cased(" ".join(words)), ", ".join(kept), found[3].strip(" ,"))


@cache
def _licences() -> frozenset[str]:
    """Credentials that stand behind another one; the rest are titles of courtesy there."""
    lexicon = record_lexicon().credentials
    return frozenset(name for role in ("treating_physician", "therapist") for name in lexicon[role])


def _cased(name: str) -> str:
    """`PHILIPPA STRAND` as `Philippa Strand`."""
    words = _LABEL.sub("", " ".join(name.split()).strip(" .,"))
    return words.title().replace("'S ", "'s ") if words.isupper() else words
