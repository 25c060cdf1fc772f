"""The shipped lexicons: ids, references, and patterns that can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import DataError
from drafter.lexicon import Drug, Treatment, body_parts, drugs, pattern, read_entries, treatments


def patterns() -> list[tuple[str, str]]:
    found = [(entry.id, text) for entry in treatments().values() for text in entry.patterns]
    found += [(entry.id, text) for entry in body_parts().values() for text in entry.patterns]
    return found + [(entry.generic, text) for entry in drugs().values() for text in entry.brands]


def test_every_pattern_compiles() -> None:
    assert len(patterns()) > 1500
    for _, text in patterns():
        assert pattern(text).groups >= 0


def test_no_entry_lists_a_pattern_twice() -> None:
    found = patterns()
    assert sorted({entry for entry in found if found.count(entry) > 1}) == []


def test_every_treatment_has_patterns() -> None:
    assert all(entry.patterns for entry in treatments().values())


def test_larger_parts_exist_and_end() -> None:
    parts = body_parts()
    for part in parts.values():
        seen = {part.id}
        while part.within:
            part = parts[part.within]
            assert part.id not in seen
            seen.add(part.id)


def test_ingredients_are_drugs() -> None:
    kits = [drug for drug in drugs().values() if drug.ingredients]
    assert kits
    for kit in kits:
        assert set(kit.ingredients) <= set(drugs()), kit.generic


def test_names_are_lower_case() -> None:
    assert [name for name in drugs() if name != name.lower()] == []


def test_bad_entry_names_file_and_place(tmp_path: Path) -> None:
    broken = tmp_path / "drugs.yaml"
    broken.write_text("- generic: x\n  classes: [opioid]\n- generic: y\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"drugs\.yaml: entry 2 classes"):
        read_entries(broken, Drug)


def test_unknown_category_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "treatments.yaml"
    broken.write_text("- {id: a, name: a, category: magic, patterns: [a]}\n", encoding="utf-8")
    with pytest.raises(DataError, match="category"):
        read_entries(broken, Treatment)
