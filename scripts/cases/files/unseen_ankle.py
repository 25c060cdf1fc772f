# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""A ligament repair of the ankle, therapy after it and a scooter: exhibits of a law office with the proof on other pages than the reviewer's."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.unseen_ankle_papers import APPLICATION, INCIDENT, INDEX, MESSAGE, PATIENT, REQUEST, UR
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Missing, Part, Visits

_LETTER = Clinic("Ingmar Tolland, DPM", ("Kestrel Foot & Ankle Specialists", "fellow, college of foot and ankle surgeons"), font="Times", size=12, margin=86, letterhead="centre", heading="plain",
                 signature="scribble", foot="dash", dates="%d %B %Y")  # fmt: skip
_WORKCARE = Clinic("", (), size=8.8, margin=38, letterhead="none", heading="band", signature="none", foot="none", dates="%m/%d/%Y", grid=0.2,
                   running="Caldbeck Urgent & Work Care   |   AFTER VISIT CHART COPY\n{lastfirst}   {sex}   {dob}   Acct {mrn}   Visit {date}",
                   printed="Sheet {p}/{n}   printed by kiosk 04   04/28/2023 15:31")  # fmt: skip
_PICTURES = Clinic("north caldbeck radiology partners", ("report of examination",), font="Helvetica", size=10, margin=60, letterhead="right", heading="numbered", signature="typed", foot="none",
                   dates="%d-%m-%Y")  # fmt: skip
_STRIDE = Clinic("Stride Right Lab", ("Sports & industrial PT",), font="Times", size=10.5, margin=50, letterhead="left", heading="plain", signature="initials", foot="page-of", dates="~%m/~%d", grid=0.8,
                 colour="#7a1f3d")  # fmt: skip

CONSULT = Doc("consult-0321", "Foot and ankle surgery consultation letter", "consultation", _LETTER, """
21 March 2023

Dear Dr. Szymborski,

Thank you for {name}, date of birth {dob}, claim {claim}. He is a thirty-five year old {job} who rolled off a ramp on {doi} with a load on his shoulder.

He spent three weeks in a boot and then a winter with the therapist and a lace-up. [[#gives done mechanical-symptoms ankle-foot-surgery| Even so the ankle turns under him once or twice a week, on grass and on stage ramps most of all.]] [[#cannot done activity-limitation -| He has given up the fly rail and the ladder, and he cannot run after his daughter.]] [[#shot history - joint-injection| Your cortisone into the sinus tarsi in February lasted nine days.]]

[[#chew done smoking-addressed ankle-foot-surgery| He chewed tobacco, half a tin a day; he put it down on 1 March and I shall test him before any date is fixed.]] He is not diabetic. [[denied comorbidity -| Apart from hay fever he is well.]]
===
On examination the lateral gutter is tender. [[#drawer done instability-signs ankle-foot-surgery| The anterior drawer is 3+ against 1+ on the other side, with a sulcus and no end point, and the talus tilts freely.]] [[#peroneal done objective-deficits physical-therapy| Single leg stance is four seconds on the right and thirty on the left.]] Peroneals hold. Sensation is whole. [[#exam-match done imaging-exam-agreement ankle-foot-surgery| The scan of December shows just the ligament that my thumb tells me is gone.]]

[[#stress-plan planned - xray| Stress views this week.]]

I believe that we have come to the end of what boots and bands can do. [[#ask requested - ankle-foot-surgery| I propose an arthroscopy of the right ankle with a Brostrom-Gould repair]], [[#ask-pt requested - physical-therapy| therapy twice weekly for six weeks afterward]] and a scooter for the time off the foot, since [[#crutch done limited-mobility scooter| he lives up a flight of stairs but works and shops on the flat, and crutches hurt the shoulder that he had repaired in 2019]].

With regards,

~ Ingmar Tolland, D.P.M. |
""", date(2023, 3, 21), "Ingmar Tolland, DPM", "treating_physician")  # fmt: skip

FIRST = Doc("visit-1106", "Work clinic visit of November 6", "progress_note", _WORKCARE, """
# Why you came
Rt ankle, rolled off ramp last night at work. Pain 8.
# What we found
Egg sized swelling outside of ankle, black and blue to toes. [[denied leg-neuro-symptoms -| Toes move and feel normal.]] Too sore for drawer test. Cannot take 4 steps.
# Pictures
3 views today, see Radiology.
# What is wrong
Grade 3 sprain, R ankle.
# What to do
[[#boot done - brace| Tall boot dispensed]], crutches 10 d. Ibuprofen 800. [[planned - physical-therapy| PT when down to one crutch.]]
[[#off done work-restrictions -| Off work to 11/20, then seated only.]]

Seen by Ludmila Szymborski, MD
""", date(2022, 11, 6), "Ludmila Szymborski, MD", "treating_physician")  # fmt: skip

FEBRUARY = Doc("visit-0213", "Work clinic visit of February 13", "progress_note", _WORKCARE, """
# Why you came
Recheck, 14 wks. [[#eleven done conservative-three-months ankle-foot-surgery| Boot 3 wk, lace-up since Thanksgiving, Stride Right 2 x a week since Dec 6]], naproxen. [[#stale history - physical-therapy| Waiting for PT approval.]]
# What we found
Puffy lateral. ROM: DF 8, PF 40, INV 35 w/ apprehension, EV 15. [[denied infection-tumor-suspected -| Not hot, not red.]]
# Done today
[[#depo done - joint-injection| Kenalog 20 mg + lidocaine 1 cc to sinus tarsi, R.]] No reaction.
# What to do
[[#hep done home-exercise -| Keep on with wobble board and band, 15 min daily, you showed me all six.]] [[#refer planned - surgical-consult| Kestrel to see you re ligaments.]]
Lace-up for shifts, [[done returned-to-work -| seated props table, 6 hr]].

Seen by Ludmila Szymborski, MD
""", date(2023, 2, 13), "Ludmila Szymborski, MD", "treating_physician")  # fmt: skip


def _picture(ident: str, title: str, day: date, body: str) -> Doc:
    return Doc(ident, title, "imaging", _PICTURES, f"""
{{name}}     {{dob}}     @date({day})
{body}
~ Cosima Verhoeven, MD |
""", day, "Cosima Verhoeven, MD", "radiologist")  # fmt: skip


PICTURES = (
    _picture("films-1106", "Right ankle radiographs", date(2022, 11, 6), """
# Study
Three views, right ankle.
# Report
Soft tissue swelling over the lateral malleolus. [[#films done plain-films -| Mortise even]], [[denied displaced-fracture -| bones unbroken]]. Old well rounded ossicle at the fibular tip.
"""),
    _picture("mri-1219", "MRI of the right ankle", date(2022, 12, 19), """
# Study
MR of right ankle, no dye, 3T.
# Report
[[#atfl done surgical-lesion ankle-foot-surgery| The anterior talofibular ligament is discontinuous at its fibular end and wavy; the calcaneofibular is thick and partly torn.]] Deltoid and syndesmosis whole. 4 mm area of bruised cartilage at the lateral talar shoulder, not loose. Peroneal tendons in their groove.
# Opinion
High grade lateral ligament tear. Small talar lesion.
"""),
    _picture("stress-0324", "Stress radiographs of both ankles", date(2023, 3, 24), """
# Study
Anterior drawer and inversion stress, 15 daN, both sides.
# Report
|= 3 1 1
| | R | L |
| talar tilt, deg | 17 | 5 |
| anterior shift, mm | 11 | 4 |
# Opinion
[[#tilt done instability-signs ankle-foot-surgery| Twelve degrees and seven millimeters more than the sound side: mechanically unstable.]]
"""),
)  # fmt: skip

DAYS = Doc("pt-log", "Therapy visit log with reassessments", "therapy_log", _STRIDE, """
{lastfirst}     R ankle, grade 3 lat     MD Szymborski     auth 8 then 8 more

|= 1 1 2 4
| # | date | wobble sec R | what we did |
| 1 | 12/6 | 0 | eval, gait in boot > lace-up |
| 4 | 12/15 | 2 | band 4-way, towel |
| 8 | 1/3 | 6 | step down 4", bike |
| 9 | 1/17 | 5 | auth gap 2 wk; restart |
| 12 | 1/26 | 9 | agility ladder at walk, gave way x1 |
| 15 | 2/9 | 8 | ramp w/ 20 lb, gave way x2, stop |
===
Reassess 2/9 //
FAAM sport 31% (12/6: 22%). ADL 68% (51%). [[#half done functional-improvement physical-therapy| Walks a mile in the brace, was 100 yd, and is off the crutches.]] [[#stuck done exercise-failed ankle-foot-surgery| Six weeks of balance and peroneal work have not stopped the buckling; no more to gain from us until it is tight.]]

Last visit 2/14/23, program handed over. [[#sixteen done prior-sessions physical-therapy| Total kept 16/16.]] //
Goals after repair if it is done: [[#goals planned treatment-goals physical-therapy| ramp with 60 lb, ladder 20 ft, jog 10 min.]]
~ Rufina Delacorte-Hahn, PT |
""", date(2023, 2, 14), "Rufina Delacorte-Hahn, PT", "therapist")  # fmt: skip

_OUT = Look(scan="fax", skew=-1.1, fax="29-MAR-2023  16:55  KESTREL F&A                                   {p} OF {n}")

CASE = CaseFile(
    name="unseen-ankle",
    about="Ligament repair of an ankle, therapy after it and a scooter; the looseness, the months of care and the tobacco stand where the reviewer did not look.",
    patient=PATIENT,
    header=CaseHeader(case_number="", date_of_injury=date(2022, 11, 5), ur_denial_date=date(2023, 4, 10), request_date=date(2023, 3, 29)),
    files=(
        File("A-F exhibits 2291.0714.pdf", (
            Part(INDEX), Part(REQUEST, _OUT), Part(CONSULT), Part(FIRST), Part(FEBRUARY), *(Part(picture) for picture in PICTURES),
            Part(DAYS, Look(scan="grey", skew=-0.5, pages=(1,), dpi=110)), Part(UR)), bates="FOL 2291 p{n:03d}"),
        File("receipt.html", (Part(APPLICATION),)),
        File("message thread.txt", (Part(MESSAGE),)),
        File("incident card.png", (Part(INCIDENT, Look(scan="fax", skew=1.4)),)),
    ),
    items=(
        Item(1, "Right ankle arthroscopy with lateral ligament repair", {"treatment": "ankle-foot-surgery", "sites": [{"part": "ankle", "side": "right"}], "ur_action": "denied"}),
        Item(2, "Postoperative physical therapy, right ankle, 3 x wk for 6 wks",
             {"treatment": "physical-therapy", "visits": 18, "per_week": 3, "weeks": 6, "sites": [{"part": "ankle", "side": "right"}], "phase": "postoperative", "ur_action": "denied"}),
        Item(3, "Knee scooter, 8 week rental", {"treatment": "scooter", "weeks": 8, "ur_action": "denied"}),
    ),
    traps=("exhibit-index", "visit-count-differs", "plain-language-denial", "copied-forward", "denial-wrong-on-facts", "planned-then-done", "post-ur-report", "missing-record", "several-formats",
           "letter-without-headings", "visits-counted-over-notes"),
    visits=(Visits("physical-therapy", 16, ("sixteen",)), Visits("joint-injection", 1, ("depo",))),
    missing=(Missing("Second opinion of L. Ferncastle MD", date(2023, 4, 3), "exf"),),
    discrepancies=(Discrepancy(2, "visits", ("rfa-pt", "ask-pt")), Discrepancy(None, "visits done", ("sixteen", "ur-care")), Discrepancy(None, "visits done", ("sixteen", "stale")),
                   Discrepancy(None, "instability", ("tilt", "ur-loose"))),
    absences=(
        Absence("No looseness on a stress test or film is shown.", "instability-signs", "tilt"),
        Absence("Tobacco is not addressed.", "smoking-addressed", "chew"),
        Absence("Months of conservative care are not documented.", "conservative-three-months", "eleven"),
        Absence("No home exercise programme is documented.", "home-exercise", "hep"),
        Absence("No suspicion of infection or tumour is documented.", "infection-tumor-suspected"),
        Absence("No displaced fracture is documented.", "displaced-fracture"),
    ),
    held_out=True,
    providers=("Ingmar Tolland", "Tolland", "Ludmila Szymborski", "Szymborski", "Cosima Verhoeven", "Rufina Delacorte-Hahn", "Barnabas Oyelaran", "Yolanda Brightwell", "Y BRIGHTWELL",
               "Annelise Osterhaut", "Wim Corrigan", "B. Nakatomi", "L. Ferncastle"),
)  # fmt: skip
