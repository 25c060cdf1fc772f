"""The rows of a decision's table or list: what each asks for, what was decided, and the numbers in its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from drafter.casefile.labelled import request_text
from drafter.casefile.records.forms import columns_of
from drafter.casefile.statements import MARKER, is_known
from drafter.lock import parse_lock

Verdict = Literal["granted", "part", "refused"]

_WORDS: Mapping[Verdict, str] = {
    "refused": r"den(?:y|ied|ial)|non-?cert\w*|not (?:\w+ )?(?:certified|approved|allowed|authorized|granted|necessary"
    r"|recommended|supported)|refused?|rejected?|declined?|disapproved?|adverse|uph(?:eld|old)|no|none",
    "part": r"modif\w+|part(?:ial(?:ly)?|ly)?(?: \w+)?|reduced?|approved in part"
    r"|(?:certified|approved) with modification",
    "granted": r"certif\w+|approved?|allow(?:ed)?|authorized?|granted?|yes|agreed|accepted"
    r"|(?:medically )?necessary|overturned",
}
_CELL = re.compile(
    rf"\W*(?:{'|'.join(f'(?P<{verdict}>{words})' for verdict, words in _WORDS.items())})"
    r"(?:(?:\W+(?:to|for|at))?\W*#?(?P<number>\d{1,3})(?: \w+)?)?\W*",
    re.IGNORECASE,
)
_AT_END = re.compile(r"^(?P<asked>.{4,160}?)(?::|\s[-–—]|\?)\s*(?P<verdict>[^:]{2,40})$")
_SAYS = re.compile(r"^(?P<asked>[^.]{4,120}(?:\.\d[^.]{0,80})?)\.\s+(?P<says>\S.{3,200})$")
_GRANTS = re.compile(r"(?<!not )(?<!not be )\b(?:certified|approved|allowed|authorized|granted)\b", re.IGNORECASE)
_REFUSES = re.compile(
    r"\bnot (?:be )?(?:certified|approved|allowed|authorized|granted|recommended)\b"
    r"|\b(?:denied|refused|non-?certified)\b"
    r"|\b(?:other|rest|remaining|remainder)\b[^.;]{0,30}\b(?:is|are) not\b",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"^\s*(?:[-–•*·>]|\(?(?:\d{1,2}|[A-Ha-h]|[ivx]{1,4})[.):])\s*(?=\S)")
_SHARE = re.compile(r"\W*(?P<granted>\d{1,3}) (?:of|/) (?P<asked>\d{1,3})\b\W*(?:\w+\W*)?")
_MARK = re.compile(r"\W*[xX✓✔]\W*(?:\(?(?P<number>\d{1,3})\b.*)?|\W*☒\W*|\W*☑\W*")
_HEADS: Mapping[str, str] = {
    "refused": r"^\W*(?:no|den\w+|not \w+|non-?cert\w*|refused)\W*$",
    "part": r"^\W*(?:part\w*|modif\w+)\W*$",
    "granted": r"^\W*(?:yes|approved|certified|granted)\W*$",
    "asked": r"\b(?:asked|requested|req|qty|quantity)\b",
    "given": r"\b(?:allowed|approved|certified|cert|authorized|auth|granted|given)\b",
}
_HEAD_WORD = re.compile(
    r"\b(?:asked|req(?:uested)?|allowed|approved|certified|authorized|granted|decision|determination|outcome|result|status"
    r"|finding|services?|treatments?|items?|yes|no)\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?:\s(?:\d{1,4}|none|nil|-))+$", re.IGNORECASE)
_LONGEST_HEAD = 40


class DecidedRow(NamedTuple):
    """A row of a decision: its line, what it asks for, what was decided, and how many were asked for and granted."""

    line: str
    asked: str
    verdict: Verdict
    requested: float | None = None
    granted: float | None = None


def decided_rows(text: str) -> list[DecidedRow]:
    """The rows of a page that name a treatment and say what was decided of it."""
    heads: list[str] = []
    found = []
    for line in text.splitlines():
        cells = columns_of(line)
        if _is_head(cells, line):
            heads = cells if len(cells) > 1 else line.split()
            continue
        row = _marked(line, cells, heads) or _counted(line, cells, heads) or _by_cell(line, cells) or _by_end(line)
        row = row or _by_sentence(line)
        if row:
            found.append(row)
    return found


def _is_head(cells: Sequence[str], line: str) -> bool:
    """Whether the line names columns: short cells, or words only, none of which is a treatment or a number."""
    names = cells if len(cells) > 1 else line.split()
    if len(names) < 2 or any(len(name) > _LONGEST_HEAD or re.search(r"\d", name) for name in names):
        return False
    short = len(line) <= _LONGEST_HEAD or len(cells) > 1
    return short and len(_HEAD_WORD.findall(line)) > 1 and not is_known(parse_lock(line))


def _marked(line: str, cells: Sequence[str], heads: Sequence[str]) -> DecidedRow | None:
    """A cross in the column of a verdict; cells that nobody filled in are cells, too."""
    whole = [cell.strip() for cell in line.strip().strip("|").split("|")] if "|" in line else list(cells)
    if len(whole) < len(heads):
        whole += [""] * (len(heads) - len(whole))
    if len(whole) != len(heads) or len(heads) < 2:
        return None
    asked = next((cell for cell in whole if is_known(parse_lock(cell))), None)
    for head, cell in zip(heads, whole, strict=True):
        mark = _MARK.fullmatch(cell) if cell else None
        verdict = next((kind for kind in _verdicts() if re.search(_HEADS[kind], head, re.IGNORECASE)), None)
        if mark and verdict and asked:
            return DecidedRow(
                line, request_text(asked), verdict, None, float(mark["number"]) if mark["number"] else None
            )
    return None


def _counted(line: str, cells: Sequence[str], heads: Sequence[str]) -> DecidedRow | None:
    """Numbers below heads that say what was asked for and what was allowed, or `4 of 12` below the latter."""
    asked, numbers = _numbers(line, cells, heads)
    if asked is None or not is_known(parse_lock(asked)):
        return None
    given = numbers.get("given")
    share = _SHARE.fullmatch(given) if given else None
    if share:
        return _of_counts(line, asked, float(share["asked"]), float(share["granted"]))
    number = re.fullmatch(r"(?:(\d{1,4})(?: \w+)?|none|nil|-|no)", given, re.IGNORECASE) if given else None
    if number is None:
        return None
    wanted = re.fullmatch(r"(\d{1,4})(?: \w+)?", numbers.get("asked", ""))
    count = float(wanted[1]) if wanted else _asked_for(asked)
    return _of_counts(line, asked, count or 1.0, float(number[1] or 0))


def _asked_for(asked: str) -> float | None:
    lock = parse_lock(asked)
    return lock.visits if lock.visits is not None else lock.quantity


def _cut_down(row: DecidedRow) -> DecidedRow:
    """What was granted in a smaller number than was asked for was cut."""
    count = _asked_for(row.asked)
    is_less = row.verdict == "granted" and row.granted is not None and count is not None and row.granted < count
    return row._replace(verdict="part") if is_less else row


def _numbers(line: str, cells: Sequence[str], heads: Sequence[str]) -> tuple[str | None, dict[str, str]]:
    """What the row asks for, and its cells below the heads of what was asked and given."""
    if len(cells) == len(heads) > 1:
        pairs = list(zip(heads, cells, strict=True))
        asked = next((cell for cell in cells if is_known(parse_lock(cell))), None)
    else:
        end = _NUMBERS.search(line.rstrip())
        if end is None or len(heads) < 2:
            return None, {}
        values = end[0].split()
        pairs = list(zip(reversed(heads), reversed(values), strict=False))
        asked = line[: end.start()]
    kinds = {_kind_of(head): cell for head, cell in pairs}
    return (request_text(asked) if asked else None), {kind: cell for kind, cell in kinds.items() if kind}


def _kind_of(head: str) -> str | None:
    return next((kind for kind in ("given", "asked") if re.search(_HEADS[kind], head, re.IGNORECASE)), None)


def _of_counts(line: str, asked: str, wanted: float, given: float) -> DecidedRow:
    verdict: Verdict = "refused" if given == 0 else "part" if given < wanted else "granted"
    return DecidedRow(line, asked, verdict, wanted, given)


def _by_cell(line: str, cells: Sequence[str]) -> DecidedRow | None:
    """A cell that is nothing but a verdict beside one that names a treatment."""
    if len(cells) < 2:
        return None
    verdict = next((found for cell in cells if (found := _verdict(cell))), None)
    asked = next((cell for cell in cells if not _CELL.fullmatch(cell) and is_known(parse_lock(cell))), None)
    if verdict is None or asked is None:
        return None
    return _cut_down(DecidedRow(line, request_text(asked), verdict[0], None, verdict[1]))


def _by_end(line: str) -> DecidedRow | None:
    """An entry of a list that ends with its verdict: `- Cane: yes.`"""
    found = _AT_END.match(line.strip()) if _ENTRY.match(line) or MARKER.match(line) else None
    verdict = _verdict(found["verdict"]) if found else None
    if found is None or verdict is None or not is_known(parse_lock(found["asked"])):
        return None
    return _cut_down(DecidedRow(line, request_text(_ENTRY.sub("", found["asked"])), verdict[0], None, verdict[1]))


def _by_sentence(line: str) -> DecidedRow | None:
    """An entry of a list with a sentence on what was decided: `(A) Lumbar MRI. Not allowed, no red flags.`"""
    found = _SAYS.match(line) if _ENTRY.match(line) else None
    if found is None or not is_known(parse_lock(found["asked"])):
        return None
    refused, granted = _REFUSES.search(found["says"]), _GRANTS.search(found["says"])
    if not (refused or granted):
        return None
    verdict: Verdict = "part" if refused and granted else "refused" if refused else "granted"
    return DecidedRow(line, request_text(_ENTRY.sub("", found["asked"])), verdict)


def _verdict(cell: str) -> tuple[Verdict, float | None] | None:
    found = _CELL.fullmatch(cell)
    if found is None:
        return None
    number = float(found["number"]) if found["number"] else None
    return next(((kind, number) for kind in _verdicts() if found[kind]), None)


def _verdicts() -> Iterator[Verdict]:
    yield from _WORDS
