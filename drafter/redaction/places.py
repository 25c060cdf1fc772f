"""The places where records name people: labels, titles, credentials, signatures, relatives."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from drafter.redaction.cues import VERSUS, cue, either
from drafter.redaction.days import DATE
from drafter.redaction.names import CREDENTIAL, GAP, GIVEN, INVERTED, NAME, PARTICLE, STRAIGHT, TOKEN

Role = Literal["patient", "clinician", "relative", "person"]


class Place(NamedTuple):
    """Where a name stands, and whose it is there."""

    pattern: re.Pattern[str]
    role: Role
    sure: bool
    """The place alone says that a name stands there."""
    alone: bool
    """A single word may be the name."""


_COLON = r"[ \t]*(?:\([^)\n]{0,40}\)[ \t]*)?(?:[:;#|>]|[-–](?=[ ]))[ \t.·\"“]*(?:\n[ \t]*)?"
_SPACED = rf"(?:{_COLON}|[ \t]{{1,4}}|[ \t]*\n[ \t]*)"
_OWNER = r"(?:['’]s)?"


def _after(lead: str, role: Role, *, sure: bool = False, alone: bool | None = None, name: str = NAME) -> Place:
    """A name behind `lead`; the match ends before the name, so that a label inside it is found as well."""
    single = (sure or role != "person") if alone is None else alone
    return Place(re.compile(rf"{lead}(?=(?P<name>{name}))"), role, sure, single)


def _before(trail: str, role: Role, *, name: str = NAME, sure: bool = False, alone: bool = False) -> Place:
    """A name before `trail`, wherever in a run of words it begins."""
    pattern = rf"(?<![\w.'’-])(?!{CREDENTIAL})(?=(?P<name>{name}){trail})"
    return Place(re.compile(pattern), role, sure, alone or role != "person")


def _i(words: str) -> str:
    """The label in any case; the name behind it keeps its own."""
    return rf"(?i:(?<![\w])(?:{words}))"


_FULL = rf"{TOKEN}{GAP}(?:[A-Z]\.?{GAP})?(?:(?:{PARTICLE.pattern}|Van|Von|De|La|Le){GAP})?{TOKEN}"
_STAFF = rf"(?:{either('staff_kinds')}[ ]+){{0,3}}{either('staff')}{_OWNER}(?:[ ]+(?:name|signature))?"
_ACTS = rf"(?:(?:electronically|digitally)[ ]+)?{either('acts')}[ ]+by"
_LAST_FIRST = r"name[ ]*[(](?:last|first),?[^)\n]*[)]"
_BESIDE = rf"(?:d\.?o\.?b\b|mrn\b|ssn\b|{either('birth')})"
_WHOSE = r"(?:the |his |her |their |patient['’]s |su )*"
_DOES = r"(?:call|come|see|fax|send|talk|speak|phone|e-?mail|text|write|ask|sign|check|confirm)"
_OWNED = (
    r"(?:note|notes|report|reports|exam|evaluation|opinion|findings|rfa|impression|deposition|employer|claim|case|office|chart|file|request|letter|records?|appointment|attorney|adjuster|surgery|mri"
    r"|authorization|job|house|home|care|pain|back|neck|knee|shoulder|wrist|hand)"
)
_ONLY_PEOPLE = (
    r"(?:returns|presents|reports|states|complains|denies|says|said|called|agreed|asked|lives|works|tolerated|arrived"
    r"|notes|noted|admits|admitted|endorses|endorsed|wishes|underwent|cancelled|reported|stated|denied|explained"
    r"|was (?:born|injured|advised|told|instructed)|continues to have|declined|thinks|wants"
    r"|is (?:doing|here|working|taking|feeling|having|able|unable|off work)|feels|rates|describes)\b"
)
_FIELD_END = r"(?=[.,;)|\n/]|[ ]{2}|[ ](?:[/–-]|(?:at|on|in|from)\b)|$)"
_PAPERS = (
    r"(?:request|authorization|referral|order|prescription|report|records?|evaluation|program|sheet|plan|bill|invoice)"
    r" (?:for|of|on)"
)
_SIGNER = rf"(?:[A-Z][\w.&/-]*[ ]){{0,3}}?(?i:{either('signers')})\b(?:[ ](?i:of|for)[^\n:]{{0,30}})?[ \t.]*(?=\n|$)"

_INTRODUCED = (
    r"(?:an?|the|seen|here|referred)\b(?:[ ](?:very|most|pleasant|delightful))*"
    r"(?=[ ](?:\d{1,3}\b|right|left|injured|patient|man|woman|gentleman|lady|male|female|worker|pleasant|for|by|today))"
)

_FURTHER = (
    _after(rf"{_i('pleasure (?:to see|of seeing|to evaluate|of evaluating|to meet)|thank you for referring')}{GAP}",
           "patient", sure=True, name=rf"(?:{STRAIGHT}|{INVERTED})"),
    _after(rf"{_i('thanks|thank you|thx|tks|best|regards|cheers|sent from my [a-z]+')}[!,.]*[ \t]*\n\s*",
           "person", alone=True, name=rf"{GIVEN}(?:{GAP}[A-Z]\.?)?(?=[ \t]*(?:\n|$))"),
    _after(rf"{cue('family')}['’]s name (?:is|was) ", "relative", name=STRAIGHT),
    _after(rf"{_i('divorced|married')}{GAP}", "relative",
           name=rf"{STRAIGHT}(?=[.,;]|{GAP}(?:in|on|and|for|x|since)\b)"),
    _after(rf"(?<!\w)SO[:,]{GAP}", "relative", name=STRAIGHT),
    _before(rf"(?=,{GAP}(?i:(?:an?|one of his|one of her|his|her|their|the) "
            rf"(?:{either('family')}|{either('callings')}))\b)",
            "person", alone=True, name=STRAIGHT),
    _after(rf"(?<![\w,])(?:PCP|PTP|QME|AME|PQME|WCJ){GAP}", "clinician", name=rf"{TOKEN}(?!{GAP}[A-Z])"),
    _after(r"(?:(?m:^)|(?<=[.!?] ))", "person",
           name=rf"{GIVEN}{GAP}[A-Z]\.(?={GAP}(?:was|is|has|had|reports|states)\b)"),
    _after(rf"{cue('closings')},?[ \t]*\n\s*", "person", alone=True, name=rf"{GIVEN}(?=[ \t]*(?:\n|$))"),
    _before(rf"(?={GAP}(?:here{GAP})?(?:from|at|in){GAP}(?:(?i:dr)\.?{GAP}|(?:the|our|your){GAP}office))",
            "person", alone=True, name=GIVEN),
    _after(rf"(?<!\w)(?:PA|NP|RN|MA|LVN|nurse|assistant),{GAP}", "person", alone=True, name=rf"{GIVEN}(?=[,.;]|$)"),
    _after(rf"(?<!\w)[Pp]er{GAP}", "person", alone=True, name=rf"{GIVEN}(?=[ ,]{{1,2}}\d{{1,2}}/\d)"),
    _after(rf"{_i('(?:reports?|notes?|exam|examination|evaluation|letter|deposition|opinion) (?:of|by|from)')}{GAP}",
           "person", alone=True, name=rf"{GIVEN}(?={GAP}(?:dated|on|of)\b|,?{GAP}\d)"),
    *(_after(rf"{_i('cc|copies|copy to')}{_COLON}[^\n:]{size}[;,][ ]", "person", alone=True,
             name=rf"{GIVEN}(?=[;,]|[ ]*$|[ ]*\n)") for size in ("{3,60}?", "{3,60}")),
    _before(rf",{GAP}{CREDENTIAL}", "clinician", sure=True, name=rf"(?![CLRT]\.)[A-Z]\.{GAP}{GIVEN}"),
    _after(rf"(?<![\w,])(?:PCP|PTP|QME|AME|WCJ|SLP|CRNA|PM&R|GP){GAP}(?:Dr\.?{GAP})?", "clinician", name=_FULL),
    _after(rf"{_i('subject|claimant|applicant|decedent')}{GAP}", "patient",
           name=rf"{TOKEN}(?={GAP}(?:was|is|has|had|did|did not|exited|left|entered|carried|drove|testified)\b)"),
    _before(rf"(?={GAP}[(](?i:badge|emp(?:loyee)?|id|dob|d\.o\.b|ext|mrn)\b)", "person", alone=True, name=STRAIGHT),
    _after(rf"(?<!\w)[\"“‘]{GIVEN}[\"”’]{GAP}", "person", alone=True, name=rf"{TOKEN}(?!{GAP}[A-Z])"),
    _after(r"(?:(?m:^)|[:|;])[ \t]*", "person",
           name=rf"{_FULL}(?=[ \t]*\n[ \t]*\d{{1,6}}[ ][A-Z][\w ]{{3,40}}\n)"),
    _after(rf"{cue('others')}s?{_COLON}", "person", sure=True, name=rf"{TOKEN},[ ]?[A-Z]\.?(?![\w.]\w)"),
    _after(rf"(?<!\w)(?:for|re|on|by|with|from|to|w/){GAP}", "person", name=rf"{GIVEN}{GAP}[A-Z]\.(?=[\s?,;:)]|$)"),
    _after(rf"{_i('diary|log|journal|statement|chart|intake|caller|handwritten')}(?:[ ][(]|[ ]=[ ])", "person",
           alone=True, name=rf"{GIVEN}(?=[)]|[ ][(]|$)"),
    _after(r"(?<!\w)[\"“]", "person", alone=True, name=rf"{GIVEN}(?={GAP}(?:was|had|said|got|fell|came|went)\b)"),
    _after(rf"{cue('family')}{GAP}{GIVEN},?{GAP}(?:and|&){GAP}", "relative", name=STRAIGHT),
)  # fmt: skip

PLACES = (
    _after(rf"{_i(either('patient') + _OWNER + '[ ]+name')}{_SPACED}", "patient", sure=True),
    _after(rf"{cue('patient')}{_COLON}", "patient", sure=True),
    _after(rf"{cue('patient')}{GAP}", "patient", alone=False, name=rf"(?:{INVERTED}|{TOKEN}{GAP}{TOKEN})"),
    _after(rf"{cue('patient')},{GAP}", "patient", alone=False, name=_FULL),
    _after(rf"{cue('patient')}{GAP}[(]", "patient", name=rf"{TOKEN}(?=[)])"),
    _after(rf"{_i(_PAPERS)}{GAP}", "person", name=rf"(?:{INVERTED}|{_FULL}|(?:[A-Z]\.{GAP}){{1,2}}{TOKEN})"),
    _after(rf"{cue('regarding')}{_COLON}", "patient"),
    _after(rf"{_i('(?:claim|matter|case) of')}{GAP}", "patient", name=STRAIGHT),
    _before(rf"(?=(?:{GAP}(?:[MFB]|b\.|born))*[ \t]{{0,3}}[,/|(-]?[ \t]{{0,3}}{DATE.pattern})", "patient",
            name=INVERTED),
    _after(rf"{_i(_LAST_FIRST)}{_SPACED}", "patient", sure=True),
    _after(r"(?m:^)[ \t]*", "patient", name=rf"(?:{INVERTED}|{_FULL})(?=[^\n]{{0,40}}?{_i(_BESIDE)})"),
    _before(rf"(?=[ \t]*[,;(|·/-]{{0,2}}[ \t]*{_i(_BESIDE)})", "patient", name=rf"(?:{INVERTED}|{_FULL})"),
    _after(rf"{_i('patient|pt|client|claimant')}{GAP}", "patient", alone=True, name=rf"{GIVEN}(?={GAP}[a-z])"),
    _after(rf"{_i('call|phone|contact|text|ask for|reach')}{GAP}", "person", alone=True,
           name=rf"{GIVEN}(?={GAP}(?:at|on|back|or|re)\b|{GAP}\(?\d|[,.])"),
    _after(rf"(?<![\w,])(?:PA|NP|RN|MA|LVN|RPh|DPT){GAP}", "clinician", name=TOKEN),
    _after(rf"(?:(?m:^)|[:|][ ]?|[ ]{{2}}|\bby[ ]){TOKEN}{GAP}{CREDENTIAL},[ ]", "clinician",
           name=rf"{TOKEN}(?!{GAP}{TOKEN})"),
    _after(r"(?m:^)[ \t]*\[?\d{1,2}:\d\d(?:[ ]?[ap]m)?\]?[ -]+", "person", alone=True, name=rf"{STRAIGHT}(?=:)"),
    _before(rf"(?={GAP}(?:is|was){GAP}{_INTRODUCED})", "patient", name=STRAIGHT),
    _before(rf"(?=,?{GAP}(?:(?:is|was){GAP})?(?:an?|the){GAP}(?:[a-z-]+{GAP}){{0,3}}\d{{2}}[ -]?(?:year|yr|y/?o)\b)",
            "patient", name=STRAIGHT),
    _before(rf"(?={GAP}(?:and|&|with|accompanied by){GAP}(?:his|her|their){GAP}{cue('family')})", "patient",
            name=STRAIGHT),
    _after(rf"{_i(_STAFF)}{_COLON}(?:\d{{1,4}}[ ]+)?", "clinician", sure=True),
    _after(rf"{_i(_ACTS)}{_COLON}", "clinician"),
    _after(rf"{_i(_ACTS)}{GAP}(?:(?i:dr)\.?{GAP})?", "clinician"),
    _after(rf"(?<![\w])(?i:(?:drs?|dra|prof)(?:\.{GAP}|\.\n?|{GAP})|(?:doctors?|nurse){GAP})", "clinician",
           sure=True, name=STRAIGHT),
    _after(rf"(?<![\w])(?i:drs)\.?{GAP}{TOKEN}(?:,{GAP}{TOKEN})*,?{GAP}(?:and|&){GAP}", "clinician", name=STRAIGHT),
    _after(rf"(?<!\w)(?i:drs?)\.?{GAP}{TOKEN},?{GAP}(?:and|&)(?:{GAP}(?:then|later|now))?{GAP}", "clinician",
           name=STRAIGHT),
    _before(rf"[ \t]*[,;]?[ \t]*\n?[ \t]*(?<=[\s,;]){CREDENTIAL}", "clinician"),
    _after(rf"(?<![\w])(?:(?:Mr|Mrs|Ms|Mx)(?:\.{GAP}|\.\n?|{GAP})|Miss{GAP}|(?:MR|MRS|MS)\.(?:{GAP}|\n)?)", "person",
           sure=True, name=STRAIGHT),
    _after(rf"(?<![\w])(?:(?i:sra?|srta|hon|atty|lic|ing)\.{GAP}|Atty{GAP})", "person", alone=True, name=STRAIGHT),
    _after(rf"(?<![\w])(?:Judge|Justice){GAP}", "person", sure=True, name=STRAIGHT),
    _after(rf"{_i('subject')}{_COLON}", "patient", sure=True,
           name=rf"{_FULL}(?=[ ,]{{1,6}}(?i:age|dob|sex|[mf]/)[ :\d])"),
    _after(rf"{_i('office')},[ ]", "person", alone=True, name=rf"{GIVEN}{_FIELD_END}"),
    _after(rf"{_i('subject')}{_COLON}(?:(?i:re|fwd?):[ ])*", "person", name=INVERTED),
    _after(r"(?m:^)[> \t]*(?i:subject|re)[ ]?:[^\n]*?[ ][/–-][ ]", "person", alone=True,
           name=rf"{GIVEN}{_FIELD_END}"),
    _after(rf"{_i('ortho|neuro|neurosurg|psych|pain|pm&r|cards|surg|surgery|medicine|rehab')}/", "clinician",
           name=TOKEN),
    _before(rf"(?=['’]s{GAP}(?:{either('family')}|{_OWNED})\b)", "person", alone=True, name=rf"(?<!St\. ){GIVEN}"),
    _before(rf"(?={GAP}{_ONLY_PEOPLE})", "person", alone=True, name=GIVEN),
    _after(rf"{_i('dear|estimad[oa]')}{GAP}", "person", sure=True),
    _after(rf"(?<!\w)(?:Name|NAME){GAP}", "person", name=INVERTED),
    _after(rf"{cue('others')}s?{_COLON}", "person"),
    _after(rf"{_i('law (?:offices?|firm|group) of')}{GAP}", "person", sure=True, name=STRAIGHT),
    _after(rf"{cue('callings')}(?:,|{GAP}(?:is|was|named))?{GAP}", "person", alone=True, name=STRAIGHT),
    _after(rf"{cue('encounters')}{GAP}", "person", alone=True, name=STRAIGHT),
    _after(rf"{cue('others')}(?:[ ][a-z]+ed)?{_COLON}", "person", alone=True,
           name=rf"(?:{GIVEN}|[A-Z]{{5,}}){_FIELD_END}"),
    _after(rf"{cue('others')}s?{_COLON}[^\n:]{{3,60}}?;[ ]", "person"),
    _after(rf"{cue('others')}{_COLON}{TOKEN}(?:[ ]?[/;&][ ]?|,?[ ]and[ ])", "person", alone=True,
           name=rf"{GIVEN}{_FIELD_END}"),
    _after(rf"(?<!\w)(?i:att(?:n|ention)?\.?|c/o|cc|care of){GAP}", "person", alone=True, name=STRAIGHT),
    _after(rf"{cue('nicknames')}:?{GAP}[\"“”'‘’]?", "person", alone=True, name=TOKEN),
    _after(rf"{cue('family')}['’.]?(?:{_COLON}|,?{GAP}(?i:is{GAP}|named{GAP})?|{GAP}[(])", "relative", name=STRAIGHT),
    _after(rf"{cue('family')}(?:{GAP}[a-z]+){{1,4}},?{GAP}", "relative", name=STRAIGHT),
    _after(rf"{cue('company')}{GAP}", "relative", name=STRAIGHT),
    _before(rf"(?=[ \t]*(?:\(|,[ \t]*)(?i:{_WHOSE}{either('family')})\b)", "relative", name=STRAIGHT),
    _after(rf"{cue('closings')},?[ \t]*\n\s*(?:/s/[ \t]*)?", "person"),
    _after(r"/e?s/[ \t]*", "person"),
    _after(rf"{_i('thank you|thanks')},?{GAP}", "person", alone=True, name=rf"{TOKEN}(?=[,.!])"),
    _after(rf"{_i('hello|hi|good (?:morning|afternoon)')},?{GAP}", "person", sure=True,
           name=rf"(?!(?:All|Team|Everyone|There|Folks|Both|Again)\b){GIVEN}(?=[,.!]|[ ][-–])"),
    _after(rf"{_i('can|could|will|would|please have|did')}{GAP}", "person", alone=True,
           name=rf"{TOKEN}(?={GAP}{_DOES}\b)"),
    _before(r"[\"”]?[ ]?[<(](?=[^\s<>()@]+@)", "person", name=_FULL, sure=True),
    _after(rf"{cue('nicknames')}:?{GAP}[\"“‘]", "person", sure=True, alone=True, name=rf"{TOKEN}(?=[.,]?[\"”’])"),
    Place(re.compile(rf"(?<![\w.'’-])(?=(?P<name>{STRAIGHT}){VERSUS})"), "person", False, True),
    _after(r"(?i:\b(?:I|yo),)[ \t]{1,3}", "person", name=rf"{STRAIGHT}(?=,)"),
    *_FURTHER,
    _before(rf"[ \t]*,?[ \t]*(?:\n[ \t]*|(?<=,)[ ]){_SIGNER}", "person", name=rf"(?:{_FULL}|{TOKEN}{GAP}[A-Z]\.)"),
)  # fmt: skip
