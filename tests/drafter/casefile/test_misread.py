"""Items of a scanned application whose words or numbers text recognition spoilt."""

from __future__ import annotations

from drafter.case import Case
from drafter.casefile.reading import _case
from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import case_texts, pages


def read(*texts: str, scanned: bool = True) -> Case:
    first, *rest = pages(*texts)
    confidence = 0.95 if scanned else None
    return _case(index_records([first.model_copy(update={"ocr_confidence": confidence}), *rest]), "unnumbered")


SPOILT = case_texts("Diclofenae 1.5% solution 150 ml", rfa="Diclofenac 1.5% solution 150 mL x 1",
                    decision="Diclofenac 1.5% solution 150 ml",
                    plan="Diclofenac solution as before.")  # fmt: skip


def test_a_misread_drug_is_the_one_that_the_request_and_the_decision_name() -> None:
    case = read(*SPOILT)
    (item,) = case.items
    assert (item.lock.drug, item.request) == ("diclofenac", "Diclofenac 1.5% solution 150 ml")
    assert not case.discrepancies  # one bottle of 150 ml is 150 ml


def test_what_a_person_typed_is_not_corrected() -> None:
    assert [item.lock.drug for item in read(*SPOILT, scanned=False).items] == [None]


def test_a_list_goes_on_behind_a_number_with_a_misread_point() -> None:
    texts = case_texts("Diclofenac 1.5% solution 150 ml\n2, Urine drug test 3/9/15")
    rows = [item.request for item in read(*texts).items]
    assert rows == ["Diclofenac 1.5% solution 150 ml", "Urine drug test 3/9/15"]


def test_the_strength_of_one_of_two_substances_is_no_other_strength() -> None:
    texts = case_texts("Percocet 10/325 mg #60", rfa="Percocet 325 mg #60")
    assert not read(*texts).discrepancies


def test_rides_of_which_some_were_granted_leave_the_rest_in_dispute() -> None:
    texts = case_texts("Transportation, 12 round trips")
    texts[2] = texts[2].replace(
        "DETERMINATION: NON-CERTIFIED", "Six round trips are approved. Six are not approved, as visits are monthly."
    )
    (item,) = read(*texts).items
    assert item.lock.ur_action == "modified"
    assert item.lock.remainder is not None
    assert (item.lock.remainder.authorized_count, item.lock.remainder.remaining_count) == (6, 6)
