"""The letter as content, before any file format: what Markdown and DOCX both say, in one order."""

from __future__ import annotations

from typing import NamedTuple

from drafter.case import Case, Qualifications, Record
from drafter.casefile.places import page_ranges
from drafter.draft import Draft, DraftRecord, Flag, Topic
from drafter.rendering.item import ItemSection, item_section
from drafter.rendering.notes import Sources
from drafter.rendering.searching import LIBRARY_NOTE
from drafter.rendering.words import BLANK, blocking, by_severity, day, plain
from drafter.rendering.worksheet import Quote, Worksheet, event_lines, worksheet

HOW_MADE = (
    "The case file listed below was given to an expert reviewer, who decides each disputed item. This draft was "
    "prepared from that file with software, as an aid to the reviewer. It has no standing of its own: the reviewer "
    "reads the file, confirms or changes every outcome and reason below, and signs."
)
ATTESTATIONS = (
    "I have no affiliation with the employer, the employee, the providers or the claims administrator.",
    "I have been in active clinical practice for more than five years and work at least 24 hours a week in it.",
    "I hold the qualifications stated above, in the same or a similar specialty as evaluates or treats the condition.",
)
ISSUES_INTRO = "The draft is based on the disputed items/services set forth below. Each item stands by itself."
NOT_IN_LETTER = "For the reviewer's use; not part of the letter."
_FORMS = ("application", "rfa", "ur_decision")
_IN_ITS_WORDS = "The file describes the employee's condition in these words. The facts relied on are quoted below."
_TOPICS: dict[Topic, str] = {
    "employee": "Employee",
    "injury": "Injury",
    "diagnoses": "Diagnoses",
    "study": "Latest study",
}
_SUMMARY_KINDS = ("clinical_summary", "medical_legal", "consultation", "progress_note")


class Field(NamedTuple):
    label: str
    value: str


class RecordLine(NamedTuple):
    """A line of the documents reviewed."""

    title: str
    author: str
    date: str
    pages: str
    remark: str


class ConditionLine(NamedTuple):
    """What a page of the file says on one side of the condition."""

    label: str
    quotes: tuple[Quote, ...]
    place: str


class Letter(NamedTuple):
    """A draft determination, section by section."""

    case_number: str
    header: tuple[tuple[Field, ...], ...]
    flags: tuple[Flag, ...]
    """Flags on the case as a whole, blocking ones first."""
    reviewer: str
    records: tuple[RecordLine, ...]
    summary: str
    condition: tuple[ConditionLine, ...]
    items: tuple[ItemSection, ...]
    worksheets: tuple[Worksheet, ...]
    worksheet_notes: tuple[str, ...]
    timeline: tuple[str, ...]
    """Of the whole case, a line an event; empty for a letter."""
    provenance: str


def compose(draft: Draft, case: Case) -> Letter:
    """Put a draft into the order and the words of a determination letter."""
    sources = Sources(draft, case)
    return Letter(
        case_number=plain(draft.case.case_number),
        header=_header(draft),
        flags=tuple(by_severity(draft.flags)),
        reviewer=reviewer_line(case.reviewer),
        records=tuple(_record_line(record, case) for record in _documents(draft)),
        summary=_IN_ITS_WORDS if draft.condition else _summary_pointer(draft),
        condition=_condition(draft, sources),
        items=tuple(item_section(item, sources) for item in draft.items),
        worksheets=tuple(worksheet(item, sources, draft.timeline) for item in draft.items),
        worksheet_notes=_worksheet_notes(draft),
        timeline=event_lines(draft.timeline),
        provenance=_provenance(draft),
    )


def is_blocked(draft: Draft) -> bool:
    """Whether any flag, of the case or of an item, blocks the draft."""
    return bool(blocking(draft.flags)) or any(blocking(item.flags) for item in draft.items)


def reviewer_line(reviewer: Qualifications) -> str:
    """The reviewer's qualifications as the case states them, or a blank to fill in; never anything else."""
    licensed = ", ".join(plain(state) for state in reviewer.licensure)
    known = [plain(reviewer.specialty or ""), f"licensed in {licensed}" if licensed else ""]
    return "; ".join(part for part in known if part) or BLANK


def _worksheet_notes(draft: Draft) -> tuple[str, ...]:
    """What holds for all worksheets, said once above them."""
    added = any(item.library for item in draft.items)
    return (NOT_IN_LETTER, LIBRARY_NOTE) if added else (NOT_IN_LETTER,)


def _header(draft: Draft) -> tuple[tuple[Field, ...], ...]:
    case = draft.case
    return (
        (Field("Case Number", plain(case.case_number)),),
        (Field("Date Assigned", day(case.date_assigned)), Field("Date of Injury", day(case.date_of_injury))),
        (Field("Decision Date", BLANK), Field("UR Denial Date", day(case.ur_denial_date))),
        (
            Field("Priority", plain(case.priority or "") or "not stated"),
            Field("Application Received", day(case.application_received)),
        ),
    )


def _documents(draft: Draft) -> list[DraftRecord]:
    """The documents of a case file; the list of disputed items is one of them only where there is but a letter."""
    papers = [record for record in draft.records if record.kind != "request"]
    return papers if any(record.kind in _FORMS for record in papers) else list(draft.records)


def _record_line(record: DraftRecord, case: Case) -> RecordLine:
    read = case.record(record.id)
    remarks = (
        f"same as {record.duplicate_of}" if record.duplicate_of else "",
        "after the UR decision" if record.after_ur else "",
        _unread(read) if read else "",
    )
    return RecordLine(
        title=plain(record.title),
        author=plain(record.author or "") or "not stated",
        date=day(record.date),
        pages=plain(page_ranges(read)) if read else str(record.pages),
        remark="; ".join(filter(None, remarks)),
    )


def _unread(record: Record) -> str:
    """Which of its pages nobody but the reviewer can read."""
    pages = [page.number for page in record.pages if page.unread]
    if len(pages) == len(record.pages):
        return "could not be read"
    return f"p. {', '.join(map(str, pages))} could not be read" if pages else ""


def _condition(draft: Draft, sources: Sources) -> tuple[ConditionLine, ...]:
    """A line for each topic and page."""
    lines: dict[tuple[Topic, str], list[Quote]] = {}
    for part in draft.condition:
        place = sources.place(part.span)
        lines.setdefault((part.topic, place), []).append(Quote(plain(part.span.quote), place, part.span))
    return tuple(ConditionLine(_TOPICS[topic], tuple(quotes), place) for (topic, place), quotes in lines.items())


def _summary_pointer(draft: Draft) -> str:
    """Where the condition is described; the record is not copied into the letter."""
    for kind in _SUMMARY_KINDS:
        found = [record for record in draft.records if record.kind == kind]
        if found:
            named = "; ".join(f"{plain(record.title)}, {_pages(record.pages)}" for record in found)
            return f"The condition and its treatment are described in: {named}. The facts relied on are quoted below."
    return "No document of the file describes the condition as a whole. The facts relied on are quoted below."


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def _provenance(draft: Draft) -> str:
    engine = draft.engine
    model = f"model {engine.model}" if engine.model else "no language model"
    return (
        f"Drafted {draft.created_at:%m/%d/%Y} by drafter {draft.drafter_version}, engine {engine.name} ({model}), "
        f"settings {engine.settings_sha256[:12]}."
    )
