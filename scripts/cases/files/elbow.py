# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""An elbow, a cream and an injection, in layouts that no reader was written for."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Missing, Part, Patient, Visits

PATIENT = Patient(
    first="Ngozi", last="Farrant", dob=date(1975, 6, 12), doi=date(2016, 4, 18), ssn="900-24-1180", claim="000-44-7718-2",
    mrn="MH 3307 114", phone="555/555-0101", address="19 Weaver Mews", city="Lorne Valley, CA 90000", email="n.farrant@example.com",
    employer="Lorne Valley Linen Supply", sex="F", job="press operator", also=(("relative", "Chidi Farrant"),),
)  # fmt: skip

_HEALTH = Clinic("Meridian Health Plan Medical Group", (), font="Helvetica", size=9, margin=30, letterhead="none", heading="plain",
                 signature="none", foot="none", dates="~%m/~%d/%Y", grid=0)  # fmt: skip
_ELBOW = Clinic("J. Lindgren Orthopedics", ("Hand - Elbow - Shoulder",), font="Times", size=12.5, margin=90, letterhead="right",
                heading="plain", signature="typed", foot="none", dates="~%d %b %Y")  # fmt: skip
_REVIEW = Clinic("ARBITER CARE MANAGEMENT", ("UR DEPARTMENT * TOLL FREE 555 555 0103 * FAX 555 555 0104",), font="Courier", size=9, margin=40,
                 letterhead="centre", heading="boxed", signature="stamp", foot="page-of", dates="%Y-%m-%d", grid=1)  # fmt: skip
_OLD_FORM = Clinic("", (), font="Courier", size=10, margin=50, letterhead="none", heading="runin", signature="typed", foot="none",
                   check="x", dates="%m %d %Y", grid=0.2)  # fmt: skip

VISIT = Doc("visit", "Occupational medicine office visit", "progress_note", _HEALTH, """
{LASTFIRST} (MRN {mrn}) DOB {dob}                                   Encounter Date: 11/8/2016 //
Progress Notes by Gideon Amsel, MD at 11/8/2016 9:14 AM

Author: Gideon Amsel, MD     Service: Occupational Medicine     Author Type: Physician //
Filed: 11/8/2016 9:41 AM     Status: Signed

Chief Complaint //
Patient presents with //
- Elbow Pain - RIGHT, follow up

Subjective: {name} is a 41 y.o. female press operator with right lateral elbow pain since {doi} (repetitive pull down of a press handle).
Pain 5/10 at work, 2/10 at rest. [[#tried done conservative-care-tried -| She did 8 of 12 occupational therapy visits and wore a counterforce brace]]; ibuprofen upset her stomach so
[[#gi done oral-not-tolerated compound| she stopped it in July after two weeks]]. Never had an injection in the elbow: [[denied - joint-injection| no prior steroid injection]]. Her brother Chidi Farrant drives her.

Objective: BP 122/76 | Pulse 70 | Wt 71.2 kg //
Right elbow: [[done - -| tender over the lateral epicondyle, pain with resisted wrist extension]]. Grip R 38 lb, L 61 lb. Left elbow normal.

Assessment/Plan //
Lateral epicondylitis, right elbow (primary encounter diagnosis) //
1. [[#cream requested - compound| Compounded cream: flurbiprofen 20% / lidocaine 5%, 120 g, apply tid]] //
2. [[planned - joint-injection| Refer to ortho for injection]] //
3. Work status: no forceful gripping R.

Electronically signed by Gideon Amsel, MD at 11/8/2016 9:41 AM
""", date(2016, 11, 8), "Gideon Amsel, MD", "treating_physician")  # fmt: skip

ORTHO = Doc("ortho", "Orthopedic consultation by letter", "consultation", _ELBOW, """
22 Nov 2016

Dear Gideon,

Thank you for sending {name} (born {dob}), whom I saw this morning about her right elbow.

The story is as you gave it. [[#ultra history - diagnostic-ultrasound| She brought an ultrasound report of 3 August from Lorne Imaging]], which I have returned to her: thickening of the common
extensor origin without a tear. On examination there is point tenderness, Cozen's test is positive, and the radial tunnel is not tender.
[[#brace done failed-conservative-care -| Seven months of bracing, therapy and rest have not been enough.]]

I should like to do [[#inject requested - joint-injection| a single injection of triamcinolone 40 mg at the right lateral epicondyle]], guided by ultrasound, and to see her six weeks later.
She understands that it may come back within the year. There is [[denied surgery-considered -| no place for surgery now]].

With kind regards,

~ Joakim Lindgren, M.D. |
""", date(2016, 11, 22), "Joakim Lindgren, MD", "consultant")  # fmt: skip

SHEET = Doc("ot-grid", "Occupational therapy attendance grid", "therapy_log", Clinic(
    "LVOT", (), size=8, margin=30, letterhead="typed", heading="plain", signature="initials", foot="none", dates="%m/%d", grid=1.2), """
FARRANT N     R lat epi     Rx 12     2016
|= 1 1 1 1 1 1 1
| wk of | M | T | W | Th | F | tot |
| 6/6 | X | | X | | | 2 |
| 6/13 | X | | C | | | 3 |
| 6/20 | | X | | X | | 5 |
| 6/27 | NS | | X | | | 6 |
| 7/5 | | X | | NS | | 7 |
| 7/11 | X | | | | | [[#eight done prior-sessions occupational-therapy| 8 last]] |
X = attended, C = cancelled, NS = no show
~ Petronella Gage, OT |
""", date(2016, 7, 11), "Petronella Gage, OT", "therapist")  # fmt: skip

FORM = Doc("request-form", "Request for authorization, faxed office form", "rfa", Clinic(
    "MERIDIAN HEALTH PLAN MEDICAL GROUP - REFERRAL & AUTHORIZATION DESK", (), font="Times", size=10, margin=36, letterhead="centre",
    heading="band", signature="scribble", foot="none", check="box", dates="%m/%d/%Y", grid=0.9), """
RFA / Treatment Authorization Worksheet

[x] Workers' Comp  [ ] Group  [ ] STAT

| Pt | {lastfirst} | DOB | {dob} |
| WC claim | {claim} | DOI | {doi} |
| Dx | M77.11 | Date of request | 11/29/2016 |
|= 1 6 2
| Line | Service | Amount |
| A | [[requested - joint-injection| Steroid injection, right lateral epicondyle, US guided (20551, 76942)]] | 1 |
| B | [[requested - compound| Flurbiprofen 20%/lidocaine 5% topical cream]] | [[#grams| 240 g]] |
~ Gideon Amsel, MD |
""", date(2016, 11, 29), "Gideon Amsel, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Adverse determination", "ur_decision", _REVIEW, """
DATE OF NOTICE: 2016-12-07     REF: AC-60-2281 //
MEMBER: {NAME}     CLAIM: {claim}     INJURY: {doi} //
REQUEST RECEIVED: 2016-12-01

# ADVERSE DETERMINATION
|= 1 5 2
| LINE | SERVICE | FINDING |
| A | [[#ur-a denied - joint-injection| STEROID INJECTION LEFT LATERAL EPICONDYLE WITH ULTRASOUND GUIDANCE]] | NOT APPROVED |
| B | [[#ur-b denied - compound| FLURBIPROFEN/LIDOCAINE CREAM 240 G]] | NOT APPROVED |

# REASON
A: THE MEMBER HAS NO COMPLAINT OF THE LEFT ELBOW. B: LIDOCAINE IS NOT RECOMMENDED IN CREAM FORM; A COMPOUND WITH ONE SUCH PART IS NOT RECOMMENDED.

# SOURCES
MTUS ELBOW DISORDERS; MTUS CHRONIC PAIN, TOPICAL ANALGESICS.
%% rights 5

~ Verity Okafor, MD | Family Medicine
""", date(2016, 12, 7), "Verity Okafor, MD", "reviewer")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review, older form", "application", _OLD_FORM, """
APPLICATION FOR INDEPENDENT MEDICAL REVIEW  (DWC FORM IMR-1)

_X_ Employee __ Employee's representative

Employee: {name} //
Street: {address} {city} //
Phone: {phone}     Born: {dob} //
Claim no.: {claim}     Date of injury: {doi}

Employer: {employer} //
Claims administrator: Lorne Valley Linen Supply Self Insured Group, PO Box 9, Lorne Valley //
Physician: Gideon Amsel MD, Meridian Health Plan Medical Group

Treatment in dispute (list each one): //
(1) [[#app-a| right elbow steroid injection, ultrasound guided]] //
(2) flurbiprofen 20%/lidocaine 5% cream

Date of the decision: 12 07 2016

Signed 12 19 2016
~ {name} |
""", date(2016, 12, 19), "Ngozi Farrant", "patient")  # fmt: skip

CASE = CaseFile(
    name="elbow",
    about="Injection and compounded cream for an elbow; the denial took the wrong side, and the amounts of cream differ.",
    patient=PATIENT,
    header=CaseHeader(case_number="", date_of_injury=date(2016, 4, 18), ur_denial_date=date(2016, 12, 7), request_date=date(2016, 11, 29)),
    files=(
        File("IMG_0001.tif", (Part(FORM, Look(scan="fax", skew=-1.6, fax="11-29-'16 17:20 FROM-MHP AUTH DESK             T-{p:03d} P{p:04d}/{n:04d} F-022")),
                              Part(APPLICATION, Look(scan="fax", skew=0.9)))),
        File("chart print.pdf", (Part(VISIT), Part(SHEET, Look(scan="grey", turn=270, skew=0.6)))),
        File("lindgren.docx", (Part(ORTHO),)),
        File("notice.pdf", (Part(UR),)),
    ),
    items=(
        Item(1, "Right elbow steroid injection, ultrasound guided",
             {"treatment": "joint-injection", "sites": [{"part": "elbow", "side": "right"}], "ur_action": "denied"}),
        Item(2, "Flurbiprofen 20%/lidocaine 5% cream, 240 g",
             {"treatment": "compound", "drugs": ["flurbiprofen", "lidocaine"], "quantity": 240, "ur_action": "denied"}),
    ),
    traps=("side-differs", "quantity-differs", "older-form", "electronic-record-print", "sideways-page", "letter-without-headings"),
    visits=(Visits("occupational-therapy", 8, ("eight", "tried")),),
    missing=(Missing("Elbow ultrasound from Lorne Imaging", date(2016, 8, 3), "ultra"),),
    discrepancies=(Discrepancy(1, "side", ("inject", "ur-a")), Discrepancy(2, "quantity", ("cream", "grams"))),
    absences=(
        Absence("No intolerance of oral medication is documented.", "oral-not-tolerated", "gi"),
        Absence("No failed conservative care is documented.", "failed-conservative-care", "brace"),
        Absence("No neuropathic pain is documented.", "neuropathic-pain"),
    ),
    providers=("Gideon Amsel", "Gideon", "Joakim Lindgren", "J. Lindgren", "Petronella Gage", "Verity Okafor"),
)  # fmt: skip
