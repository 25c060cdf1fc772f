"""The metadata of a shard by columns: what a search is confined to is decided for each value, not for each passage.

A library of 100,000 passages has some hundred editions and dates. Asking a function about every passage takes seconds;
asking it about every value, and looking the answers up, takes a millisecond.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from vectorstore.errors import BUILD, IndexDamaged, first_line
from vectorstore.files import COLUMNS
from vectorstore.passage import Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Value = str | int | float | bool | None
"""A value of metadata; None where a passage has none."""
Where = Mapping[str | tuple[str, ...], Callable[..., bool]]
"""A name of metadata with the question whether its value will do, or several names with a question about their values,
in that order; all questions have to be answered with yes. `kind` is the kind of the passage."""
_KIND = "kind"


def write_columns(folder: Path, passages: Sequence[Passage]) -> None:
    """Write, for each name of metadata, its distinct values and the place of each passage's value among them."""
    import numpy as np

    names = sorted(set(chain.from_iterable(passage.metadata for passage in passages)))
    arrays: dict[str, Any] = {"names": _as_bytes(names)}
    for number, name in enumerate(names):
        # JSON tells 1, 1.0 and true apart, which Python's dictionaries do not.
        written = [json.dumps(passage.metadata.get(name)) for passage in passages]
        places = {value: place for place, value in enumerate(sorted(set(written)))}
        arrays[f"values{number}"] = _as_bytes([json.loads(value) for value in places])
        arrays[f"places{number}"] = np.array([places[value] for value in written], dtype=np.uint32)
    np.savez(folder / COLUMNS, **arrays)


class Columns:
    """The metadata of a shard; a column is read when it is first asked for."""

    def __init__(self, folder: Path, size: int) -> None:
        self._path = folder / COLUMNS
        self._kind = folder.name
        self._size = size
        self._read: dict[str, tuple[list[Value], NDArray[np.uint32]]] = {}
        self._together: dict[tuple[str, ...], tuple[list[tuple[Value, ...]], NDArray[np.intp]]] = {}

    def mask(self, where: Where) -> NDArray[np.bool_]:
        """For each row, whether its metadata will do."""
        import numpy as np

        mask = np.ones(self._size, dtype=np.bool_)
        for names, will_do in where.items():
            values, places = self._combined((names,) if isinstance(names, str) else names)
            mask &= np.array([bool(will_do(*each)) for each in values], dtype=np.bool_)[places]
        return mask

    def values(self, name: str) -> list[Value]:
        """The values that occur under a name, each once; None among them where a passage has none."""
        return list(self._column(name)[0])

    def _combined(self, names: tuple[str, ...]) -> tuple[list[tuple[Value, ...]], NDArray[np.intp]]:
        """The combinations of values that occur, and the place of each row's among them."""
        import numpy as np

        if names not in self._together:
            rows: list[tuple[Value, ...]] = [()]
            places = np.zeros(self._size, dtype=np.intp)
            for values, added in map(self._column, names):
                pairs, places = np.unique(places * len(values) + added, return_inverse=True)
                rows = [(*rows[pair // len(values)], values[pair % len(values)]) for pair in pairs.tolist()]
            self._together[names] = rows, places
        return self._together[names]

    def _column(self, name: str) -> tuple[list[Value], NDArray[np.uint32]]:
        if name not in self._read:
            self._read[name] = self._load(name)
        return self._read[name]

    def _load(self, name: str) -> tuple[list[Value], NDArray[np.uint32]]:
        import numpy as np

        if name == _KIND or name not in self._numbers:
            return [self._kind if name == _KIND else None], np.zeros(self._size, dtype=np.uint32)
        number = self._numbers[name]
        (values, places) = self._arrays(f"values{number}", f"places{number}")
        if len(places) != self._size:
            raise IndexDamaged(f"{self._path}: has {len(places)} rows instead of {self._size}; rebuild with {BUILD}")
        return json.loads(values.tobytes()), places

    @cached_property
    def _numbers(self) -> dict[str, int]:
        (names,) = self._arrays("names")
        return {name: number for number, name in enumerate(json.loads(names.tobytes()))}

    def _arrays(self, *names: str) -> Iterator[NDArray[Any]]:
        import numpy as np

        try:
            with np.load(self._path, allow_pickle=False) as file:
                return iter([file[name] for name in names])
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
            raise IndexDamaged(f"{self._path}: cannot be read ({first_line(error)}); rebuild with {BUILD}") from error


def _as_bytes(values: object) -> NDArray[np.uint8]:
    import numpy as np

    return np.frombuffer(json.dumps(values).encode(), dtype=np.uint8)
