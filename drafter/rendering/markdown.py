"""The letter as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.case import Case
from drafter.draft import Draft, Flag
from drafter.rendering.item import ItemSection
from drafter.rendering.letter import ATTESTATIONS, HOW_MADE, ISSUES_INTRO, ConditionLine, Field, Letter, compose
from drafter.rendering.notes import MarkedSentence, Note
from drafter.rendering.searching import LIBRARY_TITLE, SEARCH_TITLE
from drafter.rendering.words import BLANK, LABEL, plain, severity_word
from drafter.rendering.worksheet import (
    CASE_TIMELINE_TITLE,
    CRITERION_COLUMNS,
    TIMELINE_TITLE,
    CriterionRow,
    Quote,
    Worksheet,
)

_ACTIVE = re.compile(r"[\\`*_<|~]|&(?=#?\w+;)|(?<=\])\(")
_BREAK = "  \n"


def render_markdown(draft: Draft, case: Case) -> str:
    """The whole letter with the reviewer's worksheet."""
    letter = compose(draft, case)
    return _join([*_opening(letter), *_issues(letter), *_closing(letter), *_worksheets(letter)])


def rationale_markdown(draft: Draft, case: Case) -> str:
    """Only the disputed items with outcome, guideline, rationale and notes: what a reader wants at once."""
    letter = compose(draft, case)
    return _join([*_flag_lines(letter.flags), *_issues(letter)])


def escape(text: str) -> str:
    """Text of a record or a card as plain text: nothing in it acts as Markdown or HTML."""
    return _ACTIVE.sub(lambda match: f"\\{match[0]}", plain(text))


def _join(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _opening(letter: Letter) -> Iterator[str]:
    yield "# Independent Medical Review: draft determination"
    yield f"**{LABEL}**"
    yield from _flag_lines(letter.flags)
    yield _BREAK.join("    ".join(_field(field) for field in row) for row in letter.header)
    yield "## How the IMR final determination was made"
    yield HOW_MADE
    yield f"Reviewer: {_filled(letter.reviewer)}"
    yield "To be attested by the reviewer:"
    yield _list(f"[ ] {statement}" for statement in ATTESTATIONS)
    yield "## Documents reviewed"
    yield _documents(letter)
    yield "## Clinical case summary"
    yield escape(letter.summary)
    if letter.condition:
        yield _list(map(_condition, letter.condition))


def _condition(line: ConditionLine) -> str:
    quotes = "; ".join(f"“{escape(quote.text)}”" for quote in line.quotes)
    return f"{line.label}: {quotes} ({escape(line.place)})"


def _issues(letter: Letter) -> Iterator[str]:
    yield "## IMR issues, decisions and rationales"
    yield ISSUES_INTRO
    for item in letter.items:
        yield from _item(item)


def _item(item: ItemSection) -> Iterator[str]:
    yield f"### {item.number}. {escape(item.request)}"
    yield from _flag_lines(item.blocks)
    if item.dispute:
        yield escape(item.dispute)
    yield f"**{item.outcome}**{_BREAK}{item.meaning}"
    if item.missing:
        yield "**What is missing:**"
        yield _list(escape(entry) for entry in item.missing)
    yield "**Guideline relied on:** " + (" ".join(map(escape, item.guidelines)) or "none in force was found.")
    rationale = " ".join(_sentence(sentence) for sentence in item.rationale)
    yield f"**Decision rationale:** {rationale or 'none drafted; see the worksheet for the findings.'}"
    if item.notes:
        yield _BREAK.join(_note(note) for note in item.notes)
    yield f"**Reviewer's decision:** {BLANK}"


def _sentence(sentence: MarkedSentence) -> str:
    marks = "".join(f"[{number}]" for number in sentence.marks)
    warnings = "".join(f" **[{escape(warning)}]**" for warning in sentence.warnings)
    return f"{escape(sentence.text)}{marks}{warnings}"


def _note(note: Note) -> str:
    remark = f" ({note.remark})" if note.remark else ""
    return f"[{note.number}] {escape(note.source)}{remark}: “{escape(note.quote)}”"


def _worksheets(letter: Letter) -> Iterator[str]:
    yield "## Reviewer's worksheet"
    yield " ".join(letter.worksheet_notes)
    if letter.timeline:
        yield _block(CASE_TIMELINE_TITLE, [escape(line) for line in letter.timeline])
    for sheet in letter.worksheets:
        yield from _worksheet(sheet)


def _worksheet(sheet: Worksheet) -> Iterator[str]:
    yield f"### Worksheet {sheet.number}. {escape(sheet.request)}"
    yield _block("Locked request", [f"{label}: {escape(value)}" for label, value in sheet.lock])
    yield "**Criteria**"
    yield _criteria(sheet.rows) if sheet.rows else "No criteria were assessed."
    yield "**Flags**"
    yield _table(("Severity", "Where", "Message"), map(_flag_row, sheet.flags)) if sheet.flags else "None."
    yield _block("What is missing", [escape(entry) for entry in sheet.missing])
    if sheet.timeline:
        yield _block(TIMELINE_TITLE, [escape(line) for line in sheet.timeline])
    if sheet.searched:
        yield _block(SEARCH_TITLE, [escape(line) for line in sheet.searched])
    if sheet.library:
        yield _block(LIBRARY_TITLE, [f"{escape(line.source)}: “{escape(line.quote)}”" for line in sheet.library])
    yield _block("Other guidelines considered", [escape(entry) for entry in sheet.other_guidelines])
    yield _block(
        "Prior decisions on similar requests (context, not authority)", [escape(entry) for entry in sheet.precedents]
    )


def _criteria(rows: tuple[CriterionRow, ...]) -> str:
    return _table(CRITERION_COLUMNS, map(_criterion, rows))


def _criterion(row: CriterionRow) -> list[str]:
    status = f"**{row.status}**" + (f"<br>{escape(row.remarks)}" if row.remarks else "")
    searched = "<br>".join(part for part in (escape(row.searched), _quotes(row.nearest)) if part)
    return [escape(row.criterion), row.kind, status, _quotes(row.evidence), _quotes(row.contrary), searched]


def _quotes(quotes: tuple[Quote, ...]) -> str:
    return "<br>".join(f"“{escape(quote.text)}” ({escape(quote.place)})" for quote in quotes)


def _flag_row(flag: Flag) -> list[str]:
    return [severity_word(flag), escape(flag.where), f"{escape(flag.message)} ({escape(flag.code)})"]


def _flag_lines(flags: Iterable[Flag]) -> Iterator[str]:
    for flag in flags:
        yield f"> **{severity_word(flag)}:** {escape(flag.message)} ({escape(flag.where)}, {escape(flag.code)})"


def _documents(letter: Letter) -> str:
    rows = ([escape(value) for value in record] for record in letter.records)
    return _table(("Title", "Author", "Date", "Pages", "Remark"), rows) if letter.records else "None were supplied."


def _closing(letter: Letter) -> Iterator[str]:
    signature = f"Reviewer's signature: {BLANK}    Date: {BLANK}"
    yield _BREAK.join((signature, LABEL, escape(letter.provenance)))
    yield "---"


def _field(field: Field) -> str:
    return f"**{field.label}:** {_filled(field.value)}"


def _filled(value: str) -> str:
    """Blanks keep their underscores; everything else is a value of the case."""
    return value if value == BLANK else escape(value)


def _block(title: str, entries: list[str]) -> str:
    return f"**{title}**\n\n" + (_list(entries) if entries else "None.")


def _list(entries: Iterable[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)


def _table(columns: tuple[str, ...], rows: Iterable[Iterable[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
