"""Pages of an invented case file: an application, an RFA, a UR decision, a report and an MRI of one worker."""

from __future__ import annotations

from drafter.case import PageSource
from drafter.casefile.pages import SourcePage

APPLICATION = """APPLICATION FOR INDEPENDENT MEDICAL REVIEW
DWC Form IMR
Employee Name (First, MI, Last): Una Brill Date of Birth: 2/3/1975
Claim Number: QX-55120 Date of Injury (MM/DD/YYYY): 5/6/2014
Date of Utilization Review Determination Letter: 3/20/2015
List each specific requested medical services, goods, or items that were denied or modified in the space below.
1. {request}
Consent to Obtain Medical Records
Employee Signature: Date: 4/2/2015
Una Brill"""
RFA = """REQUEST FOR AUTHORIZATION
DWC Form RFA
Name (Last, First, Middle): Brill, Una
Date of Injury (MM/DD/YYYY): 5/6/2014 Date of Birth (MM/DD/YYYY): 2/3/1975
Name: Orla Vance, MD
Diagnosis (Required) | ICD-Code | Service/Good Requested (Required) | CPT/HCPCS | Other Information:
Knee sprain | S83.91 | {request} | 97110 |
Requesting Physician Signature: Date: 3/10/2015
Orla Vance, MD"""
DECISION = """ACORN REVIEW
UTILIZATION REVIEW DETERMINATION
March 20, 2015
Orla Vance, MD
RE: Una Brill Claim: QX-55120 Date of Injury: 5/6/2014
REQUEST: {request}
DETERMINATION: {outcome}
The treating physician may ask for an internal appeal within ten days.
Basil Thorn, MD, Occupational Medicine"""
REPORT = """VANCE ORTHOPAEDICS
PROGRESS REPORT
Patient: Una Brill DOB: 2/3/1975
Date of visit: 3/9/2015
Subjective: knee pain after work.
Objective: tender joint line.
{mention}
Plan:
{plan}
Electronically signed by Orla Vance, MD, 3/9/2015"""
MRI = """TIDE IMAGING CENTER
MRI RIGHT KNEE WITHOUT CONTRAST
PATIENT: BRILL, UNA DOB: 02/03/1975
EXAM DATE: 02/11/2015
FINDINGS
The medial meniscus is torn at its posterior horn. The cruciate ligaments are intact and the cartilage is smooth.
IMPRESSION
Tear of the medial meniscus.
Electronically signed by Piet Marsh, MD, Radiology"""
STRANGER = """VANCE ORTHOPAEDICS
PROGRESS REPORT
Patient: Hector Lowell DOB: 9/9/1950
Claim: ZZ-90001 Date of visit: 3/8/2015
Shoulder pain after a fall."""
THERAPY = "Physical therapy, right knee, 12 visits"


def pages(*texts: str, file: str = "merged.pdf") -> list[SourcePage]:
    return [SourcePage(source=PageSource(file=file, page=n), text=text) for n, text in enumerate(texts, start=1)]


def case_texts(
    request: str = THERAPY,
    *,
    rfa: str | None = None,
    decision: str | None = None,
    outcome: str = "NON-CERTIFIED",
    plan: str = "",
    mention: str = "",
) -> list[str]:
    """Application, RFA, decision, report and MRI; what is not given agrees with `request`."""
    return [
        APPLICATION.format(request=request),
        RFA.format(request=rfa or request),
        DECISION.format(request=decision or request, outcome=outcome),
        REPORT.format(plan=plan or f"{request}.", mention=mention),
        MRI,
    ]
