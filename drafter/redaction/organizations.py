"""Employers, and practices and administrators of a claim, as forms, histories and captions name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from drafter.redaction.cues import VERSUS, cue, either
from drafter.redaction.labels import Value
from drafter.redaction.model import Kind
from drafter.redaction.vocabulary import ORGANIZATION_WORDS, Vocabulary

_NEXT_LABEL = re.compile(
    r"\s{3,}|\t|\n|\||;|(?:(?<=\s)|^)(?:phone|tel|telephone|fax|address|occupation|job|wcis|claims?|date"
    r"|d\.?o\.?[bi]|dob|doi|contact|specialty|npi|e-?mail|rfa|dated|received|hurt|injured|employer|employee|adjuster|insurance|insurer|carrier"
    r"|ss[n#]|sex|age|mrn|title|(?:city|state)(?![ ]of[ ])|zip|nature|policy|adj|wcab|patient|attorney|physician"
    r"|provider|name|practice|company|authorization|gender|supervisor|type|position|since|as|where|when|for|from|who|with"
    r"|and sustained|on|in|at|until|when|while|doing|has|had|is|was)\b(?![.]?[a-z])",
    re.IGNORECASE,
)
_SHORTENED = r"(?:Inc|Co|Corp|Ltd|St|Mt|Ft|Dept|Mfg|Bros|Intl|Dist|Univ|Assn|INC|CO|CORP|LTD|DEPT|(?:[A-Z]\.)*[A-Z])\."
_WORD = rf"(?:{_SHORTENED}|[A-Z0-9][\w'’&/-]*(?:\.\w[\w'’&/-]*)*)"
_JOINT = r"[ ](?:of|the|and|de|del|la|las|los|y|&|for|at)(?=[ ])"
_PROPER = re.compile(rf"{_WORD}(?:(?:{_JOINT}){{0,2}}[ ](?:{_WORD}|&)|,[ ](?:Inc|LLC|LLP|Ltd|Co|Corp)\b\.?){{0,11}}")
"""So many words that no page of capitals is one name."""
_NOBODY = re.compile(rf"(?i:{either('nobody')})\b")
_BEHIND_LABEL = rf"{cue('employer')}(?:['’]s)?(?:[ ]+(?:name|at[ ]injury|of[ ]record))?(?:[ ]*\([^)\n]*\))?"
_OWNER = r"(?:his|her|their|the[ ](?:patient|applicant|worker)['’]s|(?-i:[A-Z])[\w-]{1,25}['’]s)"
_HIRED = r"(?:employed|hired|employment|laid[ ]off|terminated|let[ ]go)"
_MANNER = (
    r"(?:[ ]+(?:nights|days|evenings|weekends|graveyards|overtime|shifts|as|full[- ]time|part[- ]time)"
    r"(?:[ ]+[\w/-]+){0,4}?)?"
)
_VERBS = (
    rf"{_HIRED}{_MANNER}[ ]+(?:by|at|with|for|from)|(?:works?|worked|working){_MANNER}(?:[ ]+there)?[ ]+(?:for|at)"
    r"|(?:employee|co-?worker|foreman|supervisor)s?[ ]+(?:of|at)"
    r"|(?:job|position|career|employment|shift|work)[ ]+(?:with|at)"
    r"|(?:started|began)(?:[ ]work(?:ing)?)?[ ]+(?:with|at|for)|(?:previously|formerly|earlier)[ ]+(?:with|at)"
    r"|trabaj[aoó][ ]+(?:para|en)|empleado[ ]+de"
)
_EMPLOYERS = re.compile(
    rf"(?:{_BEHIND_LABEL}[ \t]*[:|=][ \t]*(?:\n[ \t]*)?|(?i:(?<!\w)(?:{_VERBS})[ ]+(?:the[ ]+)?)"
    rf"|(?i:(?<!\w){_OWNER}[ ]+employer,?[ ]+(?:the[ ]+|[(])?))"
)
_OCCUPIED = re.compile(
    rf"(?i:(?<!\w){either('occupations')}(?:[ ][a-z]+){{0,2}}?[ ](?:for|with|at)[ ](?:the[ ])?)(?=[A-Z])"
    rf"|(?i:(?<!\w){either('occupations')}),[ ](?=[A-Z][^\n(]{{3,40}}[(](?:19|20)\d\d)"
)
_NAMED_SO = re.compile(rf"{cue('employer')}[ ]+(?i:name)[ ]+(?=[A-Z])")
"""A label that ends with "name" needs no colon."""
_LISTED = re.compile(
    r"(?:(?m:^)[ \t•*-]*|(?<=[;:][ ]))(?:19|20)\d\d[ ]*[-–][ ]*(?:(?:19|20)\d\d|(?i:present|current))"
    r"[ :,]{1,4}(?:[a-z][a-z ]+,[ ])?(?=[A-Z])"
)
"""A line of a history of employment."""
_FURTHER = re.compile(r"(?:[ ][(][^)\n]{4,12}[)])?;[ ](?=[A-Z])")
_SPOKEN = re.compile(r"(?<!\w)E[Rr]:[ ]?(?=[A-Z])")
"""So adjusters write of the employer; elsewhere it is the emergency room."""
_VERSUS = re.compile(rf"(?<=[\w.]){VERSUS}")
_INCORPORATED = re.compile(rf"(?<![\w'’&/.-])(?=[A-Z]){_WORD}(?:[ ](?:{_WORD}|&)){{0,4}}?,?[ ](?:Inc|LLC|LLP|Corp)\b")
"""What calls itself a company."""
_DOES = (
    r"(?:drives?|drove|driving|delivers?|delivered|delivering|hauls?|hauled|cleans?|cleaned|cooks?|cooked|guards?"
    r"|hired?|on leave|leave of absence|laid off|fired|available|duty|shift|comp|workers['’]? comp(?:ensation)?|letter"
    r"|stock(?:s|ed)?|pack(?:s|ed)?|pick(?:s|ed)?|contract(?:s|ed)?|subcontract(?:s|ed)?|retired|temp(?:s|ed)?)"
    r"(?:\s(?!at\b|for\b)[a-z]+){0,2}\s(?:for|at|from|with|by|through|to)"
)
_HAPPENED = (
    r"(?:occurred|happened|injur(?:y|ed)|hurt|fell|slipped|tripped|accident|incident|taken|fall|worksite|burned)"
    r"(?:\s[a-z]+){0,3}\s(?:at|@)"
)
_SITE = (
    r"(?:worksite|work site|call center|store|plant|warehouse|factory|restaurant|shop|yard|job|job site|employer"
    r"|company|workplace|school|hotel|farm|dairy)[ ][(]"
)
_SPEAKS_FOR = (
    r"(?:appear(?:s|ed|ing|ance)|represent(?:s|ed|ing)|counsel|attorneys?|on behalf)[ ](?:for|of|by)"
    r"|sustained[^\n.]{0,60},[ ]by"
    r"|employed[ ](?:at|in)[^\n.]{3,50},[ ]by"
)
_LOOSE: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(rf"(?i:(?<!\w)(?:{_DOES}|{_HAPPENED}|{_SPEAKS_FOR})[ ](?:the[ ])?)(?=[A-Z])"), "employer"),
    (re.compile(rf"(?i:(?<!\w){_SITE}|[ ]@[ ]?)(?=[A-Z])"), "employer"),
    (
        re.compile(
            r"(?<!\w)(?i:he|she|they|patient|applicant|who|then)\s(?:left|joined|quit|owns|owned|runs|ran)\s(?=[A-Z])"
        ),
        "employer",
    ),
    (
        re.compile(
            r"(?<!\w)(?i:job|occupation|employment|works? as)[: ]+(?:an?[ ])?[a-z][a-z'’ /-]{2,40},[ ](?=[A-Z])"
        ),
        "employer",
    ),
    (
        re.compile(
            r"(?i:(?<!\w)(?:occupation|job(?:[ ]title)?)[ ]?/[ ]?employer[ ]*[:|][ ]*[^\n/|]{2,40}?[ ]?/[ ]?)(?=[A-Z])"
        ),
        "employer",
    ),
    (re.compile(r"(?i:(?<!\w)d/b/a[ ])(?=[A-Z])"), "employer"),
    (
        re.compile(r"(?<!\w)(?:Empl?|Employer)\.?[ ]+(?=[A-Z][a-z])|(?:(?m:^)|(?<=[ ]{2}))EMPLOYER[ ]{1,3}(?=[A-Z])"),
        "employer",
    ),
    (re.compile(r"(?<!\w)(?:Ins|Insurance|Insurer|Carrier|TPA)\.?[ ]+(?=[A-Z][a-z])"), "organization"),
)
_ACCOMMODATES = re.compile(
    rf"(?P<name>{_WORD}(?:(?:{_JOINT})?[ ](?:{_WORD}|&)){{0,5}})[ ](?:cannot|can[ ]?not|can|could not|will not|did not"
    r"|does not|is unable to|was unable to|has|had)"
    r"[ ](?:accommodate|offer|provide|hold his|hold her|no (?:light|modified))\b"
)
"""What only employers do."""
_ROLE_BEHIND = re.compile(
    rf"(?P<name>{_WORD}(?:(?:{_JOINT})?[ ](?:{_WORD}|&)){{0,5}})[ ]"
    r"[(](?P<role>(?i:employer|carrier|insurer|defendant|administrator|tpa|lien claimant))[)]"
)
_FIRM = re.compile(rf"(?<![\w'’&/.-]){_WORD}(?:,[ ]{_WORD}){{0,3}},?[ ]&[ ]{_WORD},?[ ](?:LLP|APC|PLC|LLC)\b")
"""Partners: "Quill, Brandt & Holm, LLP"."""
_ORGANIZATIONS = re.compile(rf"{cue('organization')}[ \t]*[:|][ \t]*")
_TREATS = re.compile(rf"{cue('staff')}[ \t]*[:|][ \t]*(?=[A-Z])")
"""A practice stands where its physician might."""
_ALIAS = re.compile(r",?(?:[ ](?:Inc|LLC|LLP|Ltd|Co|Corp)\b\.?)?[ ]*(?:\([\"“']?(?P<short>[A-Z][A-Z&]{1,6})[\"”']?\)"
                    r"|(?i:,?[ ]d\.?b\.?a\.?|,?[ ]doing business as)[ ]+(?P<name>[A-Z]))")  # fmt: skip


def find_organizations(text: str, words: Vocabulary) -> Iterator[Value]:
    """Employers and organisations where a label, a verb of employment, a calling or a caption tells them."""
    for match in _EMPLOYERS.finditer(text):
        yield from _listed(text, match.end(), words)
    for match in _TREATS.finditer(text):
        name = text[match.end() : proper_end(text, match.end())]
        if _is_named(name, words) and ORGANIZATION_WORDS & set(name.lower().split()):
            yield from _named(text, match.end(), "organization")
    for match in _ORGANIZATIONS.finditer(text):
        yield from _named(text, match.end(), "organization")
    yield from _loosely(text, words)
    for match in _FIRM.finditer(text):
        yield Value(*match.span(), "organization")
    for match in _INCORPORATED.finditer(text):
        yield from _named(text, match.start(), "organization")
    for match in _VERSUS.finditer(text):
        yield from _named(text, match.end(), "employer")
    for match in chain(
        _OCCUPIED.finditer(text), _NAMED_SO.finditer(text), _LISTED.finditer(text), _SPOKEN.finditer(text)
    ):
        if is_business(text[match.end() : proper_end(text, match.end())], words):
            yield from _named(text, match.end(), "employer")


def _loosely(text: str, words: Vocabulary) -> Iterator[Value]:
    """Businesses behind words that stand before other things as well, and before the word for what they are."""
    for pattern, kind in _LOOSE:
        for match in pattern.finditer(text):
            name = text[match.end() : proper_end(text, match.end())]
            sure = kind == "employer" or ORGANIZATION_WORDS & set(name.lower().split())
            if sure and _is_named(name, words):  # "Muscle Ins Fib MUAP" is the head of a table
                yield from _named(text, match.end(), kind)
    for match in _ACCOMMODATES.finditer(text):
        if _is_named(match["name"], words):
            yield Value(*match.span("name"), "employer")
    for match in _ROLE_BEHIND.finditer(text):
        if _is_named(match["name"], words):
            kind = "employer" if match["role"].lower() in ("employer", "defendant") else "organization"
            yield Value(*match.span("name"), kind)


def _is_named(name: str, words: Vocabulary) -> bool:
    """Whether a word with a capital is one of no language and none of medicine."""
    parts = re.findall(r"[A-Z][\w'’-]+", name)
    return any(len(part) > 3 and not words.ordinary(part) and not words.seen_small(part) for part in parts)


def _listed(text: str, start: int, words: Vocabulary) -> Iterator[Value]:
    """The employer from `start` on, and further businesses behind semicolons."""
    first = True
    while first or is_business(text[start : proper_end(text, start)], words):
        yield from _named(text, start, "employer")
        further = _FURTHER.match(text, proper_end(text, start))
        if not further:
            return
        start, first = further.end(), False


def _named(text: str, start: int, kind: Kind) -> Iterator[Value]:
    """The name from `start` on, and the short one that is given behind it."""
    end = proper_end(text, start)
    if end - start < 3 or _NOBODY.match(text, start):
        return
    yield Value(start, end, kind)
    alias = _ALIAS.match(text, end)
    if alias and alias["short"] and alias["short"][0] == text[start]:
        yield Value(*alias.span("short"), kind)
    elif alias and alias["name"]:
        yield from _named(text, alias.start("name"), kind)


def is_business(name: str, words: Vocabulary) -> bool:
    """Whether several words with capitals name a business, rather than a complaint or a department."""
    parts = re.findall(r"[A-Z][\w'’-]+", name)
    if len(parts) < 2:
        return False
    return any(part.lower() in ORGANIZATION_WORDS or not words.ordinary(part) for part in parts)


def proper_end(text: str, start: int) -> int:
    """Where the capitalised words from `start` on end, or the next label begins."""
    proper = _PROPER.match(text, start)
    if not proper:
        return start
    stop = _NEXT_LABEL.search(proper[0])
    if stop and not stop.start():
        return start
    value = proper[0][: stop.start()] if stop else proper[0]
    return start + len(value.rstrip(" ,.-"))
