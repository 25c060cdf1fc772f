# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""A repeated lumbar MRI and nerve studies, with a qualified evaluation that was made before the leg grew weak."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.unseen_lumbar_papers import (
    EVALUATION,
    INJECTION,
    JULY,
    OLD_MRI,
    SEPTEMBER,
    THERAPY,
    URGENT,
)
from scripts.cases.forms import imr_application
from scripts.cases.model import Absence, CaseFile, Doc, File, Item, Look, Missing, Part, Patient, Visits

PATIENT = Patient(
    first="Tobin", last="Haraldsen", dob=date(1979, 7, 5), doi=date(2018, 11, 30), ssn="900-77-1029", claim="OBS-1811-44072", mrn="61184", phone="(555)555-0190",
    address="2209 Greasewood Terrace", city="Arroyo Vista, CA 90000", email="tobin.haraldsen@example.com", employer="Coyote Ridge Solar, Inc.", sex="M", job="solar installer", also=(("dob", "05-Jul-1979"),),
)  # fmt: skip

_STATE = Clinic("Department of Industrial Relations, State of California", (), size=9, margin=48, letterhead="left", heading="band", signature="scribble",
                foot="page-of", check="brackets", dates="%m/%d/%Y")  # fmt: skip
_RFA = Clinic("THREE PALMS SPINE & NEUROSURGERY", ("RFA - Request for Authorization for Medical Treatment (8 CCR 9785.5)",), size=9.5, margin=40, letterhead="centre", heading="plain",
              signature="scribble", foot="none", check="x", dates="%m/%d/%Y", grid=0.8)  # fmt: skip
_UR = Clinic("Meridiana Physician Review", ("Utilization Review Agent for Obsidian Insurance Services   |   URAC accredited",), size=10, margin=58, letterhead="centre", heading="boxed",
             signature="typed", foot="page-of", dates="%b ~%d, %Y", grid=0.7, colour="#2b4a6f")  # fmt: skip
_COPY = Clinic("QUICKSILVER LEGAL COPY", ("Registered professional photocopier, County of Los Piedras",), font="Courier", size=11, margin=70, letterhead="left", heading="plain",
               signature="scribble", foot="none")  # fmt: skip
_ADJUSTER = "Percy Stallworth; Obsidian Insurance Services; PO Box 88, Los Piedras, CA 90000; 555-555-0194"

NOTICE = Doc("notice", "Notice of assignment", "correspondence", Clinic("Independent Review Operations, Intake", ("Notice of Assignment / Request for Information",), font="Times", size=12, margin=74,
             letterhead="typed", signature="none", foot="none"), """
October 29, 2021

RE: {name} v. {employer}

Our case: CM99-0000152. Employee's date of injury: 11/30/2018. Utilization review decision of: 09/24/2021. Application received: 10/18/2021. Assigned for review: 10/29/2021. Priority: Standard.

Dear Claims Administrator: within fifteen days of the above date please send the documents that section 9792.10.5 names.
""", date(2021, 10, 29), None, "administrator")  # fmt: skip

COVER = Doc("copy-cover", "Declaration of the copy service", "other", _COPY, """
RECORDS OF: THREE PALMS SPINE & NEUROSURGERY

PERTAINING TO: {NAME}     DOB {dob}     SSN {ssn}

ORDERED BY: Fennimore Workers' Law Group     ORDER: QS-77120     PAGES: 6

# DECLARATION OF CUSTODIAN OF RECORDS
I am the duly authorized custodian. The accompanying copies are true copies of the records described in the subpoena. [ ] No records [x] Records attached. Films: none. Dated 09/22/2021.
~ Maybelle Oduro |
""", date(2021, 9, 22), "Maybelle Oduro", "other")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization of 09/13/2021", "rfa", _RFA, """
[x] New request   [ ] Resubmission - change in material facts   [ ] Expedited   [ ] Written confirmation of oral request

| EMPLOYEE {lastfirst} | DOB {dob} |
| CLAIM # {claim} | DOI {doi} |
| EMPLOYER {employer} | ADJUSTER Percy Stallworth, Obsidian Insurance Services |
| PROVIDER Jocasta Brightwell NP / Hamish Lorrimer MD | SPECIALTY Spine Surgery   NPI 1000000138 |
| ADDRESS 77 Palisade Ct, Arroyo Vista CA 90000 | PH 555-555-0191   FAX 555-555-0193 |

|= 2 1 4 1.6 2
| Diagnosis | ICD | Service requested | CPT | Other |
| Lumbar radiculopathy | M54.16 | [[requested - mri| MRI lumbar spine without contrast]] | 72148 | x1 |
| Lumbar radiculopathy | M54.16 | [[requested - emg| EMG/NCV bilateral lower extremities]] | 95886 x2, 95910 | x1 |
| Lumbar radiculopathy | M54.16 | Consultation w/ spine surgeon Dr. Lorrimer | 99204 | x1 |

Signed 09/13/2021
~ Hamish Lorrimer, MD |
""", date(2021, 9, 13), "Hamish Lorrimer, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Utilization review: partial certification", "ur_decision", _UR, """
Sep 24, 2021

Hamish Lorrimer, MD //
77 Palisade Ct, Arroyo Vista, CA 90000

| Employee: {name} | Claim #: {claim} |
| DOI: {doi} | Employer: {employer} |
| Date of RFA: Sep 13, 2021 | Received: Sep 17, 2021 |
| Case ID: 21-0917-5540 | Due: Sep 24, 2021 |

# DETERMINATION SUMMARY
|= 0.6 4 1 2
| # | Service | Qty | Determination |
| 1 | [[denied - mri| MRI of the lumbar spine without contrast]] | 1 | Not certified |
| 2 | [[denied - emg| EMG of the bilateral lower extremities]] | 1 | Not certified |
| 3 | [[denied - ncs| NCV of the bilateral lower extremities]] | 1 | Not certified |
| 4 | Consultation with spine surgeon | 1 | Certified |
Certification number for line 4: 5540-C, valid through Dec 23, 2021.

# RECORDS REVIEWED
RFA dated Sep 13, 2021 (1 pg). Office visit dated Jul 28, 2021 (1 pg). Panel QME report dated May 19, 2021 (3 pgs).

# SUMMARY OF THE CLINICAL INFORMATION
This 42-year-old male fell from a ladder. On Jul 28, 2021, he had 5/10 low back pain and [[denied nerve-compromise-leg mri| was able to stand on the heels and toes.]] An MRI was done in 2019.

# ANALYSIS
Line 1: [[#ur-nochange denied significant-change mri| No significant change in symptoms or findings since the previous study is documented.]] Repeat studies are not routinely advised. Line 2 and 3: [[denied unclear-neuro emg| There is no neurological abnormality for which
electrodiagnostic testing would be of use.]] The office visit for which the request was made was not with the submission; it was asked for on Sep 20, 2021 and had not come by the due date.

# GUIDELINE
MTUS, 8 CCR 9792.23.5, Low Back Disorders (ACOEM, Feb 13, 2020): Diagnostic and Treatment Considerations, MRI; Electrodiagnostic studies.
===
# CREDENTIALS
Isadora Quimby, DO. Board certified, Physical Medicine and Rehabilitation. State of licensure: California 20A00000.
%% rights 6
~ Isadora Quimby, DO |
""", date(2021, 9, 24), "Isadora Quimby, DO", "reviewer")  # fmt: skip

EARLIER = Doc("ur-april", "Utilization review: certification of therapy", "ur_decision", _UR, """
Apr 12, 2021

Hamish Lorrimer, MD

| Employee: {name} | Claim #: {claim} |
| DOI: {doi} | Date of RFA: Apr 5, 2021 |

# DETERMINATION SUMMARY
|= 0.6 4 1 2
| # | Service | Qty | Determination |
| 1 | Physical therapy, lumbar spine, 2 x 4 | 8 | Certified |
Certification number 2117-C. Please schedule with a network provider.
~ Berenice Tolland, RN | Utilization Review Nurse
""", date(2021, 4, 12), "Berenice Tolland, RN", "reviewer")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", _STATE, imr_application(
    _ADJUSTER, "Hamish Lorrimer, MD; Three Palms Spine & Neurosurgery; 77 Palisade Ct, Arroyo Vista, CA 90000; 555-555-0191", "M54.16 radiculopathy, lumbar",
    ["MRI lumbar spine without contrast", "EMG bilateral lower extremities", "NCV bilateral lower extremities"], "09/24/2021", "10/12/2021", attorney="Fennimore Workers' Law Group",
), date(2021, 10, 12), "Tobin Haraldsen", "patient")  # fmt: skip

CASE = CaseFile(
    name="unseen-lumbar",
    about="Repeat lumbar MRI and nerve studies denied without the visit that shows the new weakness; an evaluator saw none in May.",
    patient=PATIENT,
    header=CaseHeader(case_number="CM99-0000152", date_assigned=date(2021, 10, 29), date_of_injury=date(2018, 11, 30), ur_denial_date=date(2021, 9, 24),
                      request_date=date(2021, 9, 13), priority="Standard", application_received=date(2021, 10, 18)),
    files=(
        File("01_application_notice.pdf", (Part(NOTICE), Part(APPLICATION, Look(scan="grey", skew=0.6)))),
        File("02_UR_determinations.pdf", (Part(EARLIER), Part(UR))),
        File("03_RFA.tif", (Part(REQUEST, Look(scan="fax", skew=-0.9, fax="09/17/21 09:05AM PDT  Three Palms Spine -> 555-555-0195    Pg {p}/{n}")),)),
        File("04_SDT_ThreePalms.pdf", (Part(COVER), Part(INJECTION, Look(scan="fax", skew=0.4)), Part(SEPTEMBER), Part(OLD_MRI), Part(JULY)), bates="QS-77120-{n:03d}"),
        File("05_PQME.pdf", (Part(EVALUATION),)),
        File("06_PT_reassessment.docx", (Part(THERAPY),)),
        File("07_urgent_care_101121.html", (Part(URGENT),)),
    ),
    items=(
        Item(1, "MRI of the lumbar spine without contrast", {"treatment": "mri", "sites": [{"part": "low-back"}], "ur_action": "denied"}),
        Item(2, "EMG of the bilateral lower extremities", {"treatment": "emg", "sites": [{"part": "lower-extremity", "side": "bilateral"}], "ur_action": "denied"}),
        Item(3, "NCV of the bilateral lower extremities", {"treatment": "ncs", "sites": [{"part": "lower-extremity", "side": "bilateral"}], "ur_action": "denied"}),
    ),
    traps=("denial-without-the-note", "evaluator-before-change", "post-ur-report", "approved-item-beside", "earlier-approval", "missing-record", "review-of-records"),
    visits=(Visits("physical-therapy", None, ("pt-eight", "pt-hx")),),
    missing=(Missing("EMG and nerve conduction study of the legs, Dr. Evander Polk", date(2019, 3, 26), "emg19"),
             Missing("Flexion-extension X-rays of the lumbar spine, Escarpment Imaging", date(2021, 1, 11), "flex-films"),
             Missing("Foothill Urgent Care visit with X-rays of the lumbar spine", date(2018, 11, 30), "fuc18"),
             Missing("Report of Dr. Lorrimer", date(2019, 8, 5), "hl19")),
    absences=(
        Absence("No significant change since the previous study is documented.", "significant-change", "change"),
        Absence("No motor weakness of the leg is documented.", "nerve-compromise-leg", "ehl"),
        Absence("No progressive deficit is documented.", "progressive-deficit", "drop"),
        Absence("No failed course of conservative care is documented.", "conservative-care-tried", "pt-hx"),
        Absence("No suspicion of infection or tumor is documented.", "infection-tumor-suspected"),
        Absence("No prior lumbar fusion is documented.", "prior-fusion"),
    ),
    held_out=True,
    providers=("Hamish Lorrimer", "H. Lorrimer", "Lorrimer", "Jocasta Brightwell", "Casimir Holloway", "Prudence K. Alderton", "Roz Ketchum", "Linus Achebe-Stone", "Isadora Quimby",
               "Berenice Tolland", "Percy Stallworth", "Evander Polk", "Maybelle Oduro"),
)  # fmt: skip
