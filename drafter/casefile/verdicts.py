"""What a UR decision says of each request that it lists: what was granted in full is in dispute no longer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.case import Page, Record
from drafter.casefile.records.view import uncelled
from drafter.casefile.several import several
from drafter.casefile.statements import VERDICT, Statement, is_known, is_ticked, statement, ticked
from drafter.lock import parse_lock

_OUTCOME = re.compile(
    r"^\W*(?:(?:physician|reviewer|ur|our|final) )?(?:decision|determination|outcome|disposition|status|result|finding"
    r"|recommendation|action)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^\W*(?:(?:question|issue)\s*#?\d{0,2}\W*)?(?:is|are|was|were)\s+(?:the\s+)?(?P<asked>.{4,160}?)\s+"
    r"(?:medically )?(?:necessary|appropriate|indicated)\s*\?\W*(?:answer\W*)?(?P<answer>no|yes)\b",
    re.IGNORECASE | re.MULTILINE,
)
_BELOW, _ABOVE, _HEADING = 4, 10, 70


def in_dispute(record: Record, found: Sequence[Statement]) -> list[Statement]:
    """Without what the decision grants, in its row, in the lines below it, or in the heading of its list."""
    kept = []
    for row, entry in enumerate(found):
        page = record.pages[entry.span.page - 1]
        after = [other.span.start for other in found[row + 1 :] if other.span.page == page.number]
        end = min((start for start in after if start >= entry.span.end), default=len(page.text))
        if not _is_granted(page, entry, end):
            kept.append(entry)
    return kept


def answered(record: Record) -> list[Statement]:
    """Requests of a decision by question and answer, of which the answer is no."""
    return [
        statement(record, page, [found[0].strip()], part)
        for page in record.pages
        for found in _QUESTION.finditer(page.text)
        if found["answer"].lower() == "no"
        for part in several(uncelled(found["asked"]))
        if is_known(parse_lock(part))
    ]


def _is_granted(page: Page, entry: Statement, end: int) -> bool:
    for signs in _places(page, entry, end):
        if signs:
            return all(sign["granted"] for sign in signs)
    return False


def _places(page: Page, entry: Statement, end: int) -> Iterator[list[re.Match[str]]]:
    """The verdicts of a request where they may stand, the nearest place first."""
    yield _verdicts(entry.span.quote)
    below = [line for line in page.text[entry.span.end : end].splitlines() if line.strip()][:_BELOW]
    yield next((signs for line in below if _tells(line) and (signs := _verdicts(line))), []) or _beneath(below)
    above = [line for line in page.text[: entry.span.start].splitlines() if line.strip()][-_ABOVE:]
    yield next((signs for line in reversed(above) if _heads(line) and (signs := _verdicts(line))), [])


def _beneath(below: Sequence[str]) -> list[re.Match[str]]:
    """A label with its value on the next line: `Outcome:` over `Denied`."""
    return next((_verdicts(value) for label, value in pairwise(below) if _OUTCOME.match(label)), [])


def _verdicts(text: str) -> list[re.Match[str]]:
    """The verdicts of a text; of boxes those that are checked."""
    return list(VERDICT.finditer(ticked(text)))


def _tells(line: str) -> bool:
    verdict = VERDICT.search(line)
    if line.rstrip().endswith(":") and not _OUTCOME.match(line):
        return False
    return bool(_OUTCOME.match(line) or is_ticked(line) or (verdict and not line[: verdict.start()].strip(" -–*•")))


def _heads(line: str) -> bool:
    """A short line above a list, which names no treatment and ends with a colon or its verdict."""
    return len(line) < _HEADING and line.rstrip().endswith((":", "-")) and not is_known(parse_lock(line))
