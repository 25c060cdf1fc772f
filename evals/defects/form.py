"""Form: what a determination must contain and must not (failure modes 31-36)."""

from __future__ import annotations

import hashlib
from random import Random

from drafter.case import Page, Record, Span
from drafter.draft import DraftItem, DraftRecord, PassageCitation
from drafter.verification.codes import Code
from evals.defects import arguments, phrases
from evals.defects.base import Defect, Plant, Planted, Sound, on_item, with_item
from evals.defects.editing import clinical, insert, shuffled, without
from evals.defects.items import UNGROUNDED, added
from evals.defects.telling import decided_items, either, tellable


def conclusion_dropped(sound: Sound, rng: Random) -> Planted | None:
    """No sentence states the decision."""
    return _without_role(sound, rng, ("conclusion",), "no conclusion")


def reasons_dropped(sound: Sound, rng: Random) -> Planted | None:
    """Request and conclusion, and nothing between them."""
    return _without_role(
        sound,
        rng,
        ("finding", "absence", "contrary", "limit", "dependency"),
        "no reasons",
        needs=("finding", "absence"),
    )


def evidence_dropped(sound: Sound, rng: Random) -> Planted | None:
    """No guideline is cited."""
    for item in shuffled(rng, decided_items(sound)):
        guides = {name for name, citation in item.citations.items() if isinstance(citation, PassageCitation)}
        bare = without(item, lambda sentence: sentence.role == "guideline")
        left = tuple(
            sentence.model_copy(update={"citations": tuple(name for name in sentence.citations if name not in guides)})
            for sentence in bare.rationale
        )
        if guides and all(sentence.citations for sentence in left):
            citations = {name: citation for name, citation in bare.citations.items() if name not in guides}
            return on_item(sound, bare.model_copy(update={"rationale": left, "citations": citations}), "no guideline")
    return None


def request_dropped(sound: Sound, rng: Random) -> Planted | None:
    """No sentence says what was requested."""
    return _without_role(sound, rng, ("request", "dependency"), "no statement of the request")


def uncited_sentence(sound: Sound, rng: Random) -> Planted | None:
    """A sentence that cites nothing."""
    for item in shuffled(rng, decided_items(sound)):
        row = rng.randrange(len(item.rationale))
        rationale = list(item.rationale)
        rationale[row] = rationale[row].model_copy(update={"citations": ()})
        return on_item(sound, item.model_copy(update={"rationale": tuple(rationale)}), "a sentence without citation")
    return None


def record_unlisted(sound: Sound, rng: Random) -> Planted | None:
    """A record that is relied on and does not stand in the list of documents."""
    if len(sound.draft.records) < 2:
        return None
    lost = rng.choice(sound.draft.records)
    records = tuple(record for record in sound.draft.records if record != lost)
    return Planted(sound.draft.model_copy(update={"records": records}), sound.case, None, "a record unlisted")


def record_listed_unseen(sound: Sound, rng: Random) -> Planted | None:
    """A record in the list that the file does not contain."""
    title = rng.choice(("AME report", "MRI of the lumbar spine", "Physical therapy notes", "Operative report"))
    extra = DraftRecord(
        id="unseen", title=title, kind="other", author=None, date=None, pages=rng.randrange(1, 30),
        sha256=hashlib.sha256(title.encode()).hexdigest(), after_ur=False,
    )  # fmt: skip
    draft = sound.draft.model_copy(update={"records": (*sound.draft.records, extra)})
    return Planted(draft, sound.case, None, "a record listed that is not in the file")


def record_unread(sound: Sound, rng: Random) -> Planted | None:
    """A record listed as reviewed whose sentences the search for what is absent never saw."""
    text = "Progress report. The patient attended therapy. The pain was better. Gait was normal."
    record = Record(
        id="added", title="Progress report", kind="progress_note", pages=(Page(number=1, text=text),),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )  # fmt: skip
    case = sound.case.model_copy(update={"records": (*sound.case.records, record)})
    listed = DraftRecord(**record.model_dump(exclude={"pages"}), pages=1)
    absent = [item for item in decided_items(sound) if any(each.role == "absence" for each in item.rationale)]
    if not absent:
        return None
    draft = sound.draft.model_copy(update={"records": (*sound.draft.records, listed)})
    return Planted(draft, case, rng.choice(absent).number, "a record listed and unread")


def patient_named(sound: Sound, rng: Random) -> Planted | None:
    """The patient's name, number or address carried from the record into the rationale."""
    items = decided_items(sound)
    page = next((r for r in sound.case.records if r.kind == "clinical_summary" and r.pages), None)
    if not items or page is None:
        return None
    fact = rng.choice(phrases.PATIENT)
    last = page.pages[-1]
    text = f"{last.text.rstrip()} {fact}."
    record = page.model_copy(update={"pages": (*page.pages[:-1], last.model_copy(update={"text": text}))})
    case = sound.case.model_copy(
        update={"records": tuple(record if each.id == record.id else each for each in sound.case.records)}
    )
    added_to = rng.choice(items)
    start = text.index(fact, len(last.text.rstrip()))
    span = Span(record=record.id, page=last.number, start=start, end=start + len(fact), quote=fact)
    told = insert(added_to, f"{fact}.", [span])
    return Planted(with_item(sound.draft, told), case, told.number, "the patient named")


def summary_pasted(sound: Sound, rng: Random) -> Planted | None:
    """Three to five sentences of the case summary in a row, word for word."""
    items, sentences = decided_items(sound), [each for each in clinical(sound.case) if len(each.text.split()) > 11]
    if not items or len(sentences) < 3:
        return None
    count = min(len(sentences), rng.randrange(3, 6))
    first = rng.randrange(len(sentences) - count + 1)
    item: DraftItem = rng.choice(items)
    for sentence in sentences[first : first + count]:
        item = insert(item, sentence.text, [sentence.span()])
    return on_item(sound, item, "summary pasted")


def jargon(sound: Sound, rng: Random) -> Planted | None:
    """A finding in the shorthand of a chart."""
    items, sentences = decided_items(sound), tellable(sound)
    if not items or not sentences:
        return None
    item, cited = rng.choice(items), rng.choice(sentences).span()
    return on_item(sound, insert(item, rng.choice(phrases.JARGON), [cited]), "chart shorthand")


def _without_role(
    sound: Sound, rng: Random, roles: tuple[str, ...], variant: str, needs: tuple[str, ...] = ()
) -> Planted | None:
    for item in shuffled(rng, decided_items(sound)):
        if any(sentence.role in (needs or roles) for sentence in item.rationale):
            return on_item(sound, without(item, lambda sentence: sentence.role in roles), variant)
    return None


def _form(
    name: str,
    mode: int,
    title: str,
    codes: set[Code],
    *plants: Plant,
    also: frozenset[Code] = frozenset(),
    columns: frozenset[str] = frozenset(),
) -> Defect:
    return Defect(name, mode, "form", title, either(*plants), frozenset(codes), also, columns)


DEFECTS: tuple[Defect, ...] = (
    _form("conclusion-missing", 31, "the decision is not stated", {Code.CONCLUSION_MISSING}, conclusion_dropped),
    _form(
        "reasons-missing", 31, "no reasons between request and conclusion", set(), reasons_dropped,
        columns=frozenset({"form.reasons"}),
    ),
    _form(
        "evidence-missing", 31, "no guideline is cited", set(), evidence_dropped, columns=frozenset({"form.evidence"})
    ),
    _form("request-missing", 31, "the request is not stated", set(), request_dropped, columns=frozenset({"form.item"})),
    _form("uncited", 31, "a sentence cites nothing", {Code.CITES_NOTHING}, uncited_sentence),
    _form(
        "credentials",
        32,
        "credentials or a reviewer's name",
        {Code.CREDENTIAL_CLAIM},
        added(arguments.CREDENTIALS, "credentials"),
        also=UNGROUNDED,
    ),
    _form(
        "record-list", 33, "used but unlisted, or listed but not in the file", {Code.RECORD_LIST_DIFFERS},
        record_unlisted, record_listed_unseen,
    ),
    _form("record-unread", 33, "listed as reviewed and unread", {Code.ABSENCE_UNPROVEN}, record_unread),
    _form("patient-named", 34, "the patient's identity in the rationale", {Code.PATIENT_IDENTIFIED}, patient_named),
    _form("summary-pasted", 35, "the case summary pasted", {Code.COPIED, Code.MOSTLY_COPIED}, summary_pasted),
    _form("jargon", 36, "chart shorthand", {Code.JARGON}, jargon),
)  # fmt: skip
