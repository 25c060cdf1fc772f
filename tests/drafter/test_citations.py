"""Guideline lines: which guidelines, sections and pages they cite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.citation_names import split_sections
from drafter.citations import parse_guideline_line
from drafter.criteria.library import library

CHRONIC = "mtus-chronic-pain-2016"
BASED = "Decision based on MTUS "
OTHER = "Decision based on Non-MTUS Citation "


def cited(line):
    return [(c.guideline, c.sections, c.pages) for c in parse_guideline_line(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            f"{BASED}Low Back Complaints 2004, Section(s): Summary, and Chronic Pain Medical Treatment 2016, "
            f"Section(s): Facet blocks. {OTHER}Official Disability Guidelines (ODG) Low Back, "
            "Epidural steroid injections (ESIs).",
            [
                ("mtus-low-back-2004", ("Summary",), None),
                (CHRONIC, ("Facet blocks",), None),
                ("odg-low-back", ("Epidural steroid injections (ESIs)",), None),
            ],
        ),
        (
            f"{BASED}Chronic Pain Treatment Guidelines Massage therapy Page(s): 60.",
            [("mtus-chronic-pain-2009", ("Massage therapy",), "60")],
        ),
        (
            f"{BASED}Chronic Pain Treatment Guidelines Opioids, criteria for use Page(s): 76-80, 86.",
            [("mtus-chronic-pain-2009", ("Opioids, criteria for use",), "76-80, 86")],
        ),
        (
            f"{BASED}ACOEM Practice Guidelines, Chapter 12 Low Back Complaints Page(s): 303-305.",
            [("mtus-low-back-2004", (), "303-305")],
        ),
        (
            f"{BASED}Forearm, Wrist, and Hand Complaints 2004, Section(s): Special Studies, and Shoulder Complaints "
            "2004.",
            [("mtus-wrist-hand-2004", ("Special Studies",), None), ("mtus-shoulder-2004", (), None)],
        ),
        (f"{BASED}Chronic Pain Medical Treatment Guidelines (July 28, 2016), Facet blocks.", None),
        ("The Expert Reviewer did not cite any medical evidence for its decision.", []),
        ("", []),
        (
            "The Physician Reviewer based his/her decision on the Chronic Pain Medical Treatment Guidelines, pages "
            "98-99, which is part of the MTUS.",
            [("mtus-chronic-pain-2009", (), "98-99")],
        ),
    ],
)
def test_guideline_lines(line, expected):
    assert cited(line) == (expected if expected is not None else [(CHRONIC, ("Facet blocks",), None)])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Official Disability Guidelines (ODG), Low Back Chapter", [("odg-low-back",)]),
        ("ODG Hip & Pelvis", [("odg-hip",)]),
        ("Official Disability Guidelines, Knee and leg", [("odg-knee",)]),
        ("Official Disability Guidelines (ODG) Hips and Pelvis (Acute and Chronic), MRI", [("odg-hip", "MRI")]),
        ("Official Disability Guidelines: Low Back - Lumbar & Thoracic (Acute & Chronic) Chapter", [("odg-low-back",)]),
        ("Official Disability Guidelines (ODG) 2016 Shoulder Chapter: Arthrogram", [("odg-shoulder", "Arthrogram")]),
        ("Official Disability Guidelines (ODG), Shoulder (updated 12/12/16)", [("odg-shoulder",)]),
        ("Official Disability Guidelines (ODG) exercise, elbow chapter", [("odg-elbow", "exercise")]),
        ("Official Disability Guidelines (ODG) MRI shoulder", [("odg-shoulder", "MRI shoulder")]),
        ("Official Disability Guidelines, Forearm, Wrist & Hand - Splints", [("odg-wrist-hand", "Splints")]),
        ("Official Disability Guidelines (ODG) Low Back, testing, general", [("odg-low-back", "testing, general")]),
        ("Official Disability Guidelines, Neck and Upper Back; Low Back", [("odg-neck",), ("odg-low-back",)]),
        ("ODG Pain (Chronic), Tea; ODG Head (updated 1/1/17), CT", [("odg-pain", "Tea"), ("odg-head", "CT")]),
        ("Official Disability Guidelines (ODG), Made up Guidelines", [(None, "Made up Guidelines")]),
        ("ACOEM Hip and Groin Disorders, Made up topic", [("acoem-hip-2011", "Made up topic")]),
        ("ACOEM Practice Guidelines, 3rd ed., Hip and Groin Disorders, pg. 12", [("acoem-hip-2011",)]),
        ("www.example.org", [(None,)]),
    ],
)
def test_guidelines_outside_the_mtus(source, expected):
    line = f"The Expert Reviewer based their decision on a source outside of the MTUS Guidelines. {OTHER}{source}."
    citations = parse_guideline_line(line)
    assert [(c.guideline, *c.sections) for c in citations] == expected
    assert not any(c.mtus for c in citations)


def test_a_page_of_an_unknown_guideline_is_kept():
    (citation,) = parse_guideline_line(f"{OTHER}ACOEM Practice Guidelines, 3rd ed., Hand Disorders, pg. 607.")
    assert (citation.guideline, citation.pages) == (None, "607")
    assert citation.text == "ACOEM Practice Guidelines, 3rd ed., Hand Disorders, pg. 607"


@pytest.mark.parametrize(
    ("listed", "sections"),
    [
        ("NSAIDs, GI symptoms & cardiovascular risk, Proton Pump Inhibitors (PPIs)", 2),
        ("NSAIDs (non-steroidal anti-inflammatory drugs), NSAIDs, specific drug list & adverse effects", 2),
        ("NSAIDs, hypertension and renal function, NSAIDs, GI symptoms & cardiovascular risk", 2),
        ("TENS, chronic pain (transcutaneous electrical nerve stimulation)", 1),
        ("Topical analgesics, compounded", 1),
        ("Topical analgesics, Compound drugs", 2),
        ("Work conditioning, work hardening", 1),
        ("Benzodiazepines, Benzodiazepine dependence, maintenance", 2),
        ("Made up drug (One, Two [otc], Three), Office visits", 2),
        ("Made up therapy, follow-up, Office visits", 2),
        ("Special Studies, Diagnostic Criteria, Summary", 3),
        (
            "3.2 Opioids for Chronic Pain: Consideration of Alternatives, 3.3.1.2 Opioids for Chronic Pain: Screening "
            "for Risk, Prior to Chronic Opioid Treatment: Alcohol, 4.1 Tapering Opioids: Indications",
            3,
        ),
    ],
)
def test_section_names_that_hold_commas_stay_whole(listed, sections):
    found = split_sections(listed, CHRONIC)
    assert ", ".join(found) == listed
    assert len(found) == sections


@pytest.mark.parametrize("guideline", sorted(library().guidelines))
def test_every_wording_of_the_timeline_is_recognised(guideline):
    entry = library().guidelines[guideline]
    source = "ODG, " if entry.organisation == "ODG" else ""
    for wording in entry.cited_as:
        (citation,) = parse_guideline_line(f"{BASED if entry.mtus else OTHER}{source}{wording}.")
        assert citation.guideline == guideline


@given(st.data())
def test_lists_of_known_sections_come_apart_as_they_were_put_together(data):
    names = sorted({card.section for card in library().cards.values() if card.guideline == CHRONIC})
    chosen = tuple(data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=5, unique=True)))
    (citation,) = parse_guideline_line(f"{BASED}Chronic Pain Medical Treatment 2016, Section(s): {', '.join(chosen)}.")
    assert citation.sections == chosen


WORDS = st.sampled_from(
    [
        "Decision based on",
        "MTUS",
        "Non-MTUS",
        "Citation",
        "ODG",
        "Low Back",
        "2004",
        ",",
        ";",
        "Section(s):",
        "Page(s):",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(st.one_of(WORDS, st.text(max_size=12))).map(" ".join)))
def test_any_text_parses_into_citations_with_text(line):
    assert all(citation.text for citation in parse_guideline_line(line))
