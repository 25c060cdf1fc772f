"""Guidelines: edition, chapter, section, what they say (failure modes 21-30)."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from drafter.criteria.asof import AsOf, as_of, in_force
from drafter.criteria.card import Card
from drafter.draft import ChosenGuideline, DraftItem, Finding, PassageCitation
from drafter.verification.codes import Code
from evals.defects import phrases
from evals.defects.base import Defect, Plant, Planted, Sound, on_item
from evals.defects.editing import clinical, insert, passage, replace, row_of, shuffled, without
from evals.defects.items import UNGROUNDED, added
from evals.defects.telling import decided_items, either

Others = Callable[[list[Card], Card, Sound, AsOf], list[Card]]
"""The cards, of all and in place of the right one, that a draft may wrongly cite."""
_OTHER_STAGE = {"initial": "continuing", "continuing": "initial"}


def edition_not_in_force(sound: Sound, rng: Random) -> Planted | None:
    """The section of another edition, cited and listed in place of the right one."""
    return _swapped(sound, rng, _other_editions, "another edition")


def wrong_chapter(sound: Sound, rng: Random) -> Planted | None:
    """A section in force of another body part's chapter, cited and listed in place of the right one."""
    return _swapped(sound, rng, _other_chapters, "another chapter")


def odg_first(sound: Sound, rng: Random) -> Planted | None:
    """A non-MTUS section cited although an MTUS section on the same treatment is listed."""
    return _swapped(sound, rng, _non_mtus, "ODG first", keep=True)


def section_set_aside(sound: Sound, rng: Random) -> Planted | None:
    """An invalidated section cited in place of the right one."""
    return _swapped(sound, rng, _set_aside, "a section set aside")


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
        for citation in _passages(item):
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
        cited = _passages(item)
        if not limits or not cited or (item.lock.visits is None and item.lock.quantity is None):
            continue
        bare = without(item, lambda sentence: sentence.role in ("finding", "absence", "contrary", "limit"))
        text = rng.choice(phrases.CAP_ONLY[:2] if item.outcome == "upheld" else phrases.CAP_ONLY[2:])
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


def _swapped(sound: Sound, rng: Random, others: Others, variant: str, keep: bool = False) -> Planted | None:
    """The guideline sentence with another card's passage; `keep`: the right card stays in the list behind it."""
    for item in shuffled(rng, decided_items(sound)):
        row, dates = row_of(item, "guideline"), as_of(sound.case, sound.case_item(item.number))
        cards = [sound.library.cards[citation.card] for citation in _passages(item)]
        if row is None or dates is None or not cards:
            continue
        found = others(list(sound.library.cards.values()), cards[0], sound, dates)
        if found:
            return on_item(sound, _cite(item, row, rng.choice(found), cards[0], sound, rng, keep), variant)
    return None


def _cite(item: DraftItem, row: int, card: Card, right: Card, sound: Sound, rng: Random, keep: bool) -> DraftItem:
    fact = passage(sound.library, card, rng)
    text = f"{sound.library.short_citation(card)}: {fact.quote}"
    name = next(name for name in item.rationale[row].citations if isinstance(item.citations[name], PassageCitation))
    new = "g99"
    changed = replace(item, row, text=text, citations=(new,)).model_copy(
        update={"citations": item.citations | {new: fact}}
    )
    listed = _listed(card, item, sound)
    guidelines = (listed, *item.guidelines) if keep else (listed, *(e for e in item.guidelines if e.id != right.id))
    changed = changed.model_copy(update={"guidelines": guidelines})
    return _without_unused(changed, name)


def _without_unused(item: DraftItem, name: str) -> DraftItem:
    used = any(name in sentence.citations for sentence in item.rationale)
    citations = {key: value for key, value in item.citations.items() if used or key != name}
    return item.model_copy(update={"citations": citations})


def _listed(card: Card, item: DraftItem, sound: Sound) -> ChosenGuideline:
    guideline = sound.library.guidelines[card.guideline]
    first = item.guidelines[0]
    return ChosenGuideline(
        id=card.id, guideline=card.guideline, citation=sound.library.citation(card), edition=guideline.edition,
        section=card.section, pages=card.pages, as_of=first.as_of, as_of_basis=first.as_of_basis,
        passage=card.facts, score=first.score,
    )  # fmt: skip


def _other_editions(cards: list[Card], right: Card, sound: Sound, dates: AsOf) -> list[Card]:
    guidelines = sound.library.guidelines
    return [
        card
        for card in cards
        if set(card.treatments) & set(right.treatments)
        and card.status == "active"
        and guidelines[card.guideline].mtus
        and not in_force(guidelines[card.guideline], dates)
    ]


def _other_chapters(cards: list[Card], right: Card, sound: Sound, dates: AsOf) -> list[Card]:
    """Sections in force that share neither treatment nor body part with the request."""
    guidelines = sound.library.guidelines
    named = {site.part for item in sound.case.items for site in item.lock.sites}
    asked = {name for item in sound.case.items for name in (item.lock.treatment, *item.lock.also) if name}
    return [
        card
        for card in cards
        if card.parts
        and card.role == "decides"
        and card.status == "active"
        and guidelines[card.guideline].mtus
        and in_force(guidelines[card.guideline], dates)
        and not named & set(card.parts)
        and not set(card.treatments) & (asked | set(right.treatments))
    ]


def _non_mtus(cards: list[Card], right: Card, sound: Sound, dates: AsOf) -> list[Card]:
    guidelines = sound.library.guidelines
    if not guidelines[right.guideline].mtus or right.role != "decides":
        return []
    return [
        card
        for card in cards
        if not guidelines[card.guideline].mtus
        and set(card.treatments) & set(right.treatments)
        and (not card.parts or not right.parts or set(card.parts) & set(right.parts))
        and (not card.drugs or not right.drugs or set(card.drugs) & set(right.drugs))
    ]


def _set_aside(cards: list[Card], right: Card, sound: Sound, dates: AsOf) -> list[Card]:
    return [card for card in cards if card.status == "invalidated"]


def _passages(item: DraftItem) -> list[PassageCitation]:
    return [citation for citation in item.citations.values() if isinstance(citation, PassageCitation)]


def _cited(sound: Sound, rng: Random) -> tuple[DraftItem, str, PassageCitation] | None:
    places = [
        (item, name, citation)
        for item in decided_items(sound)
        for name, citation in item.citations.items()
        if isinstance(citation, PassageCitation)
    ]
    return rng.choice(places) if places else None


def _guideline(
    name: str, mode: int, title: str, codes: set[Code], *plants: Plant, also: frozenset[Code] = frozenset()
) -> Defect:
    return Defect(name, mode, "guidelines", title, either(*plants), frozenset(codes), also)


DEFECTS: tuple[Defect, ...] = (
    _guideline("wrong-edition", 21, "an edition not in force", {Code.EDITION_NOT_IN_FORCE}, edition_not_in_force),
    _guideline("wrong-chapter", 22, "another chapter than the request's", {Code.GUIDELINE_OFF_REQUEST}, wrong_chapter),
    _guideline(
        "citation-made-up",
        23,
        "a page or section that does not exist",
        {Code.CITATION_FORM, Code.CITATION_UNRESOLVED, Code.QUOTE_ALTERED},
        citation_made_up,
    ),
    _guideline(
        "section-made-up",
        23,
        "a section named in prose that does not exist",
        {Code.NUMBER_UNSUPPORTED, Code.GUIDELINE_NAMED_ONLY, Code.AUTHORITY_UNCITED},
        added(phrases.SECTIONS, "a section made up"),
    ),
    _guideline(
        "study-made-up",
        23,
        "a study that nothing cites",
        {Code.AUTHORITY_UNCITED},
        added(phrases.STUDIES, "a study made up"),
        also=UNGROUNDED,
    ),
    _guideline(
        "not-what-it-says",
        24,
        "a real citation that does not say it",
        {Code.NUMBER_UNSUPPORTED, Code.CLAIM_UNGROUNDED},
        guideline_says_more,
    ),
    _guideline("recommendation-inverted", 24, "a recommendation inverted", {Code.NEGATION_FLIPPED}, guideline_inverted),
    _guideline("invalidated", 25, "a section that was set aside", {Code.GUIDELINE_INVALIDATED}, section_set_aside),
    _guideline("cap-alone", 26, "a number decides by itself", {Code.RESTS_ON_NUMBER}, cap_alone),
    _guideline("stage-test", 27, "the other stage's test", {Code.STAGE_CONFUSED}, stage_confused),
    _guideline("stage-in-lock", 27, "a further course read as a first one", {Code.LOCK_DRIFT}, stage_in_lock),
    _guideline("odg-first", 28, "ODG although the MTUS covers it", {Code.MTUS_FIRST}, odg_first),
    _guideline(
        "competing-unreasoned",
        29,
        "a preference between guidelines without reasons",
        {Code.COMPETING_UNREASONED},
        added(phrases.COMPETING, "a preference without reasons"),
        also=UNGROUNDED | {Code.GUIDELINE_NAMED_ONLY},
    ),
    _guideline(
        "prior-decision",
        30,
        "a prior decision as a reason",
        {Code.PRECEDENT_AS_AUTHORITY},
        added(phrases.AUTHORITY, "a prior decision"),
        also=UNGROUNDED,
    ),
)
