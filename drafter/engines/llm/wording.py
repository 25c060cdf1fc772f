"""Does a sentence say only what its sources say? A lexical test, deliberately strict.

Numbers, dates, sides, levels, body parts and drugs are verified apart (promise 3). This test catches the other
inventions: every word that carries meaning has to stand, in some form, in what the sentence cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SHARE = 0.63
"""Of the longer word, the share that two forms of one word begin with: "improved" and "improvement", but neither
"improper" and "improved" nor "hypertension" and "hyperextension"."""
_SHORTEST = 4
"""Letters that two forms of one word share at least."""
_OWN_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an the this that these those it its he she they his her their him them who whom whose which what "
        "of to in on for from and or nor with at by as is are was were be been being has have had having do does did "
        "but if than then so not no none neither nothing nowhere without cannot there here both either each also yet "
        "however although though while whereas because since therefore thus instead despite about into between "
        "after before during until under over within where when whether how could would can may might must should "
        "record records document documents documented documentation documenting find finds found finding findings "
        "show shows showed shown showing state states stated stating report reports reported note notes noted "
        "describe describes described mention mentions mentioned contain contains say says said read reads "
        "evidence indication file chart search searched sentence sentences whole any "
        "request requests requested requesting treatment guideline guidelines section criterion ask asks asking asked "
        "require requires required call calls patient worker injured employee applicant against favour favor "
        "opposite divided hand other side physician provider "
        "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty",
    )
)
"""Words that any rationale uses and that claim nothing; numbers are verified apart."""


def strange_words(sentence: str, sources: Iterable[str]) -> list[str]:
    """The sentence's words that stand in no form in `sources`, in order, each once."""
    known = {word for source in sources for word in _words(source)}
    return [word for word in dict.fromkeys(_words(sentence)) if word not in _OWN_WORDS and not _is_known(word, known)]


def says_something(sentence: str) -> bool:
    """Whether there is a word that carries meaning."""
    return any(word not in _OWN_WORDS for word in _words(sentence))


def spoken_words(text: str) -> list[tuple[str, int, int]]:
    """The words that carry meaning, with their places."""
    found = ((match.group().casefold(), *match.span()) for match in _WORD.finditer(text))
    return [entry for entry in found if len(entry[0]) > 1 and entry[0] not in _OWN_WORDS]


def word_places(name: str, text: str) -> list[tuple[int, int]]:
    """Where the words of `name` that carry meaning stand in `text`; empty when one of them does not."""
    wanted = [word for word in dict.fromkeys(_words(name)) if word not in _OWN_WORDS]
    found = [(match.group().casefold(), match.span()) for match in _WORD.finditer(text)]
    places = [next((span for word, span in found if _is_known(word, {each})), None) for each in wanted]
    return [span for span in places if span] if all(places) else []


def _words(text: str) -> list[str]:
    found = (match.group().casefold() for match in _WORD.finditer(text))
    return [word for word in (re.split("['’]", entry)[0] for entry in found) if len(word) > 1 or not word.isascii()]


def _is_known(word: str, known: set[str]) -> bool:
    return word in known or any(_same(word, other) for other in known)


def _same(one: str, other: str) -> bool:
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= _SHORTEST and shared >= _SHARE * max(len(one), len(other))
