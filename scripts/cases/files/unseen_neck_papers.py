# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Visit cards, needle records, studies and evaluation of the neck case."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc

_DC = Clinic("LARKMOOR SPINAL CARE", ("AUREL MCTIERNAN, D.C., Q.M.E.", "1455 HATCHERY ROAD, LARKMOOR CA 90000    TEL 555.555.0211    FAX 555.555.0212"), font="Courier", size=9, margin=46,
             letterhead="centre", heading="runin", signature="typed", foot="page-of", dates="%m/%d/%Y")  # fmt: skip
_CARD = Clinic(
    "TRAVEL CARD",
    (),
    font="Helvetica",
    size=8,
    margin=26,
    letterhead="typed",
    heading="plain",
    signature="initials",
    foot="none",
    dates="%m-%d-%y",
    grid=1.1,
)
_LEDGER = Clinic("PENINSULA SCHOOLS JOINT POWERS AUTHORITY", ("Payment history by provider",), font="Courier", size=8, margin=30, letterhead="typed", heading="plain", signature="none", foot="page-of",
                 dates="%m/%d/%Y", grid=0)  # fmt: skip
_NEEDLE = Clinic("Still Heron Acupuncture & Herbs", ("Ysolde Tanaka-Byrne, L.Ac.",), font="Times", size=11, margin=58, letterhead="left", heading="underline", signature="scribble", foot="none",
                 dates="%b ~%d %Y", grid=0.3)  # fmt: skip
_GYM = Clinic(
    "Hatchery Road PT",
    ("fax 555 555 0214",),
    size=10.5,
    margin=64,
    letterhead="right",
    heading="title",
    signature="electronic",
    foot="dash",
    dates="%m/%d/%y",
)
_SCAN = Clinic("South Estuary Radiology", ("A division of Estuary Health",), size=9.5, margin=52, letterhead="none", heading="plain", signature="electronic", foot="none", dates="%B ~%d, %Y",
               running="South Estuary Radiology     {name}     DOB {dob}     Exam date {date}", printed="Faxed by RADNOTE on 09/30/2016 02:14 PM    Page {p} of {n}")  # fmt: skip
_NERVE = Clinic("Mordecai Ashgrove, M.D.", ("Neurology and Clinical Neurophysiology",), font="Times", size=10.5, margin=60, letterhead="centre", heading="caps", signature="typed", foot="re-page",
                dates="%B ~%d, %Y", grid=0.2)  # fmt: skip
_QME = Clinic("DELPHINE ROOKWOOD, D.C.", ("STATE APPOINTED QUALIFIED MEDICAL EVALUATOR - CHIROPRACTIC",), size=10.5, margin=70, letterhead="left", heading="band", signature="perjury", foot="dash",
              dates="%B ~%d, %Y", lead=1.3)  # fmt: skip

_PR2 = """
PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)     [x] PERIODIC  [ ] CHANGE IN CONDITION  @rfa REQUEST FOR AUTHORIZATION

PATIENT: {NAME}   SEX: {sex}   D.O.B.: {dob}   D.O.I.: {doi} //
OCCUPATION: INSTRUCTIONAL AIDE   EMPLOYER: {employer} //
CLAIMS ADMINISTRATOR: PENINSULA SCHOOLS JPA   CLAIM NO: {claim} //
DATE OF EXAM: @day
"""


def _pr2(day: str, request: bool) -> str:
    return _PR2.replace("@day", day).replace("@rfa", "[x]" if request else "[ ]")


JULY = Doc("pr2-0711", "Progress report (PR-2) of 07/11/2017", "progress_note", _DC, _pr2("07/11/2017", True) + """
# SUBJECTIVE
NECK AND MID BACK PAIN WAS DOWN TO 3/10 BY MID JUNE. [[#flare done flare-up chiropractic| ON 06/28/2017 SHE LIFTED CARTONS OF READERS AND IS BACK TO 6/10 WITH HEADACHES, TURNING THE HEAD TO DRIVE IS HARD.]] NO ARM NUMBNESS. [[#med done medication-limited acupuncture| NAPROXEN NOW ONCE OR
TWICE A WEEK, IT WAS TWICE A DAY IN MARCH; IT UPSETS HER STOMACH.]]
# OBJECTIVE
CERVICAL ROTATION R 58 L 50 (05/30: 66/64; 02/21: 45/40). FLEXION 40. TRAPEZIUS AND RHOMBOID TENDER WITH SPASM ON LEFT. SPURLING NEGATIVE. DTR 2+. GRIP 28/26 KG. NDI 17/50 (05/30: 14/50; 02/21: 26/50).
# DIAGNOSES
S13.4XXD CERVICAL SPRAIN. S23.3XXD THORACIC SPRAIN. G44.209 TENSION HEADACHE.
# TREATMENT TO DATE
[[#dc22 done prior-sessions chiropractic| 22 CHIROPRACTIC VISITS SINCE 2016]], 5 ACUPUNCTURE, PT IN 2015. [[#gain done functional-improvement chiropractic| FROM FEBRUARY TO MAY LIFTING LIMIT WENT FROM 10 TO 25 LB AND SHE RETURNED TO SIX HOUR DAYS.]]
# TREATMENT PLAN
[[#pr2-dc requested - chiropractic| 1. CHIROPRACTIC MANIPULATION WITH MYOFASCIAL RELEASE, CERVICAL AND THORACIC, 2 X WEEK X 4 WEEKS, FOR THE FLARE.]] //
[[requested - acupuncture| 2. ACUPUNCTURE, MS. TANAKA-BYRNE, 2 X WEEK X 4 WEEKS.]] //
[[requested - fce| 3. FUNCTIONAL CAPACITY EVALUATION]] BEFORE P&S REPORT; [[done work-capacity-question fce| DISTRICT ASKS IF SHE CAN DO TOILETING LIFTS OF STUDENTS, 50 LB.]] //
[[done home-exercise chiropractic| 4. CONTINUE HOME BANDS AND CHIN TUCKS DAILY.]]
# WORK STATUS
MODIFIED: NO LIFTING OVER 15 LB UNTIL 08/11/2017.
~ AUREL MCTIERNAN, D.C. | LIC. DC00000
""", date(2017, 7, 11), "Aurel McTiernan, DC", "treating_physician")  # fmt: skip

MAY = Doc("pr2-0530", "Progress report (PR-2) of 05/30/2017", "progress_note", _DC, _pr2("05/30/2017", False) + """
# SUBJECTIVE
NECK 3-4/10, MID BACK 3/10, HEADACHE ONCE A WEEK. DRIVES 40 MINUTES. [[done - acupuncture| ACUPUNCTURE HAS BEEN GOOD FOR THE HEADACHES.]]
# OBJECTIVE
CERVICAL ROTATION R 66 L 64. NO SPASM. NDI 14/50.
# DIAGNOSES
S13.4XXD, S23.3XXD.
# TREATMENT PLAN
[[#may-stop denied - chiropractic| NO MORE MANIPULATION AT THIS TIME.]] SELF CARE WITH BANDS. NEXT VISIT 6 WEEKS. [[planned near-mmi fce| EXPECT P&S IN LATE SUMMER.]]
# WORK STATUS
MODIFIED: NO LIFTING OVER 25 LB, SIX HOUR DAY.
~ AUREL MCTIERNAN, D.C. | LIC. DC00000
""", date(2017, 5, 30), "Aurel McTiernan, DC", "treating_physician")  # fmt: skip

CARD = Doc("card", "Chiropractic travel card, 2017", "therapy_log", _CARD, """
{last}, {first}     DOB {dob}     Claim {claim}     Dr A. McTiernan     2017     auth 12, #13-24

|= 1 1 2.4 2.2 1 1 2.6
| # | DATE | ADJ | THER | VAS in | VAS out | notes |
| 13 | 02-21 | C5 C6 T3 T4 | MFR, EMS | 7 | 5 | re-exam |
| 14 | 02-24 | C5 T4 | MFR, EMS | 6 | 5 | |
| 15 | 02-28 | C5 C2 T4 | MFR | 6 | 4 | HA |
| 16 | 03-03 | C5 T4 | MFR, EMS | 6 | 4 | |
| 17 | 03-10 | C5 T3 | MFR | 5 | 4 | [[done active-exercise -| bands started]] |
| 18 | 03-17 | C5 T3 T4 | MFR, exer | 5 | 3 | |
| - | 03-24 | | | | | pt ill, cx |
| 19 | 03-31 | C2 C5 | MFR, exer | 5 | 3 | |
| 20 | 04-14 | C5 T4 | exer | 4 | 3 | |
| 21 | 04-28 | T4 | exer | 4 | 3 | |
| 22 | 05-12 | C5 | exer | 3 | 2 | hold rest |
[[#card-last done prior-sessions chiropractic| 10 seen of 12, two visits not used]]
~ Aurel McTiernan, DC |
""", date(2017, 5, 12), "Aurel McTiernan, DC", "treating_physician")  # fmt: skip

LEDGER = Doc("ledger", "Payment history of chiropractic visits, 2016", "other", _LEDGER, """
CLAIM {claim}   CLAIMANT {LASTFIRST}   PAYEE LARKMOOR SPINAL CARE   PRINTED 07/10/2017
|= 1.5 1 3 1
| DOS | CPT | DESCRIPTION | PAID |
| 03/08/2016 | 98941 | CMT 3-4 REGIONS | 48.10 |
| 03/11/2016 | 98941 | CMT 3-4 REGIONS | 48.10 |
| 03/15/2016 | 98941 | CMT 3-4 REGIONS | 48.10 |
| 03/18/2016 | 98941 | CMT 3-4 REGIONS | 48.10 |
| 03/22/2016 | 98941 | CMT 3-4 REGIONS | 48.10 |
| 03/25/2016 | 98941 | CMT 3-4 REGIONS | 48.10 |
| 04/01/2016 | 98940 | CMT 1-2 REGIONS | 36.40 |
| 04/05/2016 | 98940 | CMT 1-2 REGIONS | 36.40 |
| 04/12/2016 | 98940 | CMT 1-2 REGIONS | 36.40 |
| 04/19/2016 | 98940 | CMT 1-2 REGIONS | 36.40 |
| 04/26/2016 | 98940 | CMT 1-2 REGIONS | 36.40 |
| 05/03/2016 | 98940 | CMT 1-2 REGIONS | 36.40 |
[[#ledger-12 done prior-sessions chiropractic| 12 LINES]]   TOTAL 507.00
""", date(2017, 7, 10), None, "administrator")  # fmt: skip

NEEDLES = Doc("acu", "Acupuncture treatment record", "therapy_log", _NEEDLE, """
Patient: {name}     Born: {dob} //
Referred by Dr. McTiernan for neck pain and headaches. Six treatments allowed.

# Intake, Apr 18 2017
Headache 3 days a week, band-like. Neck stiff in the morning. Tongue pale, pulse wiry. Goal: fewer headaches, fewer pills.
# Treatments
|= 1.4 3.6 3.4
| Date | Points | Response |
| Apr 18 2017 | GB20 GB21 LI4 SI3 Huatuo C4-T4 | relaxed |
| Apr 25 2017 | GB20 GB21 LI4 SI3, e-stim GB20-21 | headache-free 2 days |
| May 2 2017 | same plus Luozhen | rotation freer |
| May 9 2017 | did not come | |
| May 16 2017 | GB20 GB21 SI3, cups T1-T6 | [[done functional-improvement acupuncture| slept 7 h, took no pill that week; drives to Delta without stopping]] |
| May 23 2017 | same | headache [[done pain-relief acupuncture| one day a week now]] |
# Closing note
[[#acu-five done prior-sessions acupuncture| Five treatments given]], sixth not used. [[planned - acupuncture| If headaches return I suggest six to eight.]]
~ Ysolde Tanaka-Byrne, L.Ac. |
""", date(2017, 5, 23), "Ysolde Tanaka-Byrne, LAc", "therapist")  # fmt: skip

THERAPY = Doc("pt-2015", "Physical therapy discharge letter of 2015", "therapy_log", _GYM, """
03/20/15

Re: {name}, DOB {dob}, {claim}

Dear Dr. Pellworth,

Thank you for sending this aide with a whiplash type injury from a student's assault. She had a full set of visits over the winter, ending today. Neck rotation 60/55. Pain 4/10. [[done exercise-failed -| She did all her stretches and bands but could not get past half days.]]
We did ultrasound, manual work and a strengthening circuit. [[history home-exercise -| She has a home sheet with pictures.]]

~ Gregor Whitlatch, PT | 03/20/15
""", date(2015, 3, 20), "Gregor Whitlatch, PT", "therapist")  # fmt: skip

MRI = Doc("mri", "MRI of the cervical spine", "imaging", _SCAN, """
Ordering provider: Aurel McTiernan DC

Exam: MR CERVICAL SPINE WO CONTRAST

Clinical history: 33 y/o, neck pain, headaches, injury {doi}

Technique: Sag T1, T2, STIR. Axial GRE and T2.

Findings: //
Straightening of lordosis. Vertebral heights kept. Cord signal normal. Craniocervical junction normal. //
C2-3 to C4-5: no disc herniation. //
C5-6: 2 mm posterior bulge without cord contact. Foramina open. //
C6-7, C7-T1: normal.

Impression: [[denied surgical-lesion -| Small C5-6 bulge. No cord or root compression.]]
~ Xanthe Borealis, MD | September 29, 2016 4:40 PM
""", date(2016, 9, 29), "Xanthe Borealis, MD", "radiologist")  # fmt: skip

NERVES = Doc("emg", "Electrodiagnostic study of the upper extremities", "electrodiagnostics", _NERVE, """
October 24, 2016

RE: {name}     DOB {dob}     Claim {claim}

ELECTROMYOGRAPHY AND NERVE CONDUCTION VELOCITY, BOTH UPPER EXTREMITIES

# NERVE CONDUCTION
|= 3 1.2 1.2 1.2
| Nerve / site | Latency ms | Amplitude | Velocity m/s |
| R median motor, wrist-APB | 3.4 | 8.8 mV | 56 |
| L median motor, wrist-APB | 3.3 | 9.1 mV | 57 |
| R ulnar motor, wrist-ADM | 2.7 | 9.9 mV | 60 |
| L ulnar motor, wrist-ADM | 2.6 | 10.2 mV | 61 |
| R median sensory | 3.1 | 41 uV | - |
| L median sensory | 3.0 | 44 uV | - |
# NEEDLE EXAMINATION
Deltoid, biceps, triceps, pronator teres, first dorsal interosseous on both sides, and C5 to C7 paraspinals on the left: silent at rest, normal motor units.
# IMPRESSION
[[denied radiculopathy-on-exam -| Normal study. No cervical radiculopathy or entrapment.]]

Thank you for the referral.
~ Mordecai Ashgrove, M.D. | Diplomate, Psychiatry and Neurology (Neurology)
""", date(2016, 10, 24), "Mordecai Ashgrove, MD", "consultant")  # fmt: skip

EVALUATION = Doc("qme", "Qualified medical evaluation in chiropractic", "medical_legal", _QME, """
March 27, 2017

Peninsula Schools JPA, Attn. Fabian Drummond-Ekwueme

Re: {name} //
SSN: {ssn} //
Employer: {employer} //
Injured: {doi} //
Examined: March 13, 2017

# Introduction
{title} {last} was examined in Delta Landing as an unrepresented worker under panel 7000000. This comprehensive evaluation is billed as ML-102.
# History
On {doi} a student struck her from behind and pulled her by the hair to the floor. Neck and upper back pain and headaches followed. Dr. Pellworth at the district's clinic gave naproxen and sent her to therapy. [[history conservative-care-tried -| She then had a
dozen chiropractic visits in the spring of 2016 with benefit for some months]], and a new series began last month. [[#rtw history rtw-attempts-failed fce| She went back to full duty on January 9, 2017 and was sent home on the third day after a student transfer.]]
%% social 2
===
# Records
Reviewed: [[#first-report| first report of {doi}]]; [[#pain-consult| pain consultation of Dr. R. Castellanos-Wray dated November 18, 2016]]; MRI of September 29, 2016; electrodiagnostic study of October 24, 2016; Hatchery Road PT discharge of March 20, 2015; [[#dc-2016| chiropractic
notes of 2016]].
# Examination
%% examination 3

Rotation 52 right and 48 left. Compression test hurts locally. Reflexes, sensation and power of the arms are normal. Jamar 27/25/27 right, 25/25/24 left.
===
# Impression
Chronic sprain of the cervical and thoracic spine. Muscle contraction headaches.
# Disability status
[[planned near-mmi fce| She will be permanent and stationary once the present series is over, in my estimate by July.]]
# Future medical care
[[#qme-future planned - chiropractic| Up to six visits of chiropractic for each flare-up, not more than twice a year.]] [[#qme-selfcare planned home-exercise -| Otherwise she ought to look after herself with exercise]] and over the counter medicine. [[denied surgery-considered -| Neither injections nor
surgery.]]
# Work
[[history job-demands fce| The job calls for lifting and lowering pupils of up to 80 lb with a partner.]] A formal test of her capacity could be useful if the district has doubts.
%% legal 2
~ Delphine Rookwood, D.C. | Q.M.E. 000000
""", date(2017, 3, 27), "Delphine Rookwood, DC", "evaluator")  # fmt: skip
