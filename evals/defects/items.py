"""Items: which ones are decided, and what (failure modes 15-18 and 20)."""

from __future__ import annotations

from random import Random

from drafter.draft import Citation, DraftItem, Outcome
from drafter.lock import parse_lock
from drafter.verification.codes import Code
from evals.defects import arguments, phrases
from evals.defects.base import Defect, Plant, Planted, Sound, on_item
from evals.defects.editing import insert, replace, request_span, row_of
from evals.defects.telling import decided_items, either

_OPPOSITE: dict[Outcome, Outcome] = {"upheld": "overturned", "overturned": "upheld"}


def item_lost(sound: Sound, rng: Random) -> Planted | None:
    """One disputed item without a draft."""
    if len(sound.draft.items) < 2:
        return None
    lost = rng.choice(sound.draft.items).number
    return _items(sound, [item for item in sound.draft.items if item.number != lost], "an item lost")


def items_merged(sound: Sound, rng: Random) -> Planted | None:
    """Two disputed items answered as one, their requests joined."""
    if len(sound.draft.items) < 2:
        return None
    row = rng.randrange(len(sound.draft.items) - 1)
    kept, lost = sound.draft.items[row], sound.draft.items[row + 1]
    request = f"{kept.request}; {lost.request}"
    merged = kept.model_copy(update={"request": request, "lock": parse_lock(request)})
    return _items(
        sound, [merged if each == kept else each for each in sound.draft.items if each != lost], "two items as one"
    )


def item_split(sound: Sound, rng: Random) -> Planted | None:
    """One disputed item answered as two."""
    item = rng.choice(sound.draft.items)
    row = sound.draft.items.index(item)
    second = item.model_copy(update={"number": rng.choice((item.number, max(e.number for e in sound.draft.items) + 1))})
    return _items(sound, [*sound.draft.items[: row + 1], second, *sound.draft.items[row + 1 :]], "one item as two")


def item_invented(sound: Sound, rng: Random) -> Planted | None:
    """A decision on something that nobody requested, as an item of its own."""
    model = rng.choice(sound.draft.items)
    request = rng.choice(phrases.OTHER_REQUESTS)
    number = max(item.number for item in sound.draft.items) + 1
    added = model.model_copy(update={"number": number, "request": request, "lock": parse_lock(request)})
    return _items(sound, [*sound.draft.items, added], "an item nobody requested")


def items_swapped(sound: Sound, rng: Random) -> Planted | None:
    """Two items in each other's place: each number answers the other's request."""
    if len(sound.draft.items) < 2:
        return None
    row = rng.randrange(len(sound.draft.items) - 1)
    left, right = sound.draft.items[row : row + 2]
    items = list(sound.draft.items)
    items[row : row + 2] = [
        right.model_copy(update={"number": left.number}),
        left.model_copy(update={"number": right.number}),
    ]
    return _items(sound, items, "two items swapped") if left.request != right.request else None


def remainder_in_lock(sound: Sound, rng: Random) -> Planted | None:
    """The whole original request in dispute, where UR had authorized a part, or a remainder that does not add up."""
    items = [item for item in sound.draft.items if item.lock.remainder]
    if not items:
        return None
    item = rng.choice(items)
    left = item.lock.remainder
    assert left is not None
    wrong = [left.model_copy(update={"remaining": left.original, "remaining_count": left.original_count})]
    if left.authorized:
        wrong.append(left.model_copy(update={"remaining": left.authorized, "remaining_count": left.authorized_count}))
    wrong = [entry for entry in wrong if entry != left]
    locks = [item.lock.model_copy(update={"remainder": entry}) for entry in wrong]
    locks.append(item.lock.model_copy(update={"remainder": None, "ur_action": "denied"}))
    return on_item(sound, item.model_copy(update={"lock": rng.choice(locks)}), "remainder in the lock")


def remainder_in_prose(sound: Sound, rng: Random) -> Planted | None:
    """A wrong number of what remains in dispute after a modification."""
    items = [item for item in decided_items(sound) if item.lock.remainder and row_of(item, "request") is not None]
    if not items:
        return None
    item = rng.choice(items)
    left, row = item.lock.remainder, row_of(item, "request")
    assert left is not None and row is not None
    counts = {left.original_count, left.authorized_count, left.remaining_count}
    wrong = rng.choice([number for number in range(2, 40) if number not in counts and str(number) not in item.request])
    text = rng.choice(
        ("What remains in dispute after the modification is {} units.", "The remaining {} are in dispute.")
    )
    return on_item(sound, replace(item, row, text=text.format(wrong)), "remainder in prose")


def other_request_decided(sound: Sound, rng: Random) -> Planted | None:
    """A conclusion on a treatment that was not requested."""
    items = [item for item in decided_items(sound) if row_of(item, "conclusion") is not None and item.lock.treatment]
    if not items:
        return None
    item = rng.choice(items)
    row = row_of(item, "conclusion")
    assert row is not None
    verdict = "is not medically necessary" if item.outcome == "upheld" else "is medically necessary"
    text = f"For these reasons, {rng.choice(phrases.OTHER_REQUESTS)} {verdict}."
    free = parse_lock(text).treatment != item.lock.treatment
    return on_item(sound, replace(item, row, text=text), "a neighbouring question answered") if free else None


def outcome_word_inverted(sound: Sound, rng: Random) -> Planted | None:
    """The conclusion says the opposite of the outcome."""
    items = [item for item in decided_items(sound) if row_of(item, "conclusion") is not None]
    if not items:
        return None
    item = rng.choice(items)
    row = row_of(item, "conclusion")
    assert row is not None
    text = item.rationale[row].text
    opposite = (
        text.replace("is not medically necessary", "is medically necessary")
        if item.outcome == "upheld"
        else text.replace("is medically necessary", "is not medically necessary")
    )
    wordings = [opposite] if opposite != text else []
    wordings += rng.sample(arguments.GRANTS if item.outcome == "upheld" else arguments.REFUSALS, 1)
    return on_item(sound, replace(item, row, text=rng.choice(wordings)), "conclusion inverted")


def outcome_field_inverted(sound: Sound, rng: Random) -> Planted | None:
    """The outcome field says the opposite of the rationale."""
    items = decided_items(sound)
    if not items:
        return None
    item = rng.choice(items)
    return on_item(sound, item.model_copy(update={"outcome": _OPPOSITE[item.outcome]}), "outcome field inverted")


def verdict_in_passing(sound: Sound, rng: Random) -> Planted | None:
    """A sentence before the conclusion that decides the other way."""
    items = decided_items(sound)
    if not items:
        return None
    item = rng.choice(items)
    text = rng.choice(arguments.ASIDES_FOR if item.outcome == "upheld" else arguments.ASIDES_AGAINST)
    return on_item(sound, insert(item, text, _any_citation(sound, item), "finding"), "an opposite verdict in passing")


def added(sentences: tuple[str, ...], variant: str) -> Plant:
    """One of the sentences put before the conclusion, cited to whatever the item cites."""

    def plant(sound: Sound, rng: Random) -> Planted | None:
        items = decided_items(sound)
        if not items:
            return None
        item = rng.choice(items)
        return on_item(sound, insert(item, rng.choice(sentences), _any_citation(sound, item)), variant)

    return plant


def _any_citation(sound: Sound, item: DraftItem) -> list[Citation]:
    span = request_span(sound.case, sound.case_item(item.number))
    return [span] if span else list(item.citations.values())[:1]


def _items(sound: Sound, items: list[DraftItem], variant: str) -> Planted:
    return Planted(sound.draft.model_copy(update={"items": tuple(items)}), sound.case, None, variant)


UNGROUNDED = frozenset({Code.CLAIM_UNGROUNDED})


def _item_defect(
    name: str, mode: int, title: str, codes: set[Code], *plants: Plant, also: frozenset[Code] = frozenset()
) -> Defect:
    return Defect(name, mode, "items", title, either(*plants), frozenset(codes), also)


_ALTERED = {Code.REQUEST_ALTERED, Code.LOCK_DRIFT}

DEFECTS: tuple[Defect, ...] = (
    _item_defect("item-lost", 15, "a disputed item without an answer", {Code.ITEM_MISSING}, item_lost),
    _item_defect("items-merged", 15, "two items answered as one", {Code.ITEM_MISSING, *_ALTERED}, items_merged),
    _item_defect("item-split", 15, "one item answered as two", {Code.ITEM_REPEATED, Code.ITEM_INVENTED}, item_split),
    _item_defect("items-swapped", 15, "two items in each other's place", {*_ALTERED, Code.ITEM_ORDER}, items_swapped),
    _item_defect(
        "remainder-misread",
        16,
        "another remainder than UR left in dispute",
        {Code.LOCK_DRIFT, Code.NUMBER_UNSUPPORTED, Code.REQUEST_CONTRADICTED},
        remainder_in_lock,
        remainder_in_prose,
    ),
    _item_defect("item-invented", 17, "a decision on what nobody requested", {Code.ITEM_INVENTED}, item_invented),
    _item_defect(
        "neighbour-decided",
        17,
        "the conclusion is about another treatment",
        {Code.REQUEST_CONTRADICTED},
        other_request_decided,
    ),
    _item_defect(
        "alternative",
        18,
        "another treatment proposed",
        {Code.RECOMMENDS_ALTERNATIVE},
        added(arguments.ALTERNATIVES, "an alternative proposed"),
        also=UNGROUNDED,
    ),
    _item_defect(
        "causation",
        18,
        "causation or compensability decided",
        {Code.DECIDES_CAUSATION},
        added(arguments.CAUSATION, "causation decided"),
        also=UNGROUNDED,
    ),
    _item_defect(
        "outcome-inverted",
        20,
        "conclusion and outcome disagree",
        {Code.CONCLUSION_INVERTED, Code.CONCLUSION_MISSING},
        outcome_word_inverted,
        outcome_field_inverted,
    ),
    _item_defect(
        "verdict-in-passing",
        20,
        "a sentence decides the other way",
        {Code.VERDICT_ELSEWHERE},
        verdict_in_passing,
        also=UNGROUNDED,
    ),
)
