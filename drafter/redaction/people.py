"""Everybody whom a text names in a place where names stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from drafter.redaction.captions import captioned_names
from drafter.redaction.columns import find_cells
from drafter.redaction.cues import cue, either
from drafter.redaction.keyed import keyed_names
from drafter.redaction.names import GAP, GIVEN, INVERTED, NAME, TOKEN, Name, parse_name
from drafter.redaction.places import PLACES, Place, Role
from drafter.redaction.segments import segment_names
from drafter.redaction.vocabulary import (
    EPONYMS,
    FORM_WORDS,
    ORGANIZATION_WORDS,
    Vocabulary,
    is_word,
    lexicon_words,
    shipped_words,
)


class Mention(NamedTuple):
    """Somebody named in a text."""

    name: Name
    role: Role


class Sighting(NamedTuple):
    """A mention and where its name stands: `text[start:end]`, with whatever words go on behind it."""

    mention: Mention
    start: int
    end: int


_GIVEN, _SURNAME = (rf"\(?(?i:\b{order}(?:[ ]*name)?)\)?[ \t]*:?[ \t]*" for order in ("first", "last"))
_SPLIT = re.compile(rf"{_SURNAME}(?P<last>{TOKEN})[ \t,]+{_GIVEN}(?P<first>{TOKEN})")
_SPLIT_BACK = re.compile(rf"{_GIVEN}(?P<first>{TOKEN})[^\n:]{{0,20}}?{_SURNAME}(?P<last>{TOKEN})")
_CHILDREN = re.compile(
    rf"(?i:(?<!\w)(?:kids|children|sons|daughters|boys|girls|twins|siblings|brothers|sisters|grandchildren)),?:?[ ]"
    rf"(?P<names>{GIVEN}(?:,[ ](?:and[ ])?{GIVEN}|[ ](?:and|&)[ ]{GIVEN})+)"
)
_CLINICAL = (FORM_WORDS, EPONYMS, ORGANIZATION_WORDS)
_BESIDE_USUAL = re.compile(
    rf"(?<!\w)(?:(?P<family>{either('family')})|{either('encounters')}|{either('callings')})[ ](?P<name>{GIVEN})"
    r"(?=[ ]?[,.;:)(?!]|[ ](?:at|re|on|in|and|who|to|is|was|has|had|will|can|[a-z]{3,}(?:s|ed))\b|[ ]*$)",
    re.MULTILINE,
)
_GIVEN_NAME = re.compile(r"[A-Z][a-z]{2,}(?=,|[ ]and\b|[ ]?&|$)")
_BESIDE_PEOPLE = re.compile(
    rf"(?:(?P<family>{cue('family')}s?)|{cue('callings')}|{cue('staff')}|{cue('patient')}|(?i:(?<!\w)(?:office|pmd)))"
    r"(?:,[ ](?P<names>[A-Z][a-z]{2,})(?=,)|[ ][(](?P<more>[A-Z][^()\n]{1,60})[)])"
)
_ALONE = re.compile(
    r"(?:(?m:^)|(?<=[|·/\t*])|(?<=[-–:][ ])|(?<=\w\w\.[ ])|(?<=[ ]{2}))[ \t]*"
    rf"(?P<name>{INVERTED}\.?)(?=[ \t]*(?:$|[\n(#\d|·/\t*]|[ ]{{2}}))"
)
"""A field that holds nothing but a name turned round."""
_LOGIN = r"(?P<name>[a-z]{2,}\.[a-z]{3,}|[a-z]{5,}\d{0,3})"
_DID = re.compile(
    r"(?i:(?:generated|printed|faxed|faxing|scanned|exported|entered|keyed|uploaded|created|transmitted|logged|signed)"
    rf"(?:[ ](?:for|on|to)[ ]\w+)?[ ]by:?"
    rf"|\b(?:user(?:[ ]?id)?|login|operator|username):|username)[ ]?{_LOGIN}(?![\w@.-]|[ ][a-z])"
)
_SAID = re.compile(rf"(?<![\d:])\d{{1,2}}:\d\d(?:[ ]?[AaPp][Mm])?[ ]{{1,3}}{_LOGIN}(?=:[ ])")
_MEASURE = re.compile(r"(?:ally|tion|ment|ing|ed|ic)$")
_SIGNED_IN = re.compile(r"(?i:sign[- ]?in|attendance|attendees|roster|participants)")
_NUMBERED = re.compile(
    rf"(?:(?m:^)|(?<=[:;,|\t])|(?<=[ ]{{2}}))[ \t]*\d{{1,2}}[.)]?[ ]{{1,3}}(?:[\"“]{TOKEN}[\"”][ ])?"
    rf"(?P<name>(?:[A-Z]\.[ ]|{TOKEN}[ ])?{TOKEN})(?=[ ]{{2}}|[ \t]*$|[,;|])",
    re.MULTILINE,
)
_AT_HOURS = re.compile(
    rf"(?<![\d:])\d{{1,2}}:\d\d(?:[ ]?[ap]m?)?[ ]{{1,3}}(?P<name>{TOKEN}(?:,[ ]?{TOKEN})?)"
    r"(?=[ ]{2}|[ \t]*$|[ ][(–-])",
    re.MULTILINE,
)
_WHOLE_NAME = re.compile(NAME)
_SHORT = 3
"""Longest abbreviation in capitals that may be no name."""
_FOOT = 250
"""Characters at the end of a page where a letter is signed."""
_SIGNED = re.compile(rf"(?m:^)[ \t]*(?P<name>{TOKEN}{GAP}(?:[A-Z]\.?{GAP})?{TOKEN})[ \t]*$", re.MULTILINE)


def find_people(text: str, words: Vocabulary) -> Iterator[Sighting]:
    """Everybody whom the text names in a place where names stand, with the role that the place gives them."""
    yield from _split_names(text)
    yield from (Sighting(Mention(one.name, "patient"), one.start, one.end) for one in captioned_names(text))
    yield from _in_messages(text)
    yield from _keyed(text)
    yield from _logins(text)
    yield from _in_lists(text, words)
    yield from _beside_people(text)
    yield from _in_columns(text, words)
    yield from _lone_names(text, words)
    for place in PLACES:
        for match in place.pattern.finditer(text):
            heard = _heard(match, words, place)
            name = parse_name(heard, words, sure=place.sure)
            if name and (place.alone or name.first or name.middle):
                start = match.start("name")
                yield Sighting(Mention(name, place.role), start, start + len(heard))


def _split_names(text: str) -> Iterator[Sighting]:
    """First and last name in boxes of their own."""
    for pattern in (_SPLIT, _SPLIT_BACK):
        for match in pattern.finditer(text):
            if not {match["first"].lower(), match["last"].lower()} & FORM_WORDS:
                yield Sighting(Mention(Name(match["first"], (), match["last"]), "patient"), *match.span())


def _in_messages(text: str) -> Iterator[Sighting]:
    for one in segment_names(text):
        yield Sighting(Mention(one.name, "patient" if one.of_patient else "person"), one.start, one.end)


def _keyed(text: str) -> Iterator[Sighting]:
    for one in keyed_names(text):
        for start, end in one.spans:
            yield Sighting(Mention(one.name, "patient"), start, end)


def _logins(text: str) -> Iterator[Sighting]:
    """The names by which people sign in: beside what they did, or before what they said."""
    for pattern in (_DID, _SAID):
        for match in pattern.finditer(text):
            first, _, last = match["name"].rpartition(".")
            if not (_is_usual(last) or (first and _is_usual(first)) or _MEASURE.search(last)):
                yield Sighting(Mention(Name(first, (), last), "person"), *match.span("name"))


def _is_clinical(word: str) -> bool:
    """Whether a text of medicine or a form has the word, or the name of somebody in medicine is meant."""
    return any(word.lower() in known for known in (shipped_words(), *_CLINICAL))


def _is_usual(word: str) -> bool:
    return word in FORM_WORDS or is_word(word)


def _in_lists(text: str, words: Vocabulary) -> Iterator[Sighting]:
    """Those who signed in, by their numbers, and those who come at an hour, where it is a list of more than one."""
    for pattern in (_NUMBERED, _AT_HOURS):
        found = [(one, parse_name(one["name"], words)) for one in pattern.finditer(text)]
        listed = len(found) > 1 and (pattern is _AT_HOURS or _SIGNED_IN.search(text))
        for one, name in found if listed else ():
            if name:
                yield Sighting(Mention(name, "person"), *one.span("name"))


def _beside_people(text: str) -> Iterator[Sighting]:
    """ "Her daughter, Grace, interprets": a usual word, too, if no text of medicine has it, as family histories do."""
    for match in _CHILDREN.finditer(text):
        for word in re.finditer(GIVEN, match["names"]):
            if not _is_clinical(word[0]):
                start = match.start("names") + word.start()
                yield Sighting(Mention(Name("", (), word[0]), "relative"), start, start + len(word[0]))
    for match in _BESIDE_USUAL.finditer(text):
        known = _CLINICAL if match["family"] else (lexicon_words(), *_CLINICAL)
        if not any(match["name"].lower() in words_of for words_of in known):
            kin: Role = "relative" if match["family"] else "person"
            yield Sighting(Mention(Name("", (), match["name"]), kin), *match.span("name"))
    for match in _BESIDE_PEOPLE.finditer(text):
        role: Role = "relative" if match["family"] else "person"
        for word in _GIVEN_NAME.finditer(text, *match.span("names" if match["names"] else "more")):
            if not _is_clinical(word[0]):
                yield Sighting(Mention(Name("", (), word[0]), role), *word.span())


def _in_columns(text: str, words: Vocabulary) -> Iterator[Sighting]:
    """Names in a cell of their own below or beside a label; one word only if there is nothing else in the cell."""
    for kind, cell in find_cells(text):
        found = _WHOLE_NAME.match(cell.text) if kind == "person" else None
        name = parse_name(found[0], words) if found else None
        if found and name and (name.first or name.middle or _is_last_name(cell.text)):
            yield Sighting(Mention(name, "person"), cell.start, cell.start + found.end())


def _is_last_name(text: str) -> bool:
    """A single word that can stand for somebody: short words in capitals are abbreviations."""
    return bool(re.fullmatch(TOKEN, text)) and (not text.isupper() or len(text) > _SHORT + 1)


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


def _heard(match: re.Match[str], words: Vocabulary, place: Place) -> str:
    """The name of a match, or nothing; in a note all in capitals no capital tells where a name ends.

    "PATIENT LAY PRONE" names nobody, "DAUGHTER RAMONA LIVES IN ANOTHER STATE" ends with the first usual word.
    """
    name = match["name"]
    shouted = f"{match[0]}{name}".isupper() and "," not in name and ":" not in match[0]
    tokens = list(re.finditer(TOKEN, name))
    usual = next((at for at, token in enumerate(tokens) if words.ordinary(token[0])), None)
    if not shouted or usual is None:
        return str(name)
    kept = max(usual, int(place.sure))
    telling = place.sure or kept > 1 or (place.role == "relative" and kept and len(tokens[0][0]) > _SHORT)
    return str(name[: tokens[kept - 1].end()]) if kept and telling else ""
