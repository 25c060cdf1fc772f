# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The papers of the headache case: assignment, submission, request, review, images, diary, and another patient's page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc, Patient

PATIENT = Patient(
    first="Evangeline", last="Prakash-Dunne", dob=date(1981, 10, 16), doi=date(2015, 2, 19), ssn="900-92-3348", claim="HRSD/15/00219", mrn="PF-71190",
    phone="555-555-0161", address="2 Sexton's Yard", city="Hollin Ridge, CA 90000", email="e.pd@example.com", employer="Hollin Ridge School District",
    sex="F", job="library aide", also=(("relative", "Callum"), ("dob", "1981.10.16")),
)  # fmt: skip
STRANGER = Patient(
    first="Baldwin", last="Achterkamp", dob=date(1950, 1, 8), doi=date(2014, 7, 7), ssn="900-29-8817", claim="HRSD/14/00671", mrn="PF-60233",
    phone="555-555-0162", address="31 Tollgate", city="Hollin Ridge, CA 90000", email="", employer="Hollin Ridge Parks", sex="M", job="groundsman",
)  # fmt: skip

_BOXES = Clinic("Application for Independent Medical Review", ("DWC Form IMR  (version of 8/2013, copy)",), font="Times", size=9.5, margin=40, letterhead="left", heading="plain", signature="scribble",
                foot="none", check="box", dates="~%m-~%d-%Y", grid=1.0)  # fmt: skip
_ADMIN = Clinic("Mistral TPA", ("Claims for school districts", "Telephone 555-555-0163"), font="Helvetica", size=10, margin=64, letterhead="centre", heading="underline", signature="typed",
                foot="page-of", check="box", dates="%d %b %Y", grid=0.5)  # fmt: skip
_HOSPITAL = Clinic("", (), font="Courier", size=9, margin=42, letterhead="none", heading="plain", signature="none", foot="none", dates="%m/%d/%y", grid=0,
                   running="HOLLIN RIDGE MEDICAL CENTER      ** FINAL **      {LASTFIRST}  {sex}  B {dob}", printed="RUN 04/11/16 0902 USER HIMS7 PAGE {p}")  # fmt: skip
_IRO = Clinic("Case desk, independent review", (), font="Helvetica", size=11, margin=70, letterhead="typed", heading="plain", signature="none", foot="none", dates="%B ~%d, %Y")  # fmt: skip

NOTICE = Doc("assignment", "Notice of assignment", "correspondence", _IRO, """
This letter tells the parties that a case has been assigned.

Case number CM99-0000134. Assigned on May 3, 2016. Priority: standard.

Worker: {name}. Hurt on {doi}. Decision in question: March 30, 2016. We had the application on April 22, 2016.

Please send records to the desk within fifteen calendar days. Do not send originals.
""", date(2016, 5, 3), None, "administrator")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", _BOXES, """
[x] Regular    [ ] Expedited    [ ] Modification after initial denial

|= 1 2 1 2
| Worker | {name} | Born | {dob} |
| Lives at | {address}, {city} | Tel | {phone} |
| Employer | {employer} | Hurt | {doi} |
| Claim | {claim} | Lawyer | none |
| Doctor | Auberon Castellanos-Wick, MD (neurology) | Tel | 555-555-0164 |
| Administrator | Mistral TPA, Delia Thackeray | Tel | 555-555-0163 |
| Diagnosis | F07.81, G43.709, M54.2 | Letter of | 3-30-2016 |

Liability disputed apart from necessity?  [ ] Yes   [x] No

|= 1 9
| 1 | Botox 155 units for headache |
| 2 | neuropsychological testing, 8 hours |
| 3 | balance (vestibular) therapy, 5 of 8 visits not allowed |

Signed 4-18-2016 (by Callum for her, she cannot read a screen today)
~ {name} |
""", date(2016, 4, 18), "Evangeline Prakash-Dunne", "patient")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", Clinic(
    "Castellanos-Wick Neurology", ("RFA desk   fax 555-555-0165",), size=9.5, margin=52, letterhead="right", heading="caps", signature="scribble", foot="none", check="x", dates="%m/%d/%Y", grid=0.3), """
T: DWC Form RFA, page 1 of 1

__ New   _X_ New plus resubmission   __ Expedited

# Who
Employee {lastfirst}, born {dob}, injured {doi}, claim {claim}, {employer}.
Requesting physician Auberon Castellanos-Wick, MD, NPI 1000000258. Administrator Mistral TPA, D. Thackeray.
# What
| G43.709 | [[#rfa-botox requested - botulinum| OnabotulinumtoxinA 155 U, 31 sites]] | J0585 x155, 64615 | one round |
| F07.81 | [[#rfa-neuropsych requested - psych-testing| Neuropsych testing w/ report]] | 96118 x8 | 8 hrs |
| H81.90 | [[#rfa-vest requested - vestibular-therapy| Vestibular rehab]] | 97112 | [[#rfa-eight| 2 x 4 wks]] |

See chart note of 03/15/2016.

Date 03/17/2016
~ Auberon Castellanos-Wick, MD |
""", date(2016, 3, 17), "Auberon Castellanos-Wick, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Utilization review decision with physician advisor's report", "ur_decision", _ADMIN, """
30 Mar 2016

Auberon Castellanos-Wick, MD //
by facsimile

Subject: treatment request for {name}, {claim}, date of injury {doi} //
Request dated 17 Mar 2016, came in 22 Mar 2016

T: DECISION: MODIFIED

Our physician advisor has looked at your request. His report is on the pages that follow and is part of this letter.

[ ] all approved     [ ] all denied     [x] some approved, see below

|= 5 2 2
| Treatment | Asked | Allowed |
| [[#ur-botox denied - botulinum| Botulinum toxin for headache]] | 155 U | none |
| [[#ur-neuropsych denied - psych-testing| Neuropsychological tests]] | 8 hr | none |
| [[#ur-vest denied - vestibular-therapy| Vestibular therapy]] | 8 | 3 |

If you do not agree, the worker has thirty days to send in the form that goes with her copy.

~ Delia Thackeray | senior examiner
===
# Physician advisor's report
Advisor: Phineas Abernethy-Cole, MD. Specialty: neurology. No contact could be made by telephone on 24 and 28 Mar 2016.
# File given to me
Chart notes of 12 Jan and 15 Mar 2016; CT head 19 Feb 2015; therapy evaluation of 3 Dec 2015.
# History in brief
A 34-year-old {job} was struck on the crown by a falling shelf. Headache, dizziness and slowed thought followed.
# Findings on each item
Botulinum toxin. Recommended for chronic migraine, not for tension or cervical headache. [[#ur-days denied dystonia-migraine botulinum| How many days a month have headache, and for how many hours, is not told.]] [[#ur-tried denied first-line-failed botulinum| I find no word of preventive drugs that were given a fair trial.]] [[#ur-first denied functional-improvement botulinum| A first round is mentioned but not its result.]]
===
Tests. Recommended after severe injury or when recovery lags. [[#ur-loc denied head-injury-signs psych-testing| She was never unconscious and her CT was clean.]] [[#ur-lag denied speech-disorder psych-testing| No trouble with memory or words is measured.]]

Vestibular therapy. [[#ur-dizzy done dizziness vestibular-therapy| She is dizzy with head turns]], and a short course is reasonable. Three visits are allowed, with more to depend on result. [[#ur-none denied prior-sessions vestibular-therapy| She has had none so far.]]
# Sources
MTUS Chronic Pain (botulinum toxin, pages 25 and 26). ODG Head: neuropsychological testing; vestibular PT rehabilitation.
%% rights 2
""", date(2016, 3, 30), "Phineas Abernethy-Cole, MD", "reviewer")  # fmt: skip

EMERGENCY = Doc("ed-2015", "Emergency department record of February 19, 2015", "progress_note", _HOSPITAL, """
ED PHYSICIAN RECORD      ARR 02/19/15 1322   BED 11

CC: SHELF FELL ON HEAD

HPI: 33 F {job} AT {employer}. METAL SHELF CAME OFF BRACKET ONTO VERTEX. [[#out done head-injury-signs psych-testing| COWORKER SAYS OUT COLD UNDER A MINUTE]], [[#blank done head-injury-signs psych-testing| PT RECALLS NOTHING TILL THE AMBULANCE]]. VOMITED X2. NECK SORE.

EXAM: GCS 14 (CONFUSED TO DATE) -> 15 AT 1510. 3 CM SCALP LAC. PERRL. [[denied cervical-trauma -| NO MIDLINE C-SPINE TENDERNESS.]] CN INTACT. GAIT STEADY.

COURSE: CT NEG. 4 STAPLES. ZOFRAN.

DX: CONCUSSION W BRIEF LOC. SCALP LAC. NECK STRAIN.

DISP: HOME W HUSBAND CALLUM, HEAD SHEET. [[done work-restrictions -| OFF 3 DAYS.]]

E-SIGNED JOSSELIN MARCHETTI MD 02/19/15 1644
""", date(2015, 2, 19), "Josselin Marchetti, MD", "treating_physician")  # fmt: skip

CT = Doc("ct-2015", "CT of the head", "imaging", _HOSPITAL, """
DIAGNOSTIC IMAGING

CT HEAD W/O      02/19/15 1401      ORD: MARCHETTI

INDICATION: LOC, HEAD STRUCK

NO HEMORRHAGE OR SHIFT. NO SKULL FRACTURE. SMALL SCALP SWELLING AT VERTEX.

IMP: [[#ct-neg denied red-flags -| NO ACUTE INTRACRANIAL INJURY.]]

READ BY R. UNDERHILL-SATO MD 02/19/15 1419
""", date(2015, 2, 19), "R. Underhill-Sato, MD", "radiologist")  # fmt: skip
CT_AGAIN = replace(CT, id="ct-again", title="CT of the head, second copy", duplicate_of="ct-2015")

STRAY = Doc("stray", "CT of another patient", "imaging", _HOSPITAL, """
DIAGNOSTIC IMAGING

CT CERVICAL SPINE W/O      02/19/15 1417      CLAIM {claim}

MULTILEVEL SPONDYLOSIS. NO FRACTURE.

READ BY R. UNDERHILL-SATO MD 02/19/15 1433
""", date(2015, 2, 19), "R. Underhill-Sato, MD", "radiologist", patient=STRANGER)  # fmt: skip

RETURN = Doc("ed-2016", "Emergency department record of April 9, 2016", "progress_note", _HOSPITAL, """
ED PHYSICIAN RECORD      ARR 04/09/16 2210   BED 3

CC: WORST MIGRAINE THIS YR, DAY 4

HPI: 34 F, PRIOR CONCUSSION. [[#late-status done flare-up botulinum| PHOTOPHOBIA, VOMITING, SUMATRIPTAN X2 NO HELP. SAYS "BETTER ALL WINTER AFTER BOTOX, WORE OFF".]] [[denied red-flags -| NO FEVER, NO STIFF NECK, NO WEAK SIDE.]]

COURSE: FLUIDS, PROCHLORPERAZINE, KETOROLAC, DARK ROOM. 9 -> 3.

E-SIGNED JOSSELIN MARCHETTI MD 04/10/16 0148
""", date(2016, 4, 9), "Josselin Marchetti, MD", "treating_physician", after_ur=True)  # fmt: skip

DIARY = Doc("diary", "Headache diary kept by the patient", "other", Clinic(
    "MY HEADACHE CALENDAR", (), font="Times", size=12, margin=64, letterhead="typed", heading="plain", signature="none", foot="none", dates="~%m/~%d/%y", grid=1.1), """
name: {name}     born: {dob}     for Dr. C-W, 3/1/16

|= 2 2 2 2 3
| month | days with HA | longer than 4 hrs | pills (suma) | note |
| Aug '15 | 23 | 19 | 14 | school began |
| Sep '15 | 24 | 20 | 15 | |
| Oct '15 | 22 | 18 | 12 | shots 10/22 |
| Nov '15 | 15 | 9 | 6 | |
| Dec '15 | 11 | 6 | 4 | read a whole book! |
| Jan '16 | 12 | 7 | 5 | |
| Feb '16 | 20 | 16 | 12 | wearing off |

[[#calendar done dystonia-migraine botulinum| Most of them throb on one side, I have to lie down in the dark, and I throw up with the bad ones.]]
""", date(2016, 3, 1), "Evangeline Prakash-Dunne", "patient")  # fmt: skip
