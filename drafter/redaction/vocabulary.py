"""Words that are no names by themselves: those of the shipped texts, of forms, and of the case's own prose."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from drafter.lexicon import read_yaml
from drafter.redaction.cues import label_words
from drafter.resources import data_folder

_SMALL = re.compile(r"(?<![\w@.'’-])[a-z]{3,}(?![\w@’'-]|\.\w)")
_WHOLE = re.compile(r"\u2581[a-z]{3,}")
_ANY = re.compile(r"[a-z]{3,}")
_CAPITALS = re.compile(r"\b[A-Z]{2,6}\b")
_PROSE = ("guidelines", "determinations", "lexicon")

_LISTS = read_yaml(Path(__file__).with_name("words.yaml"))
FORM_WORDS = frozenset(_LISTS["forms"]) | label_words()
ORGANIZATION_WORDS, EPONYMS = (
    frozenset(_LISTS["organizations"]),
    frozenset(_LISTS["eponyms"]) | frozenset(_LISTS["clinical"]),
)


def practice_nouns() -> str:
    """What practices are, alternatives of a pattern with the capitals of a name."""
    pairs = (f"{field} {kind}" for field in _LISTS["practice_fields"] for kind in _LISTS["practice_kinds"])
    return _titled({*_LISTS["practices"], *pairs})


def trade_nouns() -> str:
    """What firms are, in the same way."""
    return _titled(_LISTS["trades"])


def _titled(names: Iterable[str]) -> str:
    nouns = sorted(names, key=len, reverse=True)
    return "|".join(noun.title().replace(" ", "[ ]") for noun in nouns)


@cache
def shipped_words() -> frozenset[str]:
    """Small words of the shipped guidelines and letters, and all words of the lexicon, which names drugs and parts."""
    words: set[str] = set()
    for name in _PROSE:
        for path in sorted(data_folder("seeds").joinpath(name).rglob("*")):
            if path.suffix in (".yaml", ".md", ".txt"):
                text = path.read_text(encoding="utf-8", errors="replace")
                words |= set(_ANY.findall(text.lower()) if name == "lexicon" else _SMALL.findall(text))
    return frozenset(words)


@cache
def shipped_abbreviations() -> frozenset[str]:
    """Words in capitals of the shipped guidelines and letters."""
    found: set[str] = set()
    for name in _PROSE:
        for path in sorted(data_folder("seeds").joinpath(name).rglob("*")):
            if path.suffix in (".yaml", ".md", ".txt"):
                found |= set(_CAPITALS.findall(path.read_text(encoding="utf-8", errors="replace")))
    return frozenset(found)


@cache
def lexicon_words() -> frozenset[str]:
    """Words of the lexicon alone, in which everything is clinical."""
    folder = data_folder("seeds") / "lexicon"
    texts = (path.read_text(encoding="utf-8").lower() for path in sorted(folder.rglob("*.yaml")))
    return frozenset(word for text in texts for word in _ANY.findall(text))


class Vocabulary:
    """Ordinary words for one case: the shipped ones, and what its texts write small more often than not."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        small: Counter[str] = Counter()
        great: Counter[str] = Counter()
        for text in texts:
            small.update(_SMALL.findall(text))
            great.update(word.lower() for word in re.findall(r"\b[A-Z][a-z]{2,}\b", text))
        self._small = frozenset(small)
        self._own = frozenset(word for word, count in small.items() if count > great[word])

    def ordinary(self, word: str) -> bool:
        """Whether the word, in any case, says nothing about being a name; no word of one or two letters does."""
        word = word.lower().removesuffix("'s").removesuffix("’s").strip(".'’")
        if "-" in word:
            return all(len(piece) < 3 or self.ordinary(piece) for piece in word.split("-"))
        return (
            len(word) < 3
            or word in FORM_WORDS
            or word in EPONYMS
            or is_word(word)
            or word in self._own
            or (word.endswith("s") and (is_word(word[:-1]) or word[:-1] in self._own))
        )

    def seen_small(self, word: str) -> bool:
        """Whether the case itself writes the word small somewhere."""
        return word.lower() in self._small


@cache
def english_words() -> frozenset[str]:
    """Usual English words: those that the embedder's tokenizer has whole and small, which names are not."""
    package = find_spec("wordllama")
    folders = package.submodule_search_locations or [] if package else []
    for folder in folders:
        for path in sorted(Path(folder).glob("tokenizers/*tokenizer*.json")):
            tokens = json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"]
            return frozenset(token[1:] for token in tokens if _WHOLE.fullmatch(token))
    return frozenset()


def is_word(word: str) -> bool:
    """Whether a small word is one of English or of the shipped texts."""
    return word in shipped_words() or word in english_words()
