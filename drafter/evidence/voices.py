"""Whose words a sentence of the record holds: only a clinician's words about the patient are evidence."""

from __future__ import annotations

import re

_TELLS = (
    r"(?:wrote|writes|stated?s?|noted?s?|opine[ds]|said|says|argue[ds]|contend(?:s|ed)|assert(?:s|ed)|claim(?:s|ed)"
    r"|reported|found|believe[ds]|felt|concluded?s?|determined?s?|indicate[ds])"
)
_UR_VOICE = re.compile(
    r"\b(?:utilization review(?:er)?|UR (?:decision|denial|report|determination|physician|nurse|reviewer)"
    r"|claims administrator"
    r"|non-?certif\w+|(?:was|were|been|previously|request) (?:denied|modified)|denied (?:by|on|due|as|because)"
    rf"|denial (?:letter )?{_TELLS}"
    r"|denial (?:was|of)|failed to approve|not medically necessary|peer review(?:er)?|physician advis[oe]r"
    r"|partially (?:approved|certified)|denied (?:a|the) request|(?:rationale|reasons?) (?:for|of) (?:the )?denial"
    r"|there (?:is|was|were|are) no (?:statement|mention) of"
    r"|(?:is|are|was|were) not (?:discussed|described|supplied|submitted|enclosed)"
    r"|not (?:among|with) the (?:papers|documents?|enclosures?|pages)"
    r"|rationale indicated|(?:prior|previous) (?:denial|review)|not certified|was (?:previously )?approved for"
    r"|(?:adjust[eo]r|carrier|insurer|claims examiner|insurance company|reviewer|attorney|employer)\b[^.;]{0,40}?\s"
    rf"{_TELLS})\b",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(r"^(?:request\(?s?\)? under consideration|the request\(?s?\)? for)\b", re.IGNORECASE)
_RELATIVE = (
    r"(?:mother|father|brother|sister|son|daughter|wife|husband|spouse|partner|aunt|uncle|cousin|grand(?:mother|father)"
    r"|roommate|friend|co-?worker|coworker)"
)
_ANOTHER_PERSON = re.compile(
    rf"\bfamily (?:medical )?history\b|\b{_RELATIVE} (?:also )?(?:underwent|attended|suffer(?:s|ed)|received|takes|took"
    r"|developed|completed|failed|is diagnosed|was diagnosed"
    r"|(?:has|had)(?! (?:noticed|noted|observed|reported|stated|helped|assisted|been|to)\b))\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^\s*(?:Q[.:)]?\s+(?=[^?]*\?)|(?:\d{1,2}[.:)]?\s+)?(?:(?:and|so|but|then|now),? )?(?=[^?]*\byou(?:r|rself)?\b)"
    r"(?:did|do|does|has|have|had|is|are|was|were|can|could|will|would|what|when|where|who|which|why|how|any)\b)"
    r"[^?]*\?[\s\"'”’)]*$",
    re.IGNORECASE,
)
"""What the worker is asked, in a deposition or on a form, states nothing; the answer does."""
INSTRUCTION = re.compile(
    r"(?:\b(?:ignore|disregard|forget|override|bypass)\s+(?:\w+\s+){0,4}?(?:instructions?|prompts?|rules?"
    r"|guidelines|directions?|above)\b"
    r"|\b(?:you are|act as|pretend to be|behave as)\s+(?:now\s+)?(?:an?\s+)?(?:\w+\s+){0,2}?(?:AI|assistant"
    r"|language model|LLM|chatbot|bot|GPT)\b"
    r"|\b(?:mark|set|return|output|answer|respond|decide|rule|change|report)\b[^.\n]{0,60}?\b(?:as|to|with|that"
    r"|is)\s+[\"'“]?"
    r"(?:overturned|upheld|medically necessary|approved|not medically necessary)\b"
    r"|\b(?:system|developer|hidden)\s+(?:prompt|message|instructions?)\b"
    r"|<\|?/?\s*(?:system|assistant|user|im_start|im_end|inst)\b[^>]{0,20}>?|\[/?INST\]|^\s*#{0,4}\s*(?:system"
    r"|assistant)\s*:"
    r"|\b(?:AI|language model|LLM|automated)\s+(?:reviewers?|assistants?|systems?|models?|drafters?"
    r"|agents?)\b[^.\n]{0,40}\b(?:must|should|shall|are to|please)\b"
    r"|\b(?:note|attention|instructions?|message)\s+(?:to|for)\s+(?:the\s+)?(?:AI|model|assistant|LLM"
    r"|drafting software|drafter|system)\b"
    r"|\b(?:do not|don[’']t|never)\s+(?:cite|quote|mention|flag|reveal|search|report|include)\s+(?:this|these|the"
    r"|any)\s+(?:\w+\s+)?(?:reports?|records?|notes?|documents?|messages?|instructions?|pages?|text|sentences?)\b"
    r"|(?:^|(?<=[.!?:]\s))(?:state|say|write|conclude|declare) (?:in \w+ \w+ )?that\b)",
    re.IGNORECASE | re.MULTILINE,
)
"""What reads as an instruction to the drafter (promise 7)."""

OTHER_VOICES = (_UR_VOICE, _NAVIGATION, _ANOTHER_PERSON, _QUESTION, INSTRUCTION)
"""Where none of these can match, `is_evidence` holds."""


def is_evidence(text: str) -> bool:
    """Whether a sentence may document a fact: it is about the patient, not UR's, no question to the worker and no
    instruction."""
    return not (
        spoken_by_ur(text) or _ANOTHER_PERSON.search(text) or _QUESTION.search(text) or INSTRUCTION.search(text)
    )


def spoken_by_ur(text: str) -> bool:
    """Whether a sentence reports what utilization review or another party said or did, or repeats the request."""
    return bool(_UR_VOICE.search(text) or _NAVIGATION.search(text))
