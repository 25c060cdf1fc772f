# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""A lumbar fusion with what goes along with it; films, screening and the end of smoking came after the evaluation that the reviewer quotes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.unseen_fusion_papers import (
    APPLICATION,
    COTININE,
    ED,
    NURSE,
    OTHER_EMG,
    PATIENT,
    REQUEST,
    UR,
)
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Missing, Part, Visits

_LETTER = Clinic("Vallejito Neurosurgical Institute", ("200 Aqueduct Wy, Vallejito CA 90000", "Imelda Rasmussen MD   -   Ansel Petrossian PA-C"), font="Times", size=11.5, margin=72, letterhead="centre", heading="title",
                 signature="dictated", foot="re-page", dates="%B ~%d, %Y", colour="#13325b")  # fmt: skip
_RAD = Clinic("", (), font="Helvetica", size=10, margin=56, letterhead="none", heading="runin", signature="electronic", foot="none", dates="%m/%d/%Y", grid=0.3,
              running="VALLEJITO MEMORIAL HOSPITAL   Diagnostic Imaging\n{LASTFIRST}   MRN {mrn}   DOB {dob}   Exam {date}", printed="Printed from PACS      {p}/{n}")  # fmt: skip
_EMG = Clinic("Vallejito Neurodiagnostics", ("Electromyography report",), font="Times", size=10, margin=50, letterhead="left", heading="plain", signature="typed", foot="none", dates="%d%b%Y", grid=0.4)  # fmt: skip
_PSY = Clinic("Ondine Marchbanks, Psy.D.", ("Health psychology - presurgical evaluations", "PSY 00000"), font="Times", size=11, margin=80, letterhead="right", heading="underline", signature="scribble", foot="dash",
              dates="%B ~%d, %Y")  # fmt: skip
_PTP = Clinic("Quarryside Occupational Medical Group", ("", "Form PR-2 (electronic)"), font="Helvetica", size=9, margin=42, letterhead="band", heading="boxed", signature="perjury", foot="none", check="box", dates="%m/%d/%y",
              grid=0.3, colour="#5a2230")  # fmt: skip
_AME = Clinic("RUPERT VANTONGEREN, M.D., F.A.A.O.S.", ("Agreed Medical Evaluator", "P.O. Box 9, Stonefield, California"), font="Times", size=11.5, margin=76, letterhead="centre", heading="caps", signature="perjury",
              foot="re-page", dates="%B ~%d, %Y", lead=1.3)  # fmt: skip
_PT = Clinic("Ironwood PT & Spine Rehab", ("discharge summary",), font="Helvetica", size=9.8, margin=52, letterhead="left", heading="plain", signature="electronic", foot="confidential", dates="%m/%d/%Y", grid=0.5)  # fmt: skip
_ASC = Clinic("STONEFIELD PAIN & SURGERY CENTER", (), font="Courier", size=9.2, margin=50, letterhead="typed", heading="runin", signature="dictated", foot="none", dates="%m-%d-%Y")  # fmt: skip

FEBRUARY = Doc("letter-0206", "Neurosurgery office letter of February 6, 2020", "progress_note", _LETTER, """
February 6, 2020

Re: {name}     DOB {dob}     Chart NS-8841 //
DOI {doi}     Claim {claim}

Dear Dr. Obuya:

Mr. Hutchcraft was seen today with his wife. He is a 50-year-old {job} injured when the loader he was in dropped into a washout.

# Interval History
Back pain 7, left leg pain 8. [[#sit done activity-limitation -| He can stand about 10 minutes and walk one block, and he leans on the cart at the store.]] The left leg goes numb over the shin into the big toe. [[denied red-flags -| No bowel or bladder change.]] [[#quit3 done smoking-addressed lumbar-fusion| He has now been off cigarettes for three months]] and his level this week bears that out.

[[#failed done failed-conservative-care lumbar-fusion| Therapy x 24, two epidurals, gabapentin to 1800, meloxicam and a year and a half of light duty or no duty have gotten him nowhere.]] [[#second-esi denied prior-injection-relief epidural-steroid| The second epidural, August 26, did nothing]]; [[#esi2| I do not have that operative note.]]
# Past Medical History
[[#htn done comorbidity preop-clearance| Hypertension, type 2 diabetes (A1c 7.1), sleep apnea on CPAP.]] [[#stent history cardiovascular-risk preop-clearance| He had a coronary stent in 2015 and still takes aspirin 81.]] [[denied prior-fusion lumbar-fusion| No previous back surgery.]]
===
# Examination
5'10", 221 lb. BP 142/88. Gait short stepped. [[#ehl done radiculopathy-on-exam lumbar-fusion| Left extensor hallucis 4-/5, tibialis anterior 4+/5, pin decreased over the left L5 dermatome]]; ankle jerks 1+ both. Straight leg raise left positive at 45. Extension reproduces the leg symptoms.
# Studies
MRI 9/25/2019 reviewed again with him. [[#mm done segmental-instability lumbar-fusion| Bending films, 12/3/2019: L4 moves 6 mm forward on L5 between extension and flexion.]] EMG agrees with left L5.
# Assessment And Plan
Mobile degenerative spondylolisthesis L4-5 with stenosis and left L5 radiculopathy. [[#ask-op requested - lumbar-fusion| I am asking for an L4-5 TLIF]]; a laminectomy alone would need removal of more than half of a facet that is already incompetent. Mr. Petrossian will assist. [[#ask-clear requested - preop-clearance| Because of the stent and diabetes Dr. Hollenbeck, internal medicine, is to clear him first.]] [[#ask-lso requested - lumbar-support| LSO for out-of-bed use for 8 weeks after surgery.]] [[#post-pt planned - physical-therapy| Therapy at week 6.]] Two nights in hospital.

He and his wife went over risks with me for 25 minutes. He wants to go ahead. He remains TTD.

~ Imelda Rasmussen, M.D. |
""", date(2020, 2, 6), "Imelda Rasmussen, MD", "treating_physician")  # fmt: skip

OCTOBER = Doc("consult-1017", "Neurosurgical consultation of October 17, 2019", "consultation", _LETTER, """
October 17, 2019

Re: {name}     DOB {dob}     Chart NS-8841 //
DOI {doi}     Claim {claim}

Dear Dr. Obuya:

Thank you for this consultation. On {doi} the front wheels of his loader dropped about four feet. Immediate back pain, left leg pain within two weeks. He has not been back to regular work.

He has had 24 visits of therapy and [[#esi-one history prior-injection-relief epidural-steroid| one epidural in July that gave about 50% relief of the leg for three weeks]], a second in August. [[#pack done smoking-addressed -| He smokes half a pack a day and was told that I will not fuse a smoker]]; patches prescribed.

MRI shows a grade I slip at L4-5 with severe lateral recess stenosis on the left. [[#plan-films planned - xray| I want flexion and extension films]], [[#plan-emg planned - emg| an EMG]] and [[#plan-psych planned - psych-evaluation| a psychological screen]] before I commit. [[#maybe planned surgery-considered -| If the level moves we will be talking about a fusion; if it does not, a decompression.]]

~ Imelda Rasmussen, M.D. |
""", date(2019, 10, 17), "Imelda Rasmussen, MD", "treating_physician")  # fmt: skip

MRI = Doc("mri", "MRI of the lumbar spine without contrast", "imaging", _RAD, """
# Exam
MR LUMBAR SPINE WO CONTRAST     Ord: Obuya, F
# Reason
LBP w/ L leg radiation > 12 mo
# Comparison
None
# Result
5 lumbar type bodies. Conus T12-L1. No marrow lesion or fracture.

|= 1 6
| L1-L3 | Unremarkable |
| L3-4 | Mild facet arthropathy |
| L4-5 | [[#slip done surgical-lesion lumbar-fusion| 7 mm anterolisthesis (grade I), bilateral facet effusions, disc uncovering; severe L > R lateral recess stenosis with compression of the traversing left L5 root]]; moderate central stenosis |
| L5-S1 | Desiccation, 2 mm bulge, no stenosis |
# Impression
Grade I degenerative anterolisthesis L4-5 with severe left lateral recess stenosis.
~ Cyprian Halloway, MD | 09/25/2019 14:07
""", date(2019, 9, 25), "Cyprian Halloway, MD", "radiologist")  # fmt: skip

FLEX = Doc("flexion", "Lumbar spine flexion and extension radiographs", "imaging", _RAD, """
# Exam
XR LUMBAR SPINE 4 V W FLEX EXT     Ord: Rasmussen, I
# Reason
Spondylolisthesis, instability
# Comparison
MR 09/25/2019
# Result
[[#trans done segmental-instability lumbar-fusion| L4 on L5: 4 mm in extension, 7 mm neutral, 10 mm in flexion.]] Angular change 14 degrees at that level. [[denied displaced-fracture -| Pars intact, no fracture.]] L5-S1: no translation.
# Impression
Dynamic anterolisthesis at L4-5, 6 mm translation.
~ Cyprian Halloway, MD | 12/03/2019 16:40
""", date(2019, 12, 3), "Cyprian Halloway, MD", "radiologist")  # fmt: skip
FLEX_AGAIN = replace(FLEX, id="flexion-copy", duplicate_of="flexion")

EMG = Doc("emg", "Electromyography report, lower extremities", "electrodiagnostics", _EMG, """
Patient {lastfirst}     {dob}     Study of 12NOV2019     Ref: Rasmussen

|= 3 1 1 1
| Nerve | Lat ms | Amp | CV m/s |
| L peroneal, EDB | 5.2 | 2.1 mV | 43 |
| R peroneal, EDB | 4.9 | 4.4 mV | 46 |
| L sural | 3.6 | 11 uV | - |
| L tibial H | 31.0 | - | - |

|= 3 1.2 1.2 2
| Muscle (left) | Fib | PSW | MUAP |
| Tib anterior | 1+ | 1+ | large, reduced |
| EHL | 2+ | 1+ | large, reduced |
| Glut medius | 1+ | 0 | large |
| Vastus lat | 0 | 0 | normal |
| Med gastroc | 0 | 0 | normal |
| L5 paraspinal | 1+ | 1+ | |

Impression: [[#l5 done nerve-root-corroboration -| Left L5 radiculopathy, subacute to chronic with ongoing denervation.]] No peroneal neuropathy at the knee. No polyneuropathy.
~ Evangelos Whitcroft, MD |
""", date(2019, 11, 12), "Evangelos Whitcroft, MD", "consultant")  # fmt: skip

PSYCH = Doc("psych", "Presurgical psychological evaluation", "consultation", _PSY, """
January 14, 2020

RE: {name}, {dob}

Dear Dr. Rasmussen:

I interviewed Mr. Hutchcraft for 90 minutes and he completed the MBMD, PCS, PHQ-9 and TSK-11 on January 14, 2020.

# Background
Married 24 years, two grown children, eleventh grade plus a CDL. No prior mental health care. Beer on weekends. [[#no-nic done smoking-addressed lumbar-fusion| Quit cigarettes November 1; carbon monoxide breath reading in my office was 2 ppm.]]
# Test Results
PHQ-9: 8. PCS: 21. TSK-11: 27. MBMD: expects a fair result, no exaggeration of symptoms.
===
# Opinion
His mood is low because he is not working, which is what one would expect. [[#cleared done psych-clearance lumbar-fusion| I see no psychological reason to put off the operation; he falls in the low-to-moderate risk group.]] He does not need treatment first. I would be glad to see him after surgery if sleep does not improve.

~ Ondine Marchbanks, Psy.D. |
""", date(2020, 1, 14), "Ondine Marchbanks, PsyD", "consultant")  # fmt: skip


def _pr2(ident: str, day: date, subjective: str, objective: str, plan: str) -> Doc:
    shown = day.strftime("%m/%d/%y")
    return Doc(ident, f"Primary treating physician's progress report of {shown}", "progress_note", _PTP, f"""
|= 1 1 1
| Pt {{lastfirst}} | DOB {{dob}}   DOI {{doi}} | Claim {{claim}} |
| Empl {{employer}} | Adj C. Tashjian | Ph {{phone}} |
[x] Periodic report   [ ] Change in plan   [ ] Discharge

# S
{subjective}
# O
{objective}
# A
Lumbar radic L M54.16; spondylolisthesis L4-5 M43.16; lumbar sprain
# P
{plan}
# W/S
[x] TTD thru next visit, 45 d
Exam {shown}
~ Florent Obuya, MD | {shown}
""", day, "Florent Obuya, MD", "treating_physician")  # fmt: skip


PR2_JANUARY = _pr2("pr2-0121", date(2020, 1, 21), "LBP 7/10, LLE 8/10 w/ numbness shin. Sleeps in recliner. [[#stale| Smoker 1/2 ppd.]] Meds as below. No GI upset.",
                   "Flex 30, ext 5 w/ L leg sx. L EHL 4/5. SLR + L. [[#dm done comorbidity preop-clearance| FSBS 164, BP 148/90.]]",
                   "Refill gabapentin 600 TID, meloxicam 15. [[#hep done home-exercise -| Cont walk + McKenzie as tolerated 15 min/d.]] Defer to Dr. Rasmussen re surg. Metformin, lisinopril, ASA 81, atorvastatin per PMD.")  # fmt: skip
PR2_NOVEMBER = _pr2("pr2-1119", date(2019, 11, 19), "LBP 6/10. Seen by neurosurg 10/17. Smoker 1/2 ppd, on patch, states none x 2 wks.",
                    "Flex 35, ext 5. L EHL 4+/5.", "Gabapentin to 600 TID. CT myelo ordered by NS. F/U 6-8 wk.")  # fmt: skip

THERAPY = Doc("pt", "Physical therapy discharge summary", "therapy_log", _PT, """
{lastfirst}     DOB {dob}     MD Obuya     Dx lumbar strain / radiculopathy L

|= 2 1 1 1
| Course | From | To | Seen |
| 1 | 04/03/2018 | 05/29/2018 | 12 |
| 2 | 01/14/2019 | 03/07/2019 | 12 |

[[#twentyfour done prior-sessions physical-therapy| Combined 24 visits, 2 cancelled, 0 no shows.]]

|= 3 1 1 1
| | Start 1 | Start 2 | End 2 |
| ODI | 54% | 50% | 48% |
| Walk, min | 6 | 8 | 9 |
| Prone plank, s | 5 | 14 | 26 |

[[#ltd done conservative-three-months lumbar-fusion| Flexion bias stabilization, manual, neural glides and pool over two courses; core measurably better, leg complaint and walking distance the same.]] Max benefit. D/C 03/07/2019 to home routine.
~ Xiomara Fenstermacher, PT, OCS | 03/07/2019
""", date(2019, 3, 7), "Xiomara Fenstermacher, PT", "therapist")  # fmt: skip

INJECTION = Doc("esi", "Operative report, epidural injection of 07-08-2019", "operative_report", _ASC, """
PT {NAME}   DOB {dob}   DOS 07-08-2019

# Procedure
[[#tfesi done - epidural-steroid| LEFT L4-5 AND L5-S1 TRANSFORAMINAL ESI]], FLUORO, OMNIPAQUE EPIDUROGRAM
# Dx
LUMBAR RADICULITIS L
# Details
MAC. 22G 5 IN. DEXAMETHASONE 10 MG SPLIT. NO HEME, CSF OR PARESTHESIA. FILMS SAVED.
# Dispo
D/C 35 MIN. ASA HELD 0 DAYS. DIARY GIVEN. CONSIDER REPEAT 6 WK IF > 50%.
~ Jasper Okonedo, MD |
""", date(2019, 7, 8), "Jasper Okonedo, MD", "treating_physician")  # fmt: skip

AME = Doc("ame", "Agreed medical evaluation", "medical_legal", _AME, """
August 15, 2019

Municipal Self Insured Pool, Attn: Corwin Tashjian

Re: {name} vs. {employer} //
Claim {claim}     D.O.I. {doi}     D.O.B. {dob}

Dear Mr. Tashjian:

The applicant was examined in my Stonefield office on August 15, 2019. He was then without counsel and agreed to my appointment after one had withdrawn.
# History
While running a front end loader along a storm channel he felt the bank give way. He was seen the same day at Quarryside. He has been totally disabled since June of 2018 apart from three weeks of seat work.
# Present Complaints
Low back, 6 of 10, with left leg pain to the foot.
# Habits
[[#ame-smokes| He smokes ten to fifteen cigarettes a day.]]
# Review Of Records
Quarryside notes, 47 pages. Ironwood PT, 31 pages. [[#xr18 history plain-films -| X-rays of March 14, 2018, Quarryside: slight slip of L4, no fracture.]] [[#prior-ame| My own file has reference to a report of Dr. Lucinda Barraclough, PQME, December 5, 2018, but the report was not sent.]]
===
# Physical Examination
He stands stooped. Flexion 40 degrees, extension 10. Heel walk weak on the left. Calf girth 39 and 38 cm. Sensation reduced on the dorsum of the left foot.
# Diagnosis
Degenerative spondylolisthesis L4-5, lighted up by the injury, with left leg radiculitis.
# Discussion
He is not permanent and stationary. [[#ame-mri planned - mri| He needs an MRI, which has oddly not been done.]] He should be seen by a spine surgeon. [[#ame-if planned surgery-considered -| Should the slip be shown to be loose, a fusion of that one level would be a sensible choice, provided he gives up tobacco.]]
# Apportionment
Premature.
%% legal 2
~ Rupert Vantongeren, M.D. |
""", date(2019, 8, 15), "Rupert Vantongeren, MD", "evaluator")  # fmt: skip

CASE = CaseFile(
    name="unseen-fusion",
    about="A fusion of one level with an assistant, a clearance and a brace; motion on films, the screening, the end of smoking and the illnesses stand in papers that the reviewer did not have.",
    patient=PATIENT,
    header=CaseHeader(case_number="", date_of_injury=date(2018, 3, 14), ur_denial_date=date(2020, 2, 21), request_date=date(2020, 2, 11)),
    files=(
        File("CVWC-041703 vol 1.pdf", (
            Part(UR), Part(AME), Part(MRI), Part(REQUEST), Part(FEBRUARY), Part(FLEX), Part(PSYCH), Part(EMG), Part(OTHER_EMG), Part(NURSE))),
        File("CVWC-041703 vol 2.pdf", (
            Part(PR2_JANUARY), Part(PR2_NOVEMBER), Part(OCTOBER), Part(THERAPY), Part(INJECTION), Part(COTININE), Part(FLEX_AGAIN), Part(ED), Part(APPLICATION))),
    ),
    items=(
        Item(1, "TLIF L4-5 with posterior instrumentation", {"treatment": "lumbar-fusion", "levels": ["L4-L5"], "sites": [{"part": "low-back"}], "ur_action": "denied"}),
        Item(2, "Assistant surgeon", {"treatment": "assistant-surgeon", "ancillary": True, "ur_action": "denied"}),
        Item(3, "Pre-operative medical clearance with internist", {"treatment": "preop-clearance", "phase": "preoperative", "ur_action": "denied"}),
        Item(4, "LSO, rigid, purchase", {"treatment": "lumbar-support", "ur_action": "denied"}),
    ),
    traps=("wrong-level", "duplicates", "other-patient-page", "post-ur-report", "missing-record", "copied-forward", "contradicting-notes", "denial-wrong-on-facts", "planned-then-done"),
    visits=(Visits("physical-therapy", 24, ("twentyfour",)),),
    missing=(Missing("Operative note of the second epidural injection", date(2019, 8, 26), "esi2"), Missing("CT myelogram, Vallejito Memorial Hospital", date(2019, 12, 10), "ctm"),
             Missing("PQME report of Dr. Lucinda Barraclough", date(2018, 12, 5), "prior-ame"), Missing("X-rays of the lumbar spine, Quarryside", date(2018, 3, 14), "xr18")),
    discrepancies=(Discrepancy(1, "levels", ("rfa-op", "ur-op")), Discrepancy(None, "smoking", ("nic", "ame-smokes")), Discrepancy(None, "smoking", ("quit3", "stale")),
                   Discrepancy(None, "instability", ("trans", "ur-stable"))),
    absences=(
        Absence("No measured motion on flexion and extension films is documented.", "segmental-instability", "trans"),
        Absence("No psychosocial screen is documented.", "psych-clearance", "cleared"),
        Absence("No comorbid condition is documented.", "comorbidity", "htn"),
        Absence("It is not documented that smoking was stopped.", "smoking-addressed", "nic"),
        Absence("No earlier fusion is documented.", "prior-fusion"),
        Absence("No fracture of the spine is documented.", "displaced-fracture"),
        Absence("No signs of infection or tumour are documented.", "infection-tumor-suspected"),
    ),
    held_out=True,
    providers=("Imelda Rasmussen", "Rasmussen", "Ansel Petrossian", "A. Petrossian", "Petrossian", "Florent Obuya", "Obuya", "Ondine Marchbanks", "Evangelos Whitcroft", "Cyprian Halloway", "Xiomara Fenstermacher",
               "Jasper Okonedo", "Rupert Vantongeren", "Lucinda Barraclough", "Leopold Ackersley", "Corwin Tashjian", "C. Tashjian", "Tashjian", "Rosalba Kittredge", "Tamsin Abernethy-Cole", "Hollenbeck"),
)  # fmt: skip
