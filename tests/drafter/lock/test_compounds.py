"""Compounded products, kits and the difference between a drug and its form on the skin."""

from __future__ import annotations

import pytest

from drafter.case import Lock
from drafter.lexicon import drugs
from drafter.lock import parse_lock
from tests.drafter.lock.expected import case

REQUESTS = (
    case(
        "Capsaicin 0.025%, Flurbiprofen 15%, Gabapentin 10%, Menthol 2%, Camphor 2% 180gm",
        "compound",
        also="topical",
        drug="capsaicin/flurbiprofen/gabapentin/menthol/camphor",
        strength="0.025%/15%/10%/2%/2%",
        quantity=180,
    ),
    case(
        "Flurbiprofen/Cyclobenzaprine/Menthol cream 20%/10%/4% 180 grams",
        "compound",
        also="topical",
        drug="flurbiprofen/cyclobenzaprine/menthol",
        strength="20%/10%/4%",
        quantity=180,
    ),
    case(
        "Topical compound: Gabapentin 10%, Amitriptyline 10%, Bupivacaine 5% in cream base 210 grams",
        "compound",
        also="topical",
        drug="gabapentin/amitriptyline/bupivacaine",
        strength="10%/10%/5%",
        quantity=210,
    ),
    case(
        "FCL (Flurbiprofen 20%, Baclofen 2%, Menthol 2%, Hyaluronic Acid 0.20%) 180gm",
        "compound",
        also="topical",
        drug="flurbiprofen/baclofen/menthol",
        strength="20%/2%/2%/0.20%",
        quantity=180,
    ),
    case(
        "Terocin patches #30",
        "topical",
        also="compound",
        drug="capsaicin/lidocaine/menthol/methyl salicylate",
        quantity=30,
    ),
    case("Fanatrex (gabapentin) 25mg/ml 420ml", "compound", also="anticonvulsant", drug="fanatrex", drugs="gabapentin",
         strength="25 mg/ml", quantity=420),
    case("Synapryn 10mg/1ml, 500ml", "compound", also="tramadol opioid medical-food", drug="synapryn",
         drugs="tramadol, glucosamine", strength="10 mg/1ml", quantity=500),
    case("Norco (hydrocodone/APAP) 10/325mg #60", "opioid", drug="hydrocodone/acetaminophen", strength="10/325 mg",
         quantity=60),
    case("Ultram (tramadol) 50mg #90", "tramadol", also="opioid", drug="tramadol", strength="50 mg", quantity=90),
)  # fmt: skip


@pytest.mark.parametrize(("request_text", "expected"), REQUESTS, ids=[request for request, _ in REQUESTS])
def test_whole_lock(request_text: str, expected: Lock) -> None:
    assert parse_lock(request_text) == expected


@pytest.mark.parametrize(
    ("systemic", "topical"),
    [
        ("Voltaren 75mg #60", "Voltaren 1% gel"),
        ("Ketoprofen 75mg #30", "Ketoprofen 10% cream"),
        ("Gabapentin 300mg #90", "Gabapentin 6% gel 60gm"),
        ("Amitriptyline 25mg #30", "Amitriptyline 4% transdermal cream"),
    ],
)
def test_the_form_decides_the_class(systemic: str, topical: str) -> None:
    by_mouth, on_skin = parse_lock(systemic), parse_lock(topical)
    assert by_mouth.drug == on_skin.drug
    assert by_mouth.treatment in drugs()[by_mouth.drug or ""].classes
    assert on_skin.treatment in ("topical-nsaid", "compound") and "topical" in on_skin.also


def test_a_patch_that_is_not_for_the_skin_keeps_its_class() -> None:
    assert parse_lock("Fentanyl patch 25mcg/hr #10").treatment == "opioid"
    assert parse_lock("Butrans patch 5mcg #4").treatment == "buprenorphine"


def test_every_kit_is_a_compound_request() -> None:
    kits = [drug for drug in drugs().values() if drug.compound]
    assert len(kits) >= 15
    for kit in kits:
        lock = parse_lock(f"{kit.generic} (unknown quantity)")
        assert lock.treatment == "compound" and lock.drug == kit.generic
        assert lock.drugs == kit.ingredients and lock.quantity is None
