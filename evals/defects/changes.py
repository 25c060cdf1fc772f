"""Wrong versions of a true sentence: one fact changed, everything else left as it is.

Every function returns None where the sentence has no such fact. `known` is what the changed sentence may rest on; the
wrong value never occurs there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from drafter.lexicon import body_parts, drugs
from drafter.lock import find_drugs, find_levels, find_sites
from drafter.text import find_dates

Change = Callable[[str, str, Random], str | None]

_SIDE = re.compile(r"\b(left|right)\b(?=\s+(?!away|to\b|of\b|now|untreated|with|without|work|before|after)[a-z])", re.I)
_ROOT = re.compile(r"\b([CTLS])-?(\d{1,2})\b")
_AMOUNT = re.compile(
    r"(?<![\w./-])(\d{1,3})(?=\s?(?:%|/10\b|percent|sessions?|visits?|treatments?|weeks?|months?|days?|years?|degrees?"
    r"|out of))",
    re.IGNORECASE,
)
_VISITS = re.compile(r"(?<![\w./-])(\d{1,2})(?=\s+(?:\w+\s+){0,3}?(?:sessions?|visits?|treatments?)\b)", re.IGNORECASE)
_DOSE = re.compile(r"(?<![\w./-])(\d+(?:\.\d+)?)(?=(?:/\d+)?\s?(?:mg|mcg|%)(?!\w))", re.IGNORECASE)
_COUNT = re.compile(
    r"(?<=#)\s?\d+|(?<=quantity )\d+|(?<=qty )\d+|\d+(?=\s(?:tablets?|tabs|capsules?|pills))", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_MISREAD = {"0": "68", "1": "7", "2": "7", "3": "8", "4": "9", "5": "6", "6": "58", "7": "1", "8": "36", "9": "4"}
"""Digits that OCR takes for one another."""
_DOSES = ("5", "10", "20", "25", "50", "75", "100", "150", "200", "300", "400", "600", "800")
_BE = re.compile(r"\b(is|are|was|were)\b(?!\s+(?:not|no|never)\b)", re.IGNORECASE)
_NOT = re.compile(r"\b(is|are|was|were|does|did|has|have|had|do) not\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:denie[sd]|denying)\b", re.IGNORECASE)
_REPORTS = re.compile(
    r"\b(?:reports?|reported|complain(?:s|ed) of|notes|noted|reveal(?:s|ed)|show(?:s|ed))\b", re.IGNORECASE
)
_NO = re.compile(r"\b(?:no|without)\s+(?=[a-z]{4,})", re.IGNORECASE)


def change_side(text: str, known: str, rng: Random) -> str | None:
    """Left for right or the other way round, all of them; only where one side alone is known."""
    found = {match[1].lower() for match in _SIDE.finditer(text)}
    if len(found) != 1 or re.search(r"\bbilateral|\bboth\b|\b[bB]/[lL]\b", known):
        return None
    other = "right" if found == {"left"} else "left"
    if re.search(rf"\b{other}\b|\b(?:{other[0]}t?)\b(?!')", known, re.IGNORECASE):
        return None
    return _SIDE.sub(lambda match: _like(match[1], other), text)


def change_level(text: str, known: str, rng: Random) -> str | None:
    """The neighbouring segment of the spine: L5-S1 for L4-L5."""
    if not find_levels(text):
        return None
    shift = rng.choice((-1, 1))
    changed = _ROOT.sub(lambda match: _shifted(match, shift), text)
    wrong = {found.level for found in find_levels(changed)}
    return changed if wrong and not wrong & {found.level for found in find_levels(known)} else None


def change_part(text: str, known: str, rng: Random) -> str | None:
    """Another region's body part in place of the first one."""
    sites = [site for site in find_sites(text) if text[site.start : site.end].replace(" ", "").isalpha()]
    if not sites:
        return None
    site, parts = sites[0], body_parts()
    regions = {parts[found.part].region for found in find_sites(known)}
    others = ["shoulder", "knee", "elbow", "ankle", "hip", "wrist", "neck"]
    names = [name for name in others if parts[name].region not in regions] if set(others) <= set(parts) else []
    if not names:
        return None
    side = re.match(r"(?:left|right|bilateral)\s+", text[site.start : site.end], re.IGNORECASE)
    start = site.start + (side.end() if side else 0)
    return text[:start] + rng.choice(names) + text[site.end :]


def change_drug(text: str, known: str, rng: Random) -> str | None:
    """Another drug in place of the first one: a neighbour of its class, or one that sounds alike."""
    found = find_drugs(text)
    if not found:
        return None
    mentioned = {drug.generic for drug in find_drugs(known)}
    original = drugs().get(found[0].generic)
    kin = [
        name
        for name, drug in drugs().items()
        if name not in mentioned
        and name.isalpha()
        and original
        and not drug.compound
        and (set(drug.classes) & set(original.classes) or name[:3] == original.generic[:3])
    ]
    return text[: found[0].start] + rng.choice(sorted(kin)) + text[found[0].end :] if kin else None


def change_dose(text: str, known: str, rng: Random) -> str | None:
    """Another strength that such drugs come in."""
    return _other_number(_DOSE, text, known, rng, _DOSES)


def change_quantity(text: str, known: str, rng: Random) -> str | None:
    """Another number of tablets."""
    return _other_number(_COUNT, text, known, rng, ("30", "45", "60", "90", "120", "180"))


def change_visits(text: str, known: str, rng: Random) -> str | None:
    """Another number of visits or sessions."""
    return _other_number(_VISITS, text, known, rng, tuple(str(n) for n in range(2, 37)))


def change_amount(text: str, known: str, rng: Random) -> str | None:
    """Another score, percentage, count or length of time."""
    return _other_number(_AMOUNT, text, known, rng, tuple(str(n) for n in range(2, 96)))


def change_date(text: str, known: str, rng: Random) -> str | None:
    """Another day, month or year for one date."""
    dates = find_dates(text)
    if not dates:
        return None
    found = rng.choice(dates)
    taken = {date.value for date in find_dates(known)}
    month, year = 1 + (found.value.month + rng.randrange(11)) % 12, found.value.year - rng.choice((0, 0, 1))
    day = 1 + (found.value.day + rng.randrange(1, 26)) % 28
    wrong = rng.choice(((month, found.value.day, found.value.year), (found.value.month, day, year)))
    written = f"{wrong[0]}/{min(wrong[1], 28)}/{wrong[2]}"
    if any((value.month, value.day, value.year) == (wrong[0], min(wrong[1], 28), wrong[2]) for value in taken):
        return None
    return text[: found.start] + written + text[found.end :]


def misread_digit(text: str, known: str, rng: Random) -> str | None:
    """One digit of a number or date taken for another that looks like it."""
    places = [match for match in _DIGITS.finditer(text) if not text[max(0, match.start() - 1)].isalpha()]
    for match in rng.sample(places, len(places)):
        row = rng.randrange(len(match.group()))
        digit = rng.choice(_MISREAD[match.group()[row]])
        wrong = match.group()[:row] + digit + match.group()[row + 1 :]
        if not wrong.startswith("0") and not re.search(rf"(?<!\d){wrong}(?!\d)", known):
            return text[: match.start()] + wrong + text[match.end() :]
    return None


def affirm(text: str, known: str, rng: Random) -> str | None:
    """A denial without its denying word."""
    if len(re.findall(r"\b(?:no|not|never|without|den(?:y|ies|ied)|negative|nor|none)\b", text, re.IGNORECASE)) != 1:
        return None
    for pattern, word in ((_NOT, r"\1"), (_DENIES, "reports"), (_NO, "")):
        if pattern.search(text):
            return pattern.sub(word, text, count=1).replace("  ", " ")
    return None


def deny(text: str, known: str, rng: Random) -> str | None:
    """An affirmation with a denying word put in; only where the sentence has a single statement."""
    if re.search(r"\b(?:no|not|never|without|den(?:y|ies|ied)|negative|nor|none|but|however)\b", text, re.IGNORECASE):
        return None
    if len(_BE.findall(text)) == 1 and not _REPORTS.search(text):
        return _BE.sub(lambda match: f"{match.group()} not", text)
    if len(_REPORTS.findall(text)) == 1 and not _BE.search(text):
        return _REPORTS.sub(lambda match: "denied" if "compl" in match.group().lower() else f"{match.group()} no", text)
    return None


def _other_number(pattern: re.Pattern[str], text: str, known: str, rng: Random, values: tuple[str, ...]) -> str | None:
    matches = list(pattern.finditer(text))
    free = [value for value in values if not re.search(rf"(?<!\d){value}(?!\d)", known)]
    if not matches or not free:
        return None
    match = rng.choice(matches)
    return text[: match.start()] + rng.choice(free) + text[match.end() :]


def _shifted(match: re.Match[str], shift: int) -> str:
    last = {"C": 7, "T": 12, "L": 5, "S": 1}
    order = [f"{letter}{number}" for letter, count in last.items() for number in range(1, count + 1)]
    root = f"{match[1]}{match[2]}"
    if root not in order:
        return match.group()
    row = order.index(root) + shift
    return order[row] if 0 <= row < len(order) else root


def _like(word: str, other: str) -> str:
    return other.upper() if word.isupper() else other.title() if word[0].isupper() else other
