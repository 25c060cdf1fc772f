"""Forms and decisions without the usual words: lettered lists, bare numbers, ticks, keys of verdicts, enclosures."""

from __future__ import annotations

import pytest

from drafter.case import Case
from drafter.casefile.reading import _case
from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import APPLICATION, case_texts, pages

_HEADING = next(line for line in APPLICATION.splitlines() if line.startswith("List each"))
_RFA = """REQUEST FOR AUTHORIZATION
Name (Last, First, Middle): Brill, Una DOI 5/6/2014 DOB 2/3/1975
ITEMS:
{rows}
Electronically signed by Orla Vance, MD, 3/10/2015"""
_TICKED = """Larkspur Care Review
March 20, 2015
Re: Una Brill Claim QX-55120 DOI May 6, 2014
UTILIZATION REVIEW DECISION
Dear Dr. Vance:
First service: acupuncture, right knee, 10 visits
{first}
Not approved for want of a diagnosis.
Second service: physical therapy, right knee, 12 visits
{second}
Approved: four (4) visits. Not approved: eight (8) visits.
Basil Thorn, MD, Occupational Medicine"""


def case_of(application: str, form: str, decision: str) -> Case:
    return _case(index_records(pages(application, form, decision, *case_texts()[3:])), "unnumbered")


def application(*rows: str) -> str:
    return APPLICATION.replace(f"{_HEADING}\n1. {{request}}", "\n".join(rows))


@pytest.mark.parametrize(
    "rows",
    [
        ("4. Disputed medical treatment", "Diagnosis S83.91", "Letter of 3-20-2015", "Liability contested other than",
         "necessity __ Yes _X_ No", "a) acupuncture, right knee, 10 visits", "b) physical therapy, right knee, 12"),
        ("5 Dispute", "Diagnosis: S83.91", "1 Acupuncture R knee, 10 visits", "2 Physical therapy R knee, 12 visits"),
        ("Treatment in dispute:", "(1) acupuncture R knee x 10", "(2) PT R knee, 12 visits; 4 were approved"),
    ],
)  # fmt: skip
def test_an_application_lists_by_letters_or_bare_numbers(rows: tuple[str, ...]) -> None:
    case = case_of(application(*rows), case_texts()[1], _TICKED.format(first="[X] Deny", second="[X] Modify"))
    assert [item.lock.treatment for item in case.items] == ["acupuncture", "physical-therapy"]
    assert not any("approved" in item.request for item in case.items)


@pytest.mark.parametrize(("empty", "full"), [("❏", "✘"), ("☐", "☒"), ("[ ]", "[X]")])
def test_what_nobody_ticked_was_not_decided(empty: str, full: str) -> None:
    decision = _TICKED.format(
        first=f"{empty} Approve {empty} Modify {full} Deny", second=f"{empty} Approve {full} Modify {empty} Deny"
    )
    listed = application(
        _HEADING, "1. Acupuncture, right knee, 10 visits", "2. Physical therapy, right knee, 12 visits"
    )
    denied, modified = case_of(listed, case_texts()[1], decision).items
    assert (denied.lock.ur_action, denied.lock.remainder) == ("denied", None)
    assert modified.lock.remainder and modified.lock.remainder.authorized == "4 of 12"


def test_the_remainder_that_a_worker_disputes_is_asked_for_as_a_whole() -> None:
    rows = ("1. MRI right knee", "2. Physical therapy, right knee, remaining 8 of 12 visits not authorized")
    decision = _TICKED.format(first="[X] Deny", second="[X] Modify").replace(
        "acupuncture, right knee, 10 visits", "MRI"
    )
    case = case_of(application(_HEADING, *rows), case_texts()[1], decision)
    assert case.items[1].request == "Physical therapy, right knee, 12 visits"
    assert case.items[1].lock.remainder and case.items[1].lock.remainder.remaining.startswith("8 of 12")


def test_reasons_by_number_are_no_requests() -> None:
    decision = """Larkspur Care Review
NOTICE OF DENIAL IN PART
March 20, 2015
Re: Una Brill Claim QX-55120
Treatment Request 1 of 2
Service MRI left knee
Result NON-CERTIFIED
Treatment Request 2 of 2
Service Physical therapy, right knee, 12 visits
Result NON-CERTIFIED
Request 1. An MRI was done in 2014. The response to therapy is not documented. Non-certify.
Request 2. The claimant had physical therapy in 2014. A home program is enough. Non-certify.
Basil Thorn, MD"""
    form = _RFA.format(rows="A MRI right knee 73721\nB Physical therapy right knee 97110, 97140 / 0101T 12 visits")
    case = case_of("A note without a list.", form, decision)
    assert [item.lock.treatment for item in case.items] == ["mri", "physical-therapy"]
    assert "the side is right in one document and left in another" in {found.message for found in case.discrepancies}


def test_rows_end_before_what_is_attached_and_leave_no_codes() -> None:
    form = """RFA
REQUEST FOR AUTHORIZATION, STATE OF CALIFORNIA
Brill, Una DOI 5/6/2014
DX SERVICE HOW MUCH
S83.91 M25.561 PHYSICAL THERAPY, R KNEE (97110/97140) 3 X WK, 4 WKS = 12
SEE PR-2 3/9/2015 P 1-2
DATE 3/10/2015
Orla Vance, MD"""
    case = case_of("A note without a list.", form, case_texts()[3])
    assert [item.request for item in case.items] == ["PHYSICAL THERAPY, R KNEE 3 X WK, 4 WKS = 12"]


def test_what_a_letter_encloses_is_not_what_it_is() -> None:
    letter = """GRANITE LINE INDEMNITY
June 1, 2015
To: Independent Medical Review
Re: Una Brill
Please find the following:
1 Utilization review determination, 3/20/2015
2 Request for authorization, 3/10/2015
3 MRI
Ada Quill, claims"""
    kinds = [record.kind for record in index_records(pages(letter, *case_texts())).records]
    assert kinds[0] == "correspondence"
    assert kinds.count("ur_decision") == 1


@pytest.mark.parametrize("title", ["AUTOMATED DETERMINATION NOTICE", "Determination notice", "Decision Notice"])
def test_a_notice_with_a_key_of_verdicts_is_a_decision(title: str) -> None:
    notice = f"""WESTLAKE SYSTEMS
{title}
03/20/2015
RE CLAIMANT BRILL, UNA CLAIM QX-55120
LN SERVICE QTY STATUS
01 PHYSICAL THERAPY RIGHT KNEE 12 ADVERSE
02 MRI RIGHT KNEE 1 ADVERSE
REVIEWING PHYSICIAN
BASIL THORN MD"""
    records = index_records(pages(case_texts()[0], case_texts()[1], notice, *case_texts()[3:])).records
    assert [record.kind for record in records][2] == "ur_decision"


def test_of_two_decisions_the_one_that_speaks_of_the_request_counts() -> None:
    other = """Larkspur Care Review
UTILIZATION REVIEW DECISION
March 22, 2015
Re: Una Brill Claim QX-55120
Dear Dr. Vance:
Request: work conditioning, right knee, 10 visits
Decision: denied. A worker has to get better in therapy first.
Basil Thorn, MD"""
    split = """Larkspur Care Review
UTILIZATION REVIEW DECISION
March 20, 2015
Re: Una Brill Claim QX-55120
Dear Dr. Vance:
Request: physical therapy, right knee, 12 visits
Decision: modified. Approved: four (4) visits. Not approved: eight (8) visits.
Basil Thorn, MD"""
    listed = application(
        _HEADING, "1. Work conditioning, right knee, 10 visits", "2. Physical therapy, right knee, 12 visits"
    ).replace("3/20/2015", "3/22/2015")
    case = _case(index_records(pages(listed, case_texts()[1], other, split, *case_texts()[3:])), "unnumbered")
    assert case.items[1].lock.remainder and case.items[1].lock.remainder.authorized == "4 of 12"
