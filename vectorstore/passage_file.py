"""The passages of a shard as a file: one JSON object a line, ordered by id, with a table of where each line starts.

The table makes opening independent of the size: 100,000 passages are searched without reading more than the ones found.
"""

from __future__ import annotations

import hashlib
import json
import mmap
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from vectorstore.errors import BUILD, IndexDamaged, UnusablePassages, first_line
from vectorstore.files import IDS, OFFSETS, PASSAGES
from vectorstore.passage import Kind, Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_REMEMBERED = 20_000
"""Passages that stay in memory once they were read: all of a small shard, the ones in use of a large one."""


def ordered(passages: Iterable[Passage]) -> list[Passage]:
    """By id, so that the order in which a corpus was read leaves no trace; ids must be unique and texts not empty."""
    result = sorted(passages, key=lambda passage: passage.id)
    for passage, following in pairwise(result):
        if passage.id == following.id:
            raise UnusablePassages(f"passage {passage.id!r}: the id is used twice; give each passage its own")
    for passage in result:
        if not passage.text.strip():
            raise UnusablePassages(f"passage {passage.id!r}: has no text; leave it out or give it one")
    return result


def by_kind(passages: Sequence[Passage]) -> dict[Kind, list[Passage]]:
    """The passages of each shard, in the order given; shards by name."""
    kinds = sorted({passage.kind for passage in passages})
    return {kind: [passage for passage in passages if passage.kind == kind] for kind in kinds}


def corpus_hash(passages: Iterable[Passage]) -> str:
    """Identifies a set of passages, in whatever order they come."""
    return combined_hash(passage_digests(ordered(passages)))


def passage_digests(passages: Sequence[Passage]) -> dict[Kind, str]:
    """What the SHA-256 of each shard's passage file would be; `passages` are ordered."""
    shards = by_kind(passages)
    return {kind: hashlib.sha256(b"".join(map(_line, members))).hexdigest() for kind, members in shards.items()}


def combined_hash(digests: Mapping[Kind, str]) -> str:
    """The hash of a corpus from those of its shards' passage files, so that a kept shard need not be read again."""
    return hashlib.sha256("".join(f"{kind} {digests[kind]}\n" for kind in sorted(digests)).encode()).hexdigest()


def write_passages(folder: Path, passages: Sequence[Passage]) -> str:
    """Write ordered passages with their table; the SHA-256 of the file."""
    import numpy as np

    digest, offsets = hashlib.sha256(), [0]
    with (folder / PASSAGES).open("wb") as file:
        for passage in passages:
            line = _line(passage)
            digest.update(line)
            offsets.append(offsets[-1] + file.write(line))
    np.save(folder / OFFSETS, np.array(offsets, dtype=np.uint64), allow_pickle=False)
    (folder / IDS).write_text(json.dumps([passage.id for passage in passages]), encoding="utf-8")
    return digest.hexdigest()


class PassageFile:
    """The passages of a shard, each read when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / PASSAGES
        self.ids = _read_ids(folder / IDS)
        self._offsets = _read_offsets(folder / OFFSETS)
        self._bytes = self._map()
        self.at = lru_cache(maxsize=_REMEMBERED)(self._read)
        """The passage of a row."""
        if len(self._offsets) != len(self.ids) + 1 or int(self._offsets[-1]) != len(self._bytes):
            raise IndexDamaged(f"{self._path}: its table is of other passages; rebuild with {BUILD}")

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Passage]:
        """All passages by id, past the memory for those in use."""
        return map(self._read, range(len(self)))

    def row(self, passage_id: str) -> int | None:
        row = bisect_left(self.ids, passage_id)
        return row if row < len(self.ids) and self.ids[row] == passage_id else None

    def get(self, passage_id: str) -> Passage | None:
        row = self.row(passage_id)
        return None if row is None else self.at(row)

    def digest(self) -> str:
        """The SHA-256 of the file as it is now."""
        return hashlib.sha256(self._bytes).hexdigest()

    def _map(self) -> mmap.mmap:
        try:
            with self._path.open("rb") as file:
                return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise _damaged(self._path, error) from error

    def _read(self, row: int) -> Passage:
        try:
            return Passage.model_validate_json(self._bytes[int(self._offsets[row]) : int(self._offsets[row + 1])])
        except ValidationError as error:
            raise _damaged(self._path, error) from error


def _read_ids(path: Path) -> list[str]:
    try:
        ids = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise _damaged(path, error) from error
    if not isinstance(ids, list) or not all(isinstance(name, str) for name in ids):
        raise IndexDamaged(f"{path}: is no list of ids; rebuild with {BUILD}")
    return ids


def _read_offsets(path: Path) -> NDArray[np.uint64]:
    import numpy as np

    try:
        offsets: NDArray[np.uint64] = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise _damaged(path, error) from error
    return offsets


def _line(passage: Passage) -> bytes:
    return (json.dumps(passage.model_dump(mode="json"), sort_keys=True, ensure_ascii=False) + "\n").encode()


def _damaged(path: Path, error: Exception) -> IndexDamaged:
    return IndexDamaged(f"{path}: cannot be read as passages ({first_line(error)}); rebuild with {BUILD}")
