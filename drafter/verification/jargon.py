"""Plain language as far as practicable (LC 4610.6(d)): no chart shorthand outside quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.draft import DraftItem, Flag
from drafter.verification.codes import Code
from drafter.verification.context import Context, numbered
from drafter.verification.prose import outside_quotes
from drafter.verification.support import claiming_text

_SLASHED = r"[a-z]{1,2}/(?:[a-z]{1,2})(?![\w/])"
_WORDS = (
    r"pts?|hx|dx|tx|rx|sx|fx|f/u|s/sx|cont|decr?|incr|neg|pos|abd|bilat|eval|meds|approx|w/in|b/l|n/v|wnl|nad"
    r"|ttp|prn|bid"
    r"|tid|qid|qhs|qam|qpm|qd|po|npo|hs|ac|pc|dtrs?|rom|arom|prom|slr|hnp|ddd|djd|lbp|oa|ra|hep|vas|nrs|odi|ehl|dvt"
    r"|tka|tha|acdf|plif|tlif|esi|tfesi|mbb|rfa|ncv|ncs|emg|ptp|p&s|mmi|ttd|ppd|rtw|adls?|loc|sob|htn|dm|gerd|nkda|asa"
    r"|2/2|1/2ppd|c-spine|l-spine|t-spine|r/o|radic"
)
_SHORTHAND = re.compile(rf"(?<![\w/-])(?:{_SLASHED}|(?:{_WORDS})(?![\w-]))", re.IGNORECASE)
_NO_SHORTHAND = frozenset(
    {"and/or", "he/she", "his/her", "ac", "po", "neg", "pos", "ra", "dm", "loc", "hs", "pc", "cont"}
)
"""Words that are shorthand only among shorthand."""
_MOST = 2
"""Different short forms that a sentence may have before a lay reader is lost."""


def check_jargon(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Sentences with several short forms of the chart that neither the request nor a guideline's title uses."""
    given = item.request.lower()
    for where, sentence in numbered(item):
        text = outside_quotes(claiming_text(sentence, item, context))
        found = {match.group().lower() for match in _SHORTHAND.finditer(text)}
        short = sorted(word for word in found if not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", given))
        if len(short) > _MOST and set(short) - _NO_SHORTHAND:
            yield Code.JARGON.flag(where, f"has the short forms {', '.join(short[:6])}; say them in full")
