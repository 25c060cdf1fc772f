"""Promise 5: the edition in force, nothing invalidated, MTUS first."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.drafter.builders import HEADER, MASSAGE, chosen, disputed, make_case, passage
from tests.drafter.verification.sample import CASE, LIBRARY, changed, codes_of, flags_of, massage_item, with_sentence


def cites(name: str):
    text = LIBRARY.cards[name].facts
    return with_sentence(text, "g9", role="guideline", extra={"g9": passage(LIBRARY, name)})


@pytest.mark.parametrize("name", ["old-massage", "new-massage"])
def test_a_cited_edition_that_is_not_in_force_is_blocked(name):
    flags = [flag for flag in flags_of(cites(name)) if flag.code == "edition-not-in-force"]
    assert [(flag.severity, flag.where) for flag in flags] == [("block", "item 1 sentence 6")]


@pytest.mark.parametrize("name", ["old-massage", "new-massage"])
def test_a_listed_edition_that_is_not_in_force_is_a_warning(name):
    item = massage_item()
    listed = changed(item, guidelines=(*item.guidelines, chosen(LIBRARY, name, CASE, 1)))
    assert [(flag.code, flag.severity) for flag in flags_of(listed)] == [("edition-not-in-force", "warn")]


@pytest.mark.parametrize(("day", "in_force"), [(dt.date(2016, 7, 28), False), (dt.date(2016, 7, 29), True)])
def test_the_request_date_selects_the_edition_to_the_day(day, in_force):
    header = HEADER.model_copy(update={"request_date": day, "ur_denial_date": dt.date(2016, 8, 5)})
    case = make_case(disputed(1, MASSAGE), header=header)
    item = with_sentence(
        "Massage is a passive treatment.",
        "g9",
        role="guideline",
        item=massage_item(case),
        extra={"g9": passage(LIBRARY, "new-massage")},
    )
    assert ("edition-not-in-force" in codes_of(item, case)) is not in_force


def test_the_decision_date_selects_nothing():
    header = HEADER.model_copy(update={"date_assigned": dt.date(2017, 1, 1)})
    case = make_case(disputed(1, MASSAGE), header=header)
    assert codes_of(massage_item(case), case) == set()


def test_an_invalidated_section_is_blocked_when_cited_and_a_warning_when_listed():
    item = massage_item()
    listed = changed(item, guidelines=(*item.guidelines, chosen(LIBRARY, "void-massage", CASE, 1)))
    assert {(flag.code, flag.severity) for flag in flags_of(listed)} == {("guideline-invalidated", "warn")}
    blocked = [flag for flag in flags_of(cites("void-massage")) if flag.code == "guideline-invalidated"]
    assert [flag.severity for flag in blocked] == ["block"]
    assert "Appeals Board" in blocked[0].message


@pytest.mark.parametrize(
    "fields",
    [
        {"edition": "2016"},
        {"section": "Manual therapy"},
        {"pages": "61"},
        {"citation": "MTUS p. 60"},
        {"passage": "Massage is always covered."},
        {"guideline": "odg"},
        {"id": "invented"},
    ],
)
def test_a_listed_guideline_agrees_with_its_card(fields):
    item = massage_item()
    altered = item.guidelines[0].model_copy(update=fields)
    assert "guideline-altered" in codes_of(changed(item, guidelines=(altered,)))


@pytest.mark.parametrize("fields", [{"as_of": dt.date(2014, 8, 12)}, {"as_of": None}, {"as_of_basis": "service date"}])
def test_the_date_shown_is_the_one_that_chose_the_edition(fields):
    item = massage_item()
    altered = item.guidelines[0].model_copy(update=fields)
    assert codes_of(changed(item, guidelines=(altered,))) == {"as-of-differs"}


def odg_first(*listed: str):
    item = massage_item()
    citations = item.citations | {"g1": passage(LIBRARY, "odg-massage")}
    guidelines = tuple(chosen(LIBRARY, name, CASE, 1) for name in listed)
    return changed(item, citations=citations, guidelines=guidelines)


@pytest.mark.parametrize(
    ("listed", "warned"),
    [
        (("odg-massage", "massage"), True),
        (("massage", "odg-massage"), True),
        (("odg-massage",), False),
        (("odg-massage", "nsaid"), False),
        (("odg-massage", "old-massage"), False),
        (("odg-massage", "void-massage"), False),
    ],
)
def test_mtus_comes_first_where_it_covers_the_treatment(listed, warned):
    assert ("mtus-first" in codes_of(odg_first(*listed))) is warned


@pytest.mark.parametrize("name", ["ODG", "ACOEM", "Official Disability Guidelines"])
def test_a_guideline_that_is_named_and_not_cited_is_a_warning(name):
    flags = flags_of(with_sentence(f"The {name} would allow this treatment.", "g1", role="guideline"))
    assert [(flag.code, flag.severity) for flag in flags] == [("guideline-named-only", "warn")]


def test_the_cited_guideline_may_be_named():
    assert codes_of(with_sentence("The MTUS calls massage an adjunct.", "g1", role="guideline")) == set()
