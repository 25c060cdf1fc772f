"""Reasons that are none: that utilization review said so, who the patient is, a number alone, certainty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.draft import DraftItem, Flag
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_quotes, numbered, place_of
from drafter.verification.prose import outside_quotes, squeezed
from drafter.verification.verdicts import verdict

_UR = (
    r"(?:utili[sz]ation review\w*|UR|claims administrator|claims adjuster|(?:prior|previous|earlier|initial|first)\s+"
    r"(?:denial|review\w*|non-?certification|determination|decision|physician reviewer)|physician advis[eo]r"
    r"|the denial)"
)
_AGREES = (
    r"(?:agree\w*|concur\w*|(?:is|are|was|were)?\s*(?:consistent|in accord\w*|in line|in agreement)\s+with"
    r"|adopt\w*|defer\w*"
    r"|endors\w+|affirm\w*|echo\w*|follow(?:s|ed|ing)?|accept\w*|well[\s-](?:reasoned|founded|supported)"
    r"|correct(?:ly)?|right(?:ly)?|persuasive|convincing|sound|appropriately)"
)
_DEFERENCE = re.compile(
    rf"\b{_AGREES}\b[^.;]{{0,60}}\b{_UR}\b|\b{_UR}\b[^.;]{{0,60}}\b{_AGREES}\b"
    rf"|\b(?:reasons?|rationale|grounds)\s+(?:\w+\s+){{0,2}}?(?:given|stated|cited|set out|set forth|offered"
    rf"|provided)?\s*"
    rf"(?:by|of|in)\s+(?:the\s+)?{_UR}|\bas\s+(?:the\s+)?{_UR}\s+(?:\w+\s+)?(?:noted|found|stated|pointed out"
    rf"|determined)"
    rf"|\b(?:since|because|given that|as)\s+(?:the\s+)?{_UR}\s+(?:\w+\s+){{0,3}}?(?:certif\w*|approv\w*|den\w+"
    rf"|refus\w*|support\w*)"
    rf"|\b{_UR}\s+(?:had|has|gave|offers?)\s+(?:\w+\s+){{0,2}}?(?:cause|reasons?|grounds|basis|justification)\b"
    rf"|\b{_UR}\b[^.;]{{0,60}}\b(?:should|must|is to)\s+(?:be\s+)?(?:respected|stand|upheld|followed|given weight)\b",
    re.IGNORECASE,
)
_DISAGREES = re.compile(
    r"\b(?:not (?!certif|approv|support)|never|disagree\w*|cannot|does not|n[’']t|incorrect\w*|wrong\w*)\b",
    re.IGNORECASE,
)
_WHO = (
    r"(?:race|ethnicit\w+|ethnic|nationality|national origin|immigra\w+|gender|sex(?!ual)|women|men|female\w*"
    r"|male\w*|age"
    r"|aged|elderly|older|young(?:er)?|religio\w+|marital|(?:Spanish|English|Cantonese|Mandarin|Vietnamese"
    r"|Tagalog|Korean"
    r"|Armenian|Russian)(?:[\s-]speaking)?|language|interpreter|education\w*|litera\w+|socio-?economic|income"
    r"|sexual orientation)"
)
_LAWYER = (
    r"(?:attorney|lawyer|litigat\w*|represented|unrepresented|legal counsel|secondary gain|lawsuit"
    r"|compensation[\s-]seeking)"
)
_BEARS = (
    r"(?:because|since|due to|given|as|limits?|limited|unlikely|likely|tend\w*|offers? (?:little|no)|less|more"
    r"|benefit\w*"
    r"|weigh\w*|reliab\w+|credib\w+|motivat\w+|expect\w*|poor|question\w*|doubt\w*|gain|prognos\w+|outcome\w*"
    r"|considered)"
)
_DEMOGRAPHIC = re.compile(
    rf"\b{_LAWYER}\b|\b{_WHO}\b[^.;]{{0,90}}\b{_BEARS}\b|\b{_BEARS}\b[^.;]{{0,60}}\b{_WHO}\b", re.IGNORECASE
)
_WHO_ALONE = re.compile(rf"\b{_WHO}\b", re.IGNORECASE)
_NUMBER_DECIDES = re.compile(
    r"\b(?:exceed\w*|above|over|beyond|more than|higher than|greater than|within|below|under|not exceed\w*"
    r"|inside|outside)\b"
    r"[^.;]{0,80}\b(?:number|limit|maximum|cap|guideline\w*|recommend\w*|allow\w*|visits?|sessions?|weeks?"
    r"|range|tablets?|"
    r"dose|quantity)\b",
    re.IGNORECASE,
)
_CERTAIN = re.compile(
    r"\b(?:no|without(?: a| any)?|beyond(?: any| all| a)?)\s+(?:reasonable\s+)?(?:doubts?|question)\b"
    r"|\b(?:absolutely|undeniabl[ey]|undoubtedly|unquestionabl[ey]|indisputabl[ey]|incontrovertibl[ey]"
    r"|unequivocally clear"
    r"|overwhelming(?:ly)?|conclusively|definitively|obvious(?:ly)?|certainly|guarantee[sd]?|it is certain|100% certain"
    r"|clearly (?:no|not|shows?|proves?|establish\w+|demonstrat\w+|fails?|unnecessary|necessary))\b",
    re.IGNORECASE,
)
_ARGUES = frozenset({"finding", "absence", "contrary", "dependency"})


def check_grounds(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Sentences that argue from what is no ground; words of a cited record or passage are told and not argued."""
    for where, sentence in numbered(item):
        if sentence.role in ("request", "guideline"):
            continue
        text = outside_quotes(sentence.text)
        told = [squeezed(source) for source in (item.request, *cited_quotes(sentence, item, context), *tested(item))]
        for code, found in (
            (Code.DEFERS_TO_UR, _deference(text)),
            (Code.DEMOGRAPHIC_REASON, _demographic(text, told)),
            (Code.OVERCONFIDENT, _CERTAIN.search(text)),
        ):
            if found and not any(squeezed(found.group()) in source for source in told):
                yield code.flag(where, f"argues with {found.group().strip()[:100]!r}")


def check_number_alone(item: DraftItem, context: Context) -> Iterator[Flag]:
    """A number that does not decide by itself is made to decide: in a sentence, or by being the only reason."""
    if item.outcome not in ("upheld", "overturned"):
        return
    deciding = {finding.id for finding in item.criteria if finding.kind == "limit" and finding.necessary}
    for where, sentence in numbered(item):
        text = without_request(outside_quotes(sentence.text), item)
        if sentence.criterion not in deciding and verdict(text) and _NUMBER_DECIDES.search(text):
            yield Code.RESTS_ON_NUMBER.flag(where, "draws the verdict from a number")
    limits = [sentence for sentence in item.rationale if sentence.role == "limit"]
    argued = any(sentence.role in _ARGUES or sentence.criterion in deciding for sentence in item.rationale)
    if limits and not argued and len(item.criteria) > len(limits):
        yield Code.RESTS_ON_NUMBER.flag(place_of(item), "gives no reason but a number that does not decide")


def _deference(text: str) -> re.Match[str] | None:
    """Agreement with utilization review; "does not agree" and "incorrectly" are none."""
    found = _DEFERENCE.search(text)
    return None if found and _DISAGREES.search(text[max(0, found.start() - 20) : found.end()]) else found


def _demographic(text: str, told: list[str]) -> re.Match[str] | None:
    """Who the patient is, as an argument; a criterion or record that speaks of it makes it a fact of the case."""
    found = _DEMOGRAPHIC.search(text)
    named = _WHO_ALONE.search(found.group()) if found else None
    return None if named and any(squeezed(named.group()) in source for source in told) else found


def without_request(text: str, item: DraftItem) -> str:
    """What the sentence adds to the wording of the request, which may have "over" and "weeks" of its own."""
    remainder = item.lock.remainder
    for wording in (item.request, remainder.remaining if remainder else "", remainder.original if remainder else ""):
        bare = wording.strip().rstrip(".")
        text = re.sub(re.escape(bare), " ", text, flags=re.IGNORECASE) if bare else text
    return text


def tested(item: DraftItem) -> list[str]:
    """How the criteria of an item are worded, each for itself."""
    return [f"{finding.text} {finding.subject}" for finding in item.criteria]
