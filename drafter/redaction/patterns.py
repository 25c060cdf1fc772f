"""Identifiers that show by their shape: social security numbers, phones, mail, streets, ages over 89."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.redaction.cues import cue, either
from drafter.redaction.labels import Value
from drafter.redaction.model import Kind

_DIGIT = r"[\dOIlSB]"
_SUFFIXES = (
    r"(?:Street|St|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Plaza|Terrace|Ter"
    r"|Circle|Cir|Highway|Hwy|Parkway|Pkwy|Square|Sq|Trail|Trl|Loop|Row|Alley|Rise|Steps|Spur|Crescent|Close|Mews"
    r"|Walk|Path|Pike|Turnpike|Freeway|Broadway|Quay|Embankment|Expressway|Esplanade|Promenade|Wharf)"
)
_UNIT = (
    r"(?:,?[ ]+(?i:apt|apartment|unit|suite|ste|floor|fl|room|rm|bldg|building|space|spc|no"
    r"|p\.?o\.?[ ]?box)\b\.?[ ]*#?[ ]*[\w-]+|,?[ ]+#[ ]?[\w-]+|,?[ ]+\d{1,2}(?:st|nd|rd|th)[ ](?i:floor|fl)\b\.?)"
)
_STATE = (
    r"(?:CA|C\.A\.|Calif\.?|California|AL|AK|AZ|AR|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT"
    r"|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|Nevada|Arizona|Oregon"
    r"|Washington|Texas|Utah)"
)
_WORDLIKE = r"(?:IN|OR|ME|HI|OK|OH|PA|MA|LA|DE|CO|ID|AL|AR)\b"
"""States that are told from words and credentials by the comma before them."""
_CITY = (
    rf"(?:[A-Z][\w'’.]*(?:[ ·.][A-Z][\w'’.]*){{0,3}})(?:,[ ]*\n?[ ]*|[ ]+\n?[ ]*(?!{_WORDLIKE})){_STATE}\b"
    rf"\.?,?[ ]*\n?[ ]*{_DIGIT}{{5}}(?:-?{_DIGIT}{{4}})?(?!\w)"
)
_TAIL = rf"(?:,?[ ]*\n?[ ]*(?:{_CITY}))?"
_STREET = (
    rf"(?<![\w.,:/#-])(?:\d{{1,6}}(?:-\d+|-?[A-Z])?|One|Two|Three)[ ](?:(?:North|South|East|West|[NSEW]\.?)[ ])?"
    rf"(?:(?:\d+(?:st|nd|rd|th)|(?:St|Mt|Ft|Dr|Sta)\.|[A-Z][\w'’-]*)[ ]){{1,4}}"
    rf"(?:{_SUFFIXES}|{_SUFFIXES.upper()})\b\.?(?:[ ][NSEW]\b\.?)?{_UNIT}*"
)
_BEFORE_CITY = rf"{_UNIT}*,?[ ]*\n?[ ]*(?={_CITY})"
_OF = r"(?:[ ](?:de|del|la|las|los|el|of|the))*"
_ANY_STREET = (
    rf"(?<![\w.,:/#-])\d{{1,6}}[A-Z]?{_OF}(?:[ ][A-Z][\w'’.-]*{_OF}){{1,5}}(?:[ ]#?\d{{1,4}}[A-Z]?)?{_BEFORE_CITY}"
)
"""Whatever stands between a number and a city with its postal code."""
_NUMBER = r"(?:(?i:no\.?|n[úu]m\.?)[ ]?)?#?\d{1,5}(?:-?[A-Z])?"
_SPANISH = r"[A-ZÁÉÍÓÚÑ][\w'’.-]*"
_NUMBER_LAST = rf"(?:{_SPANISH}[ ]){{1,4}}{_NUMBER}{_BEFORE_CITY}"
_CALLE = (
    r"(?:Calle|CALLE|Avenida|AVENIDA|Avda\.?|Camino|CAMINO|Paseo|PASEO|Carrera|Calzada|Boulevard|Rue|Rua|Via)"
    rf"(?:[ ](?:de|del|la|los|las|el|{_SPANISH})){{1,4}},?[ ]{_NUMBER}{_UNIT}*"
)
_ROUTE = (
    r"\d{1,6}[ ](?:(?:State|County)[ ])?(?:Hwy|Highway|Route|Rt|Road|Rd|CR|SR)\.?[ ]\d{1,3}\b"
    r"|(?:Rt|Route|RR|HC|Star Rt)\.?[ ]?\d{1,3},?[ ]Box[ ]\d{1,5}"
    rf"|\d{{1,6}}[ ](?:Calle|Avenida|Camino|Paseo|Via|Rancho)(?:[ ](?:de|del|la|los|las|el|{_SPANISH})){{1,3}}"
)
"""Roads that have a number for a name, boxes along a rural one, and streets with the Spanish word before the name."""
"""Streets whose number stands behind the name."""
_BOX = r"(?i:p\.?[ ]?o\.?[ ]?box|post office box)[ ]*#?[ ]?\d+"

_ADDRESS_LABEL = re.compile(
    rf"(?:(?i:(?<!\w)(?:{either('address_kinds')}[ ]+)?{either('address')})"
    r"[ \t]*(?:[:|]|\.(?=[ ]{1,2}\d{1,5}[ ][A-Z]))[ \t]*(?:\n[ \t]*)?"
    r"|(?i:(?<!\w)(?:address|addr\.?|(?:lives|resides|residing|living) at|vive en)[ ]+))"
    r"(?P<value>(?:#?\d|(?i:p\.?[ ]?o)|[A-Z][^\n:;|\d]{2,40}\d)[^\n:;|]{3,70}?)"
    r"(?=\s*(?:\n|$|;|\||\s{3}|[ ]?(?i:(?:phone"
    r"|tel|tel[eé]fono|telephone|fax|occupation|e-?mail|correo|city|specialty|employer|ss[n#]|dob|d\.o\.b|sex|age|claim"
    r"|cell|job|contact|date|attn)\b)))"
)
_NAMED_STREET = r"\d{1,6}(?:[ ](?:[NSEW]\.?|North|South|East|West))?(?:[ ][A-Z][A-Za-z'’]+){1,3}"
_FURTHER = (
    r"(?:Cove|Glen|Glenn|Ridge|Bend|Grove|Hollow|Landing|Manor|Meadows?|Vista|Crossing|Trace|Knolls?|Canyon|Commons"
    r"|Overlook|Hills?|Bluffs?|Creek|Estates|Orchard|Ranch)"
)
_UNZIPPED = re.compile(
    rf"(?<![\w.,:/#-])(?:\d{{2,6}}(?:[ ][A-Z][A-Za-z'’]+){{1,3}}[ ](?:{_FURTHER}|{_FURTHER.upper()})(?![\w-]){_UNIT}*"
    rf"|{_NAMED_STREET},?[ ](?i:apt|apartment|suite|ste|spc)\b\.?[ ]*#?[ ]*[\w-]+"
    rf"|\d{{2,6}}[ ](?:[NSEW]\.?|North|South|East|West)[ ][A-Z][A-Za-z'’]{{2,}}(?![\w-]){_UNIT}*"
    rf"|(?:(?<=residence, )|(?<=residence at )|(?<=home at )|(?<=located at )|(?<=lives at )|(?<=living at ))"
    rf"{_NAMED_STREET}(?=[,.;\n]|$)"
    rf"|{_NAMED_STREET}{_UNIT}*,[ ]{either('cities')}(?![\w-])(?:,?[ ]{_STATE}\b)?)"
)
"""Streets that have no postal code behind them: by a word for a way, a unit, a direction, a residence or a city."""
_OLD = r"(?:9\d|1[01]\d)"
"""Ages that so few have that they tell who it is."""
_Rules = tuple[tuple[re.Pattern[str], Kind], ...]
_ADDRESSES: _Rules = (
    (re.compile(rf"(?:{_STREET}|{_BOX}|{_CALLE}|{_ROUTE}|{_ANY_STREET}|{_NUMBER_LAST}){_TAIL}"), "address"),
    (re.compile(rf"{_CITY}"), "address"),
    (_ADDRESS_LABEL, "address"),
    (_UNZIPPED, "address"),
)
_SHAPES: _Rules = (
    (re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])"), "ssn"),
    (re.compile(r"(?i:(?<!\w)(?:x{3}|\*{3})[- ]?(?:x{2}|\*{2})[- ]?)\d{4}(?!\d)"), "ssn"),
    (re.compile(rf"(?:(?<![\w/-])(?<!\d\.)|(?<=[A-Za-z])(?=\())(?:\+?1[ .-]?)?"
                rf"(?:\({_DIGIT}{{3}}\)[ ]?\n?|{_DIGIT}{{3}}(?:[-. /–]|[ ]-[ ]|\n))[ ]?"
                rf"{_DIGIT}{{3}}[-. –]{{1,3}}{_DIGIT}{{4}}"
                r"(?:[ ,]*(?i:ext?|extension|x)\.?[ :]*\d{1,6})?(?![\w-])"), "phone"),
    (re.compile(rf"(?i:(?<!\w){either('phone')}(?:[ ]*(?:number|n[uú]mero|no\.?|#|is|at|es)){{0,2}}[.:;]?)[ \t]*[:#|]?"
                rf"[^\w\n(+]{{0,3}}(?P<value>\+?(?:\(?{_DIGIT}{{3}}\)?[-. /·]{{0,2}})?"
                rf"{_DIGIT}{{3}}(?:[-. /·]{{0,2}}|[ ]?\n){_DIGIT}{{4}})(?![\w/-])"), "phone"),
    (re.compile(r"(?i:\bfax\w*\b[^\n]{0,40}?|->[ ]*|(?<=\bto )|(?<=\bfrom ))(?P<value>1?\d{10})(?!\d)"), "phone"),
    (re.compile(r"(?<![\w-])\d{3}-\d{4}(?![\w-])(?![ ]?(?:mg|mcg|ml|units?|%|ng|IU))"), "phone"),
    (re.compile(r"[\w.+%-]{1,64}[ ]?@[ ]?[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}"), "email"),
    (re.compile(r"[\w.+%-]{1,64}[ ]?[\[(](?i:at)[\])][ ]?[\w-]+(?:\.[\w-]+)+"), "email"),
    (re.compile(r"\b(?:https?://|www\.)[^\s<>()]+", re.IGNORECASE), "organization"),
    (re.compile(r"(?<![\w@.-])(?:[A-Za-z0-9-]{2,}\.){1,2}(?:com|org|net|biz|example)(?![\w.]\w)"), "organization"),
    (re.compile(rf"(?<![\w.])(?P<value>{_OLD})(?=[- ]?(?:(?:year|yr)s?\.?[- ]old|y/o|yo|y\.o\."
                r"|(?:years|yrs)[ ]of[ ]age)\b)", re.IGNORECASE), "age"),
    (re.compile(rf"(?<!\w)(?:age[sd]?|AGE[SD]?|Age[sd]?)(?:[ ]*[:=|]|[ ])[ \t]*(?P<value>{_OLD})(?![\w/.%-])"), "age"),
    (re.compile(rf"(?:(?<=\n)|^|(?<=[ ]{{2}}))[ \t]*(?:\d{{1,2}}\.[ ])?(?:City\.[ ])?{cue('city')}[ \t]*[:|.][ \t]*"
                r"(?P<value>[A-Z][\w.'’-]+(?:[ ][A-Z][a-z.'’-]+){0,2}?)"
                r"(?=[ ]*(?:[,;|\n]|$)|[ ]{2}|[ ](?i:st|state|zip)\b)"), "city"),
    *_ADDRESSES,
)  # fmt: skip


def find_shapes(text: str) -> Iterator[Value]:
    """Every identifier that needs no knowledge of the case."""
    yield from _matches(text, _SHAPES)


def _matches(text: str, rules: _Rules) -> Iterator[Value]:
    for pattern, kind in rules:
        group = "value" if "value" in pattern.groupindex else 0
        for match in pattern.finditer(text):
            yield Value(match.start(group), match.end(group), kind)


def find_streets(text: str) -> Iterator[Value]:
    """House and street of each address, which may stand elsewhere without the city."""
    for value in _matches(text, _ADDRESSES):
        street = re.split(rf"[,\n]|{_UNIT}|[ ]#?\d{{1,4}}[A-Z]?$", text[value.start : value.end])[0].rstrip()
        if re.search(r"\d", street) and re.search(r"[A-Za-z]{3}", street):
            yield Value(value.start, value.start + len(street), "address")


def find_cities(text: str) -> Iterator[str]:
    """Names of cities that stand before a state and a postal code."""
    for match in re.finditer(_CITY.replace("(?:", "(?P<city>", 1), text):
        yield match["city"]
