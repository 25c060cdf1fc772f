"""How a sentence means what it mentions: negated, planned, requested, conditional, historical or asserted.

Rules in the manner of NegEx (Chapman et al., J Biomed Inform 2001;34:301-310) and ConText (Harkema et al.,
J Biomed Inform 2009;42:839-851): a trigger reaches forward to the mention unless a terminator stands between, or
stands behind the mention in the same clause.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from drafter.evidence.answers import answer_to, without_answers
from drafter.evidence.doubt import is_doubted, is_supposed, leaves_open, told_before
from drafter.evidence.folding import AnyCase
from drafter.lexicon import Modality


class Cue(NamedTuple):
    """What a sentence does with a mention."""

    negated: bool
    modality: Modality


@lru_cache(maxsize=8192)
def judge_sentence(text: str, start: int, end: int) -> Cue:
    """Judge the mention `text[start:end]` in its sentence."""
    answer = answer_to(text, start, end)
    modality = "conditional" if answer == "open" else _modality(text, start, end)
    return Cue(answer == "no" or _negated(text, start, end), modality)


def supposed(text: str, start: int, end: int) -> bool:
    """Whether a mention is asked about or thought possible, not stated."""
    left_open = answer_to(text, start, end) == "open" or leaves_open(_rest_of_clause(text[end:]))
    return left_open or is_supposed(text, start)


def _any(*phrases: str) -> AnyCase:
    return AnyCase(rf"\b(?:{'|'.join(phrases)})\b")


_SCOPE_WORDS = 9
"""How far a negation reaches forward. NegEx uses five words; clinical summaries chain longer lists."""

_NEGATION_BEFORE = _any(
    *(
        "no",
        "not(?: yet)?",
        "never",
        "without",
        "neither",
        "nor",
        "cannot",
        "can't",
        "resolved",
        "absent",
        "absence of",
    ),
    *("den(?:y|ies|ied|ying)", "negative for", "lack(?:s|ed|ing)?(?: of)?", "free of", "unable to", "fails to"),
    *("failed to (?:show|reveal|demonstrate|document)", "rather than", "instead of", "unremarkable for"),
    *(
        "yet to",
        "refus(?:es|ed|ing)",
        "declin(?:es|ed) (?=to|any|the|further|all|treatment|therapy|surgery|injections?)",
    ),
    r"(?:did|does|do|has|have|had|was|is|were|are) ?n['’]t",
)
_DIRECTLY_BEFORE = re.compile(r"\b(?:negative|neg\.?)(?: [\w'’-]+)?\s*$|\([-–]\)\s*$", re.IGNORECASE)
_BARELY = re.compile(r"\b(?:little|minimal|negligible|insignificant|questionable)(?: or no)?\s*$", re.IGNORECASE)
_GAIN = re.compile(r"improve|relief|benefit|gain|progress", re.IGNORECASE)
"""A little of it is none of it; a little weakness is weakness."""
_OF_LITTLE = re.compile(r"neg|[-–]\)|little|minimal|insignificant|questionable", re.IGNORECASE)
"""What the two begin with: without it, and without a negation, nothing before a mention denies it."""
_PSEUDO_NEGATION = _any(
    *("not only", "no (?:change|increase|new complaints)", "not certain (?:if|whether)", "not necessarily"),
    *("can ?not (?:be )?(?:ruled? out|exclude[sd]?)", "could not (?:be )?(?:ruled? out|exclude[sd]?)"),
    *("no longer than", "no more than", "not to exceed", "not limited to"),
    "without (?:difficulty|complication|contrast|dye)",
    # What is not to be done denies nothing of the knee: "a scope would not help a knee with this much wear".
    "would not (?:help|replace|operate|fuse)",
    # "8/10 without medication and 4/10 with it" compares two states.
    r"\d(?:/10)? without",
)
_NEGATION_END = re.compile(
    r"[;:.]|"
    + _any(
        *(
            "but",
            "however",
            "although",
            "though",
            "except",
            "despite",
            "yet(?! to)",
            "still",
            "who",
            "which",
            "whereas",
        ),
        *("while", "because", "due to", "report(?:s|ed)", "note[ds]", "revealed", "showed", "positive"),
        *("with (?:treatment )?plan", "and (?:is|was|has|had|with|did|there|the|his|her|left|right|he|she)"),
    ).pattern,
    re.IGNORECASE,
)
_NEGATION_AFTER = re.compile(
    r"^\W*(?!that\b)(?:\w+\W+){0,3}?(?:"
    r"(?:was|were|is|are|has been|have been|had been) (?:not|never|negative|absent|ruled out|lacking)\b"
    r"(?! nothing| without| trivial)"
    r"|(?:has|have|had) (?:not|never) been\b"
    r"(?! (?:\w+ )?(?:enough|sufficient|adequate|effective|helpful|successful|of help))"
    r"|(?:none|nil|neg|absent)\b"
    r"|not (?:present|seen|noted|found|documented|demonstrated|tried|attempted|done)\b"
    r"|(?:test )?(?:was |is |were )?negative\b)",
    re.IGNORECASE,
)

_CLAUSE_END = re.compile(r";|\.\s|\b(?:but|however|although|whereas|who|which)\b", re.IGNORECASE)

_BEFORE: tuple[tuple[Modality, AnyCase], ...] = (
    (
        "requested",
        _any(
            *(r"request(?:s|ed|ing)?(?! records)", "authoriz(?:ation|ed?) (?:for|of|to)", "RFA", "in dispute"),
            *(
                "appeal(?:s|ed|ing)?",
                "seek(?:s|ing)? (?:approval|authorization)",
                "(?:approved|certified|eligible) for",
            ),
        ),
    ),
    (
        "conditional",
        _any(
            *("if", "in case of", "should there be", "rule[sd]? out", "ruling out", "r/o", "possibl[ey]", "probable"),
            *(
                "suspect(?:ed|s)?",
                "(?-i:may)",
                "might",
                "could(?! not)",
                "would(?! not)",
                "potential(?:ly)?",
                "evaluate for",
                "assess for",
            ),
            *("concern for", r"(?:versus|vs)(?!\.? \d)", "whether"),
            "during (?:an |the |any )?(?:acute )?(?=flare|exacerbation)",
        ),
    ),
    (
        "planned",
        _any(
            *("plan(?:s|ned|ning)?(?: of care)?", "await(?:s|ing)?", "schedul(?:e|ed|ing)", "will", "to be", "pending"),
            *("recommend(?:s|ed|ing|ations?)?", "order(?:s|ed)?", "prescrib(?:e|ed|ing)"),
            *(
                "refer(?:red|ral)? (?:to|for)",
                "advised?",
                "should",
                "consider(?:s|ed|ing)?",
                "candidate for",
                "intend(?:s|ed)?",
                "propos(?:es|ed)",
            ),
            *("hop(?:es?|ed|ing)", "expect(?:s|ed|ing)?", "anticipat(?:es?|ed|ing|ion)", "in order to"),
            r"goals?(?: of (?:\w+ )?(?:treatment|therapy|care))? (?:is|are|was|were|include[sd]?|of|to|for)",
            *(
                "suggest(?:s|ed)?",
                "wishes",
                "(?:is|are) to",
                "would like",
                "to (?:start|begin|undergo)",
                "instructed",
                "continue with",
            ),
        ),
    ),
    (
        "historical",
        _any(
            *("history of", "hx of", "prior", "previous(?:ly)?", "past", "formerly", "completed", "underwent", "s/p"),
            *("(?:has|have|had) included", "conservative care (?:has )?included?", "status post", "years? ago"),
            r"treatments? (?:to date )?(?:has |have |had )?included?",
            "had (?:been|undergone|received|tried|failed)",
        ),
    ),
)
_ORDER = re.compile(r"\W*(?:resume|restart|start|begin|add|try|obtain|get|order|schedule|arrange)\b", re.IGNORECASE)
"""A sentence that begins so tells what is to be done."""
_FUTURE = re.compile(r"\bwill\b", re.IGNORECASE)
"""Inside a mention: "MRI will show a tear" is no finding yet."""

_AFTER: tuple[tuple[Modality, re.Pattern[str]], ...] = (
    (
        "requested",
        re.compile(
            r"^\W*(?:\S+\s+){0,8}?(?:(?:was|were|is|are|has been|have been|had been) )?"
            r"(?:requested|non-?certified|denied|modified|under review|in dispute"
            r"|not (?:medically necessary|certified|authorized|approved))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "planned",
        re.compile(
            r"^\W*(?:\S+\s+){0,6}?(?:was|were|is|are|has been|have been|had been|being|to be) "
            r"(?:recommended|planned|ordered|prescribed|advised|scheduled|pending|considered|discussed|proposed)\b"
            r"|^\W*(?:\w+\W+){0,3}?(?:should|must|needs? to|has to|have to|shall|ought to) be (?:\w+ )?"
            r"(?:\w+ed|done|given|begun|taken)\b",
            re.IGNORECASE,
        ),
    ),
)


def _negated(text: str, start: int, end: int) -> bool:
    return _denied_before(text, start, end) or bool(_NEGATION_AFTER.search(_rest_of_clause(text[end:])))


def _denied_before(text: str, start: int, end: int) -> bool:
    before = text[:start]
    if not (_NEGATION_BEFORE.search(before) or _OF_LITTLE.search(before)):
        return False
    masked = _PSEUDO_NEGATION.sub(lambda match: "_" * len(match.group()), without_answers(text)[:start])
    for match in _NEGATION_BEFORE.finditer(masked):
        between = masked[match.end() :]
        own_clause = "," in between and (_ACTS.match(text, end) or _DENIES.match(text, start))
        reaches = len(between.split()) <= _SCOPE_WORDS and not _NEGATION_END.search(between)
        if reaches and not own_clause and not _NO_RESULT.match(between):
            return True
    return bool(_DIRECTLY_BEFORE.search(masked) or (_BARELY.search(masked) and _GAIN.search(text[start:end])))


_ACTS = re.compile(
    r"\W{0,2}(?:help(?:s|ed)?|work(?:s|ed)?|reliev\w+|control(?:s|led)?|is (?:helping|working)|continues?|daily|prn)\b",
    re.IGNORECASE,
)
"""What stands between a comma and such a word is no part of a denial: "no fever, ibuprofen helps"."""
_DENIES = re.compile(r"(?:no|not|nothing|never|none|neither|avoid|without)\b", re.IGNORECASE)
"""What denies by itself is not denied by the item before it in a list: "no sacks, nothing over 5 pounds"."""
_NO_RESULT = re.compile(
    r"\W*(?:\w+\W+){0,2}?(?:better|improv\w*|help\w*|respon\w*|reliev\w*|relief|benefit\w*|progress\w*|success\w*)\W+"
    r"(?:with|from|after|despite|following|to|of|by)\b",
    re.IGNORECASE,
)
"""Who "has not improved with therapy" has had it: what is denied is its result."""
UNCHECKED = re.compile(r"(?:\[ ?\]|_{2,}|[❏☐□])[ \t]*\n?(?:[\w,'-]+\s+){0,6}$")
"""An option of a form that nobody ticked."""


def _modality(text: str, start: int, end: int) -> Modality:
    if UNCHECKED.search(text[:start]):
        return "conditional"
    after = _rest_of_clause(text[end:])
    if leaves_open(after):
        return "conditional"
    for modality, behind in _AFTER:
        if behind.search(after):
            return modality
    before = _CLAUSE_END.split(told_before(text, start))[-1]
    if is_doubted(before):
        return "conditional"
    for modality, trigger in _BEFORE:
        # "during an acute flare-up" is conditional by what the mention itself says.
        if trigger.search(before + text[start:end] if modality == "conditional" else before):
            return modality
        if modality == "planned" and _FUTURE.search(text[start:end]):
            return modality
    return "planned" if _ORDER.match(text) else "asserted"


def _rest_of_clause(after: str) -> str:
    return _CLAUSE_END.split(after, maxsplit=1)[0]
