"""Studies, the literature and regulations are cited or not appealed to; guidelines that compete are weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.draft import DraftItem, Flag
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_cards, cited_quotes, numbered
from drafter.verification.prose import outside_quotes, squeezed
from drafter.verification.support import claiming_text

_STUDY = r"(?:stud(?:y|ies)|trials?|(?:meta-?)?analys[ei]s|research|literature|publications?|articles?|data)"
_SHOWS = (
    r"(?:show(?:s|n|ed)?|found|finds?|support(?:s|ed)?|demonstrat\w+|suggest(?:s|ed)?|confirm(?:s|ed)?|indicat\w+"
    r"|report(?:s|ed)?|conclud\w+|prove[sdn]?|establish\w+|do(?:es)? not|fail\w*)"
)
_APPEAL = re.compile(
    rf"\bCochrane\b|\bet al\b|\bPubMed\b|\bsystematic reviews?\b|\bmeta-?analys[ei]s\b|\bjournal of \w+"
    rf"|\b(?:randomi[sz]ed|controlled|clinical|recent|published|peer[\s-]reviewed|scientific|medical|high[\s-]quality"
    rf"|available|current|multiple|several|numerous)\s+(?:\w+[\s-]+){{0,2}}?{_STUDY}\b(?!\s+of the\b)"
    rf"|(?<!\bthe )(?<!\bthis )\b(?:studies|trials|research|literature|(?:the\s+)(?:literature|research"
    rf"|evidence base))\s+(?:\w+\s+){{0,3}}?(?:has|have|had)?\s*{_SHOWS}\b"
    rf"|\b\d+ (?:CCR|U\.?S\.?C|CFR)\b|\b(?:Labor|Insurance|Health and Safety) Code\b|\bLC \d{{3,}}",
    re.IGNORECASE,
)
_OF_THE_PATIENT = re.compile(
    r"\b(?:sleep|imaging|diagnostic|electrodiagnostic|nerve conduction|MRI|x-?ray|radiographic|EMG|NCV|NCS"
    r"|laboratory)\s+"
    r"(?:\w+\s+)?stud(?:y|ies)\b|\bdiagnostic\s+(?:\w+\s+)?data\b",
    re.IGNORECASE,
)
_GUIDELINE = r"(?:MTUS|ACOEM|ODG|Official Disability Guidelines|other guidelines?|the former|the latter)"
_PREFERENCE = re.compile(
    rf"\b{_GUIDELINE}\b[^.]*\b(?:prefer\w*|prevails?|takes? precedence|supersedes?|controls|overrides?|outweighs?"
    rf"|instead|in place of|rather than|more current|more recent|newer|out-?dated|obsolete|is (?:therefore )?followed"
    rf"|is (?:therefore )?applied)\b"
    rf"|\b(?:prefer\w*|rel(?:y|ied|ies) (?:instead )?on|follow\w*|appl(?:y|ied|ies))\b[^.]*\b{_GUIDELINE}\b[^.]*"
    rf"\b(?:over|instead|rather than|in place of)\b",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"9792\.25|\b(?:level|quality|strength|hierarchy) of (?:the )?(?:evidence|studies)|\bapplicab\w+ to (?:this|the) "
    r"(?:worker|patient)|\brandomi[sz]ed|\brebut\w*|\bnot addressed (?:by|in) the MTUS",
    re.IGNORECASE,
)


def check_authorities(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Appeals to studies, literature or law that no citation of the sentence contains, and unweighed preferences."""
    for where, sentence in numbered(item):
        text = outside_quotes(claiming_text(sentence, item, context))
        sources = [squeezed(source) for source in (item.request, *cited_quotes(sentence, item, context))]
        sources += [squeezed(context.library.citation(card)) for card in cited_cards(sentence, item, context)]
        for found in _APPEAL.finditer(_OF_THE_PATIENT.sub(" ", text)):
            if not _told(found, sources):
                yield Code.AUTHORITY_UNCITED.flag(
                    where, f"appeals to {found.group().strip()!r} and cites no such source"
                )
                break
        preference = _PREFERENCE.search(text)
        if preference and sentence.role != "request" and not _told(preference, sources) and not _WEIGHED.search(text):
            yield Code.COMPETING_UNREASONED.flag(
                where, f"prefers one guideline ({preference.group()[:80]!r}); 8 CCR 9792.25.1 asks to weigh the studies"
            )


def _told(match: re.Match[str], sources: list[str]) -> bool:
    return any(squeezed(match.group()) in source for source in sources)
