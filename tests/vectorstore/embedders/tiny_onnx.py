"""A model in ONNX form that looks up one vector a token: MiniLM's inputs and outputs without its 80 MB."""

from __future__ import annotations

from pathlib import Path

import numpy as np

_FLOAT, _INT64 = 1, 7


def write_model(folder: Path, words: list[str], dimension: int = 384) -> np.ndarray:
    """Write `model.onnx` and `tokenizer.json`; returns the vectors of the words, `[UNK]` first."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.normalizers import Lowercase
    from tokenizers.pre_tokenizers import Whitespace

    folder.mkdir(parents=True)
    table = np.random.default_rng(1).normal(size=(len(words) + 1, dimension)).astype(np.float32)
    tokenizer = Tokenizer(WordLevel({word: row for row, word in enumerate(["[UNK]", *words])}, unk_token="[UNK]"))
    tokenizer.normalizer, tokenizer.pre_tokenizer = Lowercase(), Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "model.onnx").write_bytes(_model(table))
    return table


def _model(table: np.ndarray) -> bytes:
    gather = _text(1, "table") + _text(1, "input_ids") + _text(2, "last_hidden_state") + _text(4, "Gather")
    dims = b"".join(_number(1, size) for size in table.shape)
    tensor = dims + _number(2, _FLOAT) + _text(8, "table") + _bytes(9, table.tobytes())
    graph = _bytes(1, gather) + _text(2, "tiny") + _bytes(5, tensor)
    graph += b"".join(_bytes(11, _value(name, _INT64, 2)) for name in ("input_ids", "attention_mask"))
    graph += _bytes(12, _value("last_hidden_state", _FLOAT, 3))
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _text(1, "") + _number(2, 13))


def _value(name: str, kind: int, rank: int) -> bytes:
    shape = b"".join(_bytes(1, _text(2, f"{name}{axis}")) for axis in range(rank))
    return _text(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, shape)))


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())
