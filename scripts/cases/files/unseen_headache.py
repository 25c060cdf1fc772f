# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Headache after a blow to the head: toxin, tests and balance therapy, where a calendar and two screens answer what the reviewer asked."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.unseen_headache_papers import (
    APPLICATION,
    CT,
    CT_AGAIN,
    DIARY,
    EMERGENCY,
    NOTICE,
    PATIENT,
    REQUEST,
    RETURN,
    STRANGER,
    STRAY,
    UR,
)
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Missing, Part, Visits

_CLOUD = Clinic("", (), size=9.2, margin=46, letterhead="none", heading="plain", signature="none", foot="none", dates="%m/%d/%Y", grid=0,
                running="{name}   DOB: {dob}   PRN: {mrn}   SEX: {sex}", printed="Encounter - Office Visit   Date of service: {date}   Page {p} of {n}")  # fmt: skip
_BALANCE = Clinic("EVEN KEEL Balance & Concussion Rehab", ("a practice of physical therapists",), font="Helvetica", size=9.5, margin=56, letterhead="centre", heading="boxed", signature="electronic",
                  foot="dash", dates="~%m/~%d/%y", grid=0.6, colour="#1d5a66")  # fmt: skip
_QME = Clinic("Theodosia Ravensworth, MD", ("Neurology, Qualified Medical Evaluator", "Evaluation office: Hollin Ridge"), font="Times", size=11, letterhead="left", heading="caps", signature="typed",
              foot="none", dates="%B ~%d, %Y")  # fmt: skip
_MEMO = Clinic("HRSD Return to Work Office", ("memorandum",), font="Times", size=11.5, margin=78, letterhead="right", heading="runin", signature="typed", foot="none", dates="~%m/~%d/%Y")  # fmt: skip


def _visit(ident: str, title: str, day: date, body: str) -> Doc:
    return Doc(
        ident,
        title,
        "progress_note",
        _CLOUD,
        f"""
|= 1 1 1
| PATIENT {{name}} | FACILITY Castellanos-Wick Neurology | ENCOUNTER Office Visit |
| DOB {{dob}} | 8 Glazier Walk, Hollin Ridge | NOTE TYPE SOAP Note |
| SEX Female | T (555) 555-0164 | DATE @date({day}) |
{body}
Seen by Auberon Castellanos-Wick MD
""",
        day,
        "Auberon Castellanos-Wick, MD",
        "treating_physician",
    )


MARCH = _visit(
    "visit-0315",
    "Neurology office visit of March 15",
    date(2016, 3, 15),
    """
Chief complaint

(Appt time: 2:30 PM) headache, "brain fog", off balance

# Subjective
34 yo RH woman, thirteen months out. [[#daily done dystonia-migraine botulinum| Back to 20 headache days in Feb, 16 of them all afternoon or longer; pulsing, R > L, light and sound bother her, emesis.]] First round of onabot Oct 22 under her own health plan: [[#round done functional-improvement botulinum| went down to 11-12 days, cut sumatriptan by two thirds, shelved books 5 h/day in Dec and Jan.]] Plan will not pay for a second, says work comp.

[[#drugs done first-line-failed botulinum| Topamax 100 x 5 mo: lost words, no fewer days. Nortriptyline 50 x 4 mo: 18 lb up. Propranolol 80 x 3 mo: HR 48, dizzier.]]

Memory: [[#words done speech-disorder psych-testing| loses the thread in a meeting, calls things "the thing", left the stove on twice]]. Balance: room slides when she looks up to a high shelf. Neck stiff R.
# Objective
BP 108/66. Fundi sharp. EOM full, saccades slow and bring on nausea. [[#moca done speech-disorder psych-testing| MoCA 22/30 (lost 4 of 5 words at delay, serial 7s).]] Head thrust + right. Tandem sways. [[#knots done musculoskeletal-pain -| R splenius and upper trap ropy and sore.]] Strength, DTR normal.
# Assessment
1. Chronic migraine, post traumatic. 2. Postconcussional syndrome w/ [[done delayed-recovery psych-testing| slower than usual recovery]]. 3. Vestibular hypofunction R.
# Plan
Botox: [[#ask-botox requested - botulinum| second round, 155 units per PREEMPT]]. Tests: [[#ask-tests requested - psych-testing| full neuropsych battery, ask whether she can run the circulation desk alone]]. [[#ask-vest requested - vestibular-therapy| Vestibular PT 2x4]], she had to stop when the auth ran out. MRI: [[#mri-done history prior-same-study -| had one 6/2015 at Larkrise, "white spots" per pt, need report]]. Sumatriptan max 2/wk.
""",
)

JANUARY = _visit(
    "visit-0112",
    "Neurology office visit of January 12",
    date(2016, 1, 12),
    """
Chief complaint

f/u

# Subjective
Doing well, 11 headache days in December. Mood fair. [[#fwd history - vestibular-therapy| Has not begun vestibular rehab.]] Preventives: none at present.
# Objective
Bright, takes off her glasses. Saccades better. Tandem 6 steps.
# Assessment
Chronic migraine, improved. [[denied psych-symptoms -| PHQ-2 0.]]
# Plan
Hold course. Return 8 wks. If days climb, ask comp for round two.
""",
)

SCREEN = Doc("speech", "Speech-language pathology cognitive screen", "consultation", Clinic(
    "Larkrise Communication Clinic", ("Niamh Oyelowo-Strand, CCC-SLP",), font="Courier", size=9.5, margin=60, letterhead="left", heading="underline", signature="initials", foot="none", dates="%Y.%m.%d", grid=0.4), """
Client {name}     b. {dob}     seen 2015.11.16

# RBANS indices
|= 3 1 3
| immediate memory | 78 | below |
| language | 92 | average |
| attention | 75 | below |
| delayed memory | 74 | below |

# Remarks
[[#rbans done speech-disorder psych-testing| Two indices sit at the fifth percentile or under.]] A screen cannot tell attention from effort or from headache; [[#suggest planned - psych-testing| a psychologist's battery would]]. [[#rtwq done work-capacity-question psych-testing| The district wants to know whether she may be left alone with the till.]] Taught: lists, one task at a time. [[#slp done - speech-therapy| Five visits in all.]]
~ Niamh Oyelowo-Strand, CCC-SLP |
""", date(2015, 11, 16), "Niamh Oyelowo-Strand, CCC-SLP", "therapist")  # fmt: skip

BALANCE = (
    Doc("vest-eval", "Vestibular therapy evaluation", "therapy_log", _BALANCE, """
{lastfirst}     {dob}     12/3/15
# Findings
| DHI 62 | VOMS: saccades 6/10, VOR 8/10 | DVA loss 4 lines | SOT composite 48 |
[[#sways done objective-deficits vestibular-therapy| Falls to the right on foam, eyes shut, at 5 s.]]
# Plan
Gaze stability x1 and x2, habituation, 2/wk. Authorized 6.
~ Piers Lindqvist-Amadi, PT, NCS |
""", date(2015, 12, 3), "Piers Lindqvist-Amadi, PT, NCS", "therapist"),
    Doc("vest-last", "Vestibular therapy last visit before lapse", "therapy_log", _BALANCE, """
{lastfirst}     {dob}     1/21/16
# Today
[[#six-vest done prior-sessions vestibular-therapy| Sixth and last on this authorization.]]
# Then and now
|= 2 1 1
| | 12/3/15 | 1/21/16 |
| DHI | 62 | 40 |
| DVA lines | 4 | 2 |
| foam, eyes shut | 5 s | 19 s |
[[#rides done functional-improvement vestibular-therapy| Takes the escalator and rides the bus to work on her own again.]] [[#left done objective-deficits vestibular-therapy| Still loses it with looking up and turning at once, which is what shelving is.]]
# Home
[[#home done home-exercise -| VOR x1 four times a day, 2 min, does it by her phone alarm.]]
Eight more asked of Dr. C-W.
~ Piers Lindqvist-Amadi, PT, NCS |
""", date(2016, 1, 21), "Piers Lindqvist-Amadi, PT, NCS", "therapist"),
)  # fmt: skip

QME = Doc("qme", "Qualified neurological evaluation", "medical_legal", _QME, """
Report of October 1, 2015, on {name}, {claim}. Seen September 14, 2015, for ninety minutes face to face.

# Parties
Applicant in pro per. {employer}; Mistral TPA, Delia Thackeray. Date of injury {doi}.
# What she told me
A shelf fell on her. She woke in an ambulance. [[#qme-hist history dystonia-migraine botulinum| She has a headache on twenty-four days of thirty, for most of the day]], feels seasick in aisles, and reads a page three times. She lives with her husband, Callum.
# What I read
: 2/19/15 | Emergency record, J. Marchetti, M.D.
: 2/19/15 | CT head, R. Underhill-Sato, M.D.
: 3/4/15 | [[#clinic-3-4| Occupational clinic first report, W. Salterton, P.A.]]
: 6/11/15 | [[#larkrise| MRI of the brain, Larkrise Imaging, V. Domingo, M.D.]]
: 8/24/15 | [[#first-neuro| Initial neurology note, A. Castellanos-Wick, M.D.]]
===
# What I found
Cranial nerves sound. Gait wide on turning. [[#qme-cog history speech-disorder psych-testing| She gave back two of five words after ten minutes.]] Neck turns 60 and 75.
# What I think
Postconcussional syndrome with migraine and a right vestibular loss. [[#not-mmi denied near-mmi -| She is not yet stationary.]]
# What she needs
[[#qme-botox planned - botulinum| A trial of botulinum toxin, to be repeated if her days fall by a third]]; [[planned - vestibular-therapy| balance retraining]]; and [[#qme-tests planned - psych-testing| a neuropsychological study about a year from injury if thinking is still slow]]. [[#mood done psychosocial-factors psych-testing| She is frightened of losing her post and sleeps ill over it.]]
# Work
[[#qme-work done work-restrictions -| No ladders, no overhead shelving, four hours a day.]]

I declare under penalty of perjury that the information in this report is true to the best of my knowledge.

~ Theodosia Ravensworth, MD |
""", date(2015, 10, 1), "Theodosia Ravensworth, MD", "evaluator")  # fmt: skip

MEMO = Doc("rtw-memo", "Return to work office memorandum", "correspondence", _MEMO, """
2/26/2016

To: D. Thackeray, Mistral //
About: {name}

[[#memo-back done returned-to-work -| She has been with us at 20 hours since November 30, down to 12 this month.]] Twice the till was short on her shift and once the alarm was left off. Before we put her on the desk alone we need somebody who can measure it. The job has [[done job-demands -| reading small labels, ladder to 6 feet, cash, children's noise]].

~ Hortense Villiers | coordinator
""", date(2016, 2, 26), "Hortense Villiers", "administrator")  # fmt: skip

_DESK = Look(scan="fax", skew=0.8, fax="17-03-16;16:39  ;CW NEUROLOGY          ;5555550163        # {p}/ {n}")

CASE = CaseFile(
    name="unseen-headache",
    about="Toxin, neuropsychological tests and vestibular therapy after a concussion; counts, trials and screens stand in a calendar, a memorandum and therapists' sheets.",
    patient=PATIENT,
    others=(STRANGER,),
    header=CaseHeader(case_number="CM99-0000134", date_assigned=date(2016, 5, 3), date_of_injury=date(2015, 2, 19), ur_denial_date=date(2016, 3, 30),
                      request_date=date(2016, 3, 17), priority="Standard", application_received=date(2016, 4, 22)),
    files=(
        File("HRSD-15-00219 part A.pdf", (
            Part(NOTICE), Part(UR), Part(BALANCE[1]), Part(EMERGENCY), Part(CT), Part(STRAY), Part(MARCH), Part(REQUEST, _DESK), Part(MEMO), Part(BALANCE[0]),
            Part(JANUARY), Part(RETURN), Part(CT_AGAIN, Look(scan="fax", skew=1.2)), Part(SCREEN)), bates="A-{n:02d}"),
        File("HRSD-15-00219 part B QME.docx", (Part(QME),)),
        File("HRSD-15-00219 part C worker.tif", (Part(APPLICATION, Look(scan="fax", skew=-1.0)), Part(DIARY, Look(scan="fax", skew=1.7)))),
    ),
    items=(
        Item(1, "OnabotulinumtoxinA 155 U, 31 sites", {"treatment": "botulinum", "ur_action": "denied"}),
        Item(2, "Neuropsychological testing, 8 hours", {"treatment": "psych-testing", "ur_action": "denied"}),
        Item(3, "Vestibular rehabilitation, 2 x 4 weeks",
             {"treatment": "vestibular-therapy", "visits": 8, "per_week": 2, "weeks": 4, "ur_action": "modified",
              "remainder": {"original_count": 8, "authorized_count": 3, "remaining_count": 5}}),
    ),
    traps=("ur-modified-remainder", "advisor-report-attached", "patient-diary", "copied-forward", "other-patient-page", "duplicates", "post-ur-report", "missing-record",
           "denial-wrong-on-facts", "records-listed-in-report", "several-formats"),
    visits=(Visits("vestibular-therapy", 6, ("six-vest",)), Visits("speech-therapy", 5, ("slp",)), Visits("botulinum", 1, ("round",))),
    missing=(Missing("MRI of the brain from Larkrise Imaging", date(2015, 6, 11), "larkrise"), Missing("First report of the occupational clinic, W. Salterton", date(2015, 3, 4), "clinic-3-4"),
             Missing("Initial neurology note", date(2015, 8, 24), "first-neuro")),
    discrepancies=(Discrepancy(None, "visits done", ("six-vest", "ur-none")), Discrepancy(None, "visits done", ("six-vest", "fwd")),
                   Discrepancy(None, "loss of consciousness", ("out", "ur-loc"))),
    absences=(
        Absence("The number and length of headache days are not told.", "dystonia-migraine", "daily"),
        Absence("No fair trial of preventive drugs is documented.", "first-line-failed", "drugs"),
        Absence("No loss of consciousness is documented.", "head-injury-signs", "out"),
        Absence("No earlier vestibular therapy is documented.", "prior-sessions", "six-vest"),
        Absence("No measured trouble with memory or words is documented.", "speech-disorder", "rbans"),
        Absence("No seizure is documented.", "seizure-disorder"),
        Absence("No maximum medical improvement is documented.", "near-mmi"),
    ),
    held_out=True,
    providers=("Auberon Castellanos-Wick", "A. Castellanos-Wick", "Castellanos-Wick", "Phineas Abernethy-Cole", "Delia Thackeray", "D. Thackeray", "Josselin Marchetti", "J. Marchetti", "MARCHETTI",
               "R. Underhill-Sato", "Niamh Oyelowo-Strand", "Piers Lindqvist-Amadi", "Theodosia Ravensworth", "W. Salterton", "V. Domingo", "Hortense Villiers"),
)  # fmt: skip
