"""Promise 7: an instruction inside a record is text like any other, and is pointed out."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.draft import Draft, DraftItem, Flag
from drafter.evidence.voices import INSTRUCTION
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_spans, numbered, shortened


def check_instructions(draft: Draft, context: Context) -> Iterator[Flag]:
    """Each record page that contains something which reads as an instruction to the drafter."""
    for (record, page), text in context.pages.items():
        for found in INSTRUCTION.finditer(text):
            yield Code.INSTRUCTION_IN_RECORD.flag(
                f"record {record} page {page}", f"{shortened(found.group())!r} is quoted, not obeyed"
            )


def check_cited_instructions(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Sentences whose evidence is an instruction."""
    for where, sentence in numbered(item):
        for span in cited_spans(sentence, item):
            found = INSTRUCTION.search(span.quote)
            if found:
                yield Code.INSTRUCTION_CITED.flag(where, f"rests on {shortened(found.group())!r}")
