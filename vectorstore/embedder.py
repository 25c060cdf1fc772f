"""Texts to vectors."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from vectorstore.errors import UnknownEmbedder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BATCH = 256
"""Texts that are pooled together; bounds the memory of long ones."""


class Embedder(Protocol):
    """Turns texts into unit vectors."""

    @property
    def name(self) -> str:
        """Identifies the model: indexes built under another name are refused."""

    @property
    def dimension(self) -> int: ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of Euclidean length 1 for each text; a row of zeros for a text without a token."""


class WordLlamaEmbedder:
    """Mean of static token vectors; model and tokenizer lie in the wordllama package, so nothing is downloaded.

    Texts are lower-cased: the tokens of `MASSAGE THERAPY` and of `massage therapy` have little in common, and forms
    are written in capitals.
    """

    name = "wordllama"
    dimension = 256

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        import numpy as np

        rows = [np.zeros((0, self.dimension), dtype=np.float32)]
        rows += [_pool(texts[start : start + _BATCH]) for start in range(0, len(texts), _BATCH)]
        return _unit(np.concatenate(rows))


_EMBEDDERS: dict[str, Callable[[], Embedder]] = {WordLlamaEmbedder.name: WordLlamaEmbedder}


def get_embedder(name: str = WordLlamaEmbedder.name) -> Embedder:
    """The embedder of this name; its model is loaded when it first embeds."""
    if name not in _EMBEDDERS:
        raise UnknownEmbedder(f"embedder {name!r} is not known; choose one of: {', '.join(sorted(_EMBEDDERS))}")
    return _EMBEDDERS[name]()


def _pool(texts: Sequence[str]) -> NDArray[np.float32]:
    """Mean token vectors, pooled text by text: padding a batch to its longest text costs memory without bound."""
    import numpy as np

    model = _wordllama()
    encodings = model.tokenizer.encode_batch_fast([_prepared(text) for text in texts], add_special_tokens=False)
    means = np.zeros((len(texts), model.embedding.shape[1]), dtype=np.float32)
    for row, encoding in enumerate(encodings):
        if encoding.ids:
            model.embedding.take(encoding.ids, axis=0).mean(axis=0, out=means[row])
    return means


def _prepared(text: str) -> str:
    """Lower case, trimmed; half characters, which broken PDF files contain, become question marks."""
    return text.strip().lower().encode("utf-8", "replace").decode("utf-8")


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    np.divide(vectors, lengths, out=vectors, where=lengths > 0)
    return vectors


@cache
def _wordllama() -> Any:  # noqa: ANN401 - the package has no type information
    with _root_logger_kept():
        import wordllama

        package = Path(wordllama.__file__).parent
        model = wordllama.WordLlama.load(cache_dir=package, disable_download=True)
    model.tokenizer.no_padding()
    return model


@contextmanager
def _root_logger_kept() -> Iterator[None]:
    """Importing wordllama makes the root logger print INFO of every library, which can hold text of a request."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    try:
        yield
    finally:
        root.setLevel(level)
        root.handlers[:] = handlers
