"""Drugs in running text."""

from __future__ import annotations

import pytest

from drafter.lexicon import drugs, treatments
from drafter.lock import drug_classes, find_drugs, ingredients


def generics(text: str) -> list[str]:
    return [found.generic for found in find_drugs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He takes Norco and Flexeril.", ["hydrocodone/acetaminophen", "cyclobenzaprine"]),
        ("hydrocodone-APAP 5/325", ["hydrocodone/acetaminophen"]),
        ("Oxycodone HCl/acetaminophen", ["oxycodone/acetaminophen"]),
        ("acetaminophen with codeine", ["acetaminophen/codeine"]),
        ("Tylenol #3 and Tylenol", ["acetaminophen/codeine", "acetaminophen"]),
        ("tramadol and acetaminophen", ["tramadol", "acetaminophen"]),
        ("butalbital/APAP/caffeine", ["butalbital/acetaminophen/caffeine"]),
        ("diclofenac-misoprostol", ["diclofenac/misoprostol"]),
        ("MS Contin 15 mg", ["morphine"]),
        ("orphenadrine citrate ER", ["orphenadrine"]),
        ("Naproxin 550 mg", ["naproxen"]),
        ("She is well versed in her exercises.", []),
        ("a lithium battery fell on her foot", []),
        ("to ensure that the patient improves", []),
    ],
)
def test_drugs(text: str, expected: list[str]) -> None:
    assert generics(text) == expected


def test_place_covers_the_combination() -> None:
    text = "continue Hydrocodone/Acetaminophen as needed"
    found = find_drugs(text)[0]
    assert text[found.start : found.end] == "Hydrocodone/Acetaminophen"


def test_every_generic_name_is_found() -> None:
    missed = [name for name in drugs() if generics(f"The patient takes {name} daily.") != [name]]
    assert missed == []


def test_ingredients() -> None:
    assert ingredients("oxycodone/acetaminophen") == ("oxycodone", "acetaminophen")
    assert ingredients("deprizine") == ("ranitidine",)
    assert ingredients("naproxen") == ("naproxen",)


def test_patch_class_only_for_a_patch() -> None:
    assert drug_classes("lidocaine", "patch")[0] == "lidocaine-patch"
    assert drug_classes("lidocaine", "topical") == ("topical",)
    assert drug_classes("tramadol") == ("tramadol", "opioid")


def test_classes_are_treatments_of_the_drug_category() -> None:
    used = {name for drug in drugs().values() for name in (*drug.classes, *drug.topical)}
    assert {treatments()[name].category for name in used} == {"drug"}


def test_formulary_is_broad() -> None:
    for treatment in (
        "opioid",
        "muscle-relaxant",
        "nsaid",
        "ppi",
        "anticonvulsant",
        "antidepressant",
        "benzodiazepine",
    ):
        assert sum(treatment in drug.classes for drug in drugs().values()) >= 5, treatment
    assert len(drugs()) >= 400
