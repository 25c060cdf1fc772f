# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""An epidural injection: the request form names another level than consultation, MRI and nerve study."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.forms import STATE_TYPED, imr_application, rfa
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Missing, Part, Patient, Visits

PATIENT = Patient(
    first="Corinna", last="Vasquez-Holm", dob=date(1979, 5, 17), doi=date(2015, 11, 3), ssn="900-52-8841",
    claim="WCX0093127", mrn="4410-7", phone="555.555.0151", address="35 Almond Court",
    city="Drywell, CA 90000", email="cvh@example.com", employer="Sunridge Packing Cooperative", sex="F",
    job="forklift operator",
)  # fmt: skip

_SPINE = Clinic("DRYWELL SPINE & NERVE", ("A Medical Corporation", "150 Canal St, Drywell CA", "tel 555.555.0152"), size=10,
                margin=64, letterhead="centre", heading="plain", signature="electronic", foot="re-page", dates="%d %b %Y",
                colour="#6b1d1d")  # fmt: skip
_MRI = Clinic("Valley Magnetic Resonance", ("MRI CONSULTATION REPORT",), font="Times", size=11, letterhead="left", heading="caps",
              signature="electronic", foot="page-of", dates="%B ~%d, %Y")  # fmt: skip
_EMG = Clinic("Ulrich Brandeis, M.D.", ("Neurology and Electrodiagnostic Medicine", "Drywell Professional Center, Suite 12"),
              size=9.5, margin=50, letterhead="right", heading="underline", signature="scribble", foot="dash",
              dates="~%m-~%d-%Y", grid=0.7)  # fmt: skip
_UR = Clinic("SEQUENT MEDICAL REVIEW, LLC", ("UTILIZATION REVIEW DECISION - DENIAL",), size=10, letterhead="left", heading="band",
             signature="electronic", foot="confidential", dates="%m/%d/%Y")  # fmt: skip
_PT = Clinic("Canal Street Physical Therapy", ("visit flow sheet",), size=8.5, margin=36, letterhead="typed", heading="plain",
             signature="initials", foot="none", dates="~%m/~%d/%y", grid=0.8)  # fmt: skip

_DOCTOR = "Noor Hadley, MD; Drywell Spine & Nerve; 150 Canal St, Drywell, CA 90000; 555.555.0152; 555.555.0153; Physical Medicine and Rehabilitation; 1000000048"
_ADJUSTER = "Bettina Crowe; Western Crossing Insurance; 90 Plaza Real, Sand Harbor, CA 90000; 555.555.0156"

CONSULT = Doc("consult", "Spine consultation", "consultation", _SPINE, """
PATIENT: {name}     DOB: {dob}     CHART {mrn} //
DATE OF SERVICE: 22 Aug 2016     DOI: {doi}

## Reason for visit
Low back and right leg pain, referred by M. Oduya, PA.

## HPI
37-year-old woman whose forklift dropped off a dock plate on {doi}. Right buttock to lateral foot pain, burning, 7/10, with
tingling of the small toes. [[#care done failed-conservative-care -| Ten visits of therapy, meloxicam and gabapentin 900 mg have not changed the leg pain.]] No bladder
or bowel complaint.

## ROS
%% systems 4

## Exam
Right SLR 40 degrees with leg pain below the knee, left negative. [[#exam done radiculopathy-on-exam epidural-steroid| Right ankle reflex absent, left 2+. Sensation reduced over the
right lateral foot (S1). Gastrocnemius 4/5 on the right.]] Knee reflexes 2+ and equal, quadriceps and tibialis anterior 5/5.

## Data
[[#mri-says history nerve-root-corroboration epidural-steroid| MRI of 02 Aug 2016: right paracentral L5-S1 extrusion, 6 mm, displacing the right S1 root.]] Nerve study of 11 Aug 2016: right S1
radiculopathy.

%% consent 1

## Assessment
Right S1 radiculopathy from L5-S1 disc extrusion, ten months, not responding.

## Plan
1. [[#consult-level requested - epidural-steroid| Right L5-S1 transforaminal epidural steroid injection]], one level, [[planned fluoroscopy epidural-steroid| under fluoroscopy with contrast]].
2. If leg pain does not fall by half she will see Dr. Ferro for [[planned surgery-considered -| a surgical opinion]].
3. Modified work, no sitting over 30 minutes.

~ Noor Hadley, MD | 22 Aug 2016 17:20
""", date(2016, 8, 22), "Noor Hadley, MD", "consultant")  # fmt: skip

MRI = Doc("mri", "MRI of the lumbar spine", "imaging", _MRI, """
: Patient | {lastfirst}
: Date of birth | {dob}
: Date of exam | August 2, 2016
: Exam | MRI lumbar spine without contrast
# Findings
L3-L4: normal. [[#mri-l45 denied nerve-compromise -| L4-L5: mild desiccation, no protrusion, no root contact.]] L5-S1: right paracentral extrusion measuring
6 mm which displaces the right S1 nerve root in the lateral recess. The left S1 root is free.
# Conclusion
[[#mri-level done nerve-root-corroboration -| Right paracentral disc extrusion L5-S1 with displacement of the right S1 root.]]
~ Sanjay Whitlock, MD | Neuroradiology
""", date(2016, 8, 2), "Sanjay Whitlock, MD", "radiologist")  # fmt: skip

EMG = Doc("emg", "Electrodiagnostic study of the lower extremities", "electrodiagnostics", _EMG, """
: Patient: | {name}
: Study date: | 8-11-2016
: Ordered by: | N. Hadley, MD
# Nerve conduction
|= 3 1 1.4 1.4 1.4
| Nerve | Side | Latency (ms) | Amplitude | Velocity (m/s) |
| Sural sensory | R | 3.4 | 12 uV | 48 |
| Sural sensory | L | 3.3 | 13 uV | 49 |
| Peroneal motor (EDB) | R | 4.6 | 5.1 mV | 47 |
| Peroneal motor (EDB) | L | 4.5 | 5.3 mV | 48 |
| Tibial motor (AH) | R | 4.9 | 6.0 mV | 45 |
| H reflex | R | absent | | |
| H reflex | L | 29.8 | | |
# Needle examination
|= 3 1 2 3
| Muscle | Side | Spontaneous | Recruitment |
| Vastus medialis (L3-4) | R | none | full |
| Tibialis anterior (L4-5) | R | none | full |
| Medial gastrocnemius (S1) | R | 2+ fibrillations | reduced |
| Biceps femoris, short head (S1) | R | 1+ fibrillations | reduced |
| Medial gastrocnemius (S1) | L | none | full |
# Conclusion
Abnormal study. [[#emg-level done electrodiagnostic-confirmation emg| There is electrical evidence of an active right S1 radiculopathy.]] [[denied - -| No evidence of an L4 or L5 lesion, of
peroneal entrapment or of peripheral neuropathy.]]
~ Ulrich Brandeis, M.D. |
""", date(2016, 8, 11), "Ulrich Brandeis, MD", "consultant")  # fmt: skip

THERAPY = Doc("pt-log", "Therapy flow sheet", "therapy_log", _PT, """
NAME {LASTFIRST}     DX LBP/R sciatica     AUTH 12
|= 0.7 1.1 2 2 2 1.2
| Vis | Date | Modalities | Exercise | Pain/Response | Init |
| 1 | 1/11/16 | eval | press-ups | 7 | RD |
| 2 | 1/13/16 | HP/ES | press-ups, nerve glide | 7, leg same | RD |
| 3 | 1/18/16 | HP/ES | stabilization | 7 | RD |
| 4 | 1/20/16 | traction | stabilization | 8 after traction | RD |
| 5 | 1/27/16 | HP | bike 5 min | 7 | RD |
| 6 | 2/1/16 | HP | bike 8 min | 6 | RD |
| C/X | 2/3/16 | pt ill | | | |
| 7 | 2/8/16 | HP | bike, bridges | 7 | TL |
| 8 | 2/10/16 | HP | bike, bridges | 7 | TL |
| 9 | 2/17/16 | none | HEP review | 7 | RD |
| 10 | 2/22/16 | none | [[#pt-ten done prior-sessions physical-therapy| d/c to HEP, leg sx unchanged]] | 7 | RD |
~ Rory Dunmore, PT |
""", date(2016, 2, 22), "Rory Dunmore, PT", "therapist")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", STATE_TYPED, rfa(
    _DOCTOR, _ADJUSTER, ["Lumbar radiculopathy | M54.16 | [[#rfa-level requested - epidural-steroid| Right L4-L5 transforaminal epidural steroid injection]] | 64483, 77003 | x 1, with fluoroscopy"],
    "8/24/2016",
), date(2016, 8, 24), "Noor Hadley, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Utilization review decision", "ur_decision", _UR, """
| Claimant: {name} | Claim: {claim} | DOB {dob} |
| Date of injury: {doi} | Request received: 08/26/2016 | Decision: 09/01/2016 |
# Requested service
[[#ur-level denied - epidural-steroid| Transforaminal epidural steroid injection, right L4-L5]]
# Decision
Not certified.
# Clinical basis
The MRI of 08/02/2016 shows no protrusion and no root contact at the requested level. The examination gives no sign of an L4
or L5 radiculopathy. Radiculopathy must be documented by examination and corroborated by imaging or electrodiagnostic testing.
# Guideline
MTUS Chronic Pain Medical Treatment Guidelines, epidural steroid injections.
# Peer to peer
A call was placed to Dr. Hadley on 08/31/2016 at 2:15 pm; a message was left.
%% rights 6
~ Winifred Astor, MD | Anesthesiology
""", date(2016, 9, 1), "Winifred Astor, MD", "reviewer")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE_TYPED, imr_application(
    _ADJUSTER, "Noor Hadley, MD; Drywell Spine & Nerve; 150 Canal St, Drywell, CA 90000; 555.555.0152",
    "M54.16", ["[[#application-level| Right L5-S1 transforaminal epidural injection]]"], "09/01/2016", "9/20/2016", attorney="Bram Lockhart, Esq.",
), date(2016, 9, 20), "Corinna Vasquez-Holm", "patient")  # fmt: skip

NOTE = Doc("pa-note", "Progress note of the physician assistant", "progress_note", Clinic(
    "", (), font="Courier", size=10, letterhead="none", heading="caps", signature="electronic", foot="none", dates="%m/%d/%Y"), """
DRYWELL SPINE & NERVE     PROGRESS NOTE     09/12/2016 //
{LASTFIRST}   {dob}

S: still 7/10 right leg. Had denial. [[#late-visit history flare-up -| Worse for four days after a sneeze on 9/9, went to urgent care.]]

O: SLR right 35. Ankle jerk absent.

A: S1 radiculopathy

P: appeal. [[requested - epidural-steroid| resubmit for L5-S1 TFESI, form had the wrong level]]

~ Mirembe Oduya, PA-C | 09/12/2016
""", date(2016, 9, 12), "Mirembe Oduya, PA-C", "treating_physician", after_ur=True)  # fmt: skip

NOTICE = Doc("notice", "Notice of assignment", "correspondence", Clinic(
    "IMR Assignment Desk", (), size=10, letterhead="band", signature="none", foot="none", colour="#444444"), """
^ October 3, 2016
RE: Assignment of Independent Medical Review CM99-0000104

The Division of Workers' Compensation has assigned the application of {name} (claim {claim}, injury of November 3, 2015),
received on September 22, 2016, to this organization on October 3, 2016 as a Standard review. The utilization review
decision in dispute is dated September 1, 2016.
""", date(2016, 10, 3), None, "administrator")  # fmt: skip

CASE = CaseFile(
    name="wrong-level",
    about="Epidural injection: the request form and the denial say L4-L5, everything clinical says L5-S1.",
    patient=PATIENT,
    header=CaseHeader(case_number="CM99-0000104", date_assigned=date(2016, 10, 3), date_of_injury=date(2015, 11, 3),
                      ur_denial_date=date(2016, 9, 1), request_date=date(2016, 8, 24), priority="Standard",
                      application_received=date(2016, 9, 22)),
    files=(
        File("A-notice.pdf", (Part(NOTICE),)),
        File("B-application.pdf", (Part(APPLICATION, Look(scan="grey", skew=-0.6)),)),
        File("C-ur-and-rfa.pdf", (Part(REQUEST, Look(scan="fax", skew=1.4, fax="FROM :DRYWELL SPINE     FAX NO. :555.555.0153     AUG. 24 2016 04:41PM  P{p}")), Part(UR))),
        File("D-drywell.pdf", (Part(CONSULT), Part(NOTE))),
        File("E-studies.pdf", (Part(MRI), Part(EMG, Look(scan="grey", skew=0.5)))),
        File("F-therapy.pdf", (Part(THERAPY, Look(scan="fax", turn=90, skew=0.8)),)),
    ),
    items=(Item(1, "Right L4-L5 transforaminal epidural steroid injection",
                {"treatment": "epidural-steroid", "levels": ["L4-L5"], "sites": [{"part": "low-back", "side": "right"}], "ur_action": "denied"}),),
    traps=("wrong-level", "post-ur-report", "sideways-page", "negated-findings"),
    visits=(Visits("physical-therapy", 10, ("pt-log", "care")),),
    missing=(Missing("urgent care record after 9/9/2016", None, "late-visit"),),
    discrepancies=(Discrepancy(1, "levels", ("rfa-level", "consult-level")), Discrepancy(1, "levels", ("ur-level", "application-level"))),
    absences=(
        Absence("No examination sign of radiculopathy is documented.", "radiculopathy-on-exam", "exam"),
        Absence("No failed conservative care is documented.", "failed-conservative-care", "care"),
        Absence("No earlier epidural injection is documented.", "prior-injection-relief"),
    ),
    providers=("Noor Hadley", "Hadley", "Mirembe Oduya", "M. Oduya", "Sanjay Whitlock", "Ulrich Brandeis", "Winifred Astor",
               "Rory Dunmore", "Bettina Crowe", "Bram Lockhart", "Ferro"),
)  # fmt: skip
