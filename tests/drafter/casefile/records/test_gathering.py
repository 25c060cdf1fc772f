"""Pages that lie elsewhere than their document, and the lines that a fax machine added to them."""

from __future__ import annotations

from drafter.case import Record
from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import pages

OPERATION = "TIDE SURGERY CENTER\nPROCEDURE RECORD\nPatient: Una Brill\nDate: 2/2/2015\nKnee injection.\nOrla Vance, MD"
MRI = (
    "TIDE IMAGING CENTER\nOpen MRI - CT - Digital X-ray\nPatient: Una Brill DOB: 02/03/1975\n"
    "Date of service: 02/11/2015\n"
    "Exam: MRI of the right knee without contrast\nFindings: the ligaments are intact.\nPage 1 of 2"
)
MRI_END = "Findings, continued: the meniscus is torn.\nImpression: tear.\nPiet Marsh, MD\nPage 2 of 2"
LETTER = (
    "Ida Pole, Ph.D.\nMarch 2, 2015\nRE: UNA BRILL\nINITIAL PSYCHOLOGICAL EVALUATION\nShe was referred by Dr. Vance.",
    "Test results\nBeck 22.\nRE: BRILL, UNA Page 2",
    "Opinion\nShe is depressed.\nIda Pole, Ph.D.\nRE: BRILL, UNA Page 3",
)


def read(*texts: str, more: tuple[str, ...] = ()) -> list[tuple[str, list[tuple[str, int]]]]:
    sources = [*pages(*texts), *pages(*more, file="second.pdf")]
    return [(record.kind, where(record)) for record in index_records(sources).records]


def where(record: Record) -> list[tuple[str, int]]:
    return [(page.source.file, page.source.page) for page in record.pages if page.source]


def test_a_last_page_before_its_first_goes_behind_it() -> None:
    assert read(OPERATION, MRI_END, MRI) == [
        ("operative_report", [("merged.pdf", 1)]),
        ("imaging", [("merged.pdf", 3), ("merged.pdf", 2)]),
    ]


def test_a_letter_fed_backwards_is_one_document() -> None:
    decision = [
        "ACORN REVIEW\nUTILIZATION REVIEW DETERMINATION\nMarch 20, 2015\nRE: Una Brill\nPage 1 of 3",
        "Rationale: therapy did not help, and\nno report was sent.\nPage 2 of 3",
        "Basil Thorn, MD, made this decision.\nPage 3 of 3",
    ]
    fax = [f"03/30/2015 09:{at + 12} ACORN 5555550151 PAGE 0{at + 1}\n" for at in range(5)]
    found = read(
        *[head + text for head, text in zip(fax, ["FAX\nTO: IMR", *reversed(decision), OPERATION], strict=True)]
    )
    assert found == [
        ("correspondence", [("merged.pdf", 1)]),
        ("ur_decision", [("merged.pdf", 4), ("merged.pdf", 3), ("merged.pdf", 2)]),
        ("operative_report", [("merged.pdf", 5)]),
    ]


def test_a_last_sheet_in_the_other_fax_is_found_by_the_line_that_carries_its_number() -> None:
    found = read(*LETTER[:2], OPERATION, more=("FAX\nTO: IMR RECORDS\nREST OF FILE", LETTER[2]))
    assert found[0] == ("consultation", [("merged.pdf", 1), ("merged.pdf", 2), ("second.pdf", 2)])


def test_a_page_that_nothing_misses_stays_where_it_lies() -> None:
    assert read(OPERATION, MRI_END) == [("operative_report", [("merged.pdf", 1), ("merged.pdf", 2)])]
