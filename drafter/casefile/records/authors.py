"""Who wrote a document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from drafter.case import Record, RecordKind
from drafter.casefile.records.names import (
    LAST_FIRST,
    NAME,
    Author,
    author_of,
    behind_name,
    cased,
    first_name_first,
    signature,
)
from drafter.casefile.records.view import PageView

_SIGNED = re.compile(
    r"(?i:(?<!co)(?<!co-)signed(?:[- ]off)?(?:\s+(?:electronically|digitally))?(?:\s+by|\s*:)"
    r"|\[(?:electronically|digitally) signed\]|signature(?:\s+of)?|(?:dictated|authored|prepared|read|interpreted"
    r"|performed|completed|made|rendered|written|authenticated|finali[sz]ed|verified|attested)\s+by"
    rf"|(?:final|electronic(?:ally)?)\s+(?:read|report|signed)\s+by)\s*[:.]?\s+({NAME})(.*)$"
)
_WRITES = re.compile(r"(?:prepared|written|completed|made|authored)", re.IGNORECASE)
"""Before the one who wrote a note that another one signs below."""
_IN_PLACE_OF = re.compile(r"^\W*(?:signing )?(?:for|on behalf of)\s+(?=[A-ZÀ-Þ])")
_SIGNS = re.compile(
    r"^\W*(?i:(?:\w+\s+){0,2}(?:reviewer|reviewed\s+by|reader|attending|surgeon|examiner|evaluator|author|therapist|clinician"
    r"|practitioner|radiologist|pathologist|(?:reading|interpreting|performing|rendering|dictating|signing|examining|evaluating"
    r"|reviewing|requesting|treating|ordering)"
    rf"\s+(?:physician|provider|radiologist|clinician|doctor|md|chiropractor|acupuncturist|psychologist|nurse)))(?:\s+\w+)?\s*[:.|]\s*({NAME})(.*)$"
)
"""A label before the one who signs; of those who only refer, order or assist there is none."""
_REVIEWS = re.compile(
    r"(?i:\b(?:reviewer|advis[oe]r|medical director|reviewing \w+|(?:reviewed|decided|determined) by)(?: (?:name|is))?)"
    rf"\s*[:.|,-]+\s*({NAME})(.*)$"
)
_PROVIDER = re.compile(rf"(?i:\bprovider|seen by|examiner)\W{{1,4}}({NAME})(.*)$")
_FOR = re.compile(r"\b(?:for|on behalf of|provider|physician|requested by|ordered by)\W+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_COPIES = re.compile(r"^\W*(?:c\.?c|cop(?:y|ies)(?: to)?|distribution)\b\.?\s*[:(]", re.IGNORECASE)
_LAST_LINES = 8
_WHEN = r"[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
_NAME_ONLY = re.compile(rf"^\W*({NAME})\W*(?:/\s?\w{{2,4}}|signed)?\W*(?:{_WHEN})?$")
_OFFICE = r"(?:(?:[A-Z][\w-]+|of|the|for|and)\s+){0,4}[A-Z][\w-]+|[a-z]+(?: [a-z]+)?"
_NAME_AND_OFFICE = re.compile(rf"^\W*({NAME}),\s+(?:{_OFFICE})\W*$")
_INITIAL = re.compile(r"^([A-Z])\.?\s+(?:[A-Z]\.?\s+)?(\S+)$")
_EMPLOYEE = re.compile(
    r"(?i:(?:employee|worker|applicant|claimant|member|patient)(?:\W?s)?"
    r"(?: (?:na(?:m|rn)e|information)|(?=\W{0,2}:))|nombre)"
    rf"\W{{0,4}}(?:\([^)]*\))?\W{{0,3}}\s*({NAME})"
)
_FROM = re.compile(rf"^\W*(?i:from)\s*:\W*(?:[^/]{{3,40}} /\s*)?({NAME})(?=\s*(?:$|[^\w\s]|[a-z]))")
_FROM_LAST = re.compile(rf"^\W*(?i:from)\s*:\W*({LAST_FIRST})")
_BY_MARK = re.compile(rf"^\W*({NAME})\s*/\s?(?:es|s|[a-z]{{2,4}})\W*$")
"""A name with the mark of an electronic signature, or with the typist's initials."""
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


def find_author(kind: RecordKind, views: Sequence[PageView]) -> Author | None:
    """The one who signs the document; the employee for an application; nobody for a decision of a review."""
    if kind == "prior_imr":
        return None
    found = _answering(_find_author(kind, views))
    short = _INITIAL.match(found.name) if found else None
    return (_in_full(short[2], views) if short else None) or found


def _answering(found: Author | None) -> Author | None:
    """The one in whose place another one signed."""
    place = _IN_PLACE_OF.match(found.office) if found else None
    return (signature(found.office[place.end() :]) if found and place else None) or found


def with_full_names(records: Sequence[Record]) -> list[Record]:
    """Authors of whom one record gives the initial only, or no licence, called as the others call them."""
    full = {record.author for record in records if record.author and not _INITIAL.match(record.author.split(",")[0])}
    called = {name.split(",")[0]: name for name in sorted(full) if "," in name}
    named = [record.model_copy(update={"author": _only_one_of(full, record.author)}) for record in records]
    return [
        record.model_copy(update={"author": called.get(record.author or "") or _in_file(record.author, records)})
        for record in named
    ]


def _in_file(author: str | None, records: Sequence[Record]) -> str | None:
    """A writer with an initial only, by the one full name that other papers give to it."""
    short = _INITIAL.match(author) if author else None
    if author is None or short is None:
        return author
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


def _find_author(kind: RecordKind, views: Sequence[PageView]) -> Author | None:
    if kind == "application":
        return next(_matches(_EMPLOYEE, views), None) or next(_bare_names(views), None)
    sender = next(_senders(views), None) if kind == "correspondence" else None
    found = sender or next(_signed(views), None) or (next(_reviewer(views), None) if kind == "ur_decision" else None)
    if found is None and kind in ("correspondence", "other"):
        found = next(_last_name(views), None)
    least = _addressed(views[0]) if kind == "ur_decision" else 0
    found = found or next(_with_credential(views, least), None) or next(_named_by_office(views), None)
    if found or kind == "ur_decision":
        return found
    found = next(_by_mark(views), None) or next(_letterhead(views), None) or next(_provider(views), None)
    return found or (next(_on_behalf(views), None) if kind == "rfa" else None)


def _in_full(surname: str, views: Sequence[PageView]) -> Author | None:
    """The one with a credential whose surname signs: `G. Vance` below a log headed `Gretel Vance RN`."""
    named = (author_of(found) for view in views for line in view.lines for found in behind_name().finditer(line))
    return next((author for author in named if author.name.split()[-1].lower() == surname.lower()), None)


def _signed(views: Sequence[PageView]) -> Iterator[Author]:
    below: Author | None = None
    for line in map(first_name_first, _from_the_end(views, whole=True)):
        found = _SIGNED.search(line)
        if found and below and _WRITES.match(found[0]):
            yield below
        below = below or signature(line)
        if found:
            behind = behind_name().search(found[1] + found[2])
            yield author_of(behind) if behind else Author(cased(_cut(_unlabelled(found[1], found[2]))), None, found[2])


def _senders(views: Sequence[PageView]) -> Iterator[Author]:
    """Those whom the head of a message names behind `From`."""
    for line in views[0].lines:
        last_first, plain = _FROM_LAST.match(line), _FROM.match(line)
        licensed = behind_name().match(plain[1] + line[plain.end(1) :]) if plain else None
        if licensed:
            yield author_of(licensed)
        elif last_first:
            yield Author(cased(f"{last_first[3]} {last_first[2]}"), None, "")
        elif plain and not _NOT_NAMES.search(plain[1]):
            yield Author(cased(_cut(plain[1])), None, line[plain.end(1) :])


def _by_mark(views: Sequence[PageView]) -> Iterator[Author]:
    for line in _from_the_end(views):
        found = _BY_MARK.match(line)
        if found and not _NOT_NAMES.search(found[1]):
            yield Author(cased(found[1]), None, "")


def _provider(views: Sequence[PageView]) -> Iterator[Author]:
    for line in map(first_name_first, views[0].lines):
        found = _PROVIDER.search(line)
        behind = behind_name().search(found[1] + found[2]) if found else None
        if behind:
            yield author_of(behind)


def _reviewer(views: Sequence[PageView]) -> Iterator[Author]:
    """The one that a label names as reviewer or adviser."""
    for line in _from_the_end(views, whole=True):
        found = _REVIEWS.search(line)
        behind = behind_name().search(found[1] + found[2]) if found else None
        if behind:
            yield author_of(behind)


def _named_by_office(views: Sequence[PageView]) -> Iterator[Author]:
    """The one that a label names as reviewer, surgeon, attending or the like, with a credential."""
    for line in map(first_name_first, _from_the_end(views, whole=True)):
        found = _SIGNS.search(line)
        behind = behind_name().search(found[1] + found[2]) if found else None
        if behind:
            yield author_of(behind)


def _with_credential(views: Sequence[PageView], least: int) -> Iterator[Author]:
    for line in _from_the_end(views, least=least):
        found = signature(line)
        if found:
            yield found


def _last_name(views: Sequence[PageView]) -> Iterator[Author]:
    """The last line that is a name with a credential, a name with an office, or a name; not that of an addressee."""
    for distance, line in enumerate(_from_the_end(views, least=_addressed(views[0]))):
        signed = signature(line)
        if signed:
            yield signed
        found = (_NAME_ONLY.match(line) if distance < _LAST_LINES else None) or _NAME_AND_OFFICE.match(line)
        if found and not _NOT_NAMES.search(found[1]):
            yield Author(cased(found[1]), None, line[found.end(1) :])


def _addressed(view: PageView) -> int:
    """How many lines at the top of a letter may name the sender's house and the addressee."""
    top = view.folded[:_TOP]
    greeting = next((row for row, line in enumerate(top) if _GREETING.match(line)), None)
    return min(_ADDRESS, len(view.lines) // 2) if greeting is None else greeting + 1


def _letterhead(views: Sequence[PageView]) -> Iterator[Author]:
    for line in views[0].lines[:_HEAD]:
        found = behind_name().match(line)
        if found:
            yield author_of(found)


def _on_behalf(views: Sequence[PageView]) -> Iterator[Author]:
    """The one for whom an office sent the request: `Submitted by … for VANCE, ORLA MD`."""
    for line in views[0].lines:
        for found in _FOR.finditer(line):
            signed = signature(line[found.end() :])
            if signed:
                yield signed


def _bare_names(views: Sequence[PageView]) -> Iterator[Author]:
    for line in _from_the_end(views):
        found = _NAME_ONLY.match(line)
        if found and not _NOT_NAMES.search(found[1]):
            yield Author(cased(found[1]), None, "")


def _matches(pattern: re.Pattern[str], views: Sequence[PageView]) -> Iterator[Author]:
    for view in views:
        for line in view.lines:
            found = pattern.search(line)
            if found:
                name = _unlabelled(found[1], line[found.end(1) :])
                if " " in name:
                    yield Author(cased(_cut(name)), None, line[found.end(1) :])


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
