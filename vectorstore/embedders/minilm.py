"""all-MiniLM-L6-v2 in the ONNX form that chromadb keeps in the user's cache folder."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vectorstore.embedders.rows import prepared, unit
from vectorstore.errors import EmbedderUnavailable, first_line

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BATCH = 32
_TOKENS = 256
"""What the model reads of a text; the rest of a longer one is left out."""
_STEP = 16
"""Texts are padded to a multiple of so many tokens: chromadb pads all to 256, which takes many times as long."""
_FILES = ("model.onnx", "tokenizer.json")


class MiniLmEmbedder:
    """A small sentence transformer. Its model is 80 MB that no package carries, and is only fetched when asked for."""

    name = "minilm"
    dimension = 384

    def __init__(self, folder: Path | None = None, download: bool = False) -> None:
        self._folder = folder
        self._download = download
        self._loading = threading.Lock()
        self._loaded: tuple[Any, Any] | None = None

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        import numpy as np

        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        tokenizer, model = self._model()
        encodings = tokenizer.encode_batch([prepared(text) for text in texts])
        # Texts of one length together: a row must not depend on what stands beside it.
        by_length = sorted(range(len(texts)), key=lambda row: (_padded(encodings[row]), row))
        for length, group in groupby(by_length, key=lambda row: _padded(encodings[row])):
            for rows in _batches([row for row in group if texts[row].strip()]):
                vectors[rows] = _forward(model, [encodings[row].ids for row in rows], length)
        return unit(vectors)

    def _model(self) -> tuple[Any, Any]:
        with self._loading:
            if self._loaded is None:
                folder = self._folder or _chromas_folder()
                if any(not (folder / name).is_file() for name in _FILES):
                    folder = self._fetched(folder)
                self._loaded = _load(folder)
            return self._loaded

    def _fetched(self, folder: Path) -> Path:
        if not self._download:
            raise EmbedderUnavailable(
                f"embedder 'minilm': its model is not in {folder}; set DRAFTER_EMBEDDER_DOWNLOAD=1 to have it fetched"
                f" (80 MB, once), or put {' and '.join(_FILES)} of all-MiniLM-L6-v2 there"
            )
        try:
            _chromas_model()()._download_model_if_not_exists()
        except Exception as error:  # chromadb lets the errors of HTTP, archives and checksums through
            raise EmbedderUnavailable(
                f"embedder 'minilm': its model cannot be fetched ({first_line(error)}); try again, or put it in"
                f" {folder}"
            ) from error
        return _chromas_folder()


def _chromas_model() -> Any:  # noqa: ANN401 - naming chromadb's types would import it
    from chromadb.utils.embedding_functions import ONNXMiniLM_L6_V2

    return ONNXMiniLM_L6_V2


def _chromas_folder() -> Path:
    model = _chromas_model()
    return Path(model.DOWNLOAD_PATH) / str(model.EXTRACTED_FOLDER_NAME)


def _load(folder: Path) -> tuple[Any, Any]:
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        model = onnxruntime.InferenceSession(folder / "model.onnx", options, providers=["CPUExecutionProvider"])
    except Exception as error:  # both raise errors of their own
        raise EmbedderUnavailable(
            f"embedder 'minilm': {folder} cannot be read ({first_line(error)}); remove it and fetch the model again"
        ) from error
    tokenizer.enable_truncation(max_length=_TOKENS)
    tokenizer.no_padding()
    return tokenizer, model


def _forward(model: Any, ids: Sequence[Sequence[int]], length: int) -> NDArray[np.float32]:  # noqa: ANN401
    """The mean of the token vectors that the model gives, one row a text."""
    import numpy as np

    tokens = np.zeros((len(ids), length), dtype=np.int64)
    mask = np.zeros_like(tokens)
    for row, found in enumerate(ids):
        tokens[row, : len(found)] = found
        mask[row, : len(found)] = 1
    given = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
    wanted = {entry.name for entry in model.get_inputs()}
    (hidden, *_) = model.run(None, {name: value for name, value in given.items() if name in wanted})
    weights = mask[:, :, np.newaxis].astype(np.float32)
    means: NDArray[np.float32] = (hidden * weights).sum(axis=1) / weights.sum(axis=1)
    return means


def _padded(encoding: Any) -> int:  # noqa: ANN401
    return -(-len(encoding.ids) // _STEP) * _STEP


def _batches(rows: Sequence[int]) -> Iterable[Sequence[int]]:
    return (rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH))
