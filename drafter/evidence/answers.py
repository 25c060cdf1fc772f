"""What the answer behind a label says of it: "Opioid agreement on file: no", "Reflexes: N/A", "Radiculopathy?"."""

from __future__ import annotations

import re
from typing import Literal

_TICK = r"(?:\[ ?[x✓✔] ?\]|\( ?[x✓✔] ?\)|[☒☑✓✔]|_+[x✓✔]_+)"
_LABEL_WORDS = r"(?:[ \t]?[\w/'’()&-]+(?:[ \t][\w/'’()&-]+){0,5})?"
"""Words of a label behind what is asked for: "on file", "reviewed today"."""
_TO_ANSWER = rf"(?:\s*[:?=]|\s*\.{{3,}}|\s+[-–](?=\s)|\s{{2,}}|(?=\s*{_TICK}))(?:\s*{_TICK})?\s*"
_ENDS = rf"(?=\s*(?:$|[,;.|)\n\[(]|{_TICK})|\s{{2,}}|\s+(?-i:[A-Z])[\w/ ]{{1,30}}[:?=])"
_NO = (
    r"(?:no|none|n|nil|neg(?:ative)?|absent|denie[sd]|never|non-?contributory)"
    r"(?: (?:reported|noted|known|given|seen|found))?"
)
_OPEN = (
    r"(?:n/?a|unk(?:nown)?|deferred|pending|tbd|to be (?:done|determined)"
    r"|not (?:applicable|assessed|tested|asked|known|recorded|examined|obtained|discussed|addressed))"
)
_ANSWERED_NO = re.compile(
    rf"{_LABEL_WORDS}?{_TO_ANSWER}{_NO}{_ENDS}|{_LABEL_WORDS}?\s*\((?:[-–]|neg(?:ative)?)\)", re.IGNORECASE
)
_ANSWERED_OPEN = re.compile(rf"{_LABEL_WORDS}?{_TO_ANSWER}{_OPEN}{_ENDS}", re.IGNORECASE)
_NONE_OF_THEM = re.compile(rf"[^.;:\n]{{0,80}}?{_TICK}\s*(?:none|no|nil)\b{_ENDS}", re.IGNORECASE)
"""The last of a row of options is ticked: none of those before it."""
_ASKED = re.compile(rf"{_LABEL_WORDS}?[\s:]*\?[\s?]*(?:$|[,;)])", re.IGNORECASE)
_IN_DOUBT = re.compile(r"(?:^|\s)\?\s?(?:[\w/-]+ ){0,3}$")
_LABEL = re.compile(r"(?:^|[.;,|\n]\s*|\s{2,}|[:?]\s+)(?P<label>[^.;,|:?\n]*)$")
_LONGEST = 8
"""Words of a label."""
_TICKS = re.compile(r"[\[(☒☑✓✔_]")
"""What a tick begins with: where none stands, nothing is ticked."""
_BEFORE_ANSWER = re.compile(r"[:?=]|\s[-–\s]|[\[(☒☑✓✔_]")
"""What stands before an answer: a text without it has none."""
_IS_ANSWER = re.compile(rf"(?:(?<=[:?=])\s*|(?<=\s[-–])\s|(?<=\w)\s{{2,}}|{_TICK}\s*){_NO}{_ENDS}", re.IGNORECASE)

Answer = Literal["no", "open"]


def answer_to(text: str, start: int, end: int) -> Answer | None:
    """How a form answers what `text[start:end]` asks; None where it says yes, or is none."""
    after = text[end:]
    if _TICKS.search(after) and _NONE_OF_THEM.match(after):
        return "no"
    if _ASKED.match(after) or _IN_DOUBT.search(text[:start]):
        return "open"
    if not _is_label(text[:start]):
        return None
    return "no" if _ANSWERED_NO.match(after) else "open" if _ANSWERED_OPEN.match(after) else None


def without_answers(text: str) -> str:
    """`text` without its "no"s that answer what stands before them and deny nothing behind them."""
    if not _BEFORE_ANSWER.search(text):
        return text
    return _IS_ANSWER.sub(lambda match: "_" * len(match.group()), text)


def _is_label(before: str) -> bool:
    label = _LABEL.search(before)
    return label is not None and len(label["label"].split()) <= _LONGEST and not any(map(str.isdigit, label["label"]))
