"""A passage: the retrievable piece of text."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["card", "guideline", "decision"]
"""A card of the shipped library, a passage of an added guideline document, or an item of a prior determination."""


class Passage(BaseModel):
    """One retrievable piece of text with its place in a source."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: Kind
    text: str
    """What is embedded, searched and quoted."""
    title: str = ""
    """Searched together with the text, never quoted."""
    keywords: tuple[str, ...] = ()
    """Synonyms and abbreviations: searched, never quoted."""
    metadata: dict[str, str | int | float | bool] = Field(default_factory=dict)

    @property
    def searchable(self) -> str:
        """The text that both indexes see."""
        return "\n".join(part for part in (self.title, " ".join(self.keywords), self.text) if part)


class Hit(NamedTuple):
    """A search result; `score` is the fused score, higher is better."""

    passage: Passage
    score: float
    dense_rank: int | None
    keyword_rank: int | None
    similarity: float | None
    """Cosine similarity of the dense search, in [-1, 1]; None when only the keyword index found it."""
