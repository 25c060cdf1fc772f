"""What a sentence says in words, numbers aside, is what its sources speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.draft import DraftItem, Finding, Flag, RationaleSentence
from drafter.lexicon import concepts
from drafter.verification.codes import Code
from drafter.verification.context import (
    Context,
    cited_cards,
    cited_quotes,
    cited_requests,
    cited_spans,
    numbered,
    shortened,
)
from drafter.verification.prose import content, outside_quotes, stem
from drafter.verification.support import claiming_text

_ABOUT_SOMETHING = frozenset({"finding", "contrary", "guideline"})
"""Roles whose sentences state a fact or a rule; what is absent is searched for, and conclusions are checked as such."""
_LEAST_SHARE = 0.4
_FEWEST = 2
"""Telling words from which a sentence says enough to be compared."""
_SAME_BEGINNING = 5
"""Letters by which `instability` and `unstable` stay apart and `numbness` and `numb` do not matter."""
_WORDS_OF_THE_TRADE = frozenset(
    stem(word)
    for word in re.findall(
        r"[a-z-]+",
        "according noted notes states stated shows showed shown showing documents reports reported reporting describes"
        " described finds found finding findings indicates indicated appears apparent supports supported supporting"
        " speaks against favour favor request requests requested service treatment treatments care guideline guidelines"
        " section criteria criterion allows requires recommends recommended limits asks applies applied considered"
        " medical medically clinical reviewer review worker person because since therefore although however while when"
        " after before during within between over under most more than same further also still again likewise only"
        " must may can could would should will said say says told tells include included including includes date dated"
        " currently present now recent last latest visit follow-up opposite divided number case cases claim file"
        " patient utilization review denied modified certified mtus acoem odg official disability"
        " january february march april may june july august september october november december would allow item items",
    )
)


def check_grounding(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Statements most of whose telling words occur in nothing that they cite."""
    for where, sentence in numbered(item):
        if sentence.role not in _ABOUT_SOMETHING:
            continue
        words = _telling(claiming_text(sentence, item, context))
        strange = _strange(words, _sources(sentence, item, context)) if len(words) >= _FEWEST else []
        if len(strange) > (1 - _LEAST_SHARE) * len(words):
            yield Code.CLAIM_UNGROUNDED.flag(
                where, f"nothing cited speaks of {', '.join(strange[:4])}: {shortened(sentence.text)!r}"
            )


def _telling(text: str) -> list[str]:
    """Stems of the words that say what the sentence is about, each once, without numbers."""
    words = content(outside_quotes(text))
    return list(dict.fromkeys(word.stem for word in words if _is_telling(word.stem)))


def _is_telling(word: str) -> bool:
    return word not in _WORDS_OF_THE_TRADE and not any(letter.isdigit() for letter in word) and len(word) > 2


def _strange(words: list[str], sources: str) -> list[str]:
    known = {word.stem for word in content(sources)}
    beginnings = {word[:_SAME_BEGINNING] for word in known if len(word) >= _SAME_BEGINNING}
    return [word for word in words if word not in known and word[:_SAME_BEGINNING] not in beginnings]


def _sources(sentence: RationaleSentence, item: DraftItem, context: Context) -> str:
    """Everything that a sentence's words may come from."""
    cards = cited_cards(sentence, item, context)
    finding = next((entry for entry in item.criteria if entry.id == sentence.criterion), None)
    records = [context.case.record(span.record) for span in cited_spans(sentence, item)]
    return " ".join(
        (
            *cited_quotes(sentence, item, context),
            *(context.library.citation(card) for card in cards),
            *(_wordings(finding, context) if finding else ()),
            *(f"{record.title} {record.author or ''} {record.kind}" for record in records if record),
            *(asked.request for asked in cited_requests(sentence, item, context)),
        )
    )


def _wordings(finding: Finding, context: Context) -> tuple[str, ...]:
    """How a criterion may be worded: as its card has it, and by the names of the facts that it asks for."""
    card = context.library.cards.get(finding.card)
    criterion = next((entry for entry in card.criteria if entry.id == finding.id), None) if card else None
    if criterion is None:
        return ()
    known = concepts()
    return criterion.text, criterion.subject, *(known[name].name for name in criterion.concepts if name in known)
