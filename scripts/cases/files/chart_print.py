# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""A second epidural and more therapy, from the print of an electronic chart: newest encounter first, in the middle of its pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from drafter.case import CaseHeader
from scripts.cases.files.chart_print_more import CONSULT, LABS, NUTRITION, SUMMARY
from scripts.cases.files.chart_print_papers import APPLICATION, CHART, NOTICE, PATIENT, REQUEST, UR
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Missing, Part, Visits

_RESULT = replace(CHART, font="Courier", size=8.5, grid=0.3)
_FLOW = replace(CHART, size=8.5, heading="band", grid=0.3)

FEBRUARY = Doc("visit-0214", "Progress notes, office visit", "progress_note", CHART, """
Progress Notes

Rosalind Achebe-Tate, MD at 2/14/2019 10:20 AM //
Version 2 of 2     Author: Rosalind Achebe-Tate, MD     Service: Occupational Medicine     Author Type: Physician //
Filed: 2/14/2019 12:48 PM     Encounter Date: 2/14/2019     Status: Addendum //
Editor: Rosalind Achebe-Tate, MD (Physician)

# CC: Back Pain (L side, into calf)

# HPI
{name} is a 52 y.o. male who presents for f/u of a lifting injury ({doi}). [[#numb done radicular-symptoms -| Pain runs down the back of the L leg to the outer foot, with pins and needles in the little toe.]]
Sitting >20 min is bad. Rates it 7/10, was 3/10 over the holidays. [[#esi-hpi history prior-injection-relief epidural-steroid| Had TFESI w/ Dr. Vantongeren 10/30/18: leg pain down by about two thirds until early January, got off the
tramadol for that time.]] [[#stale history - physical-therapy| PT: referred, not yet started.]] Taking ibuprofen 600 mg TID and gabapentin 300 mg qhs. Denies bowel/bladder sx.

# Patient Active Problem List
| Diagnosis | Date Noted |
| Lumbar disc herniation with radiculopathy | 6/4/2018 |
| Essential hypertension | 11/2/2011 |
| Prediabetes | 4/19/2016 |

# Current Outpatient Medications
|= 3 4 1
| ibuprofen 600 mg tablet | Take 1 tablet by mouth 3 times daily with food | R-2 |
| gabapentin 300 mg capsule | Take 1 capsule nightly | R-0 |
| lisinopril 10 mg tablet | Take 1 tablet daily | R-3 |
| tramadol 50 mg tablet | Discontinued 11/6/2018 | |

# Objective
BP 138/84 | Pulse 76 | Temp 98.2 F (36.8 C) (Oral) | Ht 5' 10" | Wt 96.6 kg (213 lb) | SpO2 98% | BMI 30.56 kg/m2 //
General: NAD, shifts in the chair. Back: L paraspinals tight, ROM flex 40 deg, ext 10 w/ pain. //
Neuro: [[#exam done radiculopathy-on-exam epidural-steroid| L ankle jerk trace (R 2+). Cannot do 10 single heel raises on the L, gives out at 4. Decreased pinprick lateral border of L foot. SLR L pos at 40.]]

# Assessment/Plan
Herniation of lumbar intervertebral disc with radiculopathy (primary encounter diagnosis) //
- [[#ap-esi requested - epidural-steroid| repeat L S1 transforaminal injection]] with pain mgmt since the first one held ten weeks.
- [[#ap-pt requested - physical-therapy| resume PT 2x/wk x 4 wks]] right after, focus on getting from sitting to lifting 25 lb.
- [[denied surgery-considered -| He is not interested in an operation.]]
[[#emg history - emg| The EMG done at Peninsula Neurology on 12/20/18 has not been scanned into the chart.]]
- [[#modified done work-restrictions -| Light duty: no lifting >10 lb, change position q30 min]], recheck 4 wks.

Rosalind Achebe-Tate, MD, 2/14/2019, 12:48 PM
""", date(2019, 2, 14), "Rosalind Achebe-Tate, MD", "treating_physician")  # fmt: skip

CALL = Doc("phone-1127", "Telephone encounter", "progress_note", CHART, """
Telephone Encounter

Encounter Date: 11/27/2018 //
Winnie Salter, RN     11/27/2018  4:02 PM     Signed

# Conversation: Post procedure call (Newest Message First)
Spoke with pt at {phone}, ID verified x2. S/p L TFESI 10/30. [[#call done prior-injection-relief epidural-steroid| States leg is "about 70% better", sat through his niece's recital, down to ibuprofen once a day.]]
No fever, no HA, no new weakness. Site clean. Asked when he can go back to therapy; told him he has visits left. Will route to Dr. Achebe-Tate.

Signed: Winnie Salter, RN
""", date(2018, 11, 27), "Winnie Salter, RN", "other")  # fmt: skip

PROCEDURE = Doc("procedure-1030", "Procedure note, transforaminal injection", "operative_report", CHART, """
Procedures

Idris Vantongeren, MD at 10/30/2018 8:05 AM     Service: Pain Medicine     Status: Signed

Pre-op Diagnosis: Lumbar radiculopathy, left //
Post-op Diagnosis: Same //
Procedure: [[#tfesi1 done fluoroscopy epidural-steroid| Left S1 transforaminal epidural steroid injection, fluoroscopic guidance with contrast]] //
Anesthesia: local, 1% lidocaine 3 mL. No sedation. EBL: none. Complications: none.

Description: Time out was done with the patient awake. Prone on the table, prepped with chlorhexidine. The left S1 foramen was seen in an oblique view. A 22 g 3.5 inch
spinal needle was advanced; 1.5 mL iohexol outlined the S1 root without vascular uptake. Dexamethasone 10 mg with 1 mL 1% lidocaine was given. He walked to recovery
and left after 25 minutes with his wife. Call back in 4 weeks.

Idris Vantongeren, MD
""", date(2018, 10, 30), "Idris Vantongeren, MD", "consultant")  # fmt: skip

MRI = Doc("mri-0702", "MRI of the lumbar spine", "imaging", _RESULT, """
MR LUMBAR SPINE WO CONTRAST                     Status: Final result     Order: 400718233

Ordering: Rosalind Achebe-Tate, MD     Collected: 07/02/18 1531     Resulting: 07/03/18 0812

Narrative

INDICATION: left leg pain, low back pain

COMPARISON: none

TECHNIQUE: Sagittal T1, T2, STIR and axial T2, 1.5 T.

FINDINGS: Conus at L1. Alignment kept. Marrow signal normal. L1-L2 to L3-L4: unremarkable. L4-L5: [[denied nerve-compromise-leg -| shallow bulge, nothing on the roots]]. L5-S1: disc height loss, 7 mm left subarticular
extrusion that migrates 4 mm down, pushes the traversing left S1 root backward and flattens it. Facets mildly arthritic.

Impression

1. [[#root done nerve-root-corroboration epidural-steroid| L5-S1 left subarticular extrusion with mass effect on the left S1 nerve root.]] //
2. L4-L5 bulge without stenosis.

Reading Physician: Maeve Stavros, MD     Result History: 7/3/2018 8:12 AM
""", date(2018, 7, 2), "Maeve Stavros, MD", "radiologist")  # fmt: skip

EVALUATION = Doc("pt-eval", "Physical therapy initial evaluation", "therapy_log", _FLOW, """
PT Initial Evaluation     Colm Birdsong, PT at 8/1/2018 7:30 AM

# Referral
Lumbar radiculopathy L. Auth 12 visits thru 1/31/2019. Visit 1.
# Measures
|= 3 1 1 2
| Measure | 8/1/18 | Goal | Note |
| Oswestry | 54% | 30% | |
| Sit tolerance | 10 min | 45 min | |
| Lift floor to waist | 5 lb | 30 lb | job needs 50 lb |
| SLR L | 35 | 60 | |
# Plan
McKenzie extension, nerve glides, hip hinge, graded lifting. HEP sheet issued.

Colm Birdsong, PT, DPT
""", date(2018, 8, 1), "Colm Birdsong, PT, DPT", "therapist")  # fmt: skip

FLOWSHEET = Doc("pt-flow", "Physical therapy flowsheet, December to January", "therapy_log", _FLOW, """
PT Treatment Flowsheet     Colm Birdsong, PT at 1/22/2019 7:30 AM
|= 2 1 1 1 1 1
| | 12/4/18 | 12/11/18 | 12/18/18 | 1/8/19 | 1/22/19 |
| Visit # | 5 | 6 | 7 | 8 | [[#nine done prior-sessions physical-therapy| 9 of 12]] |
| Press-ups | 3x10 | 3x10 | 3x15 | 3x15 | 2x10 |
| Lift floor-waist lb | 10 | 15 | 20 | 20 | 15 |
| Walk min | 10 | 15 | 20 | 20 | 10 |
| Pain pre/post | 3/2 | 3/2 | 3/2 | 4/3 | 7/6 |
# Assessment 1/22/2019
[[#pt-gain done functional-improvement physical-therapy| Oswestry 54% -> 32%, sits 40 min (was 10), lifts 20 lb from floor (was 5), had gone from 4 to 6 hr shifts.]] [[#back-up done flare-up -| Leg pain back since about
1/5, could not finish the session today.]] [[#hep done home-exercise -| Does press-ups and walks at home 5 d/wk, log reviewed.]] 3 visits not used, auth ends 1/31.

Colm Birdsong, PT, DPT
""", date(2019, 1, 22), "Colm Birdsong, PT, DPT", "therapist")  # fmt: skip

MESSAGE = Doc("portal-0108", "Patient portal message", "correspondence", CHART, """
Patient Message

From: {name}     To: Rosalind Achebe-Tate, MD     Sent: 1/8/2019  9:41 PM     Subject: leg again

Hi doctor, the shot was great but it's wearing off this week, the toe is buzzing again. Colm at PT says to slow down. Should I ask Dr V for another? My wife Ottoline
can drive me. You can also mail me at {email}.
""", date(2019, 1, 8), "Thaddeus Okonjo-Bell", "patient")  # fmt: skip

EMERGENCY = Doc("ed-0516", "Emergency department provider note", "progress_note", CHART, """
ED Provider Notes

Hollis Prewitt, PA-C at 5/16/2018 7:52 PM     Author Type: Physician Assistant     Cosigner: Ngaio Fairweather, MD at 5/17/2018 6:10 AM

52 y.o. M p/w LBP x 2 days after lifting a transmission case at {employer}. [[denied red-flags -| No saddle anesthesia, no retention, no fever, no h/o CA.]] Strength 5/5 BLE, reflexes symm. SLR neg.

MDM: mechanical back strain. [[denied - xray| No films, none indicated.]] Ketorolac 30 mg IM with relief. Rx ibuprofen, cyclobenzaprine 10 mg #15. D/c home, f/u occ med.

ED Course as of 5/16/18 2214: ambulating w/o assist.
""", date(2018, 5, 16), "Hollis Prewitt, PA-C", "treating_physician")  # fmt: skip

_FAX = Look(scan="fax", skew=-0.9, fax="2019-02-19 16:20   SBRH OCC MED   650 555 5550 >> 8005555551      {p}/{n}")

CASE = CaseFile(
    name="chart-print",
    about="A repeat epidural and therapy; the gain from the first ones is in a nurse's call and a flow sheet, and a copied line says that therapy never began.",
    patient=PATIENT,
    header=CaseHeader(case_number="CM99-0000111", date_assigned=date(2019, 3, 27), date_of_injury=date(2018, 5, 14),
                      ur_denial_date=date(2019, 2, 27), request_date=date(2019, 2, 19), priority="Standard",
                      application_received=date(2019, 3, 15)),
    files=(
        File("OkonjoBell_T_records_2of3.pdf", (
            *(Part(doc) for doc in (
                NUTRITION, FEBRUARY, SUMMARY, FLOWSHEET, MESSAGE, LABS, CALL, PROCEDURE, CONSULT, EVALUATION, MRI, EMERGENCY)),
            Part(REQUEST, _FAX), Part(UR), Part(APPLICATION, Look(scan="fax", skew=0.7)), Part(NOTICE))),
    ),
    items=(
        Item(1, "Left S1 transforaminal epidural steroid injection, repeat",
             {"treatment": "epidural-steroid", "levels": ["S1"], "sites": [{"part": "low-back", "side": "left"}], "ur_action": "denied"}),
        Item(2, "Physical therapy, lumbar spine, 2 times a week for 4 weeks",
             {"treatment": "physical-therapy", "visits": 8, "per_week": 2, "weeks": 4, "sites": [{"part": "low-back"}], "ur_action": "denied"}),
    ),
    traps=("electronic-record-print", "begins-in-the-middle", "newest-first", "copied-forward", "visits-counted-over-notes", "missing-record",
           "merged-without-bookmarks", "denial-wrong-on-facts"),
    visits=(Visits("physical-therapy", 9, ("nine",)), Visits("epidural-steroid", 1, ("tfesi1",))),
    missing=(Missing("Electromyogram from Peninsula Neurology", date(2018, 12, 20), "emg"),),
    discrepancies=(Discrepancy(None, "visits done", ("nine", "ur-pt")), Discrepancy(None, "visits done", ("nine", "stale"))),
    absences=(
        Absence("No relief from the first injection is documented.", "prior-injection-relief", "call"),
        Absence("No examination sign of radiculopathy is documented.", "radiculopathy-on-exam", "exam"),
        Absence("No functional improvement from physical therapy is documented.", "functional-improvement", "pt-gain"),
        Absence("No home exercise programme is documented.", "home-exercise", "hep"),
        Absence("No psychological screening is documented.", "psych-clearance"),
    ),
    providers=("Rosalind Achebe-Tate", "Achebe-Tate", "Idris Vantongeren", "Vantongeren", "Maeve Stavros", "Colm Birdsong", "Winnie Salter",
               "Hollis Prewitt", "Perrin Loomis", "Ngaio Fairweather", "Barnaby Quist", "Delphine Amory"),
)  # fmt: skip
