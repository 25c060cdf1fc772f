# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""A hip: an arthrogram, an injection that the reviewer put elsewhere, and a chair for the shower whose reason lay in the mail room."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.unseen_hip_papers import (
    APPLICATION,
    FALL,
    FILMS,
    MRI_AGAIN,
    NOTES,
    PATIENT,
    REQUEST,
    STRANGER,
    SUPPLIER,
    UR,
)
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Missing, Part, Visits

_NOTE = Clinic("Millrun Orthopaedic Partners / clinic note", (), font="Times", size=10.5, margin=62, letterhead="typed", heading="runin", signature="electronic", foot="none", dates="%b ~%d '%y",
               running="MRN {mrn}     {lastfirst}     DOB {dob}", printed="{p} - {n}", grid=0.3)  # fmt: skip
_AGREED = Clinic("GRISELDA FAIRWEATHER-POE, M.D.", ("ORTHOPAEDIC SURGERY", "AGREED MEDICAL EXAMINER"), font="Courier", size=10, margin=66, letterhead="centre", heading="underline", signature="dictated",
                 foot="dash", dates="%B ~%d, %Y")  # fmt: skip
_HOME = Clinic("Thistledown Home Therapy", ("Occupational therapy in the home",), size=10, margin=58, letterhead="left", heading="caps", signature="initials", foot="page-of", dates="~%m/~%d/%Y", check="box",
               grid=0.5, colour="#5b2c6f")  # fmt: skip
_CARDS = Clinic("MILLPOND PT - appointment card copies", (), font="Courier", size=10, margin=50, letterhead="typed", heading="plain", signature="initials", foot="none", dates="~%m/~%d/%y", grid=1)  # fmt: skip
_BURSA = Clinic("Tarn Valley Family & Industrial", (), font="Helvetica", size=10, margin=70, letterhead="right", heading="plain", signature="stamp", foot="none", dates="%m/%d/%y")  # fmt: skip

SEPTEMBER = Doc("note-0912", "Orthopaedic clinic note of September 12", "progress_note", _NOTE, """
Visit of Sep 12 '19. {name}. Injury of {doi}, claim {claim}.

# HPI
51F, {job}, slid in a wet room turning a bariatric pt. [[#groin done mechanical-symptoms mr-arthrogram| Deep groin pain L, C-sign, it clunks and hangs up getting out of the car]], worse past 3 mo. Sleeps on the R. [[#nine-note history prior-sessions physical-therapy| Finished PT in Feb.]] [[#meds done failed-conservative-care joint-injection| Meloxicam, lidocaine patches, cane, PT and desk duty: no lasting change.]] [[#bursa-none denied prior-injection-relief joint-injection| Bursa shot by Dr. Tancredi last fall, two good days and then back.]] [[#block-note history diagnostic-block-response joint-injection| In June Dr. Oyinlola numbed the joint with bupivacaine and she walked out without a limp for four hours]]; I have not had the report.
# PMH
[[#sugar done comorbidity -| DM2 on metformin, A1c 6.9 in July.]] [[denied bleeding-risk -| No thinners.]]
# Exam
Antalgic. [[#fadir done osteonecrosis-suspected mr-arthrogram| FADIR and FABER both reproduce the groin pain on the L, IR 5 deg (R 30).]] Trochanter: little tender. Log roll +. Flexion 95, abd 25. Abductors 4/5. [[denied radicular-symptoms -| SLR neg, foot neuro nl.]]
# X-ray
Today, see Weir St.
# Assessment
[[#right-slip|R hip labral tear]] likely on cam FAI, early OA.
# Plan
[[#ask-mra requested - mr-arthrogram| Arthrogram MRI L hip]]; [[#scope planned surgery-considered mr-arthrogram| if torn I would scope her before the joint goes]]. [[#ask-inj requested - joint-injection| Same sitting or next: cortisone in the L hip joint proper under x-ray]], both to treat and to tell. [[#ask-chair requested - shower-chair| Shower chair]] per OT. Cane. [[#sit done work-restrictions -| Sit-down work, no pt handling.]] 6 wks.

~ Hamish Arbuthnot, MD |
""", date(2019, 9, 12), "Hamish Arbuthnot, MD", "treating_physician")  # fmt: skip

BURSA = Doc("bursa-2018", "Trochanteric injection note", "operative_report", _BURSA, """
{lastfirst}   {dob}   10/19/18

L lateral hip pain, tender over troch. Consent. [[#troch done - joint-injection| Depo-Medrol 40 + Marcaine 3 cc, L trochanteric bursa, landmark.]] Some relief on the table.

Groin part not touched by this. If not better think joint. [[planned - specialist-referral| Refer ortho.]]

~ Vittorio Tancredi, MD |
""", date(2018, 10, 19), "Vittorio Tancredi, MD", "treating_physician")  # fmt: skip

CARDS = Doc("pt-cards", "Physical therapy appointment cards", "therapy_log", _CARDS, """
{name}     L hip     Dr Tancredi     12 ok'd

|= 1 1 1 1 1 1
| 12/3/18 kept | 12/6 kept | 12/10 kept | 12/13 no show | 12/17 kept | 12/20 kept |
| 1/7/19 kept | 1/10 kept | 1/14 cx pt ill | 1/17 kept | 1/24 kept | 2/4 cx D/C |

[[#nine done prior-sessions physical-therapy| kept 9, D/C 2/4/19.]] [[#worse done exercise-failed -| Bridges and hip IR drills bring on the catch; HHS 61 in, 60 out.]] [[#sheet done home-exercise -| Has band + clamshell sheet, does it nightly.]]
~ Saoirse Blackwater, PT |
""", date(2019, 2, 4), "Saoirse Blackwater, PT", "therapist")  # fmt: skip

HOME = Doc("home-eval", "Home evaluation by the occupational therapist", "therapy_log", _HOME, """
Client: {name}     Born: {dob}     Visit: 8/22/2019     At: {address}

# The home
Second floor, lift out of order since July. Tub with a 19 inch wall, glass door, no bar, tile floor.
# What was seen
|= 4 2 3
| Task | Level | Remark |
| Bed | alone | rolls to R first |
| Toilet | alone | pulls on the basin |
| Tub, no chair | [[#tub done unsafe-at-home shower-chair| slid twice in three tries, I had to catch her]] | stopped |
| Tub, loaned chair | alone | 11 min, no pain above 4 |
| Stairs | rail, one at a time | |

# Account
[[#falls done unsafe-at-home shower-chair| Down in the bathroom in May and again on July 30.]] Stands on one leg 2 s. Husband works nights.
# Advice
[[#advice done medical-need-equipment shower-chair| A seat is needed for her to wash without another person in the room]]; bar on the tub wall; [[denied - home-health| no aide needed]] if she has these.
[x] copy to Dr. Arbuthnot     [x] copy to claims
~ Mirembe Castlereagh, OTR/L |
""", date(2019, 8, 22), "Mirembe Castlereagh, OTR/L", "therapist")  # fmt: skip

AME = Doc("ame", "Agreed medical examiner's supplemental report", "medical_legal", _AGREED, """
July 8, 2019

Leocadia Fenn, Esq. / Priya Lindholm, Tarn County Risk

RE: {NAME}     {claim}     D/I {doi}

T: SUPPLEMENTAL REPORT OF THE AGREED MEDICAL EXAMINER
You have sent me records after my report of March 26, 2019, [[#ame-march|which is not repeated here]].

# Records now received
(1) V. Tancredi, M.D., 10/19/18, one page. (2) Appointment cards of Millpond P.T. (3) [[#outline|S. Oyinlola, M.D., procedure outline, 6/27/19]], of which I have the billing sheet only.
# Discussion
THE RECORDS SHOW TWELVE VISITS OF THERAPY. [[#ame-twelve history - physical-therapy| I take it that twelve were used.]] The cortisone in the bursa did not reach the source. [[#ame-joint done osteonecrosis-suspected mr-arthrogram| My examination in March pointed to the joint itself: the impingement test hurt in the groin and the hip turned in by only ten degrees.]]
%% legal 3
===
# Future medical treatment
[[#ame-mra planned - mr-arthrogram| An arthrogram with MRI is reasonable now that the plain one was of two minds.]] [[#ame-oa planned - joint-injection| One or two injections inside the joint]] may stave off surgery. [[#ame-no-thr denied - hip-replacement| I would not replace this hip at her age.]]
# Status
[[#ame-ps denied near-mmi -| She has not reached a permanent state.]]
# Apportionment
Deferred.
%% legal 2
~ Griselda Fairweather-Poe, M.D. |
""", date(2019, 7, 8), "Griselda Fairweather-Poe, MD", "evaluator")  # fmt: skip

INTAKE = Doc("intake", "Intake questionnaire, in Spanish", "other", Clinic(
    "Cuestionario del paciente - Millrun", (), size=10, margin=56, letterhead="left", heading="plain", signature="scribble", foot="none", check="box", dates="%d/%m/%Y", grid=0.7), """
| Nombre | {name} | Fecha | 20/03/2019 |
| Nacimiento | {dob} | Seguro | Tarn County Risk |

¿Dónde le duele?  [ ] espalda  [x] cadera  [ ] rodilla      Lado:  [ ] derecho  [x] izquierdo

¿Qué tan fuerte, de 0 a 10?  7

¿Qué ha probado?  [x] terapia  [x] pastillas  [x] inyección  [ ] cirugía

¿Diabetes?  [x] sí  [ ] no      ¿Fuma?  [ ] sí  [x] no
~ {name} |
""", date(2019, 3, 20), "Ximena Villaverde", "patient")  # fmt: skip

_OUT = Look(scan="fax", skew=-0.9, fax="SEP 17 '19 15:22  FR MILLRUN ORTHO        TO 5555550176        PG {p}/{n}")

CASE = CaseFile(
    name="unseen-hip",
    about="An arthrogram, an injection into a joint and a shower chair; the reviewer moved the injection, and a home visit that answers him was not sent to him.",
    patient=PATIENT,
    others=(STRANGER,),
    header=CaseHeader(case_number="", date_of_injury=date(2018, 5, 22), ur_denial_date=date(2019, 9, 26), request_date=date(2019, 9, 17)),
    files=(
        File("0001_TCR_determination.pdf", (Part(UR), Part(NOTES))),
        File("0002_TCR_requests.pdf", (Part(REQUEST, _OUT), Part(SEPTEMBER))),
        File("0003_TCR_radiology.pdf", (*(Part(film) for film in FILMS), Part(MRI_AGAIN, Look(scan="fax", skew=1.0)))),
        File("0004_TCR_treatment.pdf", (Part(CARDS, Look(scan="fax", skew=-1.7)), Part(BURSA), Part(INTAKE, Look(scan="fax", skew=0.5)), Part(FALL))),
        File("0005_TCR_AME.pdf", (Part(AME),), bates="TCR/{n:04d}"),
        File("0006_home_visit.docx", (Part(HOME),)),
        File("0007_ticket.png", (Part(SUPPLIER, Look(scan="fax", skew=2.0)),)),
        File("0008_solicitud.pdf", (Part(APPLICATION, Look(scan="fax", skew=-0.6)),)),
    ),
    items=(
        Item(1, "MR arthrogram, left hip", {"treatment": "mr-arthrogram", "sites": [{"part": "hip", "side": "left"}], "ur_action": "denied"}),
        Item(2, "Steroid injection into the left hip joint, fluoroscopic", {"treatment": "joint-injection", "sites": [{"part": "hip", "side": "left"}], "ur_action": "denied"}),
        Item(3, "Shower chair with back, purchase", {"treatment": "shower-chair", "ur_action": "denied"}),
    ),
    traps=("approved-lines-not-in-dispute", "site-differs", "side-differs", "visit-count-differs", "visits-unknown", "application-in-another-language", "rationale-inside-table", "other-patient-page",
           "duplicates", "post-ur-report", "missing-record", "denial-wrong-on-facts", "several-formats", "records-listed-in-report"),
    visits=(Visits("physical-therapy", 9, ("nine",)), Visits("chiropractic", None, ("chiro-count",)), Visits("joint-injection", 1, ("troch",))),
    missing=(Missing("Report of the hip block by Dr. Oyinlola", date(2019, 6, 27), "outline"), Missing("First report of the agreed medical examiner", date(2019, 3, 26), "ame-march")),
    discrepancies=(Discrepancy(2, "site", ("rfa-inj", "ur-inj")), Discrepancy(None, "visits done", ("nine", "ame-twelve")), Discrepancy(None, "side", ("groin", "right-slip"))),
    absences=(
        Absence("No sign of a labral lesion or impingement is reported.", "osteonecrosis-suspected", "fadir"),
        Absence("Radiographs are not documented.", "plain-films", "first-films"),
        Absence("The result of the earlier injection is not recorded.", "prior-injection-relief", "bursa-none"),
        Absence("No failure of conservative care is documented.", "failed-conservative-care", "meds"),
        Absence("No assessment of safety at home is documented.", "unsafe-at-home", "tub"),
        Absence("No anticoagulant or history of bleeding is documented.", "bleeding-risk"),
        Absence("No return to regular duty is documented.", "full-duty"),
    ),
    held_out=True,
    providers=("Hamish Arbuthnot", "Arbuthnot", "Vittorio Tancredi", "V. Tancredi", "Tancredi", "S. Oyinlola", "Oyinlola", "Sigurd Valdimar-Cho", "Saoirse Blackwater", "Mirembe Castlereagh",
               "Griselda Fairweather-Poe", "Ottoline Bancroft-Reyes", "Priscilla Nordgren", "Priya Lindholm", "Leocadia Fenn", "D. Mbatha", "J. Pomfret-Adeola"),
)  # fmt: skip
