# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The evaluations of the merged case: psychologist, agreed evaluator, emergency department, laboratory."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc

_PSYCH = Clinic("Rosamund Vail, Ph.D.", ("Clinical and Health Psychology", "PSY 00000"), font="Times", size=11.5, margin=76, letterhead="left",
                heading="underline", signature="scribble", foot="page-of", dates="~%d %B %Y")  # fmt: skip
_AME = Clinic("LINUS PETRAKIS, M.D., Inc.", ("Orthopaedic Surgery - Agreed Medical Evaluator", "P.O. Box 600, Sand Harbor, CA 90000"), size=11, margin=72,
              letterhead="centre", heading="numbered", signature="perjury", foot="re-page", dates="%B ~%d, %Y")  # fmt: skip

PSYCH = Doc("psych", "Psychological evaluation before surgery", "consultation", _PSYCH, """
20 October 2014

T: PRESURGICAL PSYCHOLOGICAL EVALUATION

: Name | {name}
: Date of birth | {dob}
: Referred by | Ambrose Cavendish, MD
# Procedures
Clinical interview of ninety minutes, MMPI-2-RF, P-3, Beck inventories.
# Background
Mr. {last} is married, with a son of sixteen. He finished high school in Eddington. No psychiatric treatment in the past.
%% social 6
%% legal 2
===
# Mental status
Alert, courteous, a little flat. Thought was orderly. No suicidal thought.
%% examination 2
# Test results
Valid profile. Beck depression 15 (mild), anxiety 9. Pain catastrophizing 24.
%% legal 3
===
# Formulation
He has mild low mood in reaction to pain and loss of work. His hopes of surgery are realistic: he expects half of the pain to go.
# Opinion
[[#psych-yes done psych-clearance lumbar-fusion| There is no psychological contraindication to the proposed surgery.]] [[planned cbt-screening cbt| Four sessions of preparation are suggested]], and support in
staying off tobacco.
~ Rosamund Vail, Ph.D. |
""", date(2014, 10, 20), "Rosamund Vail, PhD", "consultant")  # fmt: skip

_REVIEWED = "\n\n".join(
    f"{month:02d}/{6 + month}/2014. Dr. Quillfeather, PR-2. Back and right leg pain, modified work, medication renewed."
    for month in range(1, 10)
)

AME = Doc("ame", "Agreed medical evaluation", "medical_legal", _AME, f"""
August 5, 2014

RE: {{NAME}} v. {{employer}} //
Claim: {{claim}} //
Date of injury: {{doi}}

T: AGREED MEDICAL EVALUATION

Gentlepersons:

I evaluated Mr. {{last}} on August 5, 2014 as agreed medical evaluator in orthopaedics.
%% legal 3

# History
The applicant says that on {{doi}} he was pulling a pallet jack down a ramp. The load ran forward. He turned to hold it and felt a tear in
the low back. Leg pain began within a week.
%% social 6
===
# Treatment so far
[[#ame-pt history prior-sessions physical-therapy| He tells me he had about thirty visits of physical therapy]], six of acupuncture, and two epidural injections, [[#first-relief history prior-injection-relief epidural-steroid| the first of which took away sixty
percent of the leg pain for three weeks]].
# Past history
%% social 4
# Review of systems
%% systems 6
===
# Present complaints
Constant low back pain, 6 to 8. Right leg pain to the calf, 4. Numbness of the top of the foot.
# Job
Pallet loads of up to 1,800 pounds with a manual jack; lifting to 50 pounds.
%% social 4
%% legal 2
===
# Examination
Gait slow. Toe and heel walking possible, the latter weak on the right. Flexion 32, extension 6. Circumferences of the calves 39 cm right,
39.5 cm left. Reflexes 2+.
%% examination 7
===
# Review of records
{_REVIEWED}
===
# Diagnoses
Isthmic spondylolisthesis, L5-S1, aggravated. Right L5 radiculitis.
# Discussion
[[#ame-wait denied surgery-considered lumbar-fusion| I would not operate at this time.]] He smokes, he is deconditioned, and no psychologist has seen him. [[#ame-if planned - lumbar-fusion| Should he stop smoking and be cleared
psychologically, fusion at L5-S1 would be reasonable]] in view of the motion on the films.
%% legal 4
===
# Apportionment
Deferred until permanent and stationary.
# Work
Modified duty: no lifting over 15 pounds, no repeated bending.
%% legal 3
===
# Future care
Medication, a home program, and the surgical choice as above.
%% legal 5

Thank you for the opportunity to see this gentleman.
~ Linus Petrakis, M.D. | Agreed Medical Evaluator
""", date(2014, 8, 5), "Linus Petrakis, MD", "evaluator")  # fmt: skip

EMERGENCY = Doc("er", "Emergency department visit", "progress_note", Clinic(
    "EDDINGTON COMMUNITY HOSPITAL", ("Emergency Department",), font="Courier", size=9, margin=44, letterhead="left", heading="caps",
    signature="electronic", foot="page-of", dates="%m/%d/%Y", grid=0,
), """
NAME {LASTFIRST}   MRN ECH-55120   DOB {dob}   ARRIVAL 12/27/2014 21:14

# Triage
BACK PAIN AFTER COUGHING FIT, 9/10. BP 148/90, P 96, T 98.6. AMBULATORY. PHONE {phone}.
# Nursing
%% nursing 6

ICE, TORADOL 30 IM AT 21:50. PAIN 6 AT 22:40.
===
# Physician note
[[#er-flare done flare-up -| ACUTE EXACERBATION OF CHRONIC LOW BACK PAIN.]] [[denied red-flags -| NO SADDLE ANESTHESIA, NO INCONTINENCE, RECTAL TONE NORMAL.]] STRENGTH AS BEFORE PER PATIENT.
%% examination 5
%% systems 5
===
# Medications given
KETOROLAC 30 MG IM. CYCLOBENZAPRINE 10 MG PO.
%% nursing 5
===
# Discharge
HOME. FOLLOW UP WITH SURGEON. RX CYCLOBENZAPRINE 10 MG #10.
%% nursing 4
~ Tamsin Eze, MD | 12/27/2014 23:05
""", date(2014, 12, 27), "Tamsin Eze, MD", "treating_physician")  # fmt: skip

COTININE = Doc("cotinine", "Laboratory report: cotinine", "other", Clinic(
    "PACIFIC SLOPE LABORATORY", (), font="Courier", size=10, letterhead="typed", signature="none", foot="page-of", dates="%m/%d/%y", grid=0,
), """
{LASTFIRST}  DOB {dob}  COLLECTED 01/26/15  ORDERED BY CAVENDISH
|= 3 2 2
| TEST | RESULT | REFERENCE |
| [[#cotinine-test done smoking-addressed -| COTININE, SERUM]] | <2 NG/ML | <10 NONSMOKER |
| GLUCOSE | 98 MG/DL | 70-99 |
| HEMOGLOBIN | 15.1 G/DL | 13.2-17.1 |
""", date(2015, 1, 26), None, "other")  # fmt: skip
