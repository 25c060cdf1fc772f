# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""An opioid, a sleeping tablet and cognitive therapy in two jumbled faxes, with two reviews of which each allows a part."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.pain_psych_papers import (
    APPLICATION,
    COVERS,
    NOTICE,
    PATIENT,
    PHARMACY,
    REQUEST_CBT,
    REQUEST_MEDS,
    SCREEN,
    STRANGER,
    STRAY,
    UR_CBT,
    UR_MEDS,
)
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Missing, Part, Scrawl, Visits

_CAPS = Clinic("BAY PAIN & FUNCTION", ("60 CAPSTAN RD",), font="Courier", size=9.5, margin=52, letterhead="centre", heading="runin", signature="stamp", foot="none", dates="%m/%d/%Y",
               grid=0)  # fmt: skip
_GROUP = Clinic("Saltonstall Psychology Group", ("Emeric Saltonstall, Ph.D., licensed psychologist", "Observatory Hill"), font="Times", size=11.5, margin=74, letterhead="centre", heading="underline",
                signature="scribble", foot="re-page", dates="%B ~%d, %Y", grid=0.4)  # fmt: skip
_SESSION = Clinic("SPG session record", (), size=10, margin=64, letterhead="typed", heading="runin", signature="initials", foot="none", dates="~%m/~%d/%y")  # fmt: skip

APRIL = Doc("pr2-0427", "Progress report (PR-2 narrative) of April 27", "progress_note", _CAPS, """
PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2) //
PT: {NAME}     DOB: {dob}     DOI: {doi}     CL#: {claim}     DOS: 04/27/2017

# Interval hx
51 YO MALE {job} S/P L4-5 LAMINECTOMY 2013 C/O LBP AND R LEG PAIN. [[#scores done opioid-benefit opioid| PAIN 8/10 WITHOUT MEDS, 4/10 ON THEM; WITH NORCO HE DOES 4 HRS AT THE PARTS COUNTER AND WALKS THE DOG 2 BLOCKS,
W/O IT HE STAYS IN THE RECLINER.]] [[#effects done side-effects-reviewed opioid| BOWELS OK W/ SENNA, NOT GROGGY.]] NO ER VISITS. //
SLEEP: [[#three-hours done insomnia sedative| UP 3-4 X A NIGHT, 4 H TOTAL]] IF HE SKIPS AMBIEN. [[#since history long-term-use sedative| HAS TAKEN IT MOST NIGHTS SINCE 2014.]] [[#trazodone history first-line-failed sedative| TRAZODONE 50-100 LEFT HIM FOGGY TILL NOON, MELATONIN NO HELP.]] //
MOOD: [[#mood-copied denied mood-disorder -| NO DEPRESSION OR ANXIETY.]] SEES DR SALTONSTALL.

# Monitoring
[[#explained done aberrancy-monitored opioid| LAST URINE HAD BUTALBITAL: OLD FIORICET OF WIFE'S FOR A HEADACHE, COUNSELED, PILL COUNT TODAY 6 LEFT OF 120 DAY 28 = OK.]] [[#cures done cures-checked opioid| PDMP PULLED THIS A.M., ONE PRESCRIBER, ONE PHARMACY.]]

# Objective
BP 132/84. ANTALGIC R. FLEX 45, EXT 10. SLR R 50 +. R EHL 4+/5. MIDLINE SCAR 6 CM.

# Dx
G89.4  M96.1  M54.16  G47.01

# Plan
1. [[#april-norco requested - opioid| REFILL NORCO 10/325 1 Q6H PRN #120]]. [[#taper planned taper-plan opioid| DOWN FROM 6/D IN NOV TO 4/D; NEXT STEP #105 IN JULY IF CBT GOES ON.]] //
2. [[#april-zolpidem requested - sedative| ZOLPIDEM 5 MG QHS #30]]. //
3. GABAPENTIN 800 TID #90. //
4. [[planned - cbt| CONT CBT PER PSYCH.]] //
5. [[#narcan planned - naloxone| WILL ADD NALOXONE SPRAY NEXT VISIT.]] //
6. [[#modified done work-restrictions -| MOD DUTY: COUNTER ONLY, 4 H]]. RTC 4 WKS.

~ Bronwen Takahashi, MD |
""", date(2017, 4, 27), "Bronwen Takahashi, MD", "treating_physician")  # fmt: skip

JANUARY = Doc("pr2-0105", "Progress report (PR-2 narrative) of January 5", "progress_note", _CAPS, """
PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2) //
PT: {NAME}     DOB: {dob}     DOI: {doi}     CL#: {claim}     DOS: 01/05/2017

# Interval hx
LBP 7/10. OFF WORK SINCE AUG. [[#jan-six done opioid-use -| NORCO 10 X 5-6 PER DAY.]] TEARFUL TODAY, "WHAT IS THE POINT". DENIES SI. NO DEPRESSION OR ANXIETY (PER TEMPLATE).

# Monitoring
[[#contract done opioid-agreement opioid| WENT OVER AND SIGNED NEW CONTROLLED SUBSTANCE CONTRACT, COPY TO PT.]] [[#soapp done risk-screening opioid| SOAPP-R 14.]]

# Plan
1. NORCO #150, WAS #180. //
2. REFER TO DR SALTONSTALL, [[planned - psych-evaluation| PSYCH EVAL]] + CBT, [[planned - sleep-study| SLEEP STUDY IF NO BETTER]]. //
3. [[#surgeon history not-surgical-candidate -| DR IVERMARK SEES NO ROLE FOR A FUSION (LETTER 12/14/2016)]].

~ Bronwen Takahashi, MD |
""", date(2017, 1, 5), "Bronwen Takahashi, MD", "treating_physician")  # fmt: skip

EVALUATION = Doc("psych-eval", "Initial psychological evaluation", "consultation", _GROUP, """
February 9, 2017

RE: {NAME} //
Claim: {claim}

INITIAL PSYCHOLOGICAL EVALUATION

# Reason for referral
Dr. Takahashi asks whether mood and beliefs stand in the way of recovery, and for treatment.
# History
Mr. {last}, a {job} for nineteen years, hurt his back on {doi} pulling a transmission and had an operation in 2013. Since the summer he has stayed home. His wife, Odile, says that he has stopped going down to the boat.
He naps by day, keeps the television on in bed, and drinks coffee until evening.
%% social 4
===
# Test results
|= 4 2 3
| Instrument | Score | Range |
| Beck Depression Inventory-II | [[#bdi done psych-symptoms cbt| 31, severe]] | 29-63 |
| Beck Anxiety Inventory | 17 | moderate |
| Pain Catastrophizing Scale | 38 | above 30 |
| Tampa Scale of Kinesiophobia | [[#tampa done cbt-screening cbt| 46, high fear of movement]] | above 37 |
| Insomnia Severity Index | [[#isi done sleep-evaluated sedative| 22, severe]] | 22-28 |

# Mental status
Neat, slow, eyes down. Speech soft. No psychotic sign. [[denied - -| He has no wish to die.]]
# Sleep
[[#habits done sleep-evaluated sedative| Two weeks of diary: in bed ten hours, asleep four and a half, naps of two hours, six cups of coffee; we set a rising time and took the television out.]]
===
# Opinion
[[#belief done psychosocial-factors cbt| He believes that to bend is to be damaged, and so he does not bend.]] Depression follows the pain and now feeds it. [[#wants done motivation -| He wants to be the one to bring the pills down]] and asked for a date.
# Recommendation
[[planned - cbt| A first course of six weekly sessions of cognitive behavioral therapy, then retest.]] I find [[denied opioid-dependence -| no sign of an opioid use disorder]].

~ Emeric Saltonstall, Ph.D. |
""", date(2017, 2, 9), "Emeric Saltonstall, PhD", "consultant")  # fmt: skip


def _session(number: int, day: date, body: str) -> Doc:
    return Doc(f"cbt-{number}", f"Therapy session {number}", "therapy_log", _SESSION, f"""
{{lastfirst}}     {{dob}}     @date({day})     50 min individual     session {number}

{body}

~ Emeric Saltonstall |
""", day, "Emeric Saltonstall, PhD", "treating_physician")  # fmt: skip


SESSIONS = tuple(_session(number, day, body) for number, day, body in (
    (1, date(2017, 2, 23), "Model of pain and mood. Homework: record of thoughts, walk to the corner."),
    (2, date(2017, 3, 2), "Homework done 3 of 7 days. Breathing drill. Coffee down to two cups before noon."),
    (3, date(2017, 3, 16), "Pacing. [[#boat done functional-improvement cbt| Was at the boat twice, half an hour each.]] Missed last week, flu."),
    (4, date(2017, 3, 23), "\"If I bend it will slip\": tested by tying shoes in session, x10. Surprised. Homework: shoes, dishwasher."),
    (5, date(2017, 4, 6), "[[#counter done returned-to-work cbt| First week back at the parts counter, two short shifts.]] Sleep 5.5 h by diary, rises at 6."),
    (6, date(2017, 4, 20), "[[#retest done functional-improvement cbt| Retest: Beck 19 (was 31), PCS 24 (38), Tampa 37 (46), ISI 15 (22).]] Working four hours. Relapse plan begun. [[#six done prior-sessions cbt| This was the last of the six that were authorized.]] "
                          "[[#more requested - cbt| Ten further weekly sessions]] to carry him through the tablets coming down."),
))  # fmt: skip

LATE = Doc("letter-0601", "Psychologist's letter after the review", "correspondence", _GROUP, """
June 1, 2017

To the reviewer:

Dr. Quintrell counted three sessions. There were six, and I faxed the scores with my request. [[#late-worse done flare-up cbt| Since the sessions stopped he has missed four shifts and slept badly]]; the tablets have not gone up.
[[#group history - -| His psychiatric evaluation with Dr. Ferelith Ogden in November is in the hands of the District]]; I have never seen it.

~ Emeric Saltonstall, Ph.D. |
""", date(2017, 6, 1), "Emeric Saltonstall, PhD", "treating_physician", after_ur=True)  # fmt: skip

_ONE = Look(scan="fax", skew=0.6, fax="06/06/2017 09:12  GTD CLAIMS   5555550151                      PAGE {f:02d}")
_TWO = Look(scan="fax", skew=-1.0, fax="06/07/2017 13:47  GTD CLAIMS   5555550151                      PAGE {f:02d}")
_ONE_TEXT, _TWO_TEXT = Look(fax=_ONE.fax), Look(fax=_TWO.fax)

CASE = CaseFile(
    name="pain-psych",
    about="Norco, zolpidem and cognitive therapy: two reviews a few days apart that each allow a part; sheets in two faxes, some backward.",
    patient=PATIENT,
    others=(STRANGER,),
    header=CaseHeader(case_number="CM99-0000133", date_assigned=date(2017, 6, 1), date_of_injury=date(2011, 9, 13), ur_denial_date=date(2017, 5, 11),
                      priority="Standard", application_received=date(2017, 5, 26)),
    files=(
        File("fax0606_01.pdf", (
            Part(COVERS[0], _ONE), Part(UR_MEDS, _ONE_TEXT, (3,)), Part(UR_MEDS, _ONE_TEXT, (2,)), Part(UR_MEDS, _ONE_TEXT, (1,)), Part(APRIL, _ONE), Part(SESSIONS[5], _ONE_TEXT),
            Part(SESSIONS[4], _ONE_TEXT), Part(EVALUATION, _ONE_TEXT, (1, 2)), Part(REQUEST_CBT, _ONE), Part(SCREEN, _ONE_TEXT), Part(STRAY, _ONE_TEXT), Part(NOTICE, _ONE_TEXT))),
        File("fax0607_02.pdf", (
            Part(COVERS[1], _TWO_TEXT), Part(EVALUATION, _TWO_TEXT, (3,)), Part(PHARMACY, _TWO_TEXT), Part(REQUEST_MEDS, _TWO), Part(JANUARY, _TWO), Scrawl(33),
            *(Part(note, _TWO_TEXT) for note in SESSIONS[:4]), Part(LATE, _TWO_TEXT), Part(UR_CBT, _TWO_TEXT), Part(APPLICATION, _TWO))),
    ),
    items=(
        Item(1, "Hydrocodone/APAP 10/325 #120",
             {"treatment": "opioid", "drug": "hydrocodone/acetaminophen", "strength": "10/325 mg", "quantity": 120, "refills": 0, "ur_action": "modified",
              "remainder": {"original_count": 120, "authorized_count": 90, "remaining_count": 30}}),
        Item(2, "Zolpidem 10 mg #30", {"treatment": "sedative", "drug": "zolpidem", "strength": "10 mg", "quantity": 30, "refills": 0, "ur_action": "denied"}),
        Item(3, "Cognitive behavioral therapy, 10 sessions",
             {"treatment": "cbt", "visits": 10, "ur_action": "modified", "remainder": {"original_count": 10, "authorized_count": 4, "remaining_count": 6}}),
    ),
    traps=("ur-modified-remainder", "two-ur-decisions", "approved-lines-not-in-dispute", "pages-out-of-order", "record-across-files", "strength-differs", "monitoring-documented",
           "other-patient-page", "handwriting", "copied-forward", "post-ur-report", "missing-record", "count-stated-wrong-by-ur", "denial-wrong-on-facts", "visits-counted-over-notes"),
    visits=(Visits("cbt", 6, ("six", "cbt-1", "cbt-2", "cbt-3", "cbt-4", "cbt-5")),),
    missing=(Missing("Psychiatric evaluation by Dr. Ferelith Ogden", None, "group"), Missing("Letter of Dr. Ivermark, surgeon", date(2016, 12, 14), "surgeon")),
    discrepancies=(Discrepancy(2, "strength", ("rfa-zolpidem", "april-zolpidem")), Discrepancy(None, "visits done", ("six", "ur-three")),
                   Discrepancy(None, "drug screening", ("found-norco", "ur-screen")), Discrepancy(None, "mood", ("bdi", "mood-copied"))),
    absences=(
        Absence("No recent drug screen is documented.", "drug-screen-done", "found-norco"),
        Absence("No signed opioid agreement is documented.", "opioid-agreement", "contract"),
        Absence("No functional benefit of the opioid is stated.", "opioid-benefit", "scores"),
        Absence("Sleep hygiene and the cause of poor sleep are not discussed.", "sleep-evaluated", "habits"),
        Absence("No gain from cognitive therapy is documented.", "functional-improvement", "retest"),
        Absence("No sleep apnoea is documented.", "sleep-disorder"),
        Absence("No daily dose above the ceiling is documented.", "high-dose-opioid"),
    ),
    providers=("Bronwen Takahashi", "TAKAHASHI B", "Takahashi", "Emeric Saltonstall", "Saltonstall", "Absalom Whitcliffe", "Rosalba Quintrell", "Quintrell", "Hesper Dunmore", "H Dunmore",
               "P. Nakagawa-Frye", "Ivermark", "Ferelith Ogden"),
)  # fmt: skip
