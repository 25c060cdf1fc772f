"""The sentences of the offline rationale that a model may write anew, each with what it may say and cite.

The request, the weighing of numbers, a dependency and the conclusion are not among them: their wording carries the
lock and the outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from drafter.draft import Citation, Finding, PassageCitation, RationaleSentence
from drafter.engines.base import Matter, Rationale
from drafter.engines.llm.material import Material
from drafter.engines.llm.wording import strange_words
from drafter.engines.offline.citing import Composer

GUIDELINE = "guideline"
"""Key of the slot for the guideline's sentence; the others are called by their criterion."""
_WRITABLE = frozenset({"finding", "absence", "contrary"})


class Slot(NamedTuple):
    """One sentence to write: its place in the rationale, the template's wording, and its finding."""

    key: str
    place: int
    plain: RationaleSentence
    finding: Finding | None

    @property
    def spans(self) -> tuple[Citation, ...]:
        """Quotes of the record that the sentence may rest on; none for a guideline and for what is absent."""
        if self.finding is None or self.plain.role == "absence":
            return ()
        return (*self.finding.evidence, *self.finding.contrary)


class Written(NamedTuple):
    """What the model wrote for a slot, with what it cites."""

    slot: Slot
    text: str
    citations: tuple[Citation, ...]


def slots_of(plain: Rationale, findings: Iterable[Finding]) -> list[Slot]:
    """One slot for the guideline and one for each finding that the rationale states, in its order."""
    by_id = {finding.id: finding for finding in findings}
    slots: dict[str, Slot] = {}
    for place, sentence in enumerate(plain.sentences):
        if sentence.role == "guideline":
            slots.setdefault(GUIDELINE, Slot(GUIDELINE, place, sentence, None))
        elif sentence.role in _WRITABLE and sentence.criterion in by_id:
            slots.setdefault(sentence.criterion, Slot(sentence.criterion, place, sentence, by_id[sentence.criterion]))
    return list(slots.values())


def ids_of(slots: Sequence[Slot], shown: Material) -> dict[str, list[str]]:
    """The ids that each slot may cite; a slot whose quotes were left out of the prompt cannot be written."""
    names = {source.citation: source.id for source in shown.evidence}
    passages = [source.id for source in shown.passages]
    own = {slot.key: [names[span] for span in slot.spans if span in names] for slot in slots}
    return {slot.key: own[slot.key] if slot.spans else passages for slot in slots if own[slot.key] or not slot.spans}


def described(slots: Sequence[Slot], shown: Material, outcome: str) -> list[dict[str, object]]:
    """The slots as a prompt shows them, each with its own quotes."""
    names = {source.citation: source.id for source in shown.evidence}

    def quotes(spans: Iterable[Citation]) -> list[dict[str, str]]:
        return [{"id": names[span], "text": span.quote} for span in spans if span in names]

    return [
        {
            "id": slot.key,
            "status": slot.finding.status.replace("_", " "),
            "text": slot.finding.text,
            "subject": slot.finding.subject,
            "side": _side(slot, outcome),
            "evidence": quotes(slot.finding.evidence) if slot.spans else [],
            "contrary": quotes(slot.finding.contrary) if slot.spans else [],
        }
        for slot in slots
        if slot.finding is not None
    ]


def read_answer(parsed: Mapping[str, Any], slots: Sequence[Slot], shown: Material) -> list[Written]:
    """What the model wrote; an empty text leaves the sentence to the template."""
    written = []
    for slot in slots:
        entry = parsed.get(slot.key) or {"text": "", "cites": []}
        text = " ".join(entry["text"].split())
        if text:
            cited = [shown.citation(name) for name in dict.fromkeys(entry["cites"])]
            written.append(Written(slot, text, tuple(dict.fromkeys((*cited, *_proof(slot, text, shown))))))
    return written


def _proof(slot: Slot, text: str, shown: Material) -> Iterable[Citation]:
    """What is said to be absent carries the search that did not find it, and the request where that gives the words."""
    if slot.finding is None or slot.plain.role != "absence":
        return ()
    own = [slot.finding.text, slot.finding.subject]
    borrows = len(strange_words(text, own)) > len(strange_words(text, [*own, shown.request.text]))
    return (*slot.finding.searched[:2], *((shown.request.citation,) if borrows else ()))


def _side(slot: Slot, outcome: str) -> str:
    return f"against {outcome}" if slot.plain.role == "contrary" else f"for {outcome}"


def merged(plain: Rationale, written: Iterable[Written], matter: Matter) -> Rationale:
    """The offline rationale with what the model wrote in place of the templates' sentences."""
    by_place = {entry.slot.place: entry for entry in written}
    text = Composer(matter)
    for place, sentence in enumerate(plain.sentences):
        own = by_place.get(place)
        cites = own.citations if own else [plain.citations[name] for name in sentence.citations]
        text.add(_worded(own, matter) if own else sentence.text, list(cites), sentence.role, sentence.criterion)
    return text.rationale()


def _worded(own: Written, matter: Matter) -> str:
    """A guideline's sentence with the name of the guideline before it, as the templates put it."""
    cited = next((each for each in own.citations if isinstance(each, PassageCitation)), None)
    if own.slot.key != GUIDELINE or cited is None:
        return own.text
    return f"{matter.library.short_citation(matter.library.cards[cited.card])}: {own.text}"
