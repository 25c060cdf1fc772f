"""Adding documents to the register, and taking them out again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from drafter.corpus.formats import GUIDELINE_ENDINGS
from drafter.corpus.letters import LETTER_ENDINGS
from drafter.corpus.reading import Added, Reading, Wish
from drafter.corpus.register import AddedKind, Entry, Register
from drafter.errors import InputError
from vectorstore.lock import writer_lock

_SAVE_EVERY = 50
ENDINGS: dict[AddedKind, tuple[str, ...]] = {"guideline": GUIDELINE_ENDINGS, "decision": LETTER_ENDINGS}


def files_below(names: Iterable[Path], kind: AddedKind) -> tuple[list[Path], list[InputError]]:
    """Files as named, folders as the documents below them; each once. Hidden files are passed over."""
    files: dict[Path, None] = {}
    problems = []
    for name in names:
        if not name.exists():
            problems.append(InputError(f"{name}: no such file or folder; check the path"))
            continue
        found = sorted(_documents(name, ENDINGS[kind])) if name.is_dir() else [name]
        if not found:
            endings = ", ".join(ENDINGS[kind])
            problems.append(InputError(f"{name}: the folder holds no document ({endings}); name another one"))
        files.update(dict.fromkeys(found))
    return list(files), problems


def add_documents(home: Path, files: Iterable[Path], wish: Wish) -> Iterator[Added]:
    """Read what is new or changed, one after another. IndexLocked when another process is adding documents.

    The register is saved every now and then and at the end, also when the caller stops early.
    """
    register = Register(home)
    with writer_lock(register.folder):
        reading = Reading(register, wish)
        unsaved = 0
        try:
            for file in files:
                added = reading.add(file)
                unsaved += added.state in ("added", "changed")
                if unsaved >= _SAVE_EVERY:
                    register.save(reading.entries)
                    unsaved = 0
                yield added
        finally:
            if unsaved:
                register.save(reading.entries)


def remove_documents(home: Path, names: Collection[str]) -> tuple[list[Entry], list[InputError]]:
    """Take documents out of the register, by id, path, or a folder above them."""
    register = Register(home)
    with writer_lock(register.folder):
        entries = register.load()
        removed: dict[str, Entry] = {}
        problems = []
        for name in names:
            found = [entry for entry in entries.values() if _is_named(entry, name)]
            if not found:
                problems.append(InputError(f"{name}: no such document; `drafter index list` shows them"))
            removed |= {entry.id: entry for entry in found}
        if removed:
            register.save({name: entry for name, entry in entries.items() if name not in removed})
    return list(removed.values()), problems


def _documents(folder: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and path.name.lower().endswith(endings):
            yield path


def _is_named(entry: Entry, name: str) -> bool:
    path = Path(name).resolve()
    return entry.id == name or Path(entry.path) == path or path in Path(entry.path).parents
