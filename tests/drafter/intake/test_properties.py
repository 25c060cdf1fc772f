"""Any letter that is printed comes back as it was; any other text is refused in one line."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.errors import DrafterError
from drafter.intake import read_letter
from tests.drafter.intake.letters import Item, Spec, paged, pdf, text, write

VOCABULARY = """MRI of the lumbar spine left knee Norco 10/325mg #60 12 sessions (acupuncture) L4-5
sub-acute therapy: 2.5 weekly NSAIDs, pain, Guidelines report dated 1/2/15 [REDACTED] 40% follow-up"""
WORDS = st.sampled_from(VOCABULARY.split())
PHRASE = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
SENTENCE = PHRASE.map(lambda phrase: f"The {phrase} noted.")
PROSE = st.lists(SENTENCE, min_size=1, max_size=6).map(" ".join)
MODIFIED = st.tuples(PHRASE, PHRASE, PHRASE).map(
    lambda parts: (
        f"{parts[0]} was the original request. {parts[1]} was authorized by the Claims Administrator. "
        f"The remaining IMR eligible portion of the original request, {parts[2]} is"
    )
)
REQUEST = st.one_of(PHRASE, MODIFIED).filter(lambda request: not re.match(r"\d+[.)]\s", request))
ITEM = st.builds(
    Item,
    request=REQUEST,
    outcome=st.sampled_from(["Upheld", "Overturned"]),
    claims=SENTENCE,
    guideline=SENTENCE,
    rationale=PROSE,
)
SPEC = st.builds(
    Spec,
    items=st.lists(ITEM, min_size=1, max_size=5).map(tuple),
    summary=st.lists(PROSE, min_size=1, max_size=3).map(tuple),
    number=st.just("CM15-9000001"),
)
QUICK = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def squeezed(value: str) -> str:
    """Without white space: a hyphen at a line's end joins, and the letter cannot tell."""
    return re.sub(r"\s+", "", value)


def check(spec: Spec, path) -> None:
    case, determination = read_letter(path)
    assert squeezed(determination.clinical_summary) == squeezed(" ".join(spec.summary))
    for item, given_item in zip(determination.items, spec.items, strict=True):
        assert squeezed(item.request) == squeezed(given_item.request)
        assert item.outcome == given_item.outcome.lower()
        assert squeezed(item.claims_administrator_guideline) == squeezed(given_item.claims)
        assert squeezed(item.reviewer_guideline) == squeezed(given_item.guideline)
        assert squeezed(item.rationale) == squeezed(given_item.rationale)
    assert [item.request for item in case.items] == [item.request for item in determination.items]


@QUICK
@given(spec=SPEC, width=st.one_of(st.none(), st.integers(60, 120)), length=st.one_of(st.none(), st.integers(5, 60)))
def test_a_printed_letter_comes_back(tmp_path, spec, width, length):
    letter = text(spec, width)
    check(spec, write(tmp_path, paged(letter, length) if length else letter))


@QUICK
@given(spec=SPEC, width=st.one_of(st.none(), st.integers(70, 110)))
def test_a_letter_without_blank_lines_comes_back(tmp_path, spec, width):
    check(spec, write(tmp_path, text(spec, width, blank_lines=False)))


@QUICK
@given(spec=SPEC, width=st.integers(66, 84), length=st.integers(30, 62))
def test_a_letter_as_pdf_comes_back(tmp_path, spec, width, length):
    check(spec, write(tmp_path, pdf(paged(text(spec, width), length).split("\f")), "letter.pdf"))


FRAGMENTS = st.sampled_from(
    ["Case Number: CM15-9000001", "CLINICAL CASE SUMMARY", "IMR ISSUES, DECISIONS AND RATIONALES",
     "MRI: Upheld", "Claims Administrator guideline: x", "MAXIMUS guideline:", "Decision rationale: y",
     "\f", "", "Issue at Dispute: z",
     "Case Summary", "Rationale: w", "Determination: Uphold", "1. The request for x is not medically necessary.",
     "The Claims Administrator based its decision on", "Decision Date: 99/99/9999", "- a", "2. b"]
)  # fmt: skip


@QUICK
@given(
    content=st.one_of(
        st.text(max_size=400), st.lists(st.one_of(FRAGMENTS, st.text(max_size=20)), max_size=25).map("\n".join)
    ),
    name=st.sampled_from(["letter.txt", "letter.md"]),
)
def test_any_other_text_is_a_letter_or_one_line_of_error(tmp_path, content, name):
    try:
        case, determination = read_letter(write(tmp_path, content, name))
    except DrafterError as error:
        assert str(error).startswith(f"{tmp_path / name}: ")
        assert "\n" not in str(error)
    else:
        assert [item.number for item in case.items] == [item.number for item in determination.items]


@QUICK
@given(content=st.binary(max_size=300), name=st.sampled_from(["letter.txt", "letter.md", "letter.pdf"]))
def test_any_bytes_are_refused_in_one_line(tmp_path, content, name):
    try:
        read_letter(write(tmp_path, content, name))
    except DrafterError as error:
        assert "\n" not in str(error)
