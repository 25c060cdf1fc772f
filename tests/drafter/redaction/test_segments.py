"""Messages between machines: each place of a segment is known, and what is clinical in them stays."""

import pytest

from drafter.redaction import Redactor
from drafter.redaction.segments import segment_names, segment_values

PID = "PID|1||77120^^^MRN||OKERBY^ROSALIND^M||19640302|F|||12 ELM ST^^LODI^CA^95240||2095550111"


def redacted(text):
    return Redactor([text]).redact(text).text


def test_the_fields_of_a_patient_go():
    left = redacted(f"{PID}\nOBX|1|NM|2345-7^GLUCOSE||104|mg/dL")
    assert not any(one in left for one in ("OKERBY", "ROSALIND", "^M|", "19640302", "ELM", "LODI", "95240", "555"))
    assert left.endswith("OBX|1|NM|2345-7^GLUCOSE||104|mg/dL")


@pytest.mark.parametrize(
    "line", ["OBR|1|A1|72148^MRI LUMBAR WO^CPT", "OBX|3|TX|IMP||STENOSIS^SEVERE", "DG1|1||M54.16^LOW^BACK"]
)
def test_a_code_in_components_names_nobody(line):
    assert redacted(line) == line


def test_who_ordered_is_no_patient():
    text = f"{PID}\nPV1|1|O|||||1093700018^WESTERBERG^INGRID"
    assert [(one.name.last, one.of_patient) for one in segment_names(text)] == [("OKERBY", True), ("WESTERBERG", False)]


def test_the_elements_of_a_claim_go_and_its_codes_stay():
    text = (
        "NM1*QC*1*STRZELECKI*WANDA*K***MI*W99012345~DMG*D8*19630208*F~N3*5 ELM~N4*LODI*CA*95240~SV1*HC:97110*120*UN*2~"
    )
    kinds = {text[one.start : one.end]: one.kind for one in segment_values(text)}
    assert kinds == {
        "W99012345": "record number", "19630208": "date of birth", "5 ELM": "address", "LODI*CA*95240": "address",
    }  # fmt: skip
    left = redacted(text)
    assert left.startswith("NM1*QC*1*[PATIENT]***MI*[RECORD NUMBER]~DMG*D8*[DATE OF BIRTH]*F~")
    assert left.endswith("SV1*HC:97110*120*UN*2~")


def test_an_organisation_of_a_claim_is_no_person():
    assert list(segment_names("NM1*PR*2*EVERGREEN CLAIMS*****PI*44~")) == []
