# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Massage in a long-standing back injury: fifteen records with the disorder of a real file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.massage_reports import CHART, EVALUATION, FIRST, STRANGER, THERAPY_DISCHARGE
from scripts.cases.forms import STATE, STATE_TYPED, imr_application, pr2, rfa
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Missing, Part, Patient, Visits

PATIENT = Patient(
    first="Rosalind", last="Okerby", dob=dt.date(1971, 3, 9), doi=dt.date(2010, 1, 27), ssn="900-41-2275",
    claim="0457-WC-10-003318", mrn="PA-20417", phone="(555) 555-0142", address="418 Quarry Bend Road",
    city="Port Alder, CA 90000", email="r.okerby@example.com", employer="Haldane Freight Lines", sex="F",
    job="dispatch clerk", also=(("relative", "Dennis Okerby"), ("phone", "555-555-0147")),
)  # fmt: skip

_CHIRO = Clinic("ALDER POINT CHIROPRACTIC GROUP", ("77 Mercer Steps, Port Alder, CA 90000", "Tel 555-555-0110  Fax 555-555-0111"),
                font="Times", size=10.5, letterhead="left", heading="runin", signature="scribble", foot="none",
                check="x", dates="~%m/~%d/%y")  # fmt: skip
_UR = Clinic("CALDERA UTILIZATION MANAGEMENT", ("P.O. Box 5500, Sand Harbor, CA 90000", "Telephone (555) 555-0170"),
             size=10, letterhead="right", heading="underline", signature="typed", foot="re-page", dates="%B ~%d, %Y",
             margin=68, colour="#1f3f6e")  # fmt: skip
_RADIOLOGY = Clinic("BAYSHORE OPEN IMAGING CENTER", ("12 Larch Street, Port Alder, CA 90000",), font="Courier", size=9.5,
                    letterhead="typed", heading="caps", signature="electronic", foot="dash", dates="%d-%b-%Y",
                    grid=0)  # fmt: skip
_IRO = Clinic("INDEPENDENT REVIEW ORGANIZATION", ("Independent Medical Review, P.O. Box 9000, Sand Harbor, CA 90000",),
              font="Times", size=11, letterhead="centre", heading="plain", signature="none", foot="none",
              dates="%m/%d/%Y")  # fmt: skip
_INSURER = Clinic("Northgate Casualty Claims Service", ("2200 Dock Plaza, Sand Harbor, CA 90000", "(555) 555-0188"),
                  size=10, letterhead="band", heading="plain", signature="typed", foot="none", dates="%B ~%d, %Y",
                  colour="#5a2a2a")  # fmt: skip

_DOCTOR = "Piers Ansgard, DC; Alder Point Chiropractic Group; 77 Mercer Steps, Port Alder, CA 90000; 555-555-0110; 555-555-0111; Chiropractic; 1000000014"
_ADJUSTER = "Lorna Whitcap; Northgate Casualty Claims Service; 2200 Dock Plaza, Sand Harbor, CA 90000; (555) 555-0188"

NOTICE = Doc("notice", "Notice of assignment and request for information", "correspondence", _IRO, """
^ 09/05/2014
T: NOTICE OF ASSIGNMENT AND REQUEST FOR INFORMATION
: IMR Case Number: | CM99-0000101
: Employee: | {name}
: Claim Number: | {claim}
: Date of Injury: | {doi}
: UR Denial Date: | 08/25/2014
: Priority: | Standard
: Application Received: | 08/25/2014
: Date Assigned: | 09/05/2014

Dear Claims Administrator:

An application for independent medical review of the treatment named below has been found eligible and was assigned to
this organization. Please send, within fifteen calendar days of the mailing of this notice, all medical records of the
last six months that bear on the disputed treatment, the utilization review decision, and any medical-legal evaluation.

Disputed treatment: 6 Massage Therapy Sessions, Lumbar Spine, Thoracic Spine.
""", dt.date(2014, 9, 5), "Independent Review Organization", "administrator")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE, imr_application(
    _ADJUSTER, "Piers Ansgard, DC; Alder Point Chiropractic Group; 77 Mercer Steps, Port Alder, CA 90000; 555-555-0110",
    "724.1 thoracic pain; 724.2 lumbago",
    ["[[#application-request| 6 massage therapy sessions, lumbar spine and thoracic spine]]"], "08/25/2014", "08/25/2014",
), dt.date(2014, 8, 25), "Rosalind Okerby", "patient")  # fmt: skip

RFA = Doc("rfa", "Request for authorization", "rfa", STATE_TYPED, rfa(
    _DOCTOR, _ADJUSTER,
    ["Thoracic pain | 724.1 | [[#rfa-massage requested - massage| Massage therapy, thoracic and lumbar spine]] | 97124 | [[#rfa-count| 2 x week x 3 weeks (6 sessions)]]",
     "Lumbago | 724.2 | [[requested - chiropractic| Chiropractic manipulation]] | 98941 | 1 x week x 6 weeks",
     "Lumbar radiculitis | 724.4 | [[requested - emg| EMG/NCS bilateral lower extremities]] | 95886, 95911 | one time"],
    "8/18/2014",
), dt.date(2014, 8, 18), "Piers Ansgard, DC", "treating_physician")  # fmt: skip

UR = Doc("ur", "Utilization review determination", "ur_decision", _UR, """
August 25, 2014

Piers Ansgard, DC //
Alder Point Chiropractic Group

: RE: | {name}
: Claim No.: | {claim}
: Date of Injury: | January 27, 2010
: Date of Request: | August 18, 2014

Dear Dr. Ansgard:

Your request for authorization was received on August 19, 2014 and was reviewed by a physician.

# Determination
|= 4 2 2
| Treatment requested | Decision | Reviewer |
| [[#ur-massage denied - massage| 6 massage therapy sessions, lumbar spine, thoracic spine]] | NON-CERTIFIED | R. Teague, MD |
| Chiropractic manipulation, 6 visits | Pending additional information | R. Teague, MD |
| EMG/NCS bilateral lower extremities | Pending additional information | R. Teague, MD |
# Clinical summary
The patient is a dispatch clerk with chronic thoracic and lumbar pain. [[history - massage| She has had an unstated number of massage sessions]] with temporary benefit.
# Rationale
The number of visits to date is not stated and functional improvement from the visits already attended is not reported.
Medical necessity is not established.
# Dispute resolution
You may dispute this decision by an application for independent medical review on the enclosed form, which must be
received within 30 days of service of this decision.
%% rights 6

~ Renata Teague, MD | California license C00000, Physical Medicine and Rehabilitation
""", dt.date(2014, 8, 25), "Renata Teague, MD", "reviewer")  # fmt: skip

PROGRESS = Doc("pr2-0818", "Progress report (PR-2) of 8/18/14", "progress_note", _CHIRO, pr2(
    "Periodic Report; Request for authorization", _ADJUSTER,
    "Mid back and low back pain, 5/10 on average, worse with sitting. [[done - massage| Massage eases the pain for the rest of the day]]; "
    "[[#no-change denied functional-improvement massage| there has been no change in her sitting tolerance or her activities at home since the last report]].",
    "Tenderness T10 to L5. [[done objective-deficits -| Lumbar flexion 45 degrees, extension 10 degrees.]] [[done normal-neuro-exam -| Motor strength 5/5 in both legs; reflexes 2+ and equal.]]",
    "1. Thoracic pain 724.1  2. Lumbago 724.2  3. SI joint pain 724.6",
    "[[requested - massage| Request six more sessions of massage, two a week for three weeks.]] "
    "[[planned - chiropractic| Chiropractic visits to resume once authorized.]] [[history home-exercise -| She does her stretches at home]] on most days.",
    "[x] Return to modified work on 8/18/14 with the following limitations: [[done work-restrictions -| no lifting over 15 lb, sit/stand at will]] [ ] Return to full duty",
    "Piers Ansgard, DC | Chiropractic, 77 Mercer Steps", "8/18/14",
), dt.date(2014, 8, 18), "Piers Ansgard, DC", "treating_physician")  # fmt: skip

PROGRESS_AGAIN = replace(PROGRESS, id="pr2-0818-again", duplicate_of="pr2-0818")

EARLIER = Doc("note-0707", "Chiropractic progress note of 7/7/14", "progress_note", _CHIRO, """
: Patient | {name}
: Visit | 7/7/14
: D.O.B. | {dob}
# Subjective
{title} {last} says [[#sitting-gain done functional-improvement massage| since the massage visits began she can sit 45 minutes at work, up from 20]].
Pain 4/10 today. She was driven here by her husband, Dennis Okerby (cell 555-555-0147).
# Objective
Paraspinal guarding T10 to L4, less than in May. Flexion 50 deg.
# Assessment
Thoracic and lumbar strain, chronic. Improving.
# Plan
[[planned - massage| Two massage visits remain of the eight that were authorized.]] Recheck after the last.
~ Piers Ansgard, DC |
""", dt.date(2014, 7, 7), "Piers Ansgard, DC", "treating_physician")  # fmt: skip

LATE = Doc("report-0829", "Chiropractic report of 8/29/14", "progress_note", _CHIRO, """
8/29/14

Northgate Casualty Claims Service //
Attention: Lorna Whitcap

Regarding: {name}, claim {claim}

This is in answer to the denial of 8/25/14. Diagnoses are unchanged: thoracic pain, lumbar pain, SI joint pain.
[[planned - massage| We are awaiting authorization of the massage sessions]], of the chiropractic visits and of the
bilateral EMG/NCS. [[denied flare-up -| She has had no new injury and no flare-up.]] [[#eight-done history prior-sessions massage| She has completed eight
massage sessions to date.]] She was not examined today.

~ Piers Ansgard, DC |
""", dt.date(2014, 8, 29), "Piers Ansgard, DC", "treating_physician", after_ur=True)  # fmt: skip

MRI = Doc("mri-2012", "MRI of the lumbar spine", "imaging", _RADIOLOGY, """
PATIENT: {LASTFIRST} //
DOB: {dob}     MRN: {mrn} //
EXAM DATE: 14-May-2012 //
REFERRING: L. Brandvold, MD

EXAM: MRI LUMBAR SPINE WITHOUT CONTRAST

# Technique
Sagittal T1, T2 and STIR; axial T2.
# Findings
Alignment is normal. L1-2, L2-3, L3-4: no disc bulge, no stenosis.
L4-5: [[done - mri| 2 mm broad based disc bulge without nerve root contact]].
L5-S1: disc desiccation. No canal or foraminal stenosis.
# Impression
1. Mild degenerative change L4-5 and L5-S1.
2. [[denied nerve-compromise -| No nerve root compression.]]

~ Ottoline Frey, MD | Radiology
""", dt.date(2012, 5, 14), "Ottoline Frey, MD", "radiologist")  # fmt: skip

MRI_AGAIN = replace(MRI, id="mri-2012-copy", duplicate_of="mri-2012")

LOG = Doc("massage-log", "Massage therapy log", "therapy_log", Clinic(
    "Alder Point Chiropractic Group - THERAPY SIGN-IN", (), size=9.5, letterhead="left", heading="plain",
    signature="initials", foot="none", dates="~%m/~%d", grid=0.9,
), """
: Patient | {lastfirst}     Authorized: 8 (eight)
|= 0.6 1 2.4 1 1 1
| # | Date | Treatment | Pain in | Pain out | Initials |
| 1 | 5/12 | massage, T/L spine, 30 min | 6 | 4 | kv |
| 2 | 5/19 | massage | 5 | 4 | kv |
| 3 | 5/27 | massage | 6 | 4 | kv |
| 4 | 6/2 | massage | 5 | 3 | kv |
| - | 6/9 | NO SHOW | | | |
| 5 | 6/16 | massage | 5 | 4 | kv |
| - | 6/23 | cancelled by patient | | | |
| 6 | 6/30 | massage + hot pack | 5 | 3 | kv |
| 7 | 7/14 | massage | 5 | 4 | kv |
| 8 | 7/21 | [[#log-last done prior-sessions massage| massage, last authorized visit]] | 5 | 4 | kv |
Year: 2014
~ Kestrel Vane, CMT |
""", dt.date(2014, 7, 21), "Kestrel Vane, CMT", "therapist")  # fmt: skip

LETTER = Doc("cover-letter", "Letter of the claims administrator to the evaluator", "correspondence", _INSURER, """
July 11, 2014

Hollis Tremaine, MD //
Qualified Medical Evaluator

RE: {name} v. {employer}, claim {claim}

Dear Dr. Tremaine:

Thank you for agreeing to re-evaluate {title} {last} on August 4, 2014. The records are enclosed. Please address whether
the employee is permanent and stationary and what future medical care is reasonable. Her social security number for
your billing is {ssn}.

~ Lorna Whitcap | Senior Claims Examiner
""", dt.date(2014, 7, 11), "Lorna Whitcap", "administrator")  # fmt: skip

_FAX = "08/19/2014 14:22  ALDER POINT CHIRO 555 555 0111  ->  5555550171   P. {p:03d}/{n:03d}"
_FAX_AGAIN = "Sep-10-14 09:05am  From-NORTHGATE CLAIMS          +5555550189      T-411  P.{p:02d}/{n:02d}  F-882"

CASE = CaseFile(
    name="massage",
    about="Six more massage sessions in an injury of 2010; earlier massage helped by one note and did not by the next.",
    patient=PATIENT,
    others=(STRANGER,),
    header=CaseHeader(
        case_number="CM99-0000101", date_assigned=dt.date(2014, 9, 5), date_of_injury=dt.date(2010, 1, 27),
        ur_denial_date=dt.date(2014, 8, 25), request_date=dt.date(2014, 8, 18), priority="Standard",
        application_received=dt.date(2014, 8, 25),
    ),
    files=(
        File("01 IMR notice and application.pdf", (Part(NOTICE), Part(APPLICATION, Look(scan="fax", skew=0.4)))),
        File("02 UR and RFA.pdf", (Part(UR), Part(RFA, Look(scan="fax", fax=_FAX)))),
        File("03 Alder Point 8-18-14.pdf", (Part(PROGRESS, Look(scan="grey", skew=-2.1)),)),
        File("04 Alder Point chart.pdf", (Part(EARLIER), Part(LOG, Look(scan="fax", skew=1.2, noise=0.001)), Part(LATE))),
        File("05 QME Tremaine.pdf", (Part(LETTER), Part(EVALUATION))),
        File("06 imaging.pdf", (Part(MRI),)),
        File("07 therapy 2011.pdf", (Part(THERAPY_DISCHARGE, pages=(1,)), Part(CHART), Part(THERAPY_DISCHARGE, pages=(2,)))),
        File("08 resent 9-10-14.pdf", (Part(PROGRESS_AGAIN, Look(scan="fax", skew=0.7, fax=_FAX_AGAIN)), Part(MRI_AGAIN))),
        File("09 employer first report.docx", (Part(FIRST),)),
    ),
    items=(
        Item(1, "6 Massage Therapy Sessions, Lumbar Spine, Thoracic Spine",
             {"treatment": "massage", "visits": 6, "per_week": 2, "weeks": 3,
              "sites": [{"part": "low-back"}, {"part": "upper-back"}], "ur_action": "denied"}),
    ),
    traps=("number-inside-range", "contradicting-notes", "post-ur-report", "other-patient-page", "duplicates",
           "missing-record", "facts-only-by-ur", "negated-findings"),
    visits=(Visits("massage", 8, ("massage-log", "eight-done")), Visits("chiropractic", None, ("qme-chiro",)),
            Visits("physical-therapy", 12, ("pt-total",))),
    missing=(Missing("EMG/NCS of the lower extremities by Dr. Sabine Corley", dt.date(2013, 3, 12), "corley"),),
    discrepancies=(Discrepancy(None, "functional improvement from massage", ("sitting-gain", "no-change")),),
    absences=(
        Absence("No record states the number of massage sessions attended.", "prior-sessions", "log-last"),
        Absence("No functional improvement from massage is documented.", "functional-improvement", "sitting-gain"),
        Absence("No flare-up is documented.", "flare-up"),
        Absence("No surgery is documented or planned.", "surgery-planned"),
    ),
    providers=("Piers Ansgard", "Ansgard", "Renata Teague", "R. Teague", "Hollis Tremaine", "Tremaine", "Ottoline Frey",
               "Kestrel Vane", "Sabine Corley", "L. Brandvold", "Lorna Whitcap", "Idris Quell"),
)  # fmt: skip
