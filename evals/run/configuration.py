"""What the results of a run depend on, as hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import drafter
import evals
import vectorstore
from drafter.case import Frozen
from drafter.resources import data_folder

if TYPE_CHECKING:
    from drafter.pipeline import Desk
    from evals.samples import Sample
    from evals.suite import Suite

_LABELS = {
    "suite": "suite",
    "suite_sha256": "letters",
    "engine": "engine",
    "model": "model",
    "settings_sha256": "settings",
    "prompts": "prompts",
    "drafter_version": "drafter version",
    "drafter_sha256": "drafter code, cards or lexicon",
    "corpus_sha256": "index corpus",
    "scorers_sha256": "scorers",
}
_ONLY_DRAFTS = frozenset(
    {
        "corpus", "decide.py", "doctor.py", "embedding.py", "engines", "llm", "pipeline.py", "prompting", "redaction",
        "retrieval", "sharing.py", "timeline.py", "transfer.py",
    }
)  # fmt: skip
"""Parts of the drafter that scoring does not ask."""


class Configuration(Frozen):
    """Written into every record. Results of two configurations are never mixed in one folder."""

    suite: str
    suite_sha256: str
    """Both halves of every letter, as they were read."""
    engine: str
    model: str | None = None
    settings_sha256: str
    prompts: dict[str, dict[str, str]]
    """Version and sha256 of the prompts that the engine uses; empty for an engine without a model."""
    drafter_version: str
    drafter_sha256: str
    """Sources of `drafter` and `vectorstore`, cards and lexicon: versions change seldom, code and facts often."""
    corpus_sha256: str
    """Passages of the index."""
    scorers_sha256: str
    """Sources of the scorers and of what they ask: verification, and the reading, cards and lexicon behind it."""

    def differences(self, other: Configuration) -> list[str]:
        """What differs, in words."""
        return [label for name, label in _LABELS.items() if getattr(self, name) != getattr(other, name)]


def configuration_of(suite: Suite, desk: Desk) -> Configuration:
    """The configuration of drafting `suite` at `desk` with the scorers as they are now."""
    identity = desk.engine.identity
    return Configuration(
        suite=suite.name,
        suite_sha256=hash_samples(suite.samples),
        engine=identity.name,
        model=identity.model,
        settings_sha256=desk.settings.settings_sha256,
        prompts={name: dict(known) for name, known in identity.prompts.items()},
        drafter_version=drafter.__version__,
        drafter_sha256=hash_drafter(),
        corpus_sha256=desk.index.manifest.corpus_hash,
        scorers_sha256=hash_scorers(),
    )


def hash_samples(samples: Iterable[Sample]) -> str:
    """Identifies letters and how they were split."""
    digest = hashlib.sha256()
    for sample in samples:
        digest.update(sample.model_dump_json().encode())
    return digest.hexdigest()


def hash_drafter() -> str:
    """Identifies the code that drafts and verifies, and the facts it draws on."""
    return _hash_files([*_sources(_drafter()), *_sources(Path(vectorstore.__path__[0])), *_facts()])


def hash_scorers() -> str:
    """Identifies the code and the facts that a score depends on."""
    return _hash_files(scorer_files())


def scorer_files() -> Iterator[Path]:
    """The scorers with what verification reads a case and a draft by; a change of what only drafts is none of them."""
    yield from _sources(_package() / "scorers")
    yield from _sources(_package() / "statistics")
    yield from (path for path in _sources(_drafter()) if path.relative_to(_drafter()).parts[0] not in _ONLY_DRAFTS)
    yield from _facts()


def hash_baselines() -> str:
    return _hash_files(_sources(_package() / "baselines"))


def _facts() -> list[Path]:
    seeds = data_folder("seeds")
    return [*sorted(seeds.glob("guidelines/**/*.yaml")), *sorted(seeds.glob("lexicon/**/*.yaml"))]


def _drafter() -> Path:
    return Path(drafter.__path__[0])


def _package() -> Path:
    return Path(evals.__path__[0])


def _sources(package: Path) -> Iterator[Path]:
    """Python files of a package; commands and rendering change no draft."""
    for path in sorted(package.rglob("*.py")):
        if not {"cli", "rendering", "web"} & set(path.relative_to(package).parts[:-1]):
            yield path


def _hash_files(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.parent.name}/{path.name}\n".encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()
