# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Papers of the wrist case: emergency visit, operation, images, employer, request, review and what came after it."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.forms import STATE_TYPED, imr_application, pr2
from scripts.cases.model import Doc, Patient

PATIENT = Patient(
    first="Philippa", last="Aurelio-Stroud", dob=date(1979, 8, 30), doi=date(2022, 1, 14), ssn="900-63-2091", claim="2022-WC-0044170", mrn="E0091773",
    phone="555-555-0131", address="8 Lantern Court", city="Port Wrenfield, CA 90000", email="pippa.as@example.com", employer="Tallow & Rye Bakehouse",
    sex="F", job="pastry cook", also=(("relative", "Gideon Stroud"), ("dob", "30-Aug-1979")),
)  # fmt: skip

_ADJUSTER = "Marguerite Osei; Cormorant Indemnity; PO Box 2230, Port Wrenfield, CA 90000; 555-555-0132"
_TRIAGE = Clinic("St. Brannock Community Hospital - Emergency Services", ("Port Wrenfield",), size=8.5, margin=36, letterhead="left", heading="boxed", signature="typed", foot="none",
                 dates="%m/%d/%y", grid=0.7, check="box")  # fmt: skip
_TYPED = Clinic("", (), font="Courier", size=10, margin=60, letterhead="none", heading="caps", signature="dictated", foot="none", dates="%d-%b-%Y")  # fmt: skip
_RAD = Clinic("Wrenfield Hand & Bone Imaging", ("(in-office x-ray, Suite 210)",), font="Times", size=11, margin=68, letterhead="right", heading="runin", signature="electronic", foot="dash",
              dates="~%m/~%d/%Y")  # fmt: skip
_SHOP = Clinic("Tallow & Rye Bakehouse", ("Human Resources",), size=10.5, letterhead="left", heading="plain", signature="typed", foot="none", dates="%B ~%d, %Y")  # fmt: skip
_REVIEW = Clinic("PELHAM-VANCE UTILIZATION PARTNERS", ("Physician Advisor Services", "Fax 555-555-0139"), font="Times", size=11, letterhead="left", heading="plain", signature="typed",
                 foot="none", dates="%m/%d/%Y")  # fmt: skip

EMERGENCY = Doc("ed-0114", "Emergency department record", "progress_note", _TRIAGE, """
| {LASTFIRST} | DOB {dob} | MR# {mrn} | Arr {doi} 05:52 |
# Triage
[[#ed-right|"Fell off step stool onto R wrist"]]  pain 9/10  {he} is L handed. Triage level 3. Allergy: codeine (itch). Here w/ husband Gideon Stroud.
# Provider
42 yo F pastry cook, FOOSH 0500 at work, [[denied head-injury-signs -| did not strike head, no LOC]]. Exam: L wrist dinner fork deformity, skin closed, fingers warm, 2 pt 5 mm. R upper ext: no injury.
# Films
L wrist 2 v: [[#ed-film done displaced-fracture -| distal radius broken into the joint, tipped back 28 degrees]], ulnar styloid tip off.
# Course
Hematoma block, closed reduction, sugar tong. [[planned - fracture-fixation| Hand on call Dr. Eskildsen wants it plated, will see Mon.]] Oxycodone #8.

[x] D/C home     [ ] Admit
~ Orlando Vass, PA-C |
""", date(2022, 1, 14), "Orlando Vass, PA-C", "treating_physician")  # fmt: skip

OPERATION = Doc("operation", "Operative report, left distal radius", "operative_report", _TYPED, """
WRENFIELD OUTPATIENT SURGERY

OPERATIVE REPORT

Patient: {name}     DOB: {dob}     Acct: {mrn} //
Date of operation: 21-Jan-2022 //
Surgeon: Sunniva Eskildsen, M.D.     Anesthesia: regional block

# Diagnosis
Left distal radius fracture, three parts, into the joint.

# Procedure
[[#orif done recent-surgery occupational-therapy| Open reduction and internal fixation with a volar locking plate]], seven distal screws.

# Findings
[[#watershed|The plate had to sit a little past the watershed line to hold the lunate facet.]] The pronator quadratus could be closed over two thirds of it. Median nerve seen and free.

# Technique
Supine, hand table, tourniquet 250 for 58 minutes. Incision along the flexor carpi radialis. After reduction under the image intensifier the plate was pinned, then fixed. All screws were short of the dorsal cortex on the
skyline view. Layers closed. Splint.

# Plan
[[planned - occupational-therapy| Hand therapy from two weeks.]] Sutures out at day twelve.

~ Sunniva Eskildsen, M.D. |
""", date(2022, 1, 21), "Sunniva Eskildsen, MD", "treating_physician")  # fmt: skip


def _film(ident: str, title: str, day: date, body: str) -> Doc:
    return Doc(ident, title, "imaging", _RAD, body, day, "Lothar Brisbane, MD", "radiologist")


FILMS = (
    _film("films-april", "Left wrist radiographs of April 2022", date(2022, 4, 12), """
{name}, {dob} //
Exam date 4/12/2022

# Exam
Left wrist, three views, compared with 2/1/2022
# Findings
Plate and screws in place. [[#united denied nonunion-risk -| The fracture has knit, callus all round.]] Volar tilt 6 degrees. Ulnar styloid fragment has not joined.
# Impression
Healed distal radius fracture.
~ Lothar Brisbane, MD |
"""),
    _film("films-august", "Left wrist radiographs of August 2022", date(2022, 8, 23), """
{name}, {dob} //
Exam date 8/23/2022

# Exam
Left wrist, four views with 30 degree lateral
# Findings
Unchanged healed fracture. [[#lip done painful-hardware hardware-removal| On the tilted lateral the distal lip of the plate stands 4 mm proud of the volar rim]], Soong grade 2. [[#backed done painful-hardware hardware-removal| The most radial screw has backed out by two threads.]]
[[denied infection-tumor-suspected -| No lucency around the screws.]]
# Impression
Prominent hardware. Joint space kept.
~ Lothar Brisbane, MD |
"""),
)  # fmt: skip

JOB = Doc("job", "Employer's letter on the job and modified work", "correspondence", _SHOP, """
July 11, 2022

To: Cormorant Indemnity, attn: Marguerite Osei //
Re: {name}, claim {claim}

# What the job is
[[#job done job-demands -| A pastry cook lifts 50 lb flour sacks to the bench eight to ten times a shift, scoops stiff dough, and pipes for up to three hours with a closed grip.]] The dominant hand does most of it.

# What we did
[[#back done returned-to-work -| She came back April 25 to decorating only, four hours a day, six since June 6.]] [[done work-restrictions -| No sacks, nothing over 5 lb with the left.]] We cannot hold the light post past October 31.

~ Clementine Abbas | owner
""", date(2022, 7, 11), "Clementine Abbas", "administrator")  # fmt: skip

REPORT = Doc("pr2-0906", "Primary treating physician's progress report", "progress_note", STATE_TYPED, pr2(
    "Change in treatment plan;Request for authorization", _ADJUSTER,
    "L wrist: [[#clicks done painful-hardware hardware-removal| clicking and a hot, sore streak at the base of the thumb whenever she bends it; piping bag is the worst]]. Can turn a key now. Numbness: none. [[#pr2-count history prior-sessions occupational-therapy| OT, has had 18.]]",
    "Scar soft. [[#deficits done objective-deficits occupational-therapy| Wrist ext 48 / flex 40 (R 72/75), sup 60. Jamar II L 31, R 58 lb.]] [[#fpl done painful-hardware hardware-removal| FPL crepitus over the plate edge, pain w/ resisted IP flexion of thumb.]] No swelling, afebrile.",
    "1. S52.572D L distal radius fx, healed. 2. T84.84XA pain due to internal orthopedic prosthetic devices. 3. Flexor tenosynovitis L thumb.",
    "1) [[#pr2-hwr requested - hardware-removal| Removal of the volar plate and screws, L wrist]] before the tendon goes. [[#tried done failed-conservative-care hardware-removal| Thumb spica for 5 wks, naproxen, and a change of grip made no difference.]] 2) [[#pr2-ot requested - occupational-therapy| Hand therapy 2 x 6 wks to go on]], she is not at sacks yet. 3) [[#ncs history - ncs| NCS by Dr. Tadesse 8/29 normal by phone, report to follow.]]",
    "[x] Return to modified work: 5 lb L, no forceful grip",
    "Sunniva Eskildsen, MD | Hand surgery", "9/6/2022",
), date(2022, 9, 6), "Sunniva Eskildsen, MD", "treating_physician")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization worksheet", "rfa", Clinic(
    "DWC Form RFA - Request for Authorization", ("Wrenfield Hand Institute / auth line 555-555-0134",), size=9.5, margin=44, letterhead="typed", heading="underline", signature="scribble",
    foot="none", check="x", dates="%m/%d/%Y", grid=0.9), """
_X_ New request   ___ Resubmission   ___ Expedited   ___ Oral request confirmed

| Patient: {lastfirst} | DOI {doi}  DOB {dob} |
| Claim: {claim} | Employer: {employer} |
| MD: Sunniva Eskildsen, Wrenfield Hand Institute, 5 Sailmaker Row | NPI 1000000217 |
| Carrier: Cormorant Indemnity | Adj: M. Osei, 555-555-0132 |

|= 2 1.4 4 2 2
| Dx | ICD-10 | Service | CPT | How much |
| Healed L DRF | S52.572D | [[#rfa-ot requested - occupational-therapy| OT / hand therapy, left wrist]] | 97110 97140 97530 | [[#rfa-12| 2x/wk x 6 wks (12)]] |
| Painful hardware | T84.84XA | [[#rfa-hwr requested - hardware-removal| Hardware removal L distal radius, outpt]] | 20680 | 1 |

Signed 09/06/2022
~ Sunniva Eskildsen, MD |
""", date(2022, 9, 6), "Sunniva Eskildsen, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Utilization review notice of denial", "ur_decision", _REVIEW, """
NOTICE OF UTILIZATION REVIEW DENIAL

: Date of this notice | 09/14/2022
: Patient | {name}
: Date of birth | {dob}
: Claim / injury | {claim} / {doi}
: Requested by | Sunniva Eskildsen, MD
: Request received | 09/07/2022

# Services that are denied
| A | [[#ur-ot denied - occupational-therapy| Twelve further occupational therapy visits for the left wrist]] |
| B | [[#ur-hwr denied - hardware-removal| Removal of implant, deep, left wrist]] |

# Rationale of the physician advisor
A. [[#ur-24 denied - occupational-therapy| She has used all 24 of the visits that were authorized]] and the postsurgical period of four months is over. [[#ur-hep denied home-exercise -| There is no mention that she exercises on her own]], and [[#ur-gain denied functional-improvement occupational-therapy| no measurable gain is supplied]].

B. Routine removal of a plate is not advised. [[#ur-hw denied painful-hardware hardware-removal| Films of April show hardware in place with no complication, and no tendon sign is recorded.]] Infection and nonunion have to be excluded.

# Guideline
MTUS Postsurgical Treatment Guidelines, forearm, wrist and hand, fracture of radius: 16 visits over 8 weeks. ODG, hardware implant removal.

# Records
PR-2 of 09/06/2022 page 1, April film report.

# Your options
%% rights 3

~ Wendeline Achterhof, MD | Orthopaedic Surgery, CA license on file
===
ATTACHMENT: IMR application, pre-addressed envelope. Copies: {name}, {address}, {city}.
""", date(2022, 9, 14), "Wendeline Achterhof, MD", "reviewer")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE_TYPED, imr_application(
    _ADJUSTER, "Sunniva Eskildsen, MD; Wrenfield Hand Institute; 5 Sailmaker Row, Port Wrenfield, CA 90000; 555-555-0134", "S52.572D, T84.84XA",
    ["hand therapy left wrist, 12 visits", "take out plate and screws, left wrist"], "9/14/2022", "10/3/2022",
), date(2022, 10, 3), "Philippa Aurelio-Stroud", "patient")  # fmt: skip

EMAIL = Doc("adjuster-mail", "E-mail thread of adjuster and therapist", "correspondence", Clinic("", (), dates="%m/%d/%Y"), """
From: Osei, Marguerite //
Sent: Thursday, September 29, 2022 10:14 AM //
To: frontdesk at Nimble Hands //
Subject: RE: RE: visits used - {last} {claim}

Thanks. So she is at 20 and not 24? Our system shows the 24 we authorized.

> From: Nimble Hands Therapy
> Sent: Wednesday, September 28, 2022
> Hi Marguerite, [[#twenty done prior-sessions occupational-therapy| we saw her 20 times, last was 7/28]]. Four went unused because the auth lapsed on 7/31. She calls every week to ask when she can come back, {phone}.

I will pass it to Pelham-Vance but the denial is already out.
""", date(2022, 9, 29), "Marguerite Osei", "administrator", after_ur=True)  # fmt: skip
