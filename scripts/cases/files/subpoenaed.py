# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Needles, manipulation and a nerve stimulator in a folder of stamped copies, scans, a nurse's log and two subpoenas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.subpoenaed_copies import (
    CARD,
    LEDGER,
    NO_RECORDS,
    NURSE,
    PATIENT,
    PAYMENT,
    REEXAM,
    STRANGER,
    STRAY,
    SUBPOENA,
    UNIT,
)
from scripts.cases.forms import STATE_TYPED, imr_application
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
    Scrawl,
    Visits,
)

_CAPS = Clinic("PHILOMENA OSTRANDER, M.D.", ("OCCUPATIONAL MEDICINE", "1 FERRY PLAZA, DOVEGATE"), font="Courier", size=10, margin=58, letterhead="centre", heading="runin",
               signature="stamp", foot="none", dates="%m/%d/%Y")  # fmt: skip
_NEEDLE = Clinic("Tavares Acupuncture", ("Wen Tavares, L.Ac.",), font="Times", size=12, margin=70, letterhead="right", heading="plain", signature="scribble", foot="none",
                 dates="~%d-%b-%y", grid=0.6)  # fmt: skip
_ADJUSTER = "Dunstan Quarles; Delve Mutual; PO Box 31, Dovegate, CA 90000; 555.555.0155"

COVER = Doc("transmittal", "Transmittal of the claims administrator", "correspondence", Clinic(
    "DELVE MUTUAL", ("Workers' Compensation Claims",), size=10.5, margin=72, letterhead="left", signature="typed", foot="none", dates="%B ~%d, %Y"), """
May 12, 2014

RE: CM99-0000115, {name}, {claim}, d/i {doi}

Enclosed are the medical records in the possession of this office:
- RFA and utilization review decision
- Reports of Dr. Ostrander, January to March 2014
- Physical therapy discharge, A. Nwosu
- [[#mri-list| MRI cervical spine 2/4/13]]
- Case manager's log; supplier records; subpoenaed records of Okpara Chiropractic and Mercer Radiology

~ Dunstan Quarles | Claims Examiner
""", date(2014, 5, 12), "Dunstan Quarles", "administrator")  # fmt: skip


def _monthly(key: str, day: date, subjective: str, plan: str) -> Doc:
    text = f"""
DATE OF SERVICE: {{date}} //
PATIENT: {{NAME}} //
CLAIM: {{claim}}     DOI: {{doi}}

# SUBJECTIVE
{subjective}
# OBJECTIVE
CERVICAL ROTATION 60/70. LUMBAR FLEXION 55. SPASM R TRAPEZIUS. NEURO INTACT.
# ASSESSMENT
NECK PAIN 723.1. LUMBAR SPRAIN 847.2.
# PLAN
{plan}
~ PHILOMENA OSTRANDER, M.D. |
"""
    return Doc(
        key,
        f"Occupational medicine follow-up of {day:%m/%d/%Y}",
        "progress_note",
        _CAPS,
        text,
        day,
        "Philomena Ostrander, MD",
        "treating_physician",
    )


JANUARY = _monthly("ptp-0117", date(2014, 1, 17), "NECK AND LOW BACK 6/10. HALF WAY THROUGH ACUPUNCTURE. [[#four done opioid-use opioid| NORCO 5/325 FOUR A DAY]]. [[done oral-not-tolerated -| IBUPROFEN AND NAPROXEN BOTH GAVE HIM BLACK STOOLS, STOPPED.]]",
                   "TENS RENTAL ONE MONTH, AWAITING DELIVERY. FINISH NEEDLES. WORK 5 HRS.")  # fmt: skip
FEBRUARY = _monthly("ptp-0214", date(2014, 2, 14), "NECK AND LOW BACK 4/10. NEEDLES DONE. NORCO ONE A DAY, SOME DAYS NONE.",
                    "[[#stale planned tens-trial tens| TENS RENTAL ONE MONTH, AWAITING DELIVERY.]] WORK 8 HRS SINCE 2/10, NO LIFT >25. RTC 1 MO.")  # fmt: skip
MARCH = _monthly("ptp-0314", date(2014, 3, 14), "[[#return done flare-up -| BOX FELL FROM TOP SHELF 3/8, CAUGHT IT, NECK LOCKED AGAIN]] 7/10, BACK 6/10. NORCO 3/D. UNIT WENT BACK 2/27, MISSES IT.",
                 "[[#tens-ask requested - tens| BUY TENS UNIT.]] [[#acu-ask requested - acupuncture| MORE ACUPUNCTURE 8 VISITS NECK AND LOW BACK]], [[requested - chiropractic| CHIRO 2X4 NECK AND LOW BACK]], [[planned rehabilitation-adjunct acupuncture| ALONG WITH HIS STRETCHES AND WALKING]]. [[#aim planned tens-plan tens| GOAL FULL ROUTE, NO NORCO, BY JUNE.]]")  # fmt: skip

SIGNED = Doc("acu-signin", "Acupuncture sign-in sheet", "therapy_log", replace(_NEEDLE, signature="none"), """
{lastfirst}     auth 6

|= 1 2 3
| # | Date | Sign |
| 1 | 3-Dec-13 | B Teague |
| 2 | 10-Dec-13 | B Teague |
| 3 | 17-Dec-13 | B Teague |
| 4 | 7-Jan-14 | B Teague |
| 5 | 21-Jan-14 | B Teague |
| 6 | 28-Jan-14 | [[#six done prior-sessions acupuncture| B Teague (6th of 6, end of auth)]] |
""", date(2014, 1, 28), "Wen Tavares, LAc", "therapist")  # fmt: skip

NEEDLES = Doc("acu-report", "Acupuncture re-evaluation after six treatments", "progress_note", _NEEDLE, """
30-Jan-14

{name}, born {dob}

Tongue purple at the edge, pulse wiry. Qi and Blood stagnation, GB and UB channels. Points used: GB20, GB21, SI3, UB23, UB40, Du4, electro at UB23.

Before: turn left 48, sits 15 minutes, 4 Norco a day, 5 hours of work. Now: [[#acu-gain done functional-improvement acupuncture| turn left 64, sits 50 minutes, drives the north loop again]], [[#acu-norco done medication-limited acupuncture| 2 Norco a day, with leave of Dr. Ostrander to go lower]].

He should hold this with the stretches. I am glad to see him if it comes back.

~ Wen Tavares, L.Ac. |
""", date(2014, 1, 30), "Wen Tavares, LAc", "therapist")  # fmt: skip

THERAPY = Doc("pt-discharge", "Physical therapy discharge", "therapy_log", Clinic(
    "Nwosu PT", (), size=9, margin=40, letterhead="left", heading="plain", signature="typed", foot="dash", dates="%m/%d/%y", grid=0.7), """
| {lastfirst} | {dob} | Eval 09/10/12 | D/C 11/30/12 |
| Visits | [[#eighteen-log done prior-sessions physical-therapy| 18 of 18]] | NDI 44 -> 30 | ODI 38 -> 34 |
[[#modal done modalities-failed tens| Heat, US, traction and manual work: gone by the next morning each time.]] Exercise helped most. HEP w/ band, wall slides, walking 30 min.
~ Anders Nwosu, PT |
""", date(2012, 11, 30), "Anders Nwosu, PT", "therapist")  # fmt: skip

FILMS = Doc("films", "Cervical and lumbar films", "imaging", Clinic(
    "DOVEGATE URGENT CARE X-RAY", (), font="Courier", size=9.5, margin=60, letterhead="typed", heading="caps", signature="electronic", foot="none", dates="%m/%d/%Y"), """
{NAME}  {dob}  EXAM {doi}

C-SPINE 3 V, L-SPINE 3 V. HX: REAR ENDED AT STOP LIGHT.

[[denied spine-trauma -| NO FRACTURE OR SLIP.]] STRAIGHT CERVICAL CURVE. C5-6 DISC SPACE SLIGHTLY NARROW. L5-S1 SAME.

IMP: NO ACUTE BONY INJURY.
~ Yolande Trask, MD | DABR
""", date(2011, 8, 19), "Yolande Trask, MD", "radiologist")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization, older layout", "rfa", Clinic(
    "REQUEST FOR AUTHORIZATION FOR MEDICAL TREATMENT (DWC FORM RFA)", (), font="Times", size=10, margin=44, letterhead="typed", heading="boxed", signature="scribble", foot="page-of",
    check="x", dates="%m/%d/%Y", grid=0.8), """
_X_ New request  __ Expedited  __ Resubmission

# EMPLOYEE
| Name {name} | DOB {dob} |
| Claim {claim} | DOI {doi} |
| Employer {employer} | Adjuster: Quarles, Delve Mutual, fax 555.555.0156 |
# PROVIDER
| Philomena Ostrander, MD, Occ Med | 1 Ferry Plaza, Dovegate; 555.555.0153; fax 555.555.0154 |
# TREATMENT
Diagnosis: 723.1, 847.2.   Report attached: 3/14/14

1. [[#acu-rfa requested - acupuncture| Acupuncture, neck and low back, 2 x 6 weeks (12)]] //
2. [[requested - chiropractic| Chiropractic, neck and low back, 2 x 4 weeks (8)]] //
3. [[requested - tens| TENS unit, purchase]]

Date 03/18/2014
~ Philomena Ostrander, MD |
""", date(2014, 3, 18), "Philomena Ostrander, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Utilization review non-certification", "ur_decision", Clinic(
    "CRESTFALL UTILIZATION SERVICES", ("Determination Unit",), font="Helvetica", size=10, margin=60, letterhead="right", heading="title", signature="none", foot="dash", dates="%m/%d/%Y", grid=0,
    running="CRESTFALL   ref 14-55310   {LASTFIRST}"), """
03/27/2014

Philomena Ostrander, MD

Dear Dr. Ostrander:

Your request dated 03/18/2014, which reached us on 03/20/2014, has been reviewed for {name} (claim {claim}, date of injury {doi}). It is our decision that the following cannot be certified:

- [[denied - acupuncture| Acupuncture 2 x week x 6 weeks, neck and low back, 12 visits]]
- [[denied - chiropractic| Chiropractic 2 x week x 4 weeks, neck and low back, 8 visits]]
- [[denied - tens| TENS unit, purchase]]

# Rationale
Acupuncture: [[#ur-acu denied functional-improvement acupuncture| six visits were given; what they achieved is not reported]]. Chiropractic: treatment goes back to 2011, [[#ur-chiro denied functional-improvement chiropractic| with no lasting gain]]. TENS: [[#ur-tens denied tens-trial tens| the 02/14/2014 report says that the rental is awaited; no trial has taken place]].

# Criteria
8 CCR 9792.24.1. MTUS Chronic Pain Medical Treatment Guidelines (2009), pages 58-60 and 114-116.
===
# Appeal
%% rights 4
===
# Reviewer
This decision was made by a licensed reviewer.

Sabra Coyle, DC, LAc //
California chiropractor DC 00000, acupuncturist AC 0000
""", date(2014, 3, 27), "Sabra Coyle, DC", "reviewer")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE_TYPED, imr_application(
    _ADJUSTER, "Philomena Ostrander, MD; Ostrander Occupational Medicine; 1 Ferry Plaza, Dovegate, CA 90000; 555.555.0153", "723.1, 847.2",
    ["Acupuncture 12 visits neck/low back", "Chiropractic 8 visits neck/low back", "TENS unit purchase"], "03/27/2014", "4/14/2014", attorney="Mortimer Esk, Esq.",
), date(2014, 4, 14), "Bastian Teague", "patient")  # fmt: skip

SERVICE = Doc("service", "Proof of service of the applicant's attorney", "correspondence", Clinic(
    "LAW OFFICE OF MORTIMER ESK", (), font="Times", size=12, margin=90, letterhead="centre", signature="scribble", foot="none", dates="%B ~%d, %Y"), """
T: PROOF OF SERVICE BY MAIL

I am over eighteen and not a party. On April 17, 2014 I mailed the application of {name} for independent medical review, with the decision of March 27, 2014, to the review organization and to Delve Mutual.

April 17, 2014
~ Zinnia Holt |
""", date(2014, 4, 17), "Zinnia Holt", "other")  # fmt: skip

NOTICE = Doc("notice", "E-mail of assignment", "correspondence", Clinic("", (), dates="%m/%d/%Y"), """
From: intake@example.org //
To: d.quarles@example.com //
Sent: Friday, May 2, 2014 9:14 AM //
Subject: IMR assigned CM99-0000115

Case CM99-0000115. Worker {name}, injury {doi}. UR decision 03/27/2014. Application received 04/22/2014. Assigned 05/02/2014. Standard review.

Please upload records within 12 calendar days.
""", date(2014, 5, 2), None, "administrator")  # fmt: skip

_AGAIN = replace(MARCH, id="ptp-0314-again", duplicate_of="ptp-0314")

CASE = CaseFile(
    name="subpoenaed",
    about="The gains are in an acupuncturist's scan and a supplier's form; the doctor's note that the reviewer read was copied from the month before.",
    patient=PATIENT,
    others=(STRANGER,),
    header=CaseHeader(case_number="CM99-0000115", date_assigned=date(2014, 5, 2), date_of_injury=date(2011, 8, 19), ur_denial_date=date(2014, 3, 27),
                      request_date=date(2014, 3, 18), priority="Standard", application_received=date(2014, 4, 22)),
    files=(
        File("00_email.txt", (Part(NOTICE),)),
        File("01_transmittal.pdf", (Part(COVER), Part(UR), Part(REQUEST, Look(scan="fax", skew=1.1, fax="MAR-18-2014 15:52  OSTRANDER MD     5555550154     P.{p:02d}"))), bates="DELVE {n:05d}"),
        File("02_application.pdf", (Part(APPLICATION), Part(SERVICE, Look(scan="fax", skew=-0.7)))),
        File("03_SW-0142.pdf", (Part(SUBPOENA), Part(CARD, Look(scan="grey", skew=-0.9)), Part(STRAY, Look(scan="grey", skew=0.5)), Scrawl(14), Part(REEXAM), Part(LEDGER)), bates="SW0142-{n:04d}"),
        File("03_SW-0143.pdf", (Part(NO_RECORDS),), bates="SW0143-{n:04d}"),
        File("04_reports.pdf", (Part(MARCH), Part(THERAPY), Part(JANUARY), Part(FILMS, Look(scan="fax", skew=0.6)), Part(FEBRUARY)), bates="DELVE B{n:04d}"),
        File("05_tavares.tif", (Part(NEEDLES, Look(scan="fax", skew=-1.2)), Part(SIGNED, Look(scan="fax", skew=0.8)))),
        File("06_nurse.txt", (Part(NURSE),)),
        File("07_dme.pdf", (Part(PAYMENT), Part(UNIT, Look(scan="grey", skew=0.9)),
                             Part(_AGAIN, Look(scan="fax", skew=-0.5, fax="19 MAR 2014 10:02   OSTRANDER MD  -> HALCYON      {p}/{n}")))),
    ),
    items=(
        Item(1, "Acupuncture, neck and low back, 2 x 6 weeks, 12 visits",
             {"treatment": "acupuncture", "visits": 12, "per_week": 2, "weeks": 6, "sites": [{"part": "neck"}, {"part": "low-back"}], "ur_action": "denied"}),
        Item(2, "Chiropractic, neck and low back, 2 x 4 weeks, 8 visits",
             {"treatment": "chiropractic", "visits": 8, "per_week": 2, "weeks": 4, "sites": [{"part": "neck"}, {"part": "low-back"}], "ur_action": "denied"}),
        Item(3, "TENS unit, purchase", {"treatment": "tens", "ur_action": "denied"}),
    ),
    traps=("subpoena-covers", "certificate-of-no-records", "visit-count-differs", "copied-forward", "planned-then-done", "contradicting-notes", "other-patient-page", "duplicates",
           "missing-record", "handwriting", "denial-wrong-on-facts", "reviewer-on-another-page"),
    visits=(Visits("acupuncture", 6, ("six",)), Visits("physical-therapy", 18, ("eighteen-log", "eighteen")), Visits("chiropractic", None, ("unknown",))),
    missing=(Missing("MRI of the cervical spine", date(2013, 2, 4), "mri-list"), Missing("Chiropractic travel card of 2012", None, "unknown")),
    discrepancies=(Discrepancy(1, "visits", ("acu-rfa", "acu-ask")), Discrepancy(None, "functional improvement from chiropractic", ("loosened", "ur-chiro")),
                   Discrepancy(None, "TENS trial", ("meter", "ur-tens")), Discrepancy(None, "TENS trial", ("stale", "tens-ncm"))),
    absences=(
        Absence("No trial of a TENS unit is documented.", "tens-trial", "meter"),
        Absence("No functional improvement from acupuncture is documented.", "functional-improvement", "acu-gain"),
        Absence("No reduction of pain medication is documented.", "medication-limited", "acu-norco"),
        Absence("No recent flare-up is documented.", "flare-up", "return"),
        Absence("No obesity is documented.", "obesity"),
        Absence("No evaluation of sleep is documented.", "sleep-evaluated"),
    ),
    providers=("Philomena Ostrander", "Ostrander", "Ignace Okpara", "Wen Tavares", "Tavares", "Anders Nwosu", "Nwosu", "A. Nwosu", "Yolande Trask", "Gretel Baptiste", "G. Baptiste",
               "Sabra Coyle", "Dunstan Quarles", "Quarles", "Mortimer Esk", "Zinnia Holt", "Twyla Renner", "Pia Lowell", "Rollo Finnegan"),
)  # fmt: skip
