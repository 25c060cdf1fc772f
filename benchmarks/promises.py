"""Which sentences of a draft break promises 1-3, by code that shares nothing with the verifier.

It is blunt where the verifier is fine: a sentence has to hold by its words. Promise 1: it cites, what it cites is
there, and quotes are verbatim. Promise 2: what it calls absent was searched for in the whole record, the nearest
sentences are cited, and no sentence of the record plainly states it. Promise 3: numbers, sides, levels, body parts,
drugs and doses stand in what it cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import yaml

from drafter.case import Case, Span
from drafter.criteria.library import library
from drafter.draft import Citation, Draft, DraftItem, Finding, RationaleSentence
from drafter.resources import data_folder

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "eighty": 80, "ninety": 90}
_WORDS = {word: value for value, word in enumerate(_UNITS)} | _TENS
_NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|\b(?:" + "|".join(_WORDS) + r")\b")
_LEVEL = re.compile(r"\b[ctls]-?\d{1,2}\b")
_DOSE = re.compile(r"\d+(?:\.\d+)?\s*(?:mg|mcg|ml|%|units?\b)")
_SIDES = {"left": "left", "right": "right", "bilateral": "both", "bilaterally": "both"}
_PARTS = {
    "neck": "neck", "cervical": "neck", "thoracic": "thoracic", "lumbar": "back", "lumbosacral": "back",
    "shoulder": "shoulder", "elbow": "elbow", "wrist": "wrist", "hand": "hand", "finger": "finger", "thumb": "thumb",
    "hip": "hip", "knee": "knee", "ankle": "ankle", "foot": "foot", "feet": "foot", "toe": "toe", "jaw": "jaw",
    "groin": "groin", "chest": "chest", "abdomen": "abdomen", "pelvis": "pelvis", "spine": "spine", "leg": "leg",
    "arm": "arm", "forearm": "forearm", "thigh": "thigh", "calf": "calf",
}  # fmt: skip
_QUOTED = re.compile(r"“([^”]+)”")
_ABSENT = re.compile(
    r"\bno (?:clear |adequate )?(?:documentation|evidence|mention|record|indication)\b"
    r"|\bnot (?:documented|mentioned|described|recorded|found)\b"
    r"|\b(?:does|did) not (?:document|mention|describe|contain|show|state)\b"
    r"|\b(?:lacks?|without) (?:any )?(?:documentation|evidence|mention)\b",
    re.IGNORECASE,
)
_NOT_AFFIRMED = re.compile(
    r"\b(?:no|not|without|den(?:y|ies|ied)|never|nor|neither|negative|if|may|might|could|should|would|will|plan\w*|"
    r"recommend\w*|request\w*|consider\w*|prior to|before|unless|until|pending|schedul\w+|continue|advised|prescribed|"
    r"fail\w*|unable|lack\w*|unchanged|absen\w+|non\w+)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\bitem (\d+) sentence (\d+)\b")
_SMALL = frozenset(
    re.findall(r"\w+", "a an the of to in on for from with and or by as at any is are was were has have had been")
)


class Broken(NamedTuple):
    """A sentence that is reported as verified and does not keep a promise."""

    promise: int
    item: int
    sentence: int
    why: str
    text: str


def broken_promises(draft: Draft, case: Case) -> list[Broken]:
    """All of them; a sentence that a blocking flag names is not reported as verified."""
    named = _blocked(draft)
    return [
        Broken(promise, item.number, number, why, sentence.text)
        for item in draft.items
        for number, sentence in enumerate(item.rationale, start=1)
        if (item.number, number) not in named
        for promise, why in _breaches(sentence, item, case)
    ]


def _blocked(draft: Draft) -> set[tuple[int, int]]:
    flags = [*draft.flags, *(flag for item in draft.items for flag in item.flags)]
    found = [_PLACE.search(flag.where) for flag in flags if flag.severity == "block"]
    return {(int(place[1]), int(place[2])) for place in found if place}


def _breaches(sentence: RationaleSentence, item: DraftItem, case: Case) -> Iterator[tuple[int, str]]:
    cited = [item.citations[name] for name in sentence.citations if name in item.citations]
    if not sentence.citations or len(cited) < len(sentence.citations):
        yield 1, "cites nothing, or what is not listed"
    for citation in cited:
        if _text(citation, case)[citation.start : citation.end] != citation.quote or not citation.quote:
            yield 1, f"cites what is not there: {citation.quote!r}"
    sources = " ".join(citation.quote for citation in cited)
    for quote in _QUOTED.findall(sentence.text):
        if _plain(quote) not in _plain(sources):
            yield 1, f"quotes what it does not cite: {quote!r}"
    if sentence.role == "absence" or _ABSENT.search(_QUOTED.sub("", sentence.text)):
        yield from ((2, why) for why in _unproved(sentence, item, cited, case))
    strange = _facts(sentence.text) - _facts(_allowed(sentence, item, cited))
    if strange:
        yield 3, f"states {', '.join(sorted(strange))}, which it does not cite"


def _text(citation: Citation, case: Case) -> str:
    if not isinstance(citation, Span):
        card = library().cards.get(citation.card)
        return card.facts if card else ""
    record = case.record(citation.record)
    page = next((page for page in record.pages if page.number == citation.page), None) if record else None
    return page.text if page else ""


def _allowed(sentence: RationaleSentence, item: DraftItem, cited: list[Citation]) -> str:
    """What is cited, by quote and by name; what is said to be absent; what "2 x 3 weeks" comes to."""
    said = [citation.quote for citation in cited]
    said += [f"{chosen.citation} {chosen.edition} {chosen.section}" for chosen in item.guidelines]
    if sentence.role == "limit":
        said.append(item.lock.model_dump_json())
    finding = _finding(sentence, item)
    if finding and sentence.role == "absence":
        said += [finding.text, finding.subject]
    if sentence.role == "dependency":
        said.append(" ".join(str(number) for number in range(1, item.number)))
    return " ".join(said)


def _unproved(sentence: RationaleSentence, item: DraftItem, cited: list[Citation], case: Case) -> Iterator[str]:
    finding = _finding(sentence, item)
    if finding is None:
        if not any(_ABSENT.search(citation.quote) for citation in cited):
            yield "says that something is absent, of no criterion"
        return
    if finding.status != "not_documented":
        if not any(_NOT_AFFIRMED.search(citation.quote) for citation in cited):
            yield f"says that something is absent, and the criterion is {finding.status}"
        return
    if not finding.searched or not finding.sentences_searched:
        yield "was not searched for"
    elif not set(finding.searched) & set(cited):
        yield "does not cite the nearest sentences found"
    if stated := _states(finding.subject, case):
        yield f"the record says: {stated!r}"


def _states(subject: str, case: Case) -> str | None:
    """A sentence of the record with every word of the subject and nothing that takes it back."""
    wanted = {word for word in re.findall(r"[a-z]+", subject.lower()) if word not in _SMALL}
    for record in case.records:
        if record.kind in ("request", "ur_decision"):
            continue
        for page in record.pages:
            for sentence in re.split(r"(?<=[.;])\s+", page.text):
                words = set(re.findall(r"[a-z]+", sentence.lower()))
                if wanted and wanted <= words and not _NOT_AFFIRMED.search(sentence):
                    return sentence
    return None


def _finding(sentence: RationaleSentence, item: DraftItem) -> Finding | None:
    return next((finding for finding in item.criteria if finding.id == sentence.criterion), None)


def _facts(text: str) -> set[str]:
    """Numbers, levels, doses, sides, body parts and drugs as comparable words."""
    low = text.lower()
    words = re.findall(r"[a-z]+", low)
    singular = [word[:-1] if word.endswith("s") and word[:-1] in _PARTS else word for word in words]
    return (
        {f"{_WORDS.get(found, found.replace(',', ''))!s}".removesuffix(".0") for found in _NUMBER.findall(low)}
        | {found.replace("-", "") for found in _LEVEL.findall(low)}
        | {re.sub(r"\s+", "", found) for found in _DOSE.findall(low)}
        | {_SIDES[word] for word in words if word in _SIDES}
        | {_PARTS[word] for word in singular if word in _PARTS}
        | {word for word in words if word in _drugs()}
    )


@cache
def _drugs() -> frozenset[str]:
    """Names of drugs that are one plain word, in the shipped list."""
    listed = yaml.safe_load((data_folder("seeds") / "lexicon" / "drugs.yaml").read_text(encoding="utf-8"))
    names = [name for drug in listed for name in (*drug["generic"].split("/"), *drug.get("brands", ()))]
    return frozenset(name.lower() for name in names if re.fullmatch(r"[A-Za-z]{5,}", name))


def _plain(text: str) -> str:
    """Quotes may differ from their source in white space, case of the first letter and the last full stop."""
    return " ".join(text.lower().replace("’", "'").split()).strip(" .…")
