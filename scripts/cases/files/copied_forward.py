# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""A shoulder: the same text from month to month, though the operation has taken place in between."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.forms import STATE, imr_application, rfa
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Part, Patient, Visits

PATIENT = Patient(
    first="Marguerite", last="Pell", dob=date(1969, 2, 25), doi=date(2017, 1, 9), ssn="900-85-4107",
    claim="KX17-00981", mrn="PELM0225", phone="555-555-0181", address="1010 Orchard Spur",
    city="Tamlin, CA 90000", email="mpell@example.org", employer="Tamlin School District", sex="F", job="custodian",
)  # fmt: skip

_EMR = Clinic("TAMLIN BONE & JOINT", ("Encounter note - printed from electronic record",), size=8.5, margin=40, letterhead="left",
              heading="caps", signature="electronic", foot="confidential", dates="%m/%d/%Y", grid=0.2)  # fmt: skip
_HOSPITAL = Clinic("Saint Brannoc Surgery Center", ("Report of operation",), font="Courier", size=9.5, margin=56, letterhead="centre",
                   heading="underline", signature="dictated", foot="page-of", dates="%b %d, %Y", grid=0)  # fmt: skip
_PT = Clinic("Spur Street Rehabilitation", ("ATTENDANCE AND TREATMENT RECORD",), font="Times", size=9, margin=44, letterhead="band",
             heading="plain", signature="initials", foot="none", dates="~%m/~%d", colour="#265b2f", grid=0.8)  # fmt: skip
_UR = Clinic("Kestrel Exchange Insurance", ("Medical Review Unit",), size=10, margin=62, letterhead="right", heading="boxed",
             signature="typed", foot="page-of", dates="%d %b %Y")  # fmt: skip

_DOCTOR = "Osgood Fairlie, MD; Tamlin Bone & Joint; 8 Depot Hill, Tamlin, CA 90000; 555-555-0182; 555-555-0183; Orthopedic Surgery; 1000000071"
_ADJUSTER = "Rhona Siskin; Kestrel Exchange Insurance; 55 Quay Street, Sand Harbor, CA 90000; 555-555-0186"

_COPIED = """
HISTORY OF PRESENT ILLNESS: {lastfirst} is a custodian who felt a pop in the left shoulder while lifting a trash barrel on
{doi}. She has pain with reaching overhead and cannot sleep on that side. MRI of 02/20/2017 shows a full thickness tear of
the left supraspinatus. [[#conservative{n} history conservative-care-tried -| She has had 6 visits of physical therapy, one subacromial injection and naproxen.]]
"""
_EXAM = """
PHYSICAL EXAM: Left shoulder flexion 110, abduction 95, external rotation 40. Positive Neer and Hawkins. Supraspinatus 4/5.
Skin intact. Neurovascular intact.
"""


def _note(ident: str, day: date, status: str, plan: str, exam: str = _EXAM) -> Doc:
    shown = day.strftime("%m/%d/%Y")
    return Doc(ident, f"Encounter note of {shown}", "progress_note", _EMR, (
        "| Patient {LASTFIRST} | DOB {dob} | MRN {mrn} | Encounter " + shown + " |\n"
        + _COPIED.replace("{n}", ident[-4:]) + "\nSTATUS: " + status + "\n" + exam + "\nASSESSMENT: Complete rotator cuff tear, left shoulder, M75.122.\n\nPLAN: "
        + plan + "\n~ Osgood Fairlie, MD | " + shown + " 05:1" + ident[-1] + " PM\n"
    ), day, "Osgood Fairlie, MD", "treating_physician")  # fmt: skip


NOTES = (
    _note("enc-0314", date(2017, 3, 14), "[[#pending planned surgery-planned shoulder-surgery| Surgery is pending authorization.]]",
          "[[requested - shoulder-surgery| Left arthroscopic rotator cuff repair.]] Sling. Norco 5/325 #20 for after surgery."),
    _note("enc-0411", date(2017, 4, 11), "Surgery is pending authorization.", "Awaiting surgery. Continue naproxen. TTD."),
    _note("enc-0516", date(2017, 5, 16), "Surgery is pending authorization.",
          "[[#done-0516 done recent-surgery shoulder-surgery| Doing well 8 days post op, sutures out today.]] Start therapy at four weeks. TTD."),
    _note("enc-0711", date(2017, 7, 11), "[[#stale planned surgery-planned shoulder-surgery| Surgery is pending authorization.]]",
          "Post op week 9. [[planned - physical-therapy| Continue therapy 2 x 6.]] TTD."),
    _note("enc-0926", date(2017, 9, 26), "20 weeks after left cuff repair of 05/08/2017. [[#note-count history prior-sessions physical-therapy| She has completed 24 physical therapy visits.]]",
          "[[requested - physical-therapy| Request 12 additional post-operative PT visits, 2 x 6, left shoulder]], for strength and overhead reach. Modified duty from 10/02/2017, no lifting over 10 lb left.",
          "\nPHYSICAL EXAM: [[#exam-0926 done objective-deficits -| Left shoulder flexion 140, abduction 125, external rotation 50, strength 4/5.]] Portals healed.\n"),
)  # fmt: skip

OPERATION = Doc("operation", "Operative report: arthroscopic cuff repair", "operative_report", _HOSPITAL, """
Patient: {name}      Date of birth: {dob} //
Date of surgery: May 08, 2017     Surgeon: O. Fairlie, MD

# Procedures
1. [[#surgery done recent-surgery shoulder-surgery| Arthroscopic repair of left rotator cuff, two anchors.]]
2. Subacromial decompression.
# Findings
A crescent tear of the supraspinatus measuring 18 mm. Biceps sound. Cartilage sound. [[denied - -| The labrum was intact.]]
# Description
In the beach chair position, through posterior, lateral and anterior portals, the bursa was cleared and the footprint was
abraded. Two double loaded anchors were set and four sutures were tied. The undersurface of the acromion was smoothed. The patient went
to recovery in a sling with a pillow.
# Estimated blood loss
Minimal.
~ Osgood Fairlie, MD |
""", date(2017, 5, 8), "Osgood Fairlie, MD", "treating_physician")  # fmt: skip

_ATTENDED = ("6/6", "6/8", "6/13", "6/20", "6/22", "6/29", "7/6", "7/13", "7/18", "7/25", "8/1", "8/10", "8/17", "8/24")
_MISSED = {"6/15": "N/S", "6/27": "cx - ill", "7/11": "MD appt", "7/20": "N/S", "8/3": "clinic closed", "8/8": "cx - child care",
           "8/15": "N/S", "8/22": "cx", "8/29": "N/S", "8/31": "auth expired"}  # fmt: skip


def _log_rows() -> str:
    days = sorted([*_ATTENDED, *_MISSED], key=lambda day: tuple(int(part) for part in day.split("/")))
    rows = []
    for day in days:
        if day in _MISSED:
            rows.append(f"| - | {day} | {_MISSED[day]} | | |")
            continue
        number = _ATTENDED.index(day) + 1
        work = "PROM, pendulums" if number < 4 else "AAROM pulleys, wand" if number < 9 else "bands, wall slides"
        rows.append(f"| {number} | {day} | {work} | flex {80 + 4 * number} | {'kb' if number % 3 else 'mo'} |")
    return "\n".join(rows)


LOG = Doc("pt-log", "Therapy attendance record", "therapy_log", _PT, f"""
Name: {{name}}     2017     Dx: s/p L RCR 5/8/17     Auth: 24 visits
|= 0.6 1 3 1.4 0.8
| No. | Date | Treatment | AROM | Init |
{_log_rows()}
[[#log-total done prior-sessions physical-therapy| Total visits attended: 14 of 24.]] Discharged 9/1 for lapse of authorization. [[#gain done functional-improvement physical-therapy| Now combs her hair and reaches the second shelf.]]
~ Kwame Boothby, DPT |
""", date(2017, 9, 1), "Kwame Boothby, DPT", "therapist")  # fmt: skip

MRI = Doc("mri", "MRI of the left shoulder", "imaging", Clinic(
    "Tamlin Imaging", ("MR LEFT SHOULDER WITHOUT CONTRAST",), font="Helvetica", size=10, letterhead="typed", heading="caps",
    signature="stamp", foot="none", dates="%m/%d/%Y",
), """
{LASTFIRST} / {dob} / 02/20/2017

# Findings
[[done - -| Full thickness tear of the supraspinatus at its insertion, 17 mm, retraction 8 mm.]] Infraspinatus and subscapularis intact. Mild AC
arthrosis. [[denied - -| No labral tear.]]
# Impression
Full thickness supraspinatus tear, left.
~ Dorothea Lunn, MD |
""", date(2017, 2, 20), "Dorothea Lunn, MD", "radiologist")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", STATE, rfa(
    _DOCTOR, _ADJUSTER, ["S/P L rotator cuff repair | M75.122 | [[requested - physical-therapy| Post-operative physical therapy, left shoulder]] | 97110 | 2 x week x 6 weeks (12)"], "09/28/2017",
), date(2017, 9, 28), "Osgood Fairlie, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Utilization review denial", "ur_decision", _UR, """
05 Oct 2017

: Provider | Osgood Fairlie, MD
: Injured worker | {name}
: Claim | {claim}
: Date of injury | {doi}
: Service | [[#ur-item denied - physical-therapy| Additional post-op physical therapy x 12, left shoulder]]
: Request dated | 28 Sep 2017
: Outcome | Non-certified
# Explanation
Guidelines allow 24 visits over 14 weeks after arthroscopic rotator cuff surgery within a six month period. [[#ur-count history prior-sessions physical-therapy| The worker has
completed 24 visits]] by the treating note, which is the full course. There is no reason why she cannot go on with exercises at home.
# Source
MTUS Postsurgical Treatment Guidelines, Shoulder.
%% rights 5
~ Ottmar Prewitt, MD | Reviewer
""", date(2017, 10, 5), "Ottmar Prewitt, MD", "reviewer")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE, imr_application(
    _ADJUSTER, "Osgood Fairlie, MD; Tamlin Bone & Joint; 8 Depot Hill, Tamlin, CA 90000; 555-555-0182",
    "M75.122", ["Post-operative physical therapy, left shoulder, 12 visits"], "10/05/2017", "10/24/2017",
), date(2017, 10, 24), "Marguerite Pell", "patient")  # fmt: skip

CASE = CaseFile(
    name="copied-forward",
    about="Post-operative shoulder therapy: notes copied forward say surgery is pending and 24 visits are done; 14 were.",
    patient=PATIENT,
    header=CaseHeader(case_number="", date_of_injury=date(2017, 1, 9), ur_denial_date=date(2017, 10, 5), request_date=date(2017, 9, 28)),
    files=(
        File("application.pdf", (Part(APPLICATION, Look(scan="grey", skew=1.1)), Part(UR), Part(REQUEST))),
        File("TBJ encounters.pdf", tuple(Part(note) for note in NOTES)),
        File("st brannoc.pdf", (Part(OPERATION, Look(scan="fax", skew=0.9, fax="ST BRANNOC HIM   555-555-0189   05/19/17 10:10   PAGE {p} OF {n}")),)),
        File("spur street pt.tif", (Part(LOG, Look(scan="fax", skew=-0.7)),)),
        File("tamlin mri.pdf", (Part(MRI),)),
    ),
    items=(Item(1, "Post-operative physical therapy, left shoulder, 12 visits",
                {"treatment": "physical-therapy", "visits": 12, "per_week": 2, "weeks": 6, "sites": [{"part": "shoulder", "side": "left"}],
                 "phase": "postoperative", "care": "continuing", "ur_action": "denied"}),),
    traps=("copied-forward", "planned-then-done", "visits-counted-over-log", "count-repeated-by-ur", "tiff"),
    visits=(Visits("physical-therapy", 14, ("log-total", "pt-log")),),
    discrepancies=(Discrepancy(None, "visits done", ("log-total", "note-count")), Discrepancy(None, "surgery status", ("surgery", "stale"))),
    absences=(
        Absence("No functional improvement from therapy is documented.", "functional-improvement", "gain"),
        Absence("No surgery has been carried out.", "recent-surgery", "surgery"),
        Absence("No return to full duty is documented.", "full-duty"),
    ),
    providers=("Osgood Fairlie", "O. Fairlie", "Kwame Boothby", "Dorothea Lunn", "Ottmar Prewitt", "Rhona Siskin"),
)  # fmt: skip
