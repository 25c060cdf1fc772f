"""The lines that say who signs a document, by a verb, a licence, an office or a mark; what is likely comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.casefile.records.days import is_only_date
from drafter.casefile.records.names import (
    NAME,
    Author,
    author_of,
    behind_name,
    cased,
    first_name_first,
    is_shouted,
    signature,
)
from drafter.casefile.records.view import PageView

_SIGNED = re.compile(
    r"(?i:(?<!co)(?<!co-)signed(?:[- ]off)?(?:\s+(?:electronically|digitally))?(?:\s+by|\s*:)|^\W*signed,"
    r"|\[(?:electronically|digitally) signed\]|signature(?:\s+of)?|(?:dictated|authored|prepared|read|interpreted"
    r"|performed|completed|made|rendered|written|authenticated|finali[sz]ed|verified|attested)\s+by"
    r"|(?:final|electronic(?:ally)?)\s+(?:read|report|signed)\s+by|print(?:ed)? name|firma(?: del? \w+)?"
    r"|(?:approved|closed|filed)\s+by|electronically\s+(?:approved|verified|finali[sz]ed|released)|signature on file"
    r"|(?:dr|doctor|physician|provider|therapist)\W{0,3}s?\s+sig(?:nature)?)"
    rf"\s*[:.]?\s+({NAME})(.*)$"
)
_WRITES = re.compile(r"(?:prepared|written|completed|made|authored)", re.IGNORECASE)
"""Before the one who wrote a note that another one signs below."""
_SIGNS = re.compile(
    r"^\W*(?i:(?:\w+\s+){0,2}(?:reviewer|reviewed\s+by|reader|attending|surgeon|examiner|evaluator|author|therapist|clinician"
    r"|practitioner|radiologist|pathologist|psychologist|dentist|podiatrist|audiologist|(?:reading|interpreting|performing|rendering|dictating|signing|examining|evaluating"
    r"|reviewing|requesting|treating|ordering)"
    rf"\s+(?:physician|provider|radiologist|clinician|doctor|md|chiropractor|acupuncturist|psychologist|nurse)))(?:\s+\w+)?\s*[:.|]\s*({NAME})(.*)$"
)
"""A label before the one who signs; of those who only refer, order or assist there is none."""
_REVIEWS = re.compile(
    r"(?i:\b(?:reviewer|advis[oe]r|medical director|reviewing \w+"
    r"|(?:(?:decision|determination) (?:was )?made|reviewed|decided|determined) by)"
    r"(?: (?:name|is))?)"
    rf"\s*[:.|,-]+\s*({NAME})(.*)$"
)
_NOT_DECIDING = re.compile(
    r"(?i:\b(?:to|attn|attention|cc|cop(?:y|ies)|dear|from|request\w*|provider|treating|prescrib\w+|submitted|asked|ordered"
    r"|referr\w+|report\w*|notes?|dr)\b[^:]{0,12}[:.]?\s*$)"
)
"""Before the name of one who asked, or wrote what was read."""
_NOT_WRITING = re.compile(
    r"(?i:\b(?:to|attn|attention|cc|cop(?:y|ies)|dear|re|regarding|refer\w*|ref|order(?:ing|ed)|request(?:ing|ed)|pcp"
    r"|primary care|supervis\w*|assist\w*|anesthesia|thank\w*|send|sent|forward\w*|by dr|dr|seen by|prescrib\w+)"
    r"\b[^:]{0,12}[:.|]?\s*$)"
)
"""Before the name of one who is written to, referred, or stood by."""
_PROVIDER = re.compile(rf"(?i:\bprovider|seen by|examiner)\W{{1,4}}({NAME})(.*)$")
_BYLINE = re.compile(
    rf"^\W*(?i:(?:[\w-]+\s+){{0,4}}(?:notes?|report|evaluation|consultation|letter|summary)\s+by)\W+({NAME})(.*)$"
)
_FOR = re.compile(r"\b(?:for|on behalf of|provider|physician|requested by|ordered by)\W+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_COPIES = re.compile(r"^\W*(?:c\.?c|cop(?:y|ies)(?: to)?|distribution)\b\.?\s*[:(]", re.IGNORECASE)
_BY_MARK = re.compile(rf"^\W*({NAME})\s*/\s?(?:es|s|[a-z]{{2,4}})\W*$")
"""A name with the mark of an electronic signature, or with the typist's initials."""
_NOT_LICENSED = frozenset(
    {"II", "III", "IV", "LLP", "LLC", "INC", "PC", "CA", "USA", "PO", "RE", "DOB", "DOI", "FAX", "MRN"}
)
_UNKNOWN_LICENCE = re.compile(
    rf"^\W*({NAME}),\s+([A-Z](?=[\w./-]*[A-Z])[A-Za-z./-]{{1,9}}?)\.?(?:,\s+[A-Z][\w./-]{{1,9}})*\W*$"
)
"""A name with letters behind it that nobody listed, in a line of its own: `Niamh Vance, CCC-SLP`."""
_LAST_LINES = 8
_LONGEST = 130
_END = 14
_HEAD = 4
_TOP = 8
_NO_NAME = re.compile(r"\b(?:on|in|of|the|file|and|for|by)\b", re.IGNORECASE)
"""Words that no name has: `Signature on file`."""
NOT_NAMES = re.compile(
    r"\b(?:report|center|centre|clinic|group|associates|medical|review|services?|division|department|state|county|"
    r"record|record\.|therapy|records|insurance|claims|university|hospital|page|synthetic|orthopaedics?|"
    r"imaging|laborator\w+|street|drive|court|road|california|employee|physician|administrator|application|notice|"
    r"treatment|progress|office|program|copies|enclosures?|dear|case|injury|authorized|standard|final|"
    r"managers?|directors?|adjusters?|examiners?|coordinators?|specialists?|representatives?|officers?|dept|list|total|end|date|print|due|"
    r"worker|type|claim|app|care|received|assigned|member|applicant|claimant|"
    r"messages?|profile|run|team|desk|medications?|cut-?off|results?|drugs?|tests?|reference|range|codes?|description|specimen|qty|"
    r"employer|priority|determination|occupational|supervisor|safety|unit|authority|company|organization|home|left|right|continue|patient)\b",
    re.IGNORECASE,
)


def signed(views: Sequence[PageView]) -> Iterator[Author]:
    """Those before whose name a verb of signing or writing stands."""
    below: Author | None = None
    for line in map(first_name_first, from_the_end(views, whole=True)):
        found = _SIGNED.search(line)
        if found and below and _WRITES.match(found[0]):
            yield below
        below = below or signature(line)
        if found:
            behind = behind_name().search(found[1] + found[2])
            if behind:
                yield author_of(behind)
            elif not _NO_NAME.search(found[1]):
                yield Author(cased(cut(unlabelled(found[1], found[2]))), None, found[2])


def bylines(views: Sequence[PageView]) -> Iterator[Author]:
    """Those whom the headline names: `Progress notes by Vance, Orla (M.D.) at 3/4/2017`."""
    for line in map(first_name_first, views[0].lines[:_TOP]):
        found = _BYLINE.match(line)
        behind = behind_name().match(found[1] + found[2]) if found else None
        if behind:
            yield author_of(behind)


def by_mark(views: Sequence[PageView]) -> Iterator[Author]:
    """Names with the mark of an electronic signature or of a typist."""
    for line in from_the_end(views):
        found = _BY_MARK.match(line)
        if found and not NOT_NAMES.search(found[1]):
            yield Author(cased(found[1]), None, "")


def providers(views: Sequence[PageView]) -> Iterator[Author]:
    """Those whom the first page names as provider or examiner."""
    for line in map(first_name_first, views[0].lines):
        found = _PROVIDER.search(line)
        behind = behind_name().search(found[1] + found[2]) if found else None
        if behind:
            yield author_of(behind)


def reviewers(views: Sequence[PageView]) -> Iterator[Author]:
    """Those whom a label names as reviewer or adviser."""
    for line in from_the_end(views, whole=True):
        found = _REVIEWS.search(line)
        behind = behind_name().search(found[1] + found[2]) if found else None
        if behind:
            yield author_of(behind)


def deciding(views: Sequence[PageView], least: int) -> Iterator[Author]:
    """Those whom a decision names with a licence in its text, and neither as addressee nor as one who asked."""
    text = " ".join(line for view in views for line in view.lines)
    for line in from_the_end(views, whole=True, least=least):
        for found in behind_name().finditer(line):
            author = author_of(found)
            surname = author.name.split()[-1]
            asked = re.search(rf"\bDrs?\.? (?:\w+\.? )?{re.escape(surname)}\b", text)
            if not (asked or _NOT_DECIDING.search(line[: found.start()])):
                yield author


def named_anywhere(views: Sequence[PageView], least: int) -> Iterator[Author]:
    """Those whose name and licence stand behind any words but those of a receiver or of one who refers."""
    for line in from_the_end(views, whole=True, least=least):
        turned = first_name_first(line)
        found = behind_name().search(turned)
        if found is None or len(line) > _LONGEST or (is_shouted(line) and "," not in line):
            continue
        if not _NOT_WRITING.search(turned[: found.start()]):
            yield author_of(found)


def named_by_office(views: Sequence[PageView]) -> Iterator[Author]:
    """The one that a label names as reviewer, surgeon, attending or the like, with a credential."""
    for line in map(first_name_first, from_the_end(views, whole=True)):
        found = _SIGNS.search(line)
        behind = behind_name().search(found[1] + found[2]) if found else None
        if behind:
            yield author_of(behind)


def with_credential(views: Sequence[PageView], least: int) -> Iterator[Author]:
    """Those whose name and licence begin a line near the end."""
    for line in from_the_end(views, least=least):
        found = signature(line)
        if found:
            yield found


def with_unknown_licence(views: Sequence[PageView], least: int) -> Iterator[Author]:
    """Those whose name stands at the end with letters of a licence that is in no list."""
    last = views[-1].lines[least:] if views[-1] is views[0] else views[-1].lines
    for line in last[-_LAST_LINES:]:
        found = _UNKNOWN_LICENCE.match(line)
        if found and found[2].upper() not in _NOT_LICENSED and not (NOT_NAMES.search(found[1]) or is_shouted(line)):
            yield Author(cased(found[1]), found[2].replace(".", ""), "")


def letterhead(views: Sequence[PageView]) -> Iterator[Author]:
    """Those whose name and licence begin the page; below the date of a letter it is the receiver's."""
    head = views[0].folded[:_HEAD]
    dated = next((row for row, line in enumerate(head) if is_only_date(line)), _HEAD)
    for line in views[0].lines[:dated]:
        found = behind_name().match(line)
        if found:
            yield author_of(found)


def on_behalf(views: Sequence[PageView]) -> Iterator[Author]:
    """The one for whom an office sent the request: `Submitted by … for VANCE, ORLA MD`."""
    for line in views[0].lines:
        for found in _FOR.finditer(line):
            author = signature(line[found.end() :])
            if author:
                yield author


def unlabelled(name: str, behind: str) -> str:
    """A name without its last word where that is the next label of the form."""
    return name.rpartition(" ")[0] if behind.startswith(":") else name


def cut(name: str) -> str:
    """A name without the label that follows it on a form."""
    return re.split(
        r"\s+(?:Date|Phone|DOB|Claim|Address|To|Sent|Subject|Re|Fecha|Telephone|Tel|Born|Sex|Employer|MRN)\b", name
    )[0]


def from_the_end(views: Sequence[PageView], whole: bool = False, least: int = 0) -> Iterator[str]:
    """Lines from the last one up, those who get copies last; of a first page not the `least` ones at its top."""
    for view in reversed(views):
        lines = view.lines[least:] if view is views[0] else view.lines
        ends = range(max(0, len(lines) - _LAST_LINES), len(lines))
        copies = next((row for row in ends if _COPIES.match(lines[row])), len(lines))
        shown = (*lines[copies:], *lines[:copies])
        yield from reversed(shown if whole else shown[-_END:])
