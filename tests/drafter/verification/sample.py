"""A sound draft of three items, and ways to spoil it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drafter.case import Case
from drafter.criteria.library import Library
from drafter.draft import Citation, Draft, DraftItem, Flag, RationaleSentence
from drafter.verification import verify
from tests.drafter.builders import (
    MASSAGE,
    NAPROXEN,
    chosen,
    disputed,
    draft_item,
    finding,
    make_case,
    make_draft,
    make_library,
    passage,
    sentence,
    span,
)

LIBRARY = make_library()
CASE = make_case()
NEAR = "He performs stretching at home."
UNCHANGED = "Pain was unchanged after the massage sessions."
RELIEF = "Naproxen 550 mg gave 50% pain relief for eight hours."
KNEE = "He has knee osteoarthritis on the right, confirmed by x-ray."


def massage_item(case: Case = CASE, library: Library = LIBRARY) -> DraftItem:
    """Upheld: exercise and a flare-up are not documented."""
    near = (span(case, NEAR),)
    citations: dict[str, Citation] = {
        "r1": span(case, MASSAGE),
        "g1": passage(library, "massage", "Massage is an adjunct to active exercise."),
        "g2": passage(library, "massage", "It is limited to four to six visits in most cases."),
        "r2": near[0],
        "r3": span(case, UNCHANGED),
    }
    rationale = [
        sentence(f"The request is for {MASSAGE}.", "r1", role="request"),
        sentence(f"{citations['g1'].citation}: Massage is an adjunct to active exercise.", "g1", role="guideline"),
        sentence(
            "The request for 6 visits is within the guideline's 4 to 6.", "r1", "g2", role="limit", criterion="visits"
        ),
        sentence(
            "No documentation of an active exercise program alongside the massage was found in the record; the nearest "
            "passage reads “He performs stretching at home”.",
            "r2",
            "g1",
            role="absence",
            criterion="exercise",
        ),
        sentence(f"After massage, the record says: “{UNCHANGED}”", "r3", role="finding"),
        sentence(
            "The criteria are not established, and the massage therapy is not medically necessary.",
            "g1",
            "r1",
            role="conclusion",
        ),
    ]
    return draft_item(
        case.items[0],
        "upheld",
        rationale,
        citations,
        guidelines=(chosen(library, "massage", case, 1),),
        criteria=(
            finding(library, "massage", "exercise", case, "not_documented", searched=near),
            finding(library, "massage", "flare-up", case, "not_documented", searched=near),
            finding(library, "massage", "visits", case, "met", evidence=(span(case, MASSAGE),)),
        ),
    )


def naproxen_item(case: Case = CASE, library: Library = LIBRARY) -> DraftItem:
    """Overturned: osteoarthritis and relief are documented."""
    citations: dict[str, Citation] = {
        "r1": span(case, NAPROXEN),
        "g1": passage(library, "nsaid"),
        "r2": span(case, KNEE),
        "r3": span(case, RELIEF),
    }
    rationale = [
        sentence("The request is for naproxen 550mg, sixty tablets.", "r1", role="request"),
        sentence("NSAIDs are recommended for osteoarthritis.", "g1", role="guideline"),
        sentence(f"The record documents osteoarthritis: “{KNEE}”", "r2", criterion="osteoarthritis"),
        sentence("Naproxen gave fifty percent relief for 8 hours.", "r3", criterion="relief"),
        sentence("The requested naproxen is medically necessary.", "g1", "r1", role="conclusion"),
    ]
    return draft_item(
        case.items[1],
        "overturned",
        rationale,
        citations,
        guidelines=(chosen(library, "nsaid", case, 2),),
        criteria=(
            finding(library, "nsaid", "osteoarthritis", case, "met", evidence=(citations["r2"],)),
            finding(library, "nsaid", "relief", case, "met", evidence=(citations["r3"],)),
        ),
    )


def brace_item(case: Case = CASE) -> DraftItem:
    """Undetermined, with what is missing."""
    request = case.items[2].request
    return draft_item(
        case.items[2],
        "undetermined",
        [sentence("No guideline section in force decides this request.", "r1", role="conclusion")],
        {"r1": span(case, request)},
        needs_reviewer=("no applicable guideline section was found",),
    )


def sound_items(case: Case = CASE) -> list[DraftItem]:
    return [massage_item(case), naproxen_item(case), brace_item(case)]


def sound_draft(case: Case = CASE) -> Draft:
    return make_draft(case, *sound_items(case))


def with_sentence(
    text: str,
    *citations: str,
    role: Any = "finding",
    criterion: str | None = None,
    item: DraftItem | None = None,
    extra: dict[str, Citation] | None = None,
) -> DraftItem:
    """The massage item (or `item`) with one more sentence before its conclusion."""
    base = item or massage_item()
    added = RationaleSentence(text=text, citations=citations, role=role, criterion=criterion)
    rationale = (*base.rationale[:-1], added, base.rationale[-1])
    return base.model_copy(update={"rationale": rationale, "citations": base.citations | (extra or {})})


def changed(item: DraftItem, **fields: Any) -> DraftItem:
    return item.model_copy(update=fields)


def replaced(item: DraftItem, index: int, **fields: Any) -> DraftItem:
    """The item with fields of one rationale sentence changed."""
    rationale = list(item.rationale)
    rationale[index] = rationale[index].model_copy(update=fields)
    return changed(item, rationale=tuple(rationale))


def flags_of(item: DraftItem, case: Case = CASE, library: Library = LIBRARY) -> list[Flag]:
    """The flags of one item, drafted beside the other sound items."""
    items = [item if each.number == item.number else each for each in sound_items()] if case is CASE else [item]
    verified = verify(make_draft(case, *items), case, library)
    return next(list(each.flags) for each in verified.items if each.number == item.number)


def codes_of(item: DraftItem, case: Case = CASE, library: Library = LIBRARY) -> set[str]:
    return {flag.code for flag in flags_of(item, case, library)}


def draft_codes(draft: Draft, case: Case = CASE, library: Library = LIBRARY) -> set[str]:
    """Codes of the flags on the case as a whole."""
    return {flag.code for flag in verify(draft, case, library).flags}


def case_with(summary: str, *requests: str, **fields: Any) -> Case:
    """A case with this summary and these requests."""
    return make_case(
        *(disputed(number, text) for number, text in enumerate(requests, start=1)), summary=summary, **fields
    )


def all_flags(draft: Draft) -> Sequence[Flag]:
    return [*draft.flags, *(flag for item in draft.items for flag in item.flags)]
