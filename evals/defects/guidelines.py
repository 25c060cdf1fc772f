"""Guidelines: what they say, and how they are argued from (failure modes 23-30)."""

from __future__ import annotations

import re
from random import Random

from drafter.criteria.card import Card
from drafter.draft import DraftItem, Finding, PassageCitation
from drafter.verification.codes import Code
from evals.defects import arguments, phrases
from evals.defects.base import Defect, Plant, Planted, Sound, on_item
from evals.defects.editing import clinical, insert, passage, replace, shuffled, without
from evals.defects.items import UNGROUNDED, added
from evals.defects.telling import decided_items, either

_OTHER_STAGE = {"initial": "continuing", "continuing": "initial"}


def citation_made_up(sound: Sound, rng: Random) -> Planted | None:
    """A page, section or passage that does not exist, in a citation's own fields."""
    found = _cited(sound, rng)
    if found is None:
        return None
    item, name, citation = found
    pages = re.sub(r",? p\. .*$", "", citation.citation)
    wrong = rng.choice((
        citation.model_copy(update={"citation": f"{pages}, p. {rng.randrange(130, 400)}"}),
        citation.model_copy(update={"citation": f"{citation.citation}, Section 4.3"}),
        citation.model_copy(update={"passage": f"{citation.card}-2", "card": f"{citation.card}-2"}),
        citation.model_copy(update={"quote": "The treatment is not recommended in any phase."}),
    ))  # fmt: skip
    citations = item.citations | {name: wrong}
    return on_item(sound, item.model_copy(update={"citations": citations}), "a citation made up")


def guideline_says_more(sound: Sound, rng: Random) -> Planted | None:
    """A number or condition put into the guideline's mouth, with a real citation."""
    found = _cited(sound, rng)
    if found is None:
        return None
    item, _, citation = found
    told = rng.choice(phrases.SAYS_MORE)
    free = [n for n in range(3, 60) if str(n) not in f"{citation.quote} {item.request}"]
    return on_item(
        sound, insert(item, told.format(rng.choice(free)), [citation], "guideline"), "a real citation, another text"
    )


def guideline_inverted(sound: Sound, rng: Random) -> Planted | None:
    """What the cited passage recommends told as not recommended, or the other way round."""
    swaps = (
        (r"\bis recommended\b", "is not recommended"),
        (r"\bis not recommended\b", "is recommended"),
        (r"\bare recommended\b", "are not recommended"),
        (r"\bare not recommended\b", "are recommended"),
        (r"\bshould be\b", "should not be"),
        (r"\bmay be considered\b", "should not be considered"),
        (r"\bhas no proven value\b", "has proven value"),
        (r"\bis an option\b", "is not an option"),
        (r"\bis supported\b", "is not supported"),
    )
    for item in shuffled(rng, decided_items(sound)):
        for citation in passages(item):
            for pattern, other in swaps:
                if len(re.findall(pattern, citation.quote)) == 1:
                    wrong = re.sub(pattern, other, citation.quote)
                    row = next((n for n, each in enumerate(item.rationale) if citation.quote in each.text), None)
                    if row is not None:
                        text = item.rationale[row].text.replace(citation.quote, wrong)
                        return on_item(sound, replace(item, row, text=text), "a recommendation inverted")
    return None


def cap_alone(sound: Sound, rng: Random) -> Planted | None:
    """A number of the request decides, all other criteria left out of the rationale."""
    for item in shuffled(rng, decided_items(sound)):
        limits = [entry for entry in item.criteria if entry.kind == "limit" and not entry.necessary]
        cited = passages(item)
        if not limits or not cited or (item.lock.visits is None and item.lock.quantity is None):
            continue
        bare = without(item, lambda sentence: sentence.role in ("finding", "absence", "contrary", "limit"))
        text = rng.choice(arguments.CAP_ONLY[:2] if item.outcome == "upheld" else arguments.CAP_ONLY[2:])
        return on_item(sound, insert(bare, text, [cited[0]], "limit", limits[0].id), "a number alone")
    return None


def stage_confused(sound: Sound, rng: Random) -> Planted | None:
    """A test of continuing care applied to a first request, or a test of first care to a further one."""
    for item in shuffled(rng, decided_items(sound)):
        care = item.lock.care
        cards = [sound.library.cards[chosen.id] for chosen in item.guidelines[:1]]
        other = _OTHER_STAGE.get(care or "")
        for card in cards:
            wrong = [criterion for criterion in card.criteria if criterion.applies == other and criterion.concepts]
            if wrong:
                return on_item(sound, _judged(item, card, wrong[0].id, sound, rng), "the other stage's test")
    return None


def stage_in_lock(sound: Sound, rng: Random) -> Planted | None:
    """A further course read as a first one, or a first one as a further one."""
    items = [item for item in sound.draft.items if item.lock.treatment]
    if not items:
        return None
    item = rng.choice(items)
    care = _OTHER_STAGE.get(item.lock.care or "", rng.choice(("initial", "continuing")))
    lock = item.lock.model_copy(update={"care": care})
    return on_item(sound, item.model_copy(update={"lock": lock}), "stage in the lock")


def _judged(item: DraftItem, card: Card, name: str, sound: Sound, rng: Random) -> DraftItem:
    criterion = next(entry for entry in card.criteria if entry.id == name)
    sentence = rng.choice(clinical(sound.case))
    finding = Finding(
        id=criterion.id, card=card.id, text=criterion.text, subject=criterion.subject, kind=criterion.kind,
        necessary=criterion.necessary, status="not_documented", searched=(sentence.span(),),
        searched_for=(criterion.subject,), sentences_searched=len(clinical(sound.case)),
    )  # fmt: skip
    judged = item.model_copy(update={"criteria": (*(e for e in item.criteria if e.id != name), finding)})
    text = f"No documentation of {criterion.subject} was found in the record."
    return insert(judged, text, [sentence.span(), passage(sound.library, card)], "absence", name)


def _cited(sound: Sound, rng: Random) -> tuple[DraftItem, str, PassageCitation] | None:
    places = [
        (item, name, citation)
        for item in decided_items(sound)
        for name, citation in item.citations.items()
        if isinstance(citation, PassageCitation)
    ]
    return rng.choice(places) if places else None


def passages(item: DraftItem) -> list[PassageCitation]:
    """The guideline passages that an item cites."""
    return [citation for citation in item.citations.values() if isinstance(citation, PassageCitation)]


def guideline(
    name: str, mode: int, title: str, codes: set[Code], *plants: Plant, also: frozenset[Code] = frozenset()
) -> Defect:
    """A defect among the guidelines."""
    return Defect(name, mode, "guidelines", title, either(*plants), frozenset(codes), also)


DEFECTS: tuple[Defect, ...] = (
    guideline(
        "citation-made-up",
        23,
        "a page or section that does not exist",
        {Code.CITATION_FORM, Code.CITATION_UNRESOLVED, Code.QUOTE_ALTERED},
        citation_made_up,
    ),
    guideline(
        "section-made-up",
        23,
        "a section named in prose that does not exist",
        {Code.NUMBER_UNSUPPORTED, Code.GUIDELINE_NAMED_ONLY, Code.AUTHORITY_UNCITED},
        added(phrases.SECTIONS, "a section made up"),
    ),
    guideline(
        "study-made-up",
        23,
        "a study that nothing cites",
        {Code.AUTHORITY_UNCITED},
        added(arguments.STUDIES, "a study made up"),
        also=UNGROUNDED,
    ),
    guideline(
        "not-what-it-says",
        24,
        "a real citation that does not say it",
        {Code.NUMBER_UNSUPPORTED, Code.CLAIM_UNGROUNDED},
        guideline_says_more,
    ),
    guideline("recommendation-inverted", 24, "a recommendation inverted", {Code.NEGATION_FLIPPED}, guideline_inverted),
    guideline("cap-alone", 26, "a number decides by itself", {Code.RESTS_ON_NUMBER}, cap_alone),
    guideline("stage-test", 27, "the other stage's test", {Code.STAGE_CONFUSED}, stage_confused),
    guideline("stage-in-lock", 27, "a further course read as a first one", {Code.LOCK_DRIFT}, stage_in_lock),
    guideline(
        "competing-unreasoned",
        29,
        "a preference between guidelines without reasons",
        {Code.COMPETING_UNREASONED},
        added(arguments.COMPETING, "a preference without reasons"),
        also=UNGROUNDED | {Code.GUIDELINE_NAMED_ONLY},
    ),
    guideline(
        "prior-decision",
        30,
        "a prior decision as a reason",
        {Code.PRECEDENT_AS_AUTHORITY},
        added(arguments.AUTHORITY, "a prior decision"),
        also=UNGROUNDED,
    ),
)
