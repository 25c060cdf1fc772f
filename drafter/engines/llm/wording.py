"""Does a sentence say only what its sources say? A lexical test, deliberately strict.

Numbers, dates, sides, levels, body parts and drugs are verified apart (promise 3). This test catches the other
inventions: a sentence most of whose content words stand nowhere in what it cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.text import content_words

_STEM = 5
"""Words are compared by their first letters: "improved" and "improvement" are the same claim."""
_UNSUPPORTED = 0.25
"""Share of content words that may be the writer's own."""
_FRAME = frozenset(
    word[:_STEM]
    for word in re.findall(
        r"\w+",
        "record document documentation documented find found show state report note request requested "
        "treatment guideline section criterion criteria requires require meet met patient worker injured "
        "employee medical medically necessary necessity support supports evidence however although because "
        "while since there also nearest come comes mention mentioned only therefore outcome review reviewer "
        "provider physician case based according given both but favour favor against indicate indicates "
        "describe include present previous prior current within does did do",
    )
)


def unsupported_share(sentence: str, sources: Iterable[str]) -> float:
    """Share of the sentence's content words that occur neither in `sources` nor in the common frame of rationales."""
    words = {word[:_STEM] for word in content_words(sentence)} - _FRAME
    if not words:
        return 0.0
    known = {word[:_STEM] for source in sources for word in content_words(source)}
    return len(words - known) / len(words)


def is_supported(sentence: str, sources: Iterable[str]) -> bool:
    return unsupported_share(sentence, sources) <= _UNSUPPORTED
