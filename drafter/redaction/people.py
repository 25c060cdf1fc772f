"""Where records name people: labels, titles, credentials, signatures, relatives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Literal, NamedTuple

from drafter.redaction.names import CREDENTIAL, GAP, INVERTED, NAME, STRAIGHT, TOKEN, Name, parse_name
from drafter.redaction.vocabulary import Vocabulary

Role = Literal["patient", "clinician", "relative", "person"]


class Mention(NamedTuple):
    """Somebody named in a text."""

    name: Name
    role: Role


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    role: Role
    sure: bool
    """The place alone says that a name stands there."""


_COLON = r"[ \t]*(?:\([^)\n]{0,40}\)[ \t]*)?(?:[:#|]|[-–](?=[ ]))[ \t]*(?:\n[ \t]*)?"
_SPACED = rf"(?:{_COLON}|[ \t]{{1,4}}|[ \t]*\n[ \t]*)"


def _rule(pattern: str, role: Role, *, sure: bool = False, name: str = NAME) -> _Rule:
    return _Rule(re.compile(pattern.replace("NAME", f"(?P<name>{name})")), role, sure)


def _i(words: str) -> str:
    """The label in any case; the name behind it keeps its own."""
    return rf"(?i:(?<![\w])(?:{words}))"


_FULL = rf"{TOKEN}{GAP}(?:[A-Z]\.?{GAP})?{TOKEN}"
_PATIENT = r"(?:patient|pt|employee|claimant|applicant|injured[ ]worker|worker|examinee|client|member|insured|resident)"
_PATIENT_NAME = rf"{_PATIENT}(?:['’]s)?[ ]+name"
_REGARDING = r"re|regarding|in re|in the matter of|name of (?:patient|employee|injured worker)"
_LAST_FIRST = r"name[ ]*[(](?:last|first),?[^)\n]*[)]"
_BESIDE = r"d\.?o\.?b\.?|date of birth|birth ?date|mrn|ssn"
_STAFF = (
    r"(?:(?:requesting|referring|referred[ ]by|treating|attending|ordering|primary|secondary|consulting|examining"
    r"|interpreting|reviewing|supervising|rendering|performing|prescribing|collecting|operating|rehabilitation"
    r"|physical|occupational|massage|clinical|laboratory|medical|peer|expert)[ ]+){0,3}(?:physician|provider"
    r"|doctor|surgeon|radiologist|therapist|reviewer|clinician|examiner|evaluator|anesthesiologist|assistant"
    r"|chiropractor|acupuncturist|psychologist|pharmacist|director|technologist|technician|pcp|ptp|nurse"
    r"|prescriber|practitioner|md)(?:['’]s)?(?:[ ]+(?:name|signature))?"
)
_ACTS = (
    r"(?:(?:electronically|digitally)[ ]+)?(?:signed|dictated|reviewed|interpreted|read|performed|prepared"
    r"|written|entered|authored|co-?signed|verified|approved|authenticated|referred|ordered|transcribed|seen"
    r"|examined|evaluated|treated|requested|collected|supervised|administered|completed|determined|denied"
    r"|certified|attested)[ ]+by"
)
_OTHERS = (
    r"(?:contact(?:[ ]+(?:name|person))?|(?:claims[ ]+)?adjuster(?:/contact)?(?:[ ]+name)?|claims[ ]+examiner"
    r"|examiner|(?:employee|applicant|defense|defence|patient)?['’s]*[ ]*(?:attorney|counsel"
    r"|representative)(?:[ ]+name)?|from|to|cc|attn|attention|supervisor|foreman|manager|case[ ]+manager"
    r"|nurse[ ]+case[ ]+manager|witness(?:es)?|interpreter|(?:printed?|full|legal)[ ]+name|agent(?:[ ]+name)?"
    r"|author|signed|signature|by|name|reported[ ]+by|informant)"
)
_COMPANY = (
    r"(?:lives|living|resides|walks|stays)[ ]+with|accompanied[ ]+by|(?:cared[ ]+for|driven|brought(?:[ ]+in)?)[ ]+by"
)
_FAMILY = (
    r"(?:wife|husband|spouse|son|daughter|mother|father|brother|sister|partner|fianc[eé]e?|girlfriend|boyfriend"
    r"|caregiver|guardian|friend|neighbou?r|aunt|uncle|cousin|roommate|niece|nephew|grand(?:son|daughter|mother"
    r"|father)|child|stepson|stepdaughter|mother-in-law|father-in-law|(?:son|daughter|brother|sister)-in-law"
    r"|next[ ]of[ ]kin|mom|mum|dad|companion|carer|parents?|children|relative|emergency[ ]contact|co-?worker)"
)

_RULES = (
    _rule(rf"{_i(_PATIENT_NAME)}{_SPACED}NAME", "patient", sure=True),
    _rule(rf"{_i(_PATIENT)}{_COLON}NAME", "patient", sure=True),
    _rule(rf"{_i(_PATIENT)}{GAP}NAME", "patient", name=rf"(?:{INVERTED}|{TOKEN}{GAP}{TOKEN})"),
    _rule(rf"{_i(_REGARDING)}{_COLON}NAME", "patient"),
    _rule(rf"{_i(_LAST_FIRST)}{_SPACED}NAME", "patient", sure=True),
    _rule(rf"(?m:^)[ \t]*(?P<name>{INVERTED}|{_FULL})(?=[^\n]{{0,40}}?{_i(_BESIDE)})", "patient"),
    _rule(rf"{_i(_STAFF)}{_COLON}NAME", "clinician", sure=True),
    _rule(rf"{_i(_ACTS)}{_COLON}NAME", "clinician"),
    _rule(rf"{_i(_ACTS)}{GAP}(?:(?i:dr)\.?{GAP})?NAME", "clinician"),
    _rule(rf"(?<![\w])(?i:drs?|doctors?|prof|nurse)(?:\.{GAP}|\.|{GAP})NAME", "clinician", sure=True, name=STRAIGHT),
    _rule(rf"(?<![\w])(?i:drs)\.?{GAP}{TOKEN}(?:,{GAP}{TOKEN})*,?{GAP}(?:and"
    rf"|&){GAP}NAME", "clinician", name=STRAIGHT),
    _rule(rf"(?P<name>{NAME})[ \t]*[,;]?[ \t]*\n?[ \t]*(?=(?<=[\s,;]){CREDENTIAL})", "clinician"),
    _rule(rf"(?<![\w])(?:(?:Mr|Mrs|Ms|Miss|Mx)(?:\.{GAP}|\.|{GAP})|(?:MR|MRS"
    rf"|MS)\.{GAP}?)NAME", "person", sure=True, name=STRAIGHT),
    _rule(rf"{_i('dear')}{GAP}NAME", "person", sure=True),
    _rule(rf"{_i(_OTHERS)}{_COLON}NAME", "person"),
    _rule(rf"{_i('law (?:offices?|firm|group) of')}{GAP}NAME", "person", sure=True, name=STRAIGHT),
    _rule(rf"{_i(_FAMILY)}(?:{_COLON}|,?{GAP}(?i:is{GAP}|named{GAP})?)NAME", "relative", name=STRAIGHT),
    _rule(rf"{_i(_FAMILY)}(?:{GAP}[a-z]+){{1,4}},?{GAP}NAME", "relative", name=STRAIGHT),
    _rule(rf"{_i(_COMPANY)}{GAP}NAME", "relative", name=STRAIGHT),
    _rule(rf"(?P<name>{STRAIGHT})(?=[ \t]*(?:\(|,[ \t]*)(?i:(?:the |his |her |their "
    rf"|patient['’]s )*{_FAMILY})\b)", "relative"),
    _rule(r"(?i:sincerely|respectfully(?: submitted)?|regards|very truly yours|yours truly|cordially),?[ \t]*\n\s*"
          r"(?:/s/[ \t]*)?NAME", "person"),
    _rule(r"/s/[ \t]*NAME", "person"),
    _rule(rf"(?i:\bI,){GAP}NAME(?=,)", "person", name=STRAIGHT),
)  # fmt: skip
_SPLIT = re.compile(
    rf"(?i:\blast(?:[ ]+name)?)[ \t]*:?[ \t]*(?P<last>{TOKEN})[ \t,]+"
    rf"(?i:first(?:[ ]+name)?)[ \t]*:?[ \t]*(?P<first>{TOKEN})"
)
_SPLIT_BACK = re.compile(
    rf"(?i:\bfirst(?:[ ]+name)?)[ \t]*:?[ \t]*(?P<first>{TOKEN})[^\n:]{{0,20}}?"
    rf"(?i:\blast(?:[ ]+name)?)[ \t]*:?[ \t]*(?P<last>{TOKEN})"
)
_ALONE = re.compile(
    rf"(?m:^)[ \t]*(?P<name>{TOKEN},[ \t]?{TOKEN}(?:{GAP}[A-Z]\b\.?)?)(?=[ \t]*(?:$|[\n(#\d]|[ ]{{2}}))"
)
_FOOT = 250
"""Characters at the end of a page where a letter is signed."""
_SIGNED = re.compile(rf"(?m:^)[ \t]*(?P<name>{TOKEN}{GAP}(?:[A-Z]\.?{GAP})?{TOKEN})[ \t]*$", re.MULTILINE)


def find_people(text: str, words: Vocabulary) -> Iterator[Mention]:
    """Everybody whom the text names in a place where names stand, with the role that the place gives them."""
    yield from _split_names(text)
    yield from _lone_names(text, words)
    for pattern, role, sure in _RULES:
        for match in pattern.finditer(text):
            name = parse_name(match["name"], words, sure=sure)
            if name and (sure or name.first or role != "person") and not _is_shouted(match, words):
                yield Mention(name, role)


def _split_names(text: str) -> Iterator[Mention]:
    """First and last name in boxes of their own."""
    for pattern in (_SPLIT, _SPLIT_BACK):
        for match in pattern.finditer(text):
            yield Mention(Name(match["first"], (), match["last"]), "patient")


def _lone_names(text: str, words: Vocabulary) -> Iterator[Mention]:
    """Names with a line of their own: in a page's header or below its last sentence."""
    foot = len(text) - _FOOT
    for match in chain(_ALONE.finditer(text), _SIGNED.finditer(text)):
        ordinary = [words.ordinary(word) for word in re.findall(TOKEN, match["name"])]
        if any(ordinary) and (all(ordinary) or match.start() < foot or match["name"].isupper()):
            continue
        name = parse_name(match["name"], words)
        if name:
            yield Mention(name, "person")


def _is_shouted(match: re.Match[str], words: Vocabulary) -> bool:
    """In a note all in capitals a word is no name for its capital: "PATIENT LAY PRONE"."""
    bare = match[0].isupper() and "," not in match["name"] and ":" not in match[0]
    return bare and any(map(words.ordinary, re.findall(TOKEN, match["name"])))
