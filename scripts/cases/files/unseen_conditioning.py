# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Conditioning for work after a repaired shoulder, a cream and more therapy; two decisions, and a baseline that neither of them had."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.unseen_conditioning_papers import (
    APPLICATION,
    BILL,
    EMAIL,
    JOB,
    LAW,
    ORDER,
    PATIENT,
    REQUEST,
    UR,
    UR_PT,
)
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Missing, Part, Visits

_PTP = Clinic("Dos Arroyos Orthopaedic & Occupational Medicine", ("700 Alkali Rd, Dos Arroyos CA 90000",), font="Helvetica", size=10.2, margin=62, letterhead="left", heading="plain", signature="perjury",
              foot="confidential", dates="%m/%d/%Y", check="brackets", grid=0.3, colour="#7a4a00")  # fmt: skip
_SURGEON = Clinic("", (), font="Times", size=10.5, margin=50, letterhead="none", heading="runin", signature="electronic", foot="none", dates="%b-%d-%Y", grid=0.2,
                  running="Mesa Shoulder & Elbow  |  Visit note  |  {name}  |  {dob}  |  Pt# 21-31177  |  {date}", printed="page {p}    chart copy requested by Trident TPA")  # fmt: skip
_HOSPITAL = Clinic("DOS ARROYOS SURGICAL HOSPITAL", ("OPERATIVE REPORT",), font="Courier", size=9.6, margin=58, letterhead="centre", heading="caps", signature="dictated", foot="page-of", dates="%m/%d/%Y")  # fmt: skip
_RAD = Clinic("Alkali Flat Open MRI", ("where you are not a number   555 555 0231",), font="Helvetica", size=10, margin=70, letterhead="right", heading="title", signature="typed", foot="dash", dates="%m.%d.%y")  # fmt: skip
_PT = Clinic("", (), font="Helvetica", size=9.2, margin=42, letterhead="none", heading="band", signature="electronic", foot="none", check="brackets", dates="%m/%d/%Y", grid=0.4,
             running="Tamarack Physical Therapy, Dos Arroyos    Patient: {lastfirst}    DOB: {dob}    ID: {mrn}\nReferring: Adeyinka, C MD    Injury: {doi}    Payer: Trident TPA {claim}",
             printed="TheraNote v11   sheet {p} of {n}")  # fmt: skip
_URGENT = Clinic("Dos Arroyos Orthopaedic & Occupational Medicine - first visit", (), font="Courier", size=9.5, margin=52, letterhead="typed", heading="runin", signature="initials", foot="none", check="x",
                 dates="%m/%d/%y", grid=0)  # fmt: skip

_ID = """
: Patient | {name}
: Birth date | {dob}
: Chart | DAO-1983-T0417
: Injury | {doi}, {employer}
: Claim | {claim}
"""

NOVEMBER = Doc("pr2-1101", "Primary treating physician's progress report of 11/01/2021", "progress_note", _PTP, f"""
T: PR-2 NARRATIVE EQUIVALENT
{_ID}: Date of service | 11/01/2021

# I. Interval history
7 mos s/p R arthroscopic RCR + SAD (Dr. Sundqvist). Pain 2/10 rest, 5/10 w/ reaching up or lifting > 20 lb. [[#tramadol denied opioid-use -| No narcotics since May.]] Finished PT last week. Off work; employer has nothing light.
# II. Medications
Tylenol 500 prn. [[#bleed done oral-not-tolerated compound| Ibuprofen stopped in August after two days of black stools, PMD Dr. Iweala told him to stay off all NSAIDs.]] [[#nogaba denied first-line-neuropathic-trial compound| No gabapentin, Lyrica or antidepressant to date]] as [[#noneuro denied neuropathic-pain compound| pain is not burning or electric]].
# III. Exam
R shoulder: portals healed. [[#rom done objective-deficits physical-therapy| Flex 150, abd 140, ER 55, IR to L3; supraspinatus 4/5, ER 4/5.]] Neer neg. Belly press nl. L shoulder full. Grip R 78 L 104 lb. [[denied arm-neuro-symptoms -| Sensation nl throughout R arm.]]
===
# IV. Diagnoses
1. S/p R rotator cuff repair, Z98.890, M75.121 //
2. R shoulder pain M25.511
# V. Discussion and plan
A. [[#got done functional-improvement work-hardening| He came a long way in PT, from passive motion only to lifting 35 lb to the waist, and has now leveled off for the past 5 visits.]] He is 38, has a job waiting and [[#keen done motivation work-hardening| has asked me twice when he can get back on the jack]]. [[#nosurg denied surgery-considered -| Nothing further surgical per Dr. Sundqvist.]] [[#ask-wc requested - work-hardening| Work conditioning 3 x 4.]]

B. [[#ask-pt requested - physical-therapy| PT 2 x 3 so that he does not lose ground while WC is pending.]]

C. [[#ask-cream requested - compound| Compound K3 cream, 240 gm]], TID. [[#cream-first denied drug-benefit compound| Has not used it before.]]

D. [[#emg| EMG R upper ext of 07/14/2021 (Dr. Lapointe)]] was said to be normal, report has been asked for again.
# VI. Work status
[x] Modified: [[#limits done work-restrictions work-hardening| no lift > 20 lb, no work above shoulder R]]. If not available, TTD.
~ Cornelius Adeyinka, MD | 11/01/2021
""", date(2021, 11, 1), "Cornelius Adeyinka, MD", "treating_physician")  # fmt: skip

SEPTEMBER = Doc("pr2-0927", "Primary treating physician's progress report of 09/27/2021", "progress_note", _PTP, f"""
T: PR-2 NARRATIVE EQUIVALENT
{_ID}: Date of service | 09/27/2021

# I. Interval history
6.5 mos s/p R RCR. Pain 3/10. PT is helping, 18 visits so far.
# II. Medications
[[#stale history nsaid-use -| Ibuprofen 800 TID prn.]] Tylenol started today instead, see below.
# III. Exam
Flex 140, abd 130, ER 45. SS 4-/5.
# IV. Diagnoses
S/p R RCR; R shoulder pain
# V. Discussion and plan
[[#gi history gi-symptoms -| Stomach bleeding in August per pt]], will not refill ibuprofen. Finish PT. [[#wc-plan planned - work-hardening| Conditioning afterward if he plateaus.]] [[#home done home-exercise -| Pulleys, bands and wall walks at home daily per pt.]]
# VI. Work status
[x] Modified: no lift > 10 lb R. TTD if not available.
~ Cornelius Adeyinka, MD | 09/27/2021
""", date(2021, 9, 27), "Cornelius Adeyinka, MD", "treating_physician")  # fmt: skip

FIRST = Doc("first-visit", "Doctor's first report, 09/29/20", "progress_note", _URGENT, """
5021 DOCTOR'S FIRST REPORT     DATE 09/29/20

INS: TRIDENT TPA   EMPL: {employer}   NAME: {NAME}   DOB {dob}   SS# {ssn} //
ADDR: {address}, {city}   TEL 555-555-0221   JOB: {job}   INJ: {doi} 0310 HRS

# Patient states
"Pallet jack stuck in a floor crack, I yanked it and felt a pop in my right shoulder."
# Objective
R SHOULDER: TTP GREATER TUB. ACTIVE ABD 60. DROP ARM + . [[denied arm-trauma -| X-RAY 3V IN HOUSE: NO FX, NO DISLOCATION.]] N/V OK.
# Dx
R SHOULDER SPRAIN, R/O CUFF TEAR. CONSISTENT WITH HISTORY _X_ YES __ NO
# Rx
SLING, IBU 800, ICE. [[#mri-plan planned - mri| MRI IF NO BETTER 4 WK.]] [[#pre-pt planned - physical-therapy| P.T. 2X3.]]
# Work
NO USE R ARM.
~ Cornelius Adeyinka, MD |
""", date(2020, 9, 29), "Cornelius Adeyinka, MD", "treating_physician")  # fmt: skip

SURGEON = Doc("surgeon-1012", "Shoulder surgeon's visit note of Oct-12-2021", "progress_note", _SURGEON, """
# CC
R RCR, 7 mo post op check
# S
Doing what I would expect. PT at Tamarack x 20 or so. Achy at end of day. Not back to freezer.
# O
FF 150 AROM, ER 50, 4/5 SS in scaption, no lag. [[denied instability-signs -| Apprehension neg.]] In-office US: repair intact, no retear.
# Studies
[[#us| Formal ultrasound 08/02/2021 at Alkali Flat]] not on disc he brought.
# A/P
1. [[#nomore denied surgery-considered work-hardening| Tendon healed. No second procedure, d/c from surgical f/u.]] //
2. [[#okwc planned - work-hardening| OK for conditioning / strengthening for his job w/o restriction from my side.]] //
3. Expect MMI about 12 mo post op.
~ Ingeborg Sundqvist, MD | Oct-12-2021 3:44p
""", date(2021, 10, 12), "Ingeborg Sundqvist, MD", "treating_physician")  # fmt: skip

OPERATION = Doc("operation", "Operative report, right shoulder arthroscopy", "operative_report", _HOSPITAL, """
PATIENT: {NAME}          MR#: {mrn} //
DOB: {dob}          DATE OF SURGERY: 03/09/2021

# Surgeon
INGEBORG SUNDQVIST, M.D.     ASST: R. MAKINEN, P.A.-C.
# Preoperative diagnosis
RIGHT FULL-THICKNESS SUPRASPINATUS TEAR, IMPINGEMENT
# Postoperative diagnosis
SAME, PLUS FRAYED BICEPS ANCHOR
# Operation
[[#rcr done - shoulder-surgery| RIGHT SHOULDER ARTHROSCOPY, ROTATOR CUFF REPAIR WITH TWO DOUBLE-LOADED ANCHORS, SUBACROMIAL DECOMPRESSION]], DEBRIDEMENT OF LABRUM
# Anesthesia
GENERAL WITH INTERSCALENE BLOCK
# Findings
18 MM CRESCENT TEAR OF SUPRASPINATUS, 1.5 CM RETRACTION, GOOD TISSUE. SUBSCAPULARIS INTACT. GLENOHUMERAL CARTILAGE SMOOTH.
===
# Description
BEACH CHAIR. TIME-OUT. STANDARD PORTALS. BURSECTOMY. TYPE II ACROMION FLATTENED WITH BURR. FOOTPRINT PREPARED. ANCHORS PLACED AND SUTURES PASSED, TEAR CLOSED WITHOUT TENSION. PORTALS WITH NYLON. ABDUCTION SLING.
# Estimated blood loss, complications
20 ML. NONE.
# Postoperative plan
SLING SIX WEEKS. [[#op-pt planned - physical-therapy| PASSIVE MOTION AT WEEK TWO, P.T. FROM WEEK SIX, 24 VISITS.]] WORK NOT BEFORE SIX MONTHS.
~ Ingeborg Sundqvist, M.D. |
""", date(2021, 3, 9), "Ingeborg Sundqvist, MD", "treating_physician")  # fmt: skip
OPERATION_AGAIN = replace(OPERATION, id="operation-copy", duplicate_of="operation")

MRI = Doc("mri", "MRI of the right shoulder", "imaging", _RAD, """
Name {lastfirst}     B. {dob}     Ref. Dr Adeyinka     Done 11.20.20

# Exam
MRI right shoulder, no contrast, 1.2T open
# Findings
[[#fulltear done suspected-tear -| Full thickness tear, anterior supraspinatus, 17 mm AP, retracted to 14 mm.]] Infraspinatus tendinosis. Subscapularis, teres minor normal. No atrophy. Type 2 acromion. Biceps in groove. Labrum slightly frayed. Marrow normal. Small fluid in the bursa.
# Impression
Full thickness supraspinatus tear.
~ Oswaldo Prendergast, MD |
""", date(2020, 11, 20), "Oswaldo Prendergast, MD", "radiologist")  # fmt: skip

THERAPY = Doc("pt-dc", "Physical therapy discharge report of 10/26/2021", "therapy_log", _PT, """
# Visits
Post op order 24. Seen from 04/20/2021 to 10/26/2021. [[#twentytwo done prior-sessions physical-therapy| 22 kept]], 1 no show 6/10, 1 cx 9/2.
# Measures
|= 3 1 1 1 1
| | 4/20 | 7/8 | 9/21 | 10/26 |
| Flexion, active | n/t | 105 | 140 | 150 |
| ER, active | n/t | 30 | 45 | 55 |
| Scaption, lb (HHD) | n/t | 6 | 14 | 14 |
| Floor to waist, lb | 0 | 10 | 35 | 35 |
| QuickDASH | 82 | 55 | 34 | 33 |
# Comment
[[#plateau done functional-improvement work-hardening| Strong gains through September, flat since.]] Lifts are now limited by endurance and fear of dropping a case and not by motion. [[#goals done treatment-goals work-hardening| To go back he has to get 65 lb to the waist, 45 lb to 72 inches and 10 hours of pulling.]]
===
# Today
[x] Home program updated: [[#hep done home-exercise -| red to green band, sleeper stretch, farmer carry with 2 jugs, 5 days a week]] //
[x] Discharge, refer back to MD; suggests conditioning 3 x wk.
[ ] Continue
~ Junia Ballantyne, PT, DPT | 10/26/2021 4:02 PM
""", date(2021, 10, 26), "Junia Ballantyne, PT, DPT", "therapist")  # fmt: skip

BASELINE = Doc("wc-baseline", "Work conditioning screening of 10/28/2021", "therapy_log", _PT, """
# Why
MD asks whether conditioning would be of use. 1.75 hours, self limiting 0 of 12, heart rate rose with load.
# Tested
|= 3 1.3 1.3 1.3
| | Needs | Shows | % |
| [[#base done baseline-evaluation work-hardening| Floor to waist, occasional]] | 65 lb | 35 lb | 54 |
| Waist to 72 in, frequent | 45 lb | 20 lb | 44 |
| Pull, sled | 60 lbf | 42 lbf | 70 |
| Overhead hold, right | 2 min | 38 sec | 32 |
| 6 min walk | 600 m | 571 m | 95 |
# Read
Heavy job; he is at medium. [[#gap done work-restrictions work-hardening| Cannot meet selector demands at this time.]] [[denied psychosocial-factors -| FABQ-W 18, not a barrier.]] Work simulation with gradual loads, 12 visits of 2 hr, with recheck at visit 6. Stop if no gain by then.
~ Junia Ballantyne, PT, DPT | 10/28/2021 11:50 AM
""", date(2021, 10, 28), "Junia Ballantyne, PT, DPT", "therapist")  # fmt: skip

_FAX = Look(
    scan="fax", skew=0.7, dpi=110, noise=0.0003, fax="11/01/2021 16:20  FROM:DAO MED                         P.{p}"
)

CASE = CaseFile(
    name="unseen-conditioning",
    about="Work conditioning, a cream and further therapy after a repaired shoulder; two decisions, with the baseline, the demands of the job and what the tablets did in papers that the reviewer did not have.",
    patient=PATIENT,
    header=CaseHeader(case_number="", date_of_injury=date(2020, 9, 28), ur_denial_date=date(2021, 11, 12), request_date=date(2021, 11, 3)),
    files=(
        File("B44716_01 email and application.pdf", (Part(EMAIL), Part(APPLICATION))),
        File("B44716_02 UR and RFA.pdf", (Part(UR), Part(UR_PT), Part(REQUEST), Part(ORDER, _FAX))),
        File("B44716_03 medical.pdf", (
            Part(OPERATION), Part(THERAPY), Part(BASELINE), Part(NOVEMBER), Part(SURGEON), Part(OPERATION_AGAIN), Part(SEPTEMBER), Part(MRI), Part(FIRST)), bates="B44716 {n}"),
        File("B44716_04 misc.pdf", (Part(JOB), Part(BILL), Part(LAW))),
    ),
    items=(
        Item(1, "Work conditioning, right shoulder, 3 x wk for 4 wks (12)",
             {"treatment": "work-hardening", "visits": 12, "per_week": 3, "weeks": 4, "sites": [{"part": "shoulder", "side": "right"}], "ur_action": "denied"}),
        Item(2, "Compound cream: ketoprofen 10%, cyclobenzaprine 2%, lidocaine 5%, 120 gm",
             {"treatment": "compound", "drugs": ["ketoprofen", "cyclobenzaprine", "lidocaine"], "quantity": 120, "ur_action": "denied"}),
        Item(3, "Physical therapy, right shoulder, 2 x wk for 3 wks (6)",
             {"treatment": "physical-therapy", "visits": 6, "per_week": 2, "weeks": 3, "sites": [{"part": "shoulder", "side": "right"}], "ur_action": "modified",
              "remainder": {"original_count": 6, "authorized_count": 2, "remaining_count": 4}}),
    ),
    traps=("several-decisions", "ur-modified-remainder", "quantity-differs", "visit-count-differs", "duplicates", "post-ur-report", "missing-record", "contradicting-notes", "planned-then-done",
           "denial-wrong-on-facts"),
    visits=(Visits("physical-therapy", 22, ("twentytwo",)),),
    missing=(Missing("PQME report of Dr. Wendell Ironside", date(2021, 10, 5), "qme"), Missing("EMG of the right upper extremity, Dr. Lapointe", date(2021, 7, 14), "emg"),
             Missing("Ultrasound of the shoulder, Alkali Flat", date(2021, 8, 2), "us"), Missing("Urgent care slip", date(2021, 11, 22), "late-er"), Missing("Note of the physical therapist", date(2021, 12, 6), "late-note")),
    discrepancies=(Discrepancy(2, "quantity", ("rfa-cream", "ask-cream")), Discrepancy(None, "visits done", ("twentytwo", "ur-36")), Discrepancy(None, "oral NSAID", ("bleed", "stale"))),
    absences=(
        Absence("No baseline functional evaluation is documented.", "baseline-evaluation", "base"),
        Absence("The demands of the job are not documented.", "job-demands", "lifts"),
        Absence("No intolerance of oral medication is documented.", "oral-not-tolerated", "bleed"),
        Absence("No home exercise programme is documented.", "home-exercise", "hep"),
        Absence("No trial of an antidepressant or anticonvulsant is documented.", "first-line-neuropathic-trial"),
        Absence("No neuropathic pain is documented.", "neuropathic-pain"),
        Absence("No recurrent dislocation is documented.", "recurrent-dislocation"),
    ),
    held_out=True,
    providers=("Cornelius Adeyinka", "Adeyinka", "Ingeborg Sundqvist", "Sundqvist", "R. Makinen", "Oswaldo Prendergast", "Junia Ballantyne", "Ballantyne", "Nathalie Brockmeyer", "Pilar Szabo", "P Szabo", "pszabo",
               "Temperance Abayomi", "Abayomi", "Gwendolyn Pacheco", "Wendell Ironside", "Lapointe", "Iweala"),
)  # fmt: skip
