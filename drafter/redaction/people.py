"""Where records name people: labels, titles, credentials, signatures, relatives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Literal, NamedTuple

from drafter.redaction.columns import find_cells
from drafter.redaction.cues import cue, either
from drafter.redaction.days import DATE
from drafter.redaction.names import CREDENTIAL, GAP, INVERTED, NAME, STRAIGHT, TOKEN, Name, parse_name
from drafter.redaction.vocabulary import Vocabulary

Role = Literal["patient", "clinician", "relative", "person"]


class Mention(NamedTuple):
    """Somebody named in a text."""

    name: Name
    role: Role


class Sighting(NamedTuple):
    """A mention and where its name stands: `text[start:end]`, with whatever words go on behind it."""

    mention: Mention
    start: int
    end: int


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    role: Role
    sure: bool
    """The place alone says that a name stands there."""
    alone: bool
    """A single word may be the name."""


_COLON = r"[ \t]*(?:\([^)\n]{0,40}\)[ \t]*)?(?:[:;#|]|[-–](?=[ ]))[ \t.·\"“]*(?:\n[ \t]*)?"
_SPACED = rf"(?:{_COLON}|[ \t]{{1,4}}|[ \t]*\n[ \t]*)"
_OWNER = r"(?:['’]s)?"


def _after(lead: str, role: Role, *, sure: bool = False, alone: bool | None = None, name: str = NAME) -> _Rule:
    """A name behind `lead`; the match ends before the name, so that a label inside it is found as well."""
    single = (sure or role != "person") if alone is None else alone
    return _Rule(re.compile(rf"{lead}(?=(?P<name>{name}))"), role, sure, single)


def _before(trail: str, role: Role, *, name: str = NAME) -> _Rule:
    """A name before `trail`, wherever in a run of words it begins."""
    pattern = rf"(?<![\w.'’-])(?!{CREDENTIAL})(?=(?P<name>{name}){trail})"
    return _Rule(re.compile(pattern), role, False, role != "person")


def _i(words: str) -> str:
    """The label in any case; the name behind it keeps its own."""
    return rf"(?i:(?<![\w])(?:{words}))"


_FULL = rf"{TOKEN}{GAP}(?:[A-Z]\.?{GAP})?{TOKEN}"
_STAFF = rf"(?:{either('staff_kinds')}[ ]+){{0,3}}{either('staff')}{_OWNER}(?:[ ]+(?:name|signature))?"
_ACTS = rf"(?:(?:electronically|digitally)[ ]+)?{either('acts')}[ ]+by"
_LAST_FIRST = r"name[ ]*[(](?:last|first),?[^)\n]*[)]"
_BESIDE = rf"(?:d\.?o\.?b\b|mrn\b|ssn\b|{either('birth')})"
_WHOSE = r"(?:the |his |her |their |patient['’]s |su )*"
_SIGNER = rf"(?:[A-Z][\w.&/-]*[ ]){{0,3}}?(?i:{either('signers')})\b(?:[ ](?i:of|for)[^\n:]{{0,30}})?[ \t.]*(?=\n|$)"

_VERB = (
    r"(?:is|was|has|had|will|reports?|reported|states?|stated|denies|denied|called|came|returns|returned|complains"
    r"|says|and)\b"
)
_INTRODUCED = (
    r"(?:an?|the|seen|here|referred)\b(?:[ ](?:very|most|pleasant|delightful))*"
    r"(?=[ ](?:\d{1,3}\b|right|left|injured|patient|man|woman|gentleman|lady|male|female|worker|pleasant|for|by|today))"
)

_RULES = (
    _after(rf"{_i(either('patient') + _OWNER + '[ ]+name')}{_SPACED}", "patient", sure=True),
    _after(rf"{cue('patient')}{_COLON}", "patient", sure=True),
    _after(rf"{cue('patient')}{GAP}", "patient", name=rf"(?:{INVERTED}|{TOKEN}{GAP}{TOKEN})"),
    _after(rf"{cue('regarding')}{_COLON}", "patient"),
    _after(rf"{_i('(?:claim|matter|case) of')}{GAP}", "patient", name=STRAIGHT),
    _before(rf"(?=(?:{GAP}(?:[MFB]|b\.|born))*[ \t]{{0,3}}[,/|(-]?[ \t]{{0,3}}{DATE.pattern})", "patient",
            name=INVERTED),
    _after(rf"{_i(_LAST_FIRST)}{_SPACED}", "patient", sure=True),
    _after(r"(?m:^)[ \t]*", "patient", name=rf"(?:{INVERTED}|{_FULL})(?=[^\n]{{0,40}}?{_i(_BESIDE)})"),
    _before(rf"(?=[ \t]*[,;(|·/-]{{0,2}}[ \t]*{_i(_BESIDE)})", "patient", name=rf"(?:{INVERTED}|{_FULL})"),
    _after(rf"{_i('patient|pt|client|claimant')}{GAP}", "patient", alone=True, name=rf"{TOKEN}(?={GAP}{_VERB})"),
    _before(rf"(?={GAP}(?:is|was){GAP}{_INTRODUCED})", "patient", name=STRAIGHT),
    _before(rf"(?=,?{GAP}(?:(?:is|was){GAP})?(?:an?|the){GAP}(?:[a-z-]+{GAP}){{0,3}}\d{{2}}[ -]?(?:year|yr|y/?o)\b)",
            "patient", name=STRAIGHT),
    _before(rf"(?={GAP}(?:and|&|with|accompanied by){GAP}(?:his|her|their){GAP}{cue('family')})", "patient",
            name=STRAIGHT),
    _after(rf"{_i(_STAFF)}{_COLON}", "clinician", sure=True),
    _after(rf"{_i(_ACTS)}{_COLON}", "clinician"),
    _after(rf"{_i(_ACTS)}{GAP}(?:(?i:dr)\.?{GAP})?", "clinician"),
    _after(rf"(?<![\w])(?i:(?:drs?|dra|prof)(?:\.{GAP}|\.\n?|{GAP})|(?:doctors?|nurse){GAP})", "clinician",
           sure=True, name=STRAIGHT),
    _after(rf"(?<![\w])(?i:drs)\.?{GAP}{TOKEN}(?:,{GAP}{TOKEN})*,?{GAP}(?:and|&){GAP}", "clinician", name=STRAIGHT),
    _before(rf"[ \t]*[,;]?[ \t]*\n?[ \t]*(?<=[\s,;]){CREDENTIAL}", "clinician"),
    _after(rf"(?<![\w])(?:(?:Mr|Mrs|Ms|Mx)(?:\.{GAP}|\.\n?|{GAP})|Miss{GAP}|(?:MR|MRS|MS)\.(?:{GAP}|\n)?)", "person",
           sure=True, name=STRAIGHT),
    _after(rf"(?<![\w])(?:(?i:sra?|srta|hon|atty|lic|ing)\.{GAP}|(?:Judge|Justice|Atty){GAP})", "person", alone=True,
           name=STRAIGHT),
    _after(rf"{_i('dear|estimad[oa]')}{GAP}", "person", sure=True),
    _after(rf"{cue('others')}{_COLON}", "person"),
    _after(rf"{_i('law (?:offices?|firm|group) of')}{GAP}", "person", sure=True, name=STRAIGHT),
    _after(rf"{cue('callings')},?{GAP}", "person", alone=True, name=STRAIGHT),
    _after(rf"{cue('encounters')}{GAP}", "person", alone=True, name=STRAIGHT),
    _after(rf"{cue('others')}{_COLON}(?=[A-Z][a-z]+(?:[.,;)|\n]|$))", "person", alone=True, name=TOKEN),
    _after(rf"(?<!\w)(?i:attn|c/o|cc|care of){GAP}", "person", name=STRAIGHT),
    _after(rf"{cue('nicknames')}:?{GAP}[\"“”'‘’]?", "person", alone=True, name=TOKEN),
    _after(rf"{cue('family')}['’]?(?:{_COLON}|,?{GAP}(?i:is{GAP}|named{GAP})?|{GAP}[(])", "relative", name=STRAIGHT),
    _after(rf"{cue('family')}(?:{GAP}[a-z]+){{1,4}},?{GAP}", "relative", name=STRAIGHT),
    _after(rf"{cue('company')}{GAP}", "relative", name=STRAIGHT),
    _before(rf"(?=[ \t]*(?:\(|,[ \t]*)(?i:{_WHOSE}{either('family')})\b)", "relative", name=STRAIGHT),
    _after(rf"{cue('closings')},?[ \t]*\n\s*(?:/s/[ \t]*)?", "person"),
    _after(r"/e?s/[ \t]*", "person"),
    _after(rf"{_i('thank you|thanks|hello|hi')},?{GAP}", "person", alone=True, name=rf"{TOKEN}(?=[,.!])"),
    _after(rf"{cue('nicknames')}:?{GAP}[\"“‘]", "person", sure=True, alone=True, name=rf"{TOKEN}(?=[.,]?[\"”’])"),
    _Rule(re.compile(rf"(?<![\w.'’-])(?=(?P<name>{STRAIGHT})[ ]+(?i:v|vs)\.[ ]+[A-Z])"), "person", False, True),
    _after(r"(?i:\b(?:I|yo),)[ \t]{1,3}", "person", name=rf"{STRAIGHT}(?=,)"),
    _before(rf"[ \t]*,?[ \t]*(?:\n[ \t]*|(?<=,)[ ]){_SIGNER}", "person", name=rf"(?:{_FULL}|{TOKEN}{GAP}[A-Z]\.)"),
)  # fmt: skip
_GIVEN, _SURNAME = (rf"\(?(?i:\b{order}(?:[ ]+name)?)\)?[ \t]*:?[ \t]*" for order in ("first", "last"))
_SPLIT = re.compile(rf"{_SURNAME}(?P<last>{TOKEN})[ \t,]+{_GIVEN}(?P<first>{TOKEN})")
_SPLIT_BACK = re.compile(rf"{_GIVEN}(?P<first>{TOKEN})[^\n:]{{0,20}}?{_SURNAME}(?P<last>{TOKEN})")
_ALONE = re.compile(
    rf"(?:(?m:^)|(?<=[|·/\t])|(?<=[ ]{{2}}))[ \t]*(?P<name>{INVERTED}\.?)(?=[ \t]*(?:$|[\n(#\d|·/\t]|[ ]{{2}}))"
)
"""A field that holds nothing but a name turned round."""
_WHOLE_NAME = re.compile(NAME)
_SHORT = 3
"""Longest abbreviation in capitals that may be no name."""
_FOOT = 250
"""Characters at the end of a page where a letter is signed."""
_SIGNED = re.compile(rf"(?m:^)[ \t]*(?P<name>{TOKEN}{GAP}(?:[A-Z]\.?{GAP})?{TOKEN})[ \t]*$", re.MULTILINE)


def find_people(text: str, words: Vocabulary) -> Iterator[Sighting]:
    """Everybody whom the text names in a place where names stand, with the role that the place gives them."""
    yield from _split_names(text)
    yield from _in_columns(text, words)
    yield from _lone_names(text, words)
    for rule in _RULES:
        for match in rule.pattern.finditer(text):
            heard = _heard(match, words, rule)
            name = parse_name(heard, words, sure=rule.sure)
            if name and (rule.alone or name.first):
                start = match.start("name")
                yield Sighting(Mention(name, rule.role), start, start + len(heard))


def _split_names(text: str) -> Iterator[Sighting]:
    """First and last name in boxes of their own."""
    for pattern in (_SPLIT, _SPLIT_BACK):
        for match in pattern.finditer(text):
            yield Sighting(Mention(Name(match["first"], (), match["last"]), "patient"), *match.span())


def _in_columns(text: str, words: Vocabulary) -> Iterator[Sighting]:
    """Names in a cell of their own below or beside a label."""
    for kind, cell in find_cells(text):
        found = _WHOLE_NAME.match(cell.text) if kind == "person" else None
        name = parse_name(found[0], words) if found else None
        if found and name and name.first:
            yield Sighting(Mention(name, "person"), cell.start, cell.start + found.end())


def _lone_names(text: str, words: Vocabulary) -> Iterator[Sighting]:
    """Names with a line of their own: in a page's header or below its last sentence."""
    foot = len(text) - _FOOT
    for match in chain(_ALONE.finditer(text), _SIGNED.finditer(text)):
        ordinary = [words.ordinary(word) for word in re.findall(TOKEN, match["name"])]
        if any(ordinary) and (all(ordinary) or match.start() < foot or match["name"].isupper()):
            continue
        name = parse_name(match["name"], words)
        if name:
            yield Sighting(Mention(name, "person"), *match.span("name"))


def _heard(match: re.Match[str], words: Vocabulary, rule: _Rule) -> str:
    """The name of a match, or nothing; in a note all in capitals no capital tells where a name ends.

    "PATIENT LAY PRONE" names nobody, "DAUGHTER RAMONA LIVES IN ANOTHER STATE" ends with the first usual word.
    """
    name = match["name"]
    shouted = f"{match[0]}{name}".isupper() and "," not in name and ":" not in match[0]
    tokens = list(re.finditer(TOKEN, name))
    usual = next((at for at, token in enumerate(tokens) if words.ordinary(token[0])), None)
    if not shouted or usual is None:
        return str(name)
    kept = max(usual, int(rule.sure))
    telling = rule.sure or kept > 1 or (rule.role == "relative" and kept and len(tokens[0][0]) > _SHORT)
    return str(name[: tokens[kept - 1].end()]) if kept and telling else ""
