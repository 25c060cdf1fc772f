"""A passage as Chroma stores it, and back: text as document, the rest as flat metadata."""

from __future__ import annotations

import json
from collections.abc import Mapping

from vectorstore.passage import Kind, Passage

_TITLE, _KEYWORDS = "drafter.title", "drafter.keywords"


def metadata_of(passage: Passage) -> dict[str, str | int | float | bool]:
    """Title and keywords beside the passage's own metadata; never empty, which Chroma would refuse."""
    return {**passage.metadata, _TITLE: passage.title, _KEYWORDS: json.dumps(passage.keywords, ensure_ascii=False)}


def passage_from(kind: Kind, name: str, text: str, metadata: Mapping[str, str | int | float | bool]) -> Passage:
    """The passage that was stored; a ValueError where it is none."""
    own = {key: value for key, value in metadata.items() if key not in (_TITLE, _KEYWORDS)}
    keywords = tuple(json.loads(str(metadata.get(_KEYWORDS, "[]"))))
    return Passage(id=name, kind=kind, text=text, title=str(metadata.get(_TITLE, "")), keywords=keywords, metadata=own)
