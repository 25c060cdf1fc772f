"""Fingerprints of texts, to recognise near-duplicates without keeping the text (MinHash, Broder 1997)."""

from __future__ import annotations

import hashlib
import re

import numpy as np

_SHINGLE_WORDS = 5
_HASHES = 64
_PRIME = (1 << 31) - 1
_RANDOM = np.random.default_rng(20090718)
_FACTORS = _RANDOM.integers(1, _PRIME, size=_HASHES, dtype=np.int64)
_OFFSETS = _RANDOM.integers(0, _PRIME, size=_HASHES, dtype=np.int64)


def fingerprint(text: str) -> str:
    """64 minimum hashes over five-word shingles, as hexadecimal; empty for texts shorter than a shingle."""
    words = re.findall(r"\w+", text.lower())
    shingles = {" ".join(words[i : i + _SHINGLE_WORDS]) for i in range(len(words) - _SHINGLE_WORDS + 1)}
    if not shingles:
        return ""
    keys = np.array(sorted(_key(shingle) for shingle in shingles), dtype=np.int64)
    minima = ((keys[:, None] * _FACTORS + _OFFSETS) % _PRIME).min(axis=0)
    return "".join(f"{value:08x}" for value in minima)


def resemblance(one: str, other: str) -> float:
    """Estimated Jaccard similarity of two fingerprinted texts, in [0, 1]; 0 when either is empty."""
    if not one or not other:
        return 0.0
    equal = sum(one[i : i + 8] == other[i : i + 8] for i in range(0, 8 * _HASHES, 8))
    return equal / _HASHES


def _key(shingle: str) -> int:
    return int.from_bytes(hashlib.blake2b(shingle.encode(), digest_size=4).digest(), "big") & 0x7FFFFFFF
