# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""A whole file in one PDF of some hundred and twenty pages, scans and text, without bookmarks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.merged_bulk import ADJUSTER, bills, daily, monthly, needles, nurse, testimony
from scripts.cases.files.merged_evaluations import AME, COTININE, EMERGENCY, PSYCH
from scripts.cases.files.merged_reports import (
    APPEAL,
    CONSULT,
    FILMS,
    FOLLOW_UPS,
    INJECTIONS,
    MRI,
    MRI_OLD,
    STRANGER,
    STRAY,
)
from scripts.cases.forms import STATE, imr_application, rfa
from scripts.cases.model import (
    Absence,
    CaseFile,
    Discrepancy,
    Doc,
    File,
    Item,
    Look,
    Missing,
    Part,
    Patient,
    Scrawl,
    Visits,
)

PATIENT = Patient(
    first="Roderick", last="Thistlewood", dob=date(1970, 1, 15), doi=date(2013, 7, 2), ssn="900-46-7713", claim="HM-2013-3340",
    mrn="CS-10442", phone="555-555-0114", address="27 Tannery Close", city="Eddington, CA 90000", email="rod.t@example.net",
    employer="Eddington Cold Storage", sex="M", job="warehouseman", also=(("mrn", "ECH-55120"), ("name", "Thistlewood's")),
)  # fmt: skip

_DOCTOR = "Ambrose Cavendish, MD; Cavendish Spine Surgery; 2 Infirmary Row, Sand Harbor, CA 90000; 555-555-0115; 555-555-0116; Spine Surgery; 1000000089"
_UR = Clinic("HARBOR MUTUAL", ("Utilization Review, P.O. Box 2040, Sand Harbor, CA 90000",), size=10.5, margin=64, letterhead="left", heading="caps",
             signature="typed", foot="page-of", dates="%B ~%d, %Y")  # fmt: skip
_COVER = Clinic(
    "FAX",
    ("Harbor Mutual Claims",),
    font="Courier",
    size=14,
    letterhead="left",
    signature="none",
    foot="none",
    heading="plain",
)

COVER = Doc("cover", "Fax cover sheet", "correspondence", _COVER, """
TO: INDEPENDENT MEDICAL REVIEW

FROM: EWAN TOLLIVER, HARBOR MUTUAL

RE: {LASTFIRST}  {claim}

DATE: 03/31/2015

COMPLETE MEDICAL FILE FOR IMR
""", date(2015, 3, 31), "Ewan Tolliver", "administrator")  # fmt: skip

NOTICE = Doc("notice", "Notice of assignment", "correspondence", Clinic(
    "Independent Medical Review", ("Notice of Assignment and Request for Information",), font="Times", size=11, letterhead="centre", signature="none",
), """
: Case Number | CM99-0000108
: Employee Name | {name}
: Employer | {employer}
: Date of Injury | 07/02/2013
: UR Determination Date | 02/18/2015
: Application Received | 03/12/2015
: Assigned | 03/24/2015
: Priority | Standard
Please send all medical records of the past six months with this notice on top.
""", date(2015, 3, 24), None, "administrator")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE, imr_application(
    ADJUSTER, "Ambrose Cavendish, MD; Cavendish Spine Surgery; 2 Infirmary Row, Sand Harbor, CA 90000; 555-555-0115", "756.12 spondylolisthesis",
    ["Anterior lumbar interbody fusion, L5-S1", "Assistant surgeon", "Inpatient stay, 3 days"], "02/18/2015", "03/09/2015", attorney="Dunmore & Vale",
), date(2015, 3, 9), "Roderick Thistlewood", "patient")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", STATE, rfa(
    _DOCTOR, ADJUSTER,
    ["Spondylolisthesis L5-S1 | 756.12 | [[requested - lumbar-fusion| Anterior lumbar interbody fusion L5-S1]] | 22558, 22845, 22851 | x 1",
     "same | 756.12 | [[requested - assistant-surgeon| Assistant surgeon]] | 22558-80 | x 1",
     "same | 756.12 | [[requested - hospital-stay| Inpatient stay]] | - | 3 days"], "02/04/2015",
), date(2015, 2, 4), "Ambrose Cavendish, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Utilization review denial of February 18, 2015", "ur_decision", _UR, """
February 18, 2015

Ambrose Cavendish, M.D.

Re: {name} //
Claim number: {claim} //
Date of injury: {doi} //
Request received: February 11, 2015

# Determination
|= 5 2
| Service | Decision |
| [[#ur-fusion denied - lumbar-fusion| Anterior lumbar interbody fusion L5-S1]] | Denied |
| [[denied - assistant-surgeon| Assistant surgeon]] | Denied |
| [[denied - hospital-stay| Inpatient stay, 3 days]] | Denied |
%% rights 5
===
# Clinical summary
The claimant is a 45-year-old warehouseman. [[#ur-pt history prior-sessions physical-therapy| He has had 30 therapy visits]], acupuncture and two epidural injections. The agreed
evaluator advised against surgery on August 5, 2014.
# Rationale
[[#ur-no-instability denied segmental-instability lumbar-fusion| There is no imaging evidence of instability.]] Tobacco use has not been addressed. No psychological screen was provided.
%% rights 4
===
# Guideline
ACOEM 2nd edition, chapter 12, pages 305 to 307; ODG, low back, fusion.
# Appeal
Independent medical review may be requested within thirty days.
%% rights 6
~ Quentin Marsh, MD | Neurosurgery
""", date(2015, 2, 18), "Quentin Marsh, MD", "reviewer")  # fmt: skip

EARLIER_UR = Doc("ur-2014", "Utilization review approval of April 18, 2014", "ur_decision", _UR, """
April 18, 2014

Re: {name}, {claim}

# Determination
[[#esi-approved| Right L5-S1 transforaminal epidural steroid injection, one: approved.]] Valid for ninety days.
%% rights 4
~ Quentin Marsh, MD | Neurosurgery
""", date(2014, 4, 18), "Quentin Marsh, MD", "reviewer")  # fmt: skip

ELECTRO = Doc("emg", "Electrodiagnostic consultation", "electrodiagnostics", Clinic(
    "NERVE STUDIES - Alastair Dray, MD", (), size=9.5, letterhead="typed", heading="band", signature="electronic", foot="page-of", dates="%m-%d-%Y",
), """
| {name} | DOB {dob} | 05-21-2014 |
# Motor and sensory studies
|= 3 1 1 1
| Nerve | Lat | Amp | CV |
| R peroneal EDB | 5.0 | 3.1 | 44 |
| L peroneal EDB | 4.8 | 4.6 | 46 |
| R sural | 3.5 | 14 | - |
===
# EMG
R tibialis anterior 1+ fibs. R extensor hallucis longus 2+ fibs. R gluteus medius 1+. R paraspinals L5 1+. R gastrocnemius normal.
# Conclusion
[[#emg-l5 done electrodiagnostic-confirmation -| Right L5 radiculopathy, chronic and active.]]
~ Alastair Dray, MD | 05-21-2014
""", date(2014, 5, 21), "Alastair Dray, MD", "consultant")  # fmt: skip

LETTERS = (
    Doc("letter-ame", "Joint letter to the agreed evaluator", "correspondence", Clinic(
        "DUNMORE & VALE", ("Attorneys",), font="Times", size=12, margin=80, letterhead="centre", signature="scribble", foot="none"), """
July 1, 2014

Dear Dr. Petrakis: You have been agreed upon in the matter of {name}. His social security number is {ssn}; his e-mail is {email}. [[#discogram history - discography| The discogram of June 3, 2014 will
follow under separate cover.]]

~ Phineas Vale |
""", date(2014, 7, 1), "Phineas Vale", "other"),
    Doc("letter-employer", "Employer's offer of modified work", "correspondence", Clinic(
        "EDDINGTON COLD STORAGE", ("Human Resources",), size=11, letterhead="band", signature="typed", foot="none", colour="#3b5e8c"), """
08/28/2014

{name} //
{address} //
{city}

We can offer you seated work at the gate house, four hours a day, from 09/02/2014.

~ Adele Kirkbride |
""", date(2014, 8, 28), "Adele Kirkbride", "administrator"),
)  # fmt: skip

_PR2 = tuple(monthly(14, date(2013, 12, 1)))
_DAILY = tuple(daily(24, date(2013, 9, 3)))
_BLUR = Look(scan="fax", skew=0.8, fax="GRANGE RD IND MED  555 555 0113      {p:02d}/{n:02d}", noise=0.0005)
_GYM = Look(scan="fax", skew=-0.5, noise=0.0004)
_RESENT = tuple(replace(note, id=f"{note.id}-again", duplicate_of=note.id) for note in (*_DAILY[2:4], FILMS))

_PARTS: tuple[Part | Scrawl, ...] = (
    Part(COVER, Look(scan="fax", skew=0.2)), Part(NOTICE), Part(APPLICATION, Look(scan="fax", skew=-1.3)), Part(UR),
    Part(REQUEST, Look(scan="fax", skew=0.6, fax="FEB-11-2015 08:31 FROM:CAVENDISH SPINE  5555550116   P:{p}/{n}")),
    Part(CONSULT), Part(INJECTIONS[0]), Part(INJECTIONS[1], pages=(1,)), Part(STRAY), Part(INJECTIONS[1], pages=(2,)),
    *(Part(note, _BLUR) for note in _PR2), Part(AME), Part(LETTERS[0]), *(Part(note) for note in nurse()),
    *(Part(note, _GYM) for note in _DAILY), Part(MRI, Look(scan="grey", skew=0.4)), Part(MRI_OLD), Part(FILMS), Part(ELECTRO),
    *(Part(note) for note in FOLLOW_UPS), Part(PSYCH), Part(EARLIER_UR), *(Part(note, Look(scan="fax", turn=180)) for note in needles()),
    Part(bills()), Part(LETTERS[1]), Part(testimony()), Part(EMERGENCY, Look(scan="fax", skew=0.3)), Scrawl(21), Part(COTININE), Part(APPEAL),
    *(Part(note, Look(scan="fax", skew=1.5, fax="03/20/2015 16:02  E PHYS THERAPY                {p}/{n}")) for note in _RESENT),
)  # fmt: skip

CASE = CaseFile(
    name="merged",
    about="Fusion at L5-S1 in one long PDF; instability, a psychological evaluation and abstinence from tobacco are in it, far apart.",
    patient=PATIENT,
    others=(STRANGER,),
    header=CaseHeader(case_number="CM99-0000108", date_assigned=date(2015, 3, 24), date_of_injury=date(2013, 7, 2),
                      ur_denial_date=date(2015, 2, 18), request_date=date(2015, 2, 4), priority="Standard",
                      application_received=date(2015, 3, 12)),
    files=(File("HM-2013-3340 complete.pdf", _PARTS, bates="HM3340-{n:06d}"),),
    items=(
        Item(1, "Anterior lumbar interbody fusion, L5-S1",
             {"treatment": "lumbar-fusion", "levels": ["L5-S1"], "sites": [{"part": "low-back"}], "ur_action": "denied"}),
        Item(2, "Assistant surgeon", {"treatment": "assistant-surgeon", "ancillary": True, "ur_action": "denied"}),
        Item(3, "Inpatient stay, 3 days", {"treatment": "hospital-stay", "days": 3, "ur_action": "denied"}),
    ),
    traps=("merged-without-bookmarks", "other-patient-page", "duplicates", "upside-down-pages", "planned-then-done", "status-changed-later",
           "denial-wrong-on-facts", "visits-counted-over-notes", "post-ur-report", "missing-record", "handwriting", "earlier-approval"),
    visits=(Visits("physical-therapy", 22, ("last-visit",)), Visits("acupuncture", 6, ("acu-none",)), Visits("epidural-steroid", 2, ("esi-1", "esi-2"))),
    missing=(Missing("Discogram", date(2014, 6, 3), "discogram"), Missing("Neurosurgical second opinion by Dr. Milo Abt", date(2014, 8, 21), "abt")),
    discrepancies=(Discrepancy(None, "visits done", ("last-visit", "ur-pt")), Discrepancy(None, "instability", ("translation", "ur-no-instability"))),
    absences=(
        Absence("No imaging evidence of instability.", "segmental-instability", "translation"),
        Absence("No psychological screen is documented.", "psych-clearance", "psych-yes"),
        Absence("Tobacco use was not addressed.", "smoking-addressed", "quit"),
        Absence("No trial of a spinal cord stimulator is documented.", None),
        Absence("No functional improvement from acupuncture is documented.", "functional-improvement"),
    ),
    providers=("Ambrose Cavendish", "Cavendish", "Hester Quillfeather", "Quillfeather", "Alba Roche", "Jonas Ketteridge", "Seraphine Mao",
               "Constance Abara", "Rosamund Vail", "Dr. Vail", "Linus Petrakis", "Petrakis", "Inge Halloran", "Felix Ondine", "Quentin Marsh",
               "Alastair Dray", "Tamsin Eze", "Milo Abt", "Ewan Tolliver", "Phineas Vale", "Adele Kirkbride"),
)  # fmt: skip
