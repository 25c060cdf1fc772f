# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Hand therapy after a release: the papers disagree on how many visits, and a part of them was approved."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.forms import STATE, STATE_TYPED, imr_application, rfa
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Part, Patient, Visits

PATIENT = Patient(
    first="Winston", last="Abernoth", dob=date(1983, 10, 6), doi=date(2014, 8, 11), ssn="900-29-7754",
    claim="T-20140811-AB", mrn="88-01-223", phone="555 555 0171", address="P.O. Box 77",
    city="Ollinger, CA 90000", email="wabernoth@example.com", employer="Ollinger Cannery", sex="M", job="line packer",
)  # fmt: skip

_HAND = Clinic("OLLINGER HAND CENTER", ("Hand, Wrist & Microvascular Surgery", "500 Cannery Blvd, Ollinger"), size=10.5,
               margin=60, letterhead="centre", heading="plain", signature="initials", foot="none", dates="%m.%d.%Y",
               colour="#3a3a7a")  # fmt: skip
_THERAPY = Clinic("Grip & Reach Occupational Therapy", ("hand therapy specialists * 555 555 0174",), font="Times", size=10,
                  letterhead="right", heading="title", signature="scribble", foot="page-of", dates="~%m-~%d-%y", grid=0.6)  # fmt: skip
_UR = Clinic("LODESTAR CLAIMS / MEDICAL MANAGEMENT", ("RE: NOTICE OF MODIFICATION OF TREATMENT REQUEST",), font="Times", size=11,
             margin=66, letterhead="left", heading="caps", signature="scribble", foot="dash", dates="%B ~%d, %Y")  # fmt: skip
_SURGERY = Clinic("OLLINGER AMBULATORY SURGERY CENTER", ("OPERATIVE RECORD",), font="Courier", size=9, margin=48, letterhead="centre",
                  heading="runin", signature="dictated", foot="page-of", dates="%m/%d/%y", grid=0)  # fmt: skip

_DOCTOR = "Yvette Marchbank, MD; Ollinger Hand Center; 500 Cannery Blvd, Ollinger, CA 90000; 555 555 0172; 555 555 0173; Hand Surgery; 1000000064"
_ADJUSTER = "Cyrus Blenheim; Lodestar Claims; 4 Beacon Plaza, Sand Harbor, CA 90000; 555 555 0176"

OPERATION = Doc("operation", "Operative report: carpal tunnel release", "operative_report", _SURGERY, """
PATIENT: {LASTFIRST}  DOB: {dob}  MR#: {mrn} //
DATE OF OPERATION: 03/06/15 //
SURGEON: YVETTE MARCHBANK, MD   ANESTHESIA: LOCAL WITH SEDATION

# Preoperative diagnosis
RIGHT CARPAL TUNNEL SYNDROME
# Postoperative diagnosis
SAME
# Operation
[[#surgery done recent-surgery carpal-tunnel-release| OPEN RELEASE OF RIGHT CARPAL TUNNEL]]
# Procedure
AFTER CONSENT, THE RIGHT ARM WAS PREPPED AND DRAPED AND A TOURNIQUET INFLATED TO 250. THROUGH A 2.5 CM PALMAR INCISION THE
TRANSVERSE CARPAL LIGAMENT WAS DIVIDED UNDER VISION ALONG ITS ULNAR BORDER. THE MEDIAN NERVE WAS FLATTENED AND HYPEREMIC.
THE RECURRENT BRANCH WAS SEEN AND PROTECTED. TOURNIQUET TIME 14 MINUTES. SKIN WAS CLOSED WITH NYLON.
# Complications
NONE
~ Yvette Marchbank, MD |
""", date(2015, 3, 6), "Yvette Marchbank, MD", "treating_physician")  # fmt: skip

FOLLOW_UP = Doc("visit-0427", "Hand surgery follow-up of 04.27.2015", "progress_note", _HAND, """
04.27.2015     {name}     chart {mrn}

Seven weeks after right open carpal tunnel release.

# Interval
Night tingling gone. Scar is tender. [[#gain done functional-improvement occupational-therapy| With the therapist he has gone from 14 to 31 pounds of grip and is back to
half shifts on the sorting line since last Monday.]] He has trouble with jar lids and the label gun.
# Exam
Scar dense, no drainage. Full finger motion. [[done objective-deficits -| Grip right 31, left 88 pounds.]] Pinch 9 / 20. Two-point 5 mm in all median digits.
# Plan
[[#note-count requested - occupational-therapy| He needs more hand therapy, two a week for four weeks]], for strength and scar. Continue putty at home.
[[planned returned-to-work -| Full shifts from June 8.]]
~ Yvette Marchbank, MD |
""", date(2015, 4, 27), "Yvette Marchbank, MD", "treating_physician")  # fmt: skip

THERAPY = Doc("therapy", "Hand therapy progress report", "therapy_log", _THERAPY, """
: Client | {name}
: Physician | Marchbank
: Date of report | 4-24-15
: Attendance | [[#attended done prior-sessions occupational-therapy| 8 attended of 8 prescribed, 3-20-15 to 4-22-15]]

# Measures
|= 3 1.5 1.5 1.5
| | 3-20-15 | 4-8-15 | 4-22-15 |
| Grip R (lb) | 14 | 24 | 31 |
| Lateral pinch R (lb) | 5 | 7 | 9 |
| QuickDASH | 66 | 48 | 39 |
| Scar tenderness (0-10) | 7 | 5 | 4 |

# Assessment
Steady gains. He carries out his home putty program daily. [[done treatment-goals occupational-therapy| Goal: grip 60 pounds and a full shift by mid June.]]
# Plan
Strengthening, desensitization, work simulation with label gun.
~ Fenella Drury, OTR/L, CHT |
""", date(2015, 4, 24), "Fenella Drury, OTR/L", "therapist")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", STATE_TYPED, rfa(
    _DOCTOR, _ADJUSTER, ["S/P right CTR | G56.01 | [[#rfa-service requested - occupational-therapy| Occupational/hand therapy, right wrist and hand]] | 97110, 97140 | [[#rfa-count| 2 x week x 6 weeks = 12 visits]]"], "4/29/2015",
), date(2015, 4, 29), "Yvette Marchbank, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Notice of modification", "ur_decision", _UR, """
May 6, 2015

Yvette Marchbank, M.D. //
Ollinger Hand Center

Employee: {name} //
Claim: {claim} //
Injury: {doi}

Dear Dr. Marchbank:

On April 30, 2015 we received your request for [[#ur-count| post-operative occupational therapy of the right hand, 12 visits]].

# Decision: modified
[[#ur-approved| Six (6) visits are approved, through July 15, 2015.]] [[denied - occupational-therapy| The remaining six (6) visits are not approved.]]
# Why
The Postsurgical Treatment Guidelines allow three to eight visits over three to five weeks after open release of the carpal
tunnel. The claimant has had [[#ur-visits history prior-sessions occupational-therapy| ten visits to date]]. Six visits should be enough to finish a home program.
# Your rights
The employee may ask for independent medical review of the part that was not approved within thirty days.
%% rights 6

Sincerely,

~ Cornelius Hale, MD | Orthopaedic Surgery, California license C00001
""", date(2015, 5, 6), "Cornelius Hale, MD", "reviewer")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE, imr_application(
    _ADJUSTER, "Yvette Marchbank, MD; Ollinger Hand Center; 500 Cannery Blvd, Ollinger, CA 90000; 555 555 0172",
    "G56.01", ["[[#application-count| Occupational therapy, right hand, 12 visits]]"], "05/06/2015", "05/19/2015",
), date(2015, 5, 19), "Winston Abernoth", "patient")  # fmt: skip

STUDY = Doc("ncs", "Nerve conduction study of the upper extremities", "electrodiagnostics", Clinic(
    "NERVE & MUSCLE LAB OF OLLINGER", ("R. Castellane, MD",), size=9, letterhead="left", heading="band", signature="electronic",
    foot="dash", dates="%m/%d/%Y", grid=0.3,
), """
| {LASTFIRST} | DOB {dob} | 12/02/2014 |
# Summary of findings
Right median sensory latency at the wrist 4.6 ms (upper limit 3.5); left 3.4. Right median motor latency 5.4 ms (upper limit 4.3).
Ulnar studies normal on both sides.
# Impression
[[done electrodiagnostic-confirmation ncs| Moderate right median neuropathy at the wrist.]] [[denied - -| Left side normal.]]
~ Rafael Castellane, MD | 12/02/2014
""", date(2014, 12, 2), "Rafael Castellane, MD", "consultant")  # fmt: skip

PROOF = Doc("proof", "Proof of service", "correspondence", Clinic(
    "PROOF OF SERVICE BY MAIL", (), font="Times", size=12, margin=80, letterhead="centre", signature="scribble", foot="none",
), """
I am over eighteen and not a party to this matter. On 05/20/2015 I mailed the enclosed application for independent medical
review of {name}, claim {claim}, to the Division of Workers' Compensation and to {employer}, in sealed envelopes, postage paid, at
Ollinger.

~ Mabel Okonjo |
""", date(2015, 5, 20), "Mabel Okonjo", "administrator")  # fmt: skip

NOTICE = Doc("notice", "Notice of assignment", "correspondence", Clinic(
    "IMR ORGANIZATION", ("Case intake",), font="Courier", size=10, letterhead="left", signature="none", foot="none",
), """
CASE NUMBER.............. CM99-0000106 //
EMPLOYEE................. {NAME} //
DATE OF INJURY........... 08/11/2014 //
UR DENIAL DATE........... 05/06/2015 //
APPLICATION RECEIVED..... 05/26/2015 //
DATE ASSIGNED............ 06/08/2015 //
PRIORITY................. STANDARD
""", date(2015, 6, 8), None, "administrator")  # fmt: skip

CASE = CaseFile(
    name="modified-visits",
    about="Hand therapy after carpal tunnel release: 8, 12 and 12 visits in the papers, 6 of 12 approved, 8 or 10 attended.",
    patient=PATIENT,
    header=CaseHeader(case_number="CM99-0000106", date_assigned=date(2015, 6, 8), date_of_injury=date(2014, 8, 11),
                      ur_denial_date=date(2015, 5, 6), request_date=date(2015, 4, 29), priority="Standard",
                      application_received=date(2015, 5, 26)),
    files=(
        File("abernoth_imr.pdf", (Part(NOTICE), Part(APPLICATION), Part(PROOF, Look(scan="fax", skew=1.9)), Part(UR))),
        File("abernoth_med.pdf", (Part(REQUEST, Look(scan="fax", skew=-0.5)), Part(FOLLOW_UP), Part(THERAPY, Look(scan="grey", skew=-1.2)),
                                  Part(OPERATION), Part(STUDY)), bates="ABER-{n:05d}"),
    ),
    items=(Item(1, "Occupational therapy, right hand, 12 visits",
                {"treatment": "occupational-therapy", "visits": 12, "per_week": 2, "weeks": 6,
                 "sites": [{"part": "hand", "side": "right"}, {"part": "wrist", "side": "right"}], "phase": "postoperative",
                 "ur_action": "modified", "remainder": {"original_count": 12, "authorized_count": 6, "remaining_count": 6}}),),
    traps=("ur-modified-remainder", "visit-count-differs", "postsurgical-chapter", "count-stated-wrong-by-ur"),
    visits=(Visits("occupational-therapy", 8, ("attended",)),),
    discrepancies=(Discrepancy(1, "visits", ("note-count", "rfa-count")), Discrepancy(None, "visits done", ("attended", "ur-visits"))),
    absences=(
        Absence("No functional improvement from therapy is documented.", "functional-improvement", "gain"),
        Absence("No complication of the surgery is documented.", None),
    ),
    providers=("Yvette Marchbank", "Marchbank", "Fenella Drury", "Cornelius Hale", "Rafael Castellane", "R. Castellane",
               "Cyrus Blenheim", "Mabel Okonjo"),
)  # fmt: skip
