"""Promise 7: an instruction inside a record is text like any other, and is pointed out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.draft import Draft, DraftItem, Flag
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_spans, numbered, shortened

_INSTRUCTION = re.compile(
    r"(?:\b(?:ignore|disregard|forget|override|bypass)\s+(?:\w+\s+){0,4}?(?:instructions?|prompts?|rules?"
    r"|guidelines|directions?|above)\b"
    r"|\b(?:you are|act as|pretend to be|behave as)\s+(?:now\s+)?(?:an?\s+)?(?:\w+\s+){0,2}?(?:AI|assistant"
    r"|language model|LLM|chatbot|bot|GPT)\b"
    r"|\b(?:mark|set|return|output|answer|respond|decide|rule|change|report)\b[^.\n]{0,60}?\b(?:as|to|with|that"
    r"|is)\s+[\"'“]?"
    r"(?:overturned|upheld|medically necessary|approved|not medically necessary)\b"
    r"|\b(?:system|developer|hidden)\s+(?:prompt|message|instructions?)\b"
    r"|<\|?/?\s*(?:system|assistant|user|im_start|im_end|inst)\b[^>]{0,20}>?|\[/?INST\]|^\s*#{0,4}\s*(?:system"
    r"|assistant)\s*:"
    r"|\b(?:AI|language model|LLM|automated)\s+(?:reviewers?|assistants?|systems?|models?|drafters?"
    r"|agents?)\b[^.\n]{0,40}\b(?:must|should|shall|are to|please)\b"
    r"|\b(?:note|attention|instructions?|message)\s+(?:to|for)\s+(?:the\s+)?(?:AI|model|assistant|LLM"
    r"|drafting software|drafter|system)\b"
    r"|\b(?:do not|don[’']t|never)\s+(?:cite|quote|mention|flag|reveal|search|report|include)\s+(?:this|these|the"
    r"|any)\s+(?:\w+\s+)?(?:reports?|records?|notes?|documents?|messages?|instructions?|pages?|text|sentences?)\b)",
    re.IGNORECASE | re.MULTILINE,
)


def check_instructions(draft: Draft, context: Context) -> Iterator[Flag]:
    """Each record page that contains something which reads as an instruction to the drafter."""
    for (record, page), text in context.pages.items():
        for found in _INSTRUCTION.finditer(text):
            yield Code.INSTRUCTION_IN_RECORD.flag(
                f"record {record} page {page}", f"{shortened(found.group())!r} is quoted, not obeyed"
            )


def check_cited_instructions(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Sentences whose evidence is an instruction."""
    for where, sentence in numbered(item):
        for span in cited_spans(sentence, item):
            found = _INSTRUCTION.search(span.quote)
            if found:
                yield Code.INSTRUCTION_CITED.flag(where, f"rests on {shortened(found.group())!r}")
