"""Whether the parts of an index fit together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from vectorstore.embedder import Embedder
from vectorstore.errors import StoreError
from vectorstore.files import current_build
from vectorstore.keyword import tokenize
from vectorstore.manifest import Manifest, library_versions, mismatch, read_manifest
from vectorstore.passage import Kind
from vectorstore.shard import Shard

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SAME = 0.999
"""Cosine from which a passage that is embedded again counts as unchanged."""
_SAMPLE = 20
"""Passages of a shard, evenly spread, whose words and vectors are looked at."""
_NAMED = 3
"""Ids that are named where many are wrong."""


class Check(NamedTuple):
    """A line of the doctor's report."""

    name: str
    ok: bool
    detail: str
    kinds: tuple[Kind, ...] = ()
    """Of a failure: the shards that have to be built anew; all of them when none is named."""


class _Patient(NamedTuple):
    """A shard with what it should be."""

    kind: Kind
    shard: Shard
    manifest: Manifest
    embedder: Embedder


def examine(directory: Path, embedder: Embedder) -> list[Check]:
    """Check the index below `directory`; a part that cannot be read ends the checks of its shard."""
    checks: list[Check] = []
    try:
        checks.extend(_examine(directory, embedder))
    except StoreError as error:
        checks.append(Check("readable", False, str(error)))
    return checks


def damaged(checks: Collection[Check], kinds: Collection[Kind]) -> set[Kind]:
    """Of `kinds`, those that have to be built anew."""
    failed = [check for check in checks if not check.ok]
    if any(not check.kinds for check in failed):
        return set(kinds)
    return {kind for check in failed for kind in check.kinds}


def _examine(directory: Path, embedder: Embedder) -> Iterator[Check]:
    build = current_build(directory)
    manifest = read_manifest(build)
    yield Check("manifest", True, f"{build.name}, built {manifest.built_at:%Y-%m-%d %H:%M} UTC")
    problem = mismatch(manifest, embedder)
    yield Check("embedder", problem is None, problem or f"{manifest.embedder} ({manifest.dimension})")
    yield _libraries(manifest)
    if problem is None:
        yield from _contents(build, manifest, embedder)


def _libraries(manifest: Manifest) -> Check:
    installed = library_versions()
    changed = [f"{name} {old} → {installed[name]}" for name, old in manifest.versions.items() if installed[name] != old]
    return Check("libraries", True, "changed since: " + ", ".join(changed) if changed else "as when it was built")


def _contents(build: Path, manifest: Manifest, embedder: Embedder) -> Iterator[Check]:
    findings: dict[str, dict[Kind, str]] = {name: {} for name in ("readable", *_CHECKS)}
    for kind in manifest.kinds:
        try:
            shard = Shard(build / kind)
        except StoreError as error:
            findings["readable"][kind] = str(error)
            continue
        try:
            _look_at(_Patient(kind, shard, manifest, embedder), findings)
        finally:
            shard.close()
    yield from (_summed_up(name, found, manifest) for name, found in findings.items())


def _look_at(patient: _Patient, findings: dict[str, dict[Kind, str]]) -> None:
    for name, check in _CHECKS.items():
        try:
            problem = check(patient)
        except StoreError as error:
            findings["readable"][patient.kind] = str(error)
            return
        if problem:
            findings[name][patient.kind] = problem
            if name == "ids":
                return


def _summed_up(name: str, problems: dict[Kind, str], manifest: Manifest) -> Check:
    if not problems:
        return Check(name, True, _WELL[name].format(count=manifest.passages, space=manifest.space))
    detail = "; ".join(f"{kind}: {problem}" for kind, problem in problems.items())
    return Check(name, False, detail, tuple(problems))


def _passages(patient: _Patient) -> str:
    as_built = patient.shard.passages.digest() == patient.manifest.digests.get(patient.kind)
    return "" if as_built else "differ from what was indexed"


def _counts(patient: _Patient) -> str:
    shard = patient.shard
    counts = {
        "manifest": patient.manifest.kinds[patient.kind],
        "file": len(shard),
        "bm25": len(shard.keyword),
        "chroma": len(shard.dense),
    }
    return ", ".join(f"{name} {count}" for name, count in counts.items()) if len(set(counts.values())) > 1 else ""


def _ids(patient: _Patient) -> str:
    """The same number of vectors and passages may still be of different ones."""
    stored, wanted = set(patient.shard.dense.stored_ids()), set(patient.shard.passages.ids)
    missing, orphaned = sorted(wanted - stored), sorted(stored - wanted)
    told = [
        f"{what} {len(ids)} ({', '.join(ids[:_NAMED])}{', …' if len(ids) > _NAMED else ''})"
        for what, ids in (("passages without a vector:", missing), ("vectors without a passage:", orphaned))
        if ids
    ]
    return "; ".join(told)


def _space(patient: _Patient) -> str:
    space = patient.shard.dense.space
    return "" if space == patient.manifest.space else f"{space} instead of {patient.manifest.space}"


def _words(patient: _Patient) -> str:
    """Whether passages of the sample are found by a word of theirs."""
    lost = [patient.shard.passages.ids[row] for row in _sample(patient.shard) if not _found_by_word(patient.shard, row)]
    return f"not found by their own words: {', '.join(lost[:_NAMED])}" if lost else ""


def _found_by_word(shard: Shard, row: int) -> bool:
    import numpy as np

    mask = np.zeros(len(shard), dtype=np.bool_)
    mask[row] = True
    # Not words that are split or stemmed again when they are looked for.
    words = [word for word in set(tokenize(shard.passages.at(row).searchable)) if tokenize(word) == [word]]
    return all(shard.keyword.ranking(word, 1, mask) for word in words)


def _vectors(patient: _Patient) -> str:
    """Embeds passages of the sample again."""
    import numpy as np

    shard, rows = patient.shard, _sample(patient.shard)
    ids = [shard.passages.ids[row] for row in rows]
    stored = shard.dense.vectors(ids)
    again = patient.embedder.embed([shard.passages.at(row).searchable for row in rows])
    same = _cosines(again, stored) >= _SAME
    if shard.vectors is not None:
        same &= _cosines(np.asarray(shard.vectors[rows]), stored) >= _SAME
    changed = [name for name, unchanged in zip(ids, same, strict=True) if not unchanged]
    return f"not those of their passages: {', '.join(changed[:_NAMED])}" if changed else ""


def _cosines(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    """Row by row; two rows of zeros, which a text without a token has, are the same."""
    import numpy as np

    lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    cosines: NDArray[np.float32] = np.vecdot(one, other) / np.where(lengths > 0, lengths, 1)
    return np.where((lengths == 0) & ~one.any(axis=1) & ~other.any(axis=1), np.float32(1), cosines)


def _sample(shard: Shard) -> list[int]:
    return sorted({number * len(shard) // _SAMPLE for number in range(_SAMPLE)})


_CHECKS: dict[str, Callable[[_Patient], str]] = {
    "passages": _passages,
    "counts": _counts,
    "space": _space,
    "words": _words,
    "ids": _ids,
    "vectors": _vectors,
}
"""What is wrong with a shard, or an empty text. Vectors are only looked at where they are those of the passages."""
_WELL = {
    "readable": "all files",
    "passages": "as built",
    "counts": "manifest {count}, file {count}, bm25 {count}, chroma {count}",
    "ids": "each passage has a vector, each vector a passage",
    "space": "{space}",
    "words": "a sample is found by its words",
    "vectors": "a sample embedded again is the same",
}
