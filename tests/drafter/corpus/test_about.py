"""What is known about a document: options, sidecar, front matter, timeline."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.corpus.about import About, check_about, read_sidecar, split_front_matter
from drafter.errors import InputError


def test_front_matter_is_read_and_cut_off():
    front = split_front_matter("a.md", "---\nsource: S\nedition: 2019\neffective: 2019-03-01\n---\n# Text")
    assert front.about == About(source="S", edition="2019", effective=date(2019, 3, 1))
    assert front.body == "# Text"


def test_keys_of_site_generators_are_passed_over():
    front = split_front_matter("a.md", "---\ntitle: Hand\nid: 7\npermalink: /x\n---\ntext")
    assert (front.about, front.title, front.body) == (About(), "Hand", "text")


@pytest.mark.parametrize("text", ["no front matter", "---\n\nA rule, and text.\n\n---\nmore", "---\nnever closed"])
def test_a_text_without_front_matter_is_left_alone(text):
    assert split_front_matter("a.md", text).body == text


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"efective": "2019-01-01"}, r"unknown key `efective`; did you mean `effective`\?"),
        ({"zzz": 1}, "unknown key `zzz`; the keys are source, edition"),
        ({"effective": "soon"}, "effective: "),
        ({"status": "old"}, "status: .*'active', 'superseded' or 'invalidated'"),
        ({"family": "cochrane"}, "family: "),
        ({"source": " "}, "source: is empty"),
        ({"guideline": "mtus-low-bak-2004"}, r"did you mean mtus-low-back-2004\?"),
        ({"effective": "2019-01-01", "superseded": "2018-01-01"}, "superseded 2018-01-01 is not after"),
    ],
)
def test_what_is_wrong_is_named_in_one_line(values, message):
    with pytest.raises(InputError, match=rf"^hand\.yaml: .*{message}") as raised:
        check_about(values, "hand.yaml")
    assert "\n" not in str(raised.value)


def test_a_date_as_edition_is_a_word():
    assert split_front_matter("a.md", "---\nedition: 2017-12-01\n---\n").about.edition == "2017-12-01"


@pytest.mark.parametrize("name", ["hand.yaml", "hand.yml", "hand.pdf.yaml"])
def test_the_sidecar_lies_beside_the_document(tmp_path, name):
    (tmp_path / name).write_text("edition: third\n")
    assert read_sidecar(tmp_path / "hand.pdf") == About(edition="third")
    assert read_sidecar(tmp_path / "foot.pdf") == About()


@pytest.mark.parametrize("content", ["edition: [", "- a\n- b\n", "edition: 1\nedtion: 2\n"])
def test_a_bad_sidecar_is_named(tmp_path, content):
    (tmp_path / "hand.yaml").write_text(content)
    with pytest.raises(InputError, match=r"hand\.yaml: "):
        read_sidecar(tmp_path / "hand.pdf")


def test_the_first_that_says_something_wins():
    options, front = About(edition="2020"), About(edition="2019", source="S")
    assert options.over(front) == About(edition="2020", source="S")


def test_an_edition_of_the_timeline_brings_its_dates():
    about = About(guideline="mtus-chronic-pain-2009", licence="own copy").completed()
    assert about == About(
        source="MTUS Chronic Pain Medical Treatment Guidelines",
        edition="2009",
        effective=date(2009, 7, 18),
        superseded=date(2016, 7, 29),
        trigger="service",
        family="mtus",
        guideline="mtus-chronic-pain-2009",
        licence="own copy",
    )
