# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The bulk of the merged file: monthly reports, therapy notes, bills, testimony. Much paper, few facts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from scripts.cases.clinic import Clinic
from scripts.cases.forms import pr2
from scripts.cases.model import Doc

_INDUSTRIAL = Clinic("GRANGE ROAD INDUSTRIAL MEDICINE", ("1 Grange Road, Eddington, CA 90000  Tel 555-555-0112",), size=8.5, margin=42,
                     letterhead="centre", heading="boxed", signature="perjury", foot="page-of", check="box", dates="%m/%d/%Y")  # fmt: skip
_GYM = Clinic("Eddington Physical Therapy & Sports", ("DAILY TREATMENT NOTE",), font="Times", size=10, margin=58, letterhead="left",
              heading="runin", signature="initials", foot="none", dates="~%m/~%d/%Y")  # fmt: skip
_NEEDLES = Clinic("Lotus & Pine Acupuncture", ("Eddington",), size=11, margin=70, letterhead="right", heading="plain", signature="scribble",
                  foot="none", dates="%B ~%d %Y")  # fmt: skip
_NURSE = Clinic("TRIPOINT CASE MANAGEMENT", ("Medical case management report", "RN, CCM"), size=10, margin=64, letterhead="band",
                heading="band", signature="typed", foot="confidential", dates="%b ~%d, %Y", colour="#24506b")  # fmt: skip
_BILLS = Clinic("EXPLANATION OF REVIEW", ("Bill review for Harbor Mutual",), font="Courier", size=8, margin=34, letterhead="typed",
                heading="caps", signature="none", foot="page-of", dates="%m/%d/%y", grid=0)  # fmt: skip
_COURT = Clinic("", (), font="Courier", size=11, margin=80, letterhead="none", heading="plain", signature="none", foot="dash",
                dates="%B ~%d, %Y", lead=1.7)  # fmt: skip

ADJUSTER = "Ewan Tolliver; Harbor Mutual; P.O. Box 2040, Sand Harbor, CA 90000; 555-555-0118"

_COMPLAINTS = (
    "Low back pain 7/10 with right leg pain to the calf. Sitting 20 minutes, standing 15.",
    "Back pain about the same. Right leg pain comes and goes. Sleeps five hours.",
    "Low back 6-7/10, worse with driving. Numbness of the top of the right foot.",
    "Reports more back pain after long car trip. Leg as before.",
    "No real change. Back 7/10, leg 4/10. Uses a cane on bad days.",
)
_FINDINGS = (
    "Flexion 35, extension 5 with pain. SLR right 55. Sensation decreased right L5. EHL 4+/5 right.",
    "Tender L4 to S1. Flexion 40. SLR right 60 with calf pain. Reflexes 2+ and equal.",
    "Antalgic gait. Flexion 30. Sensation decreased dorsum right foot. Heel walk weak on right.",
)
_ORDERS = (
    "Continue ibuprofen 800 and home program. Follow with Dr. Cavendish.",
    "Renew medication. Await surgical authorization.",
    "Request authorization for follow-up with spine surgeon. Lumbar support as needed.",
    "Continue modified duty. Recheck one month.",
)
_SUBJECTIVE = ("Pt reports back is sore after last visit.", "Pt says leg is a little better today.", "No new complaints.",
               "Pt c/o stiffness in the morning.", "Pt states he slept poorly.", "Pain 6/10 on arrival.")  # fmt: skip
_TREATMENT = ("Bike 8 min, hamstring stretch 3 x 30 s, bridges 2 x 10, TrA sets.", "Treadmill 6 min, dead bug 2 x 8, prone press-up x 10.",
              "MHP and IFC 15 min, STM lumbar paraspinals, pelvic tilts x 20.", "Nerve glides, quadruped 2 x 10, step-ups 6 in. 2 x 10.")  # fmt: skip
_RESPONSE = (
    "Tolerated well.",
    "Leg pain centralized to buttock with press-ups.",
    "Pain 5/10 leaving.",
    "Limited by pain, stopped early.",
)


def monthly(months: int, first: date) -> Iterator[Doc]:
    """A progress report for each month, as an occupational clinic writes them."""
    rng = random.Random(11)
    for month in range(months):
        day = date(first.year + (first.month - 1 + month) // 12, (first.month - 1 + month) % 12 + 1, rng.randint(3, 24))
        shown = day.strftime("%m/%d/%Y")
        smoking = " [[#smokes-2014 done - -| Smokes half a pack a day.]]" if month == 2 else ""
        yield Doc(f"pr2-{day:%y%m%d}", f"Progress report (PR-2) of {shown}", "progress_note", _INDUSTRIAL, pr2(
            rng.choice(("Periodic", "Periodic; Request for authorization", "Periodic; Change in treatment plan")), ADJUSTER,
            rng.choice(_COMPLAINTS) + smoking, rng.choice(_FINDINGS), "722.10 lumbar disc displacement, 724.4 lumbar radiculitis",
            rng.choice(_ORDERS), f"[x] Return to modified work on {shown} with the following limitations: no lifting over 10 lb, no bending",
            "Hester Quillfeather, MD | Occupational Medicine", shown,
        ), day, "Hester Quillfeather, MD", "treating_physician")  # fmt: skip


def daily(visits: int, first: date) -> Iterator[Doc]:
    """Therapy notes, one a visit; the fifth and the fourteenth date were missed."""
    rng, number, day = random.Random(5), 0, first
    for planned in range(1, visits + 1):
        shown = f"{day.month}/{day.day}/{day.year}"
        if planned in (5, 14):
            body = f"# Date\n{shown}\n\n{{name}}: NO SHOW. [[#missed-{planned} denied - physical-therapy| Patient did not attend and did not call.]]\n~ Alba Roche, PTA |\n"
        else:
            number += 1
            body = (f"{{name}}     DOB {{dob}}     {shown}     Visit {number}\n# S\n{rng.choice(_SUBJECTIVE)}\n# O\n{rng.choice(_TREATMENT)}\n"
                    f"# A\n{rng.choice(_RESPONSE)}\n# P\n{'Continue per plan of care.' if number < 22 else '[[#last-visit done prior-sessions physical-therapy| Last authorized visit, discharged to home program.]]'}\n"
                    f"~ {'Alba Roche, PTA' if number % 3 else 'Jonas Ketteridge, PT'} |\n")  # fmt: skip
        yield Doc(f"pt-{day:%y%m%d}", f"Physical therapy daily note of {shown}", "therapy_log", _GYM, body, day,
                  "Alba Roche, PTA" if planned in (5, 14) or number % 3 else "Jonas Ketteridge, PT", "therapist")  # fmt: skip
        day += timedelta(days=2 if planned % 2 else 5)


def needles() -> Iterator[Doc]:
    """Six acupuncture visits."""
    day = date(2013, 11, 4)
    for number in range(1, 7):
        shown = f"{day:%B} {day.day} {day.year}"
        gain = (
            "[[#acu-none denied functional-improvement acupuncture| Relief lasts an hour or two; no change in what he can do.]]"
            if number == 6
            else "Felt looser afterwards."
        )
        yield Doc(f"acu-{number}", f"Acupuncture note {number}", "therapy_log", _NEEDLES, (
            f"{{name}}, {shown}, treatment {number} of 6\n\nTongue pale, pulse wiry. UB 23, UB 25, UB 40, GB 34, Du 4, 25 minutes with heat lamp.\n\n{gain}\n\n"
            "Next visit in one week.\n~ Seraphine Mao, L.Ac. |\n"
        ), day, "Seraphine Mao, LAc", "therapist")  # fmt: skip
        day += timedelta(days=7)


def nurse() -> Iterator[Doc]:
    """Reports of a nurse case manager, two pages each."""
    for number, day in enumerate(
        (date(2014, 3, 14), date(2014, 6, 12), date(2014, 9, 18), date(2014, 12, 11)), start=1
    ):
        shown = f"{day:%b} {day.day}, {day.year}"
        yield Doc(f"ncm-{number}", f"Nurse case manager report of {shown}", "correspondence", _NURSE, f"""
| Report {number} | {shown} | File {{claim}} |
# Summary of activity
Attended appointment of {{name}} with the treating physician. Spoke with adjuster Ewan Tolliver. Called employer {{employer}}; modified
work remains open at the gate house.
# Medical status
{_COMPLAINTS[number]} He takes ibuprofen and, at night, amitriptyline.
%% social 4
# Barriers
Deconditioning. Fear of re-injury. {"[[#tobacco done - -| Continued tobacco use, wishes to quit.]]" if number == 3 else "Distance to the surgeon's office."}
===
# Plan
- obtain reports of last visit
- confirm next appointment
- {("follow up on therapy attendance", "send imaging disc to surgeon", "ask about smoking program", "await surgical decision")[number - 1]}
# Time
File review 0.4, telephone 0.7, report 0.5, travel 1.2 hours.
%% legal 3
~ Constance Abara, RN, CCM |
""", day, "Constance Abara, RN", "administrator")  # fmt: skip


def bills() -> Doc:
    """Eight pages of bill review."""
    rng, pages = random.Random(3), []
    codes = (("99214", "OFFICE VISIT"), ("97110", "THERAPEUTIC EXERCISE"), ("97140", "MANUAL THERAPY"), ("97014", "ELEC STIM"),
             ("72148", "MRI LUMBAR"), ("62311", "INJECTION LUMBAR"), ("97810", "ACUPUNCTURE"))  # fmt: skip
    for page in range(8):
        rows = []
        for line in range(22):
            code, name = rng.choice(codes)
            day = date(2013, 9, 1) + timedelta(days=page * 55 + line * 2)
            charge = rng.randint(40, 900)
            rows.append(
                f"| {day:%m/%d/%y} | {code} | {name} | {charge}.00 | {charge * 0.62:.2f} | {rng.choice(('G1', 'G7', 'OA', '45'))} |"
            )
        pages.append(
            "CLAIM {claim}   EMPLOYEE {LASTFIRST}\n|= 1.1 0.9 3 1 1 0.7\n| DOS | CODE | DESCRIPTION | BILLED | ALLOWED | RSN |\n"
            + "\n".join(rows)
        )
    return Doc(
        "bills",
        "Explanation of review",
        "other",
        _BILLS,
        "\n===\n".join(pages),
        date(2014, 12, 30),
        None,
        "administrator",
    )


_QUESTIONS = (
    ("Please state your full name for the record.", "{name}."),
    ("Where do you live?", "{address}, {city}."),
    ("What was your job on the day of the accident?", "I was a {job}."),
    (
        "Tell me what happened.",
        "I was pulling a pallet jack down the ramp, it ran away from me, and I twisted trying to stop it.",
    ),
    ("Had you ever hurt your back before that?", "I pulled a muscle in 1998. It went away in a week."),
    ("Are you a smoker, sir?", "Half a pack a day. I am cutting down."),
    ("Did the injections help?", "The first one did for about three weeks. The second one, no."),
    ("Did you attend all of your therapy?", "I missed two, I think."),
    ("Do you want the surgery?", "If it gets me back to work, yes."),
    ("Can you mow your lawn?", "No. My son does that."),
    ("How far can you drive?", "Half an hour and then I have to get out."),
    ("Has any doctor told you not to have the surgery?", "The AME said to wait."),
)


def testimony() -> Doc:
    """Eight pages of a deposition."""
    rng, pages = random.Random(2), []
    for page in range(8):
        picked = [_QUESTIONS[0]] if page == 0 else []
        picked += rng.sample(_QUESTIONS[1:], 5)
        lines = [f"{text} //" for pair in picked for text in (f"Q. {pair[0]}", f"A. {pair[1]}")]
        head = "DEPOSITION OF {NAME} //\nTaken on October 2, 2014, at Sand Harbor, California\n\n" if page == 0 else ""
        pages.append(head + "\n".join(lines).removesuffix(" //") + "\n")
    return Doc(
        "deposition",
        "Deposition of the employee",
        "other",
        _COURT,
        "\n===\n".join(pages),
        date(2014, 10, 2),
        None,
        "other",
    )
