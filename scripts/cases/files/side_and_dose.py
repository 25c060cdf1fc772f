# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Two items whose papers disagree: which wrist is to be imaged, and how strong the tablets are."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.forms import STATE_TYPED, imr_application
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Part, Patient

PATIENT = Patient(
    first="Lucjan", last="Brzeski-Oakes", dob=date(1990, 8, 8), doi=date(2018, 10, 22), ssn="900-11-9026",
    claim="PRM/2018/44190", mrn="c-7719", phone="(555)555-0191", address="64 Gable Street, Unit 3",
    city="Harrow Flats, CA 90000", email="lucjan.oakes@example.com", employer="Meridian Stairworks", sex="M",
    job="finish carpenter",
)  # fmt: skip

_NARRATIVE = Clinic("Augustine Thwaite, M.D.", ("A Professional Corporation", "Primary Treating Physician"), font="Times", size=12,
                    margin=76, letterhead="typed", heading="underline", signature="scribble", foot="dash", dates="%B ~%d, %Y")  # fmt: skip
_URGENT = Clinic("HARROW FLATS URGENT CARE", ("walk in - occupational - travel",), size=9, margin=50, letterhead="band", heading="runin",
                 signature="electronic", foot="page-of", check="box", dates="%m/%d/%y", colour="#8a1c1c")  # fmt: skip
_UR = Clinic("PREMIER MUTUAL - UTILIZATION MANAGEMENT", (), size=9.5, margin=46, letterhead="centre", heading="numbered",
             signature="stamp", foot="page-of", dates="%m/%d/%Y", grid=0.4)  # fmt: skip

_ADJUSTER = "Noelle Cardew; Premier Mutual; 12 Index Road, Sand Harbor, CA 90000; (555)555-0195"

REPORT = Doc("report-0225", "Primary treating physician's report", "progress_note", _NARRATIVE, """
February 25, 2019

Premier Mutual, attention Noelle Cardew

Regarding: {name} //
Claim: {claim} //
Born: {dob} //
Injured: {doi}

# Interval history
Mr. Brzeski-Oakes fell from a stair landing and landed on the outstretched left hand. Films on the day were normal. [[#side-report done - -| Pain over
the back of the left wrist persists]], 6/10 with a hammer, and there is a click. [[done failed-conservative-care -| Splinting for eight weeks and six visits of hand
therapy have not settled it.]] He also has spasm of the left side of the neck since the fall.

# Examination
[[done - -| The left scapholunate interval is tender and Watson's shift test is positive on the left, negative on the right.]] Grip is 62 on the left and
110 on the right. The left trapezius is tight; neck rotation to the left is 55 degrees.

# Plan
First, [[#mri-left requested - mri| MRI of the left wrist without contrast]], to look for a scapholunate tear. [[planned - -| If there is a tear he will see a hand surgeon.]]

Second, [[#dose-report requested - muscle-relaxant| cyclobenzaprine 7.5 mg at bedtime, thirty tablets]], for the spasm of the neck, for two weeks at most.

Third, he is to work with no lifting over ten pounds on the left.

~ Augustine Thwaite, M.D. |
""".replace("[[done - -|", "[[done - -|"), date(2019, 2, 25), "Augustine Thwaite, MD", "treating_physician")  # fmt: skip

REQUEST = Doc("rfa", "Treatment request of the physician's office", "rfa", Clinic(
    "AUGUSTINE THWAITE MD", ("AUTHORIZATION REQUEST (in lieu of DWC Form RFA)",), font="Courier", size=10, margin=58, letterhead="left",
    heading="caps", signature="typed", foot="none", dates="%m/%d/%Y", check="x", grid=0.6,
), """
REQUEST FOR AUTHORIZATION     DATE 02/27/2019

WORKER {LASTFIRST}   BORN {dob}   CLAIM {claim}   DOI {doi}
|= 0.5 4 1.6 2
| # | SERVICE | CODE | DX |
| 1 | [[#mri-right requested - mri| MRI RIGHT WRIST W/O CONTRAST]] | 73221 | S63.502A |
| 2 | [[#dose-rfa requested - muscle-relaxant| CYCLOBENZAPRINE 10 MG #60, 1 TAB BID]] | | M62.838 |
[x] standard review [ ] expedited

~ Augustine Thwaite, MD | 02/27/2019
""", date(2019, 2, 27), "Augustine Thwaite, MD", "treating_physician")  # fmt: skip

URGENT = Doc("urgent", "Urgent care visit", "progress_note", _URGENT, """
| {LASTFIRST} | DOB {dob} | Visit 10/22/18 14:40 | Chart {mrn} |
Emergency contact / phone {phone}   Employer {employer}
# CC
fall at work
# HPI
28 y/o M fell approx 4 feet onto L hand. No LOC. [[denied red-flags -| Denies neck pain, numbness.]] R hand dominant.
# Exam
L wrist: dorsal swelling, ttp dorsally, no snuffbox ttp, NV intact. [[#right-normal denied - -| R wrist normal.]]
# Imaging
L wrist 4 views: [[done plain-films xray| no fracture, SL interval normal]].
# Dx
L wrist sprain S63.502A
# Plan
volar splint, ibuprofen 600 tid, f/u occ med 1 wk.
[x] work restrictions given [ ] off work
~ Tobias Renwick, PA-C | 10/22/18 15:31
""", date(2018, 10, 22), "Tobias Renwick, PA-C", "treating_physician")  # fmt: skip

THERAPY = Doc("hand-therapy", "Hand therapy discharge note", "therapy_log", Clinic(
    "Flats Hand Therapy", ("555-555-0193",), size=11, letterhead="right", heading="plain", signature="scribble", foot="none", dates="~%m/~%d/%Y",
), """
Discharge note, 2/8/2019. Client: {name}.

[[#six done prior-sessions occupational-therapy| Seen six times from 12/20/2018 to 2/7/2019]] for the left wrist. Grip rose from 50 to 62 lb. Click persists with
ulnar deviation. [[done home-exercise -| He has a home program of isometrics.]] Discharged, back to the doctor.

~ Ines Calloway, OTR |
""", date(2019, 2, 8), "Ines Calloway, OTR", "therapist")  # fmt: skip

UR = Doc("ur", "Utilization management determination", "ur_decision", _UR, """
| Date: 03/06/2019 | Reference: PM-UM-33817 |
| Member: {name} | Claim: {claim} |
| Injury: {doi} | Requestor: A. Thwaite, MD |
# Requests and outcome
|= 0.4 3.5 1.6
| | Request received 02/28/2019 | Outcome |
| 1 | [[#ur-mri denied - mri| MRI of the right wrist without contrast]] | Denied |
| 2 | [[#ur-drug denied - muscle-relaxant| Cyclobenzaprine 10 mg #60]] | [[#ur-modified| Modified: 10 mg #20 approved, no refill]] |
# Rationale
1. The records describe no complaint and no finding of the right wrist.
2. Muscle relaxants are recommended for short use only. Twenty tablets cover the acute phase; forty are not approved.
# Guideline
MTUS (ACOEM) Hand, Wrist, and Forearm Disorders; Cervical and Thoracic Spine Disorders.
%% rights 4
~ Philippa Strand, MD | Occupational Medicine
""", date(2019, 3, 6), "Philippa Strand, MD", "reviewer")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE_TYPED, imr_application(
    _ADJUSTER, "Augustine Thwaite, MD; Augustine Thwaite MD Inc; 9 Gable Street, Harrow Flats, CA 90000; 555-555-0194",
    "S63.502A", ["MRI right wrist without contrast", "Cyclobenzaprine 10 mg #60"], "03/06/2019", "3/22/2019", kind="expedited",
), date(2019, 3, 22), "Lucjan Brzeski-Oakes", "patient")  # fmt: skip

NOTICE = Doc("notice", "Notice of assignment", "correspondence", Clinic(
    "Notice of Assignment - Independent Medical Review", (), size=11, letterhead="typed", signature="none", foot="none",
), """
Case: CM99-0000109. Worker: {name}. Injured 10/22/2018. Decision in dispute: 03/06/2019. Application received 03/27/2019 and assigned
04/03/2019. The request for expedited review was not supported by a physician's certification; priority is Standard.
""", date(2019, 4, 3), None, "administrator")  # fmt: skip

CASE = CaseFile(
    name="side-and-dose",
    about="MRI of a wrist (right in the request, left in every finding) and cyclobenzaprine in two strengths and quantities.",
    patient=PATIENT,
    header=CaseHeader(case_number="CM99-0000109", date_assigned=date(2019, 4, 3), date_of_injury=date(2018, 10, 22),
                      ur_denial_date=date(2019, 3, 6), request_date=date(2019, 2, 27), priority="Standard",
                      application_received=date(2019, 3, 27)),
    files=(
        File("01.pdf", (Part(NOTICE), Part(APPLICATION))),
        File("02.pdf", (Part(UR), Part(REQUEST, Look(scan="fax", skew=-0.4, fax="02/28/2019 9:58AM FAX  THWAITE MD                     {p:04d}/{n:04d}")))),
        File("03.pdf", (Part(REPORT, Look(scan="grey", skew=0.8)), Part(THERAPY), Part(URGENT))),
    ),
    items=(
        Item(1, "MRI right wrist without contrast", {"treatment": "mri", "sites": [{"part": "wrist", "side": "right"}], "ur_action": "denied"}),
        Item(2, "Cyclobenzaprine 10 mg #60",
             {"treatment": "muscle-relaxant", "drug": "cyclobenzaprine", "strength": "10 mg", "quantity": 60, "ur_action": "modified",
              "remainder": {"original_count": 60, "authorized_count": 20, "remaining_count": 40}}),
    ),
    traps=("side-differs", "strength-differs", "ur-modified-remainder", "request-without-state-form"),
    discrepancies=(
        Discrepancy(1, "side", ("mri-right", "mri-left")),
        Discrepancy(2, "strength", ("dose-rfa", "dose-report")),
        Discrepancy(2, "quantity", ("dose-rfa", "dose-report")),
    ),
    absences=(
        Absence("No finding of the right wrist is documented.", None),
        Absence("No plain films are documented.", "plain-films", "urgent"),
        Absence("No hand therapy is documented.", "prior-sessions", "six"),
    ),
    providers=("Augustine Thwaite", "A. Thwaite", "Thwaite", "Tobias Renwick", "Ines Calloway", "Philippa Strand", "Noelle Cardew"),
)  # fmt: skip
