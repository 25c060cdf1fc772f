"""Whether this installation can draft: each part that a draft needs, with the way out where it cannot be used."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import metadata
from importlib.util import find_spec
from typing import Literal, NamedTuple

from drafter.errors import DrafterError
from drafter.resources import data_folder
from drafter.settings import home_folder, load_settings, settings_file

State = Literal["ok", "warn", "fail"]
_PYTHON = (3, 11)
_DISTRIBUTION = "determination-drafter"
_REINSTALL = "install the project again (make draft, or pip install .)"
_MODULES = {"python-docx": "docx", "pypdfium2": "pypdfium2", "chromadb": "chromadb", "bm25s": "bm25s"}
_EXTRA = re.compile(r"^(?P<name>[\w.-]+).*;.*extra\s*==\s*['\"](?P<extra>[\w.-]+)['\"]")


class Check(NamedTuple):
    """One line of the report."""

    name: str
    state: State
    detail: str
    way_out: str = ""
    """What to do about it; empty when there is nothing to do."""


def examine() -> Iterator[Check]:
    """Run all checks, the cheap ones first; one that breaks becomes a failure and the others go on."""
    for check in (_python, _packages, _settings, _home, _data, _lexicon, _cards, _embedder, _index):
        yield _guarded(check)
    if _server_named():
        yield _guarded(_server)
    yield from _extras()


def _guarded(check: Callable[[], Check]) -> Check:
    name = check.__name__.strip("_")
    try:
        return check()
    except DrafterError as error:
        return Check(name, "fail", str(error))
    except Exception as error:
        return Check(
            name, "fail", f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}", _REINSTALL
        )


def _python() -> Check:
    running = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < _PYTHON:
        return Check("python", "fail", running, "use Python 3.11 or newer")
    return Check("python", "ok", running)


def _packages() -> Check:
    missing = [name for name, module in _MODULES.items() if find_spec(module) is None]
    if missing:
        return Check("packages", "fail", f"not installed: {', '.join(missing)}", _REINSTALL)
    return Check("packages", "ok", ", ".join(f"{name} {metadata.version(name)}" for name in _MODULES))


def _settings() -> Check:
    settings = load_settings()
    source = str(settings_file()) if settings_file().exists() else "defaults and environment"
    return Check("settings", "ok", f"engine {settings.engine}, embedder {settings.embedder} ({source})")


def _home() -> Check:
    home = home_folder()
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            return Check("home", "ok", str(home))
    except OSError as error:
        return Check("home", "fail", f"{home}: {error.strerror}", "set DRAFTER_HOME to a folder that you can write to")


def _data() -> Check:
    missing = [name for name in ("seeds", "prompts") if not data_folder(name).is_dir()]
    if "seeds" in missing:
        return Check("data", "fail", f"{data_folder('seeds')}: no such folder", _REINSTALL)
    if missing:
        return Check("data", "warn", f"{data_folder('prompts')}: no such folder", "only the offline engine can draft")
    return Check("data", "ok", f"seeds and prompts in {data_folder('seeds').parent}")


def _lexicon() -> Check:
    from drafter.lexicon import body_parts, concepts, drugs, treatments

    counts = {
        "treatments": len(treatments()),
        "drugs": len(drugs()),
        "body parts": len(body_parts()),
        "concepts": len(concepts()),
    }
    unknown = sorted({name for drug in drugs().values() for name in drug.classes} - set(treatments()))
    if unknown:
        return Check(
            "lexicon", "fail", f"drug classes that are no treatment: {', '.join(unknown)}", "correct drugs.yaml"
        )
    return Check("lexicon", "ok", ", ".join(f"{count} {name}" for name, count in counts.items()))


def _cards() -> Check:
    from drafter.criteria.library import library

    cards = library().cards
    if not cards:
        return Check("cards", "fail", "no guideline card is installed", _REINSTALL)
    broken = _broken_references()
    if broken:
        return Check("cards", "fail", "; ".join(broken[:3]), "correct the card or add the word to the lexicon")
    unconfirmed = sum(card.verified.by == "unconfirmed" for card in cards.values())
    criteria = sum(len(card.criteria) for card in cards.values())
    return Check("cards", "ok", f"{len(cards)} cards, {criteria} criteria; {unconfirmed} cards rest on no source yet")


def _broken_references() -> list[str]:
    """Words that a card uses and the lexicon does not have."""
    from drafter.criteria.library import library
    from drafter.lexicon import body_parts, concepts, drugs, treatments

    broken = []
    for card in library().cards.values():
        used = {
            "treatment": set(card.treatments) - set(treatments()),
            "drug": set(card.drugs) - set(drugs()),
            "body part": set(card.parts) - set(body_parts()),
            "concept": {name for criterion in card.criteria for name in criterion.concepts} - set(concepts()),
        }
        broken += [f"card {card.id}: unknown {kind} {name!r}" for kind, names in used.items() for name in sorted(names)]
    return broken


def _embedder() -> Check:
    from drafter.embedding import open_embedder

    embedder = open_embedder(load_settings())
    (vector,) = embedder.embed(["massage therapy"])
    if not 0.99 < float(vector @ vector) < 1.01:
        return Check("embedder", "fail", f"{embedder.name} gives no unit vector", _REINSTALL)
    where = "answers" if embedder.name.startswith("openai:") else "loads without a network"
    return Check("embedder", "ok", f"{embedder.name} {where}, {embedder.dimension} dimensions")


def _index() -> Check:
    from drafter.corpus import corpora, index_folder
    from drafter.embedding import open_embedder
    from vectorstore import IndexMissing
    from vectorstore.doctor import examine as examine_index
    from vectorstore.files import current_build
    from vectorstore.manifest import read_manifest

    settings = load_settings()
    folder = index_folder(settings.home)
    try:
        built = current_build(folder)
    except IndexMissing:
        return Check("index", "warn", f"{folder}: not built yet", "the first draft builds it, or drafter index build")
    if read_manifest(built).corpora != corpora(settings.home):
        return Check("index", "warn", f"{folder}: not of the present corpus", "the next draft builds it anew")
    checks = examine_index(folder, open_embedder(settings))
    wrong = [f"{check.name}: {check.detail}" for check in checks if not check.ok]
    if wrong:
        return Check("index", "fail", "; ".join(wrong), "drafter index build")
    return Check("index", "ok", "; ".join(check.detail for check in checks if check.name in ("manifest", "counts")))


def _server_named() -> bool:
    try:
        return load_settings().chroma_url is not None
    except DrafterError:  # told by the check of the settings
        return False


def _server() -> Check:
    from drafter.sharing import server_of
    from vectorstore.errors import StoreError
    from vectorstore.shared.connection import session
    from vectorstore.shared.publication import current

    server = server_of(load_settings())
    try:
        with session(server) as client:
            publication = current(client, server)
    except StoreError as error:
        return Check("server", "fail", str(error))
    if publication is None:
        return Check("server", "fail", f"{server.url}: nothing is published there yet", "run drafter index publish")
    counts = ", ".join(f"{count} {kind} passages" for kind, count in publication.manifest.kinds.items())
    return Check("server", "ok", f"{server.url}: {counts}, publication {publication.name}")


def _extras() -> Iterator[Check]:
    """Optional parts by the project's own list of them."""
    try:
        requirements = metadata.requires(_DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        yield Check("extras", "warn", f"{_DISTRIBUTION} is not installed as a package", _REINSTALL)
        return
    wanted: dict[str, list[str]] = {}
    for requirement in requirements:
        if found := _EXTRA.match(requirement):
            wanted.setdefault(found["extra"], []).append(found["name"])
    for extra, names in sorted(wanted.items()):
        missing = [name for name in names if not _installed(name)]
        if missing:
            way_out = f"pip install '{_DISTRIBUTION}[{extra}]'"
            yield Check(f"extra {extra}", "warn", f"not installed: {', '.join(missing)}", way_out)
        else:
            yield Check(f"extra {extra}", "ok", ", ".join(names))


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True
