"""Requests and decisions about a test are no reports of it, and a vendor's quotation is no request of a physician."""

from __future__ import annotations

import pytest

from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import pages

NERVES = (
    "EMG/NCS bilateral upper extremities\nNerve conduction velocity of the median and ulnar nerves is asked for, and a"
    " needle EMG\nfor fibrillations. Latency was not measured before.\n"
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"ACORN REVIEW\nNOTICE OF NON-CERTIFICATION\nMarch 20, 2015\nRE: Una Brill\n{NERVES}", "ur_decision"),
        (f"REQUEST FOR AUTHORIZATION\nDWC Form RFA\nName: Una Brill\n{NERVES}", "rfa"),
        (f"TIDE NEUROLOGY\nELECTRODIAGNOSTIC STUDY\nPatient: Una Brill\nTest date: 3/20/2015\n{NERVES}",
         "electrodiagnostics"),
        ("LARCH MOBILITY\nQUOTATION 4/17/15\nCustomer: Una Brill\nOrdered by: Dr. Vance\nPlease approve purchase.",
         "correspondence"),
    ],
)  # fmt: skip
def test_the_title_of_the_paper_wins_over_what_it_is_about(text: str, kind: str) -> None:
    (record,) = index_records(pages(text)).records
    assert record.kind == kind


def test_a_ticket_of_another_customer_is_set_apart() -> None:
    ticket = "LARCH MOBILITY\nDELIVERY TICKET 207 4/18/15\nCustomer: Orson Keble, 8 Loop Road\n1 ea. bed, rental."
    own = "LARCH MOBILITY\nQUOTATION 4/17/15\nCustomer: Una Brill\nPlease approve purchase."
    assert [entry.source.page for entry in index_records(pages(own, own + " Now.", ticket)).set_apart] == [3]
