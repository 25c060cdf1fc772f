"""The work behind `drafter index doctor`, `publish`, `export` and `import`."""

from __future__ import annotations

import sys
from pathlib import Path

from drafter.cli.progress import working
from drafter.cli.tables import show
from drafter.corpus import index_folder, rebuild
from drafter.embedding import open_embedder
from drafter.settings import load_settings
from drafter.sharing import server_of
from vectorstore.doctor import Check, damaged, examine


def check_index(home: Path | None, repair: bool) -> bool:
    """Print a line for each check, and with `repair` build anew what failed; True when all is well in the end."""
    settings = load_settings(home=home)
    folder, embedder = index_folder(settings.home), open_embedder(settings)
    checks = examine(folder, embedder)
    _report(checks)
    if _well(checks) or not repair:
        return _well(checks)
    broken = damaged(checks, ("card", "guideline", "decision"))
    with working("Building the index anew") as progress:
        rebuild(settings.home, embedder, progress, damaged=broken)
    show(f"built anew from cards and added documents: {', '.join(sorted(broken))}")
    checks = examine(folder, embedder)
    _report(checks)
    return _well(checks)


def publish_index(home: Path | None) -> None:
    """Bring the index up to date and put its guidelines and decisions on the server."""
    from drafter.corpus import ensure_index
    from vectorstore.shared import publish

    settings = load_settings(home=home)
    server = server_of(settings)
    with working("Publishing passages") as progress:
        ensure_index(settings.home, progress, open_embedder(settings)).close()
        publication = publish(index_folder(settings.home), server, progress)
    counts = ", ".join(f"{count} {kind} passages" for kind, count in publication.manifest.kinds.items())
    sys.stdout.write(f"published {counts} to {server.url}\n")


def export_index(file: Path, home: Path | None) -> None:
    """Write the added documents into one archive and say what is in it."""
    from drafter.transfer import export_library

    settings = load_settings(home=home)
    with working("Writing the archive") as progress:
        moved = export_library(settings.home, file, open_embedder(settings), progress)
    sys.stdout.write(f"exported {moved.documents} documents, {moved.passages} passages to {file}\n")


def import_index(file: Path, home: Path | None) -> None:
    """Add the documents of an archive to the library and say how many there were."""
    from drafter.transfer import import_library

    settings = load_settings(home=home)
    with working("Reading the archive") as progress:
        moved = import_library(settings.home, file, open_embedder(settings), progress)
    sys.stdout.write(f"imported {moved.documents} documents, {moved.passages} passages from {file}\n")


def _report(checks: list[Check]) -> None:
    for check in checks:
        show(f"{'ok' if check.ok else 'fail':<4}  {check.name}: {check.detail}")


def _well(checks: list[Check]) -> bool:
    return all(check.ok for check in checks)
