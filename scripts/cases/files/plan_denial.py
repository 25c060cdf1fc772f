# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""A health plan's member, no worker's claim: injections for migraine, a scan and therapy of the neck, with a grievance."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.plan_denial_papers import (
    ACKNOWLEDGED,
    APPLICATION,
    DENIAL,
    GRIEVANCE,
    PATIENT,
    PRIOR_AUTH,
    UPHELD,
)
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
    Visits,
)

_NEURO = Clinic("", (), size=9, margin=46, lead=1.35, letterhead="none", heading="title", signature="none", foot="none", dates="%m/%d/%Y", grid=0,
                running="QN - QUILLON NEUROLOGY  *  88 Beacon Walk, STE 4, QUILLON CA 90000-0001\n{LASTFIRST} (id #{mrn}, dob: {dob})",
                printed="QN - QUILLON NEUROLOGY     Printed on 09/28/2023     p. {p}/{n}")  # fmt: skip
_VIDEO = Clinic("Finch Family Medicine", (), font="Times", size=11, margin=68, letterhead="left", heading="runin", signature="typed", foot="none", dates="%b ~%d, %Y")  # fmt: skip
_HOSPITAL = Clinic("OUR LADY OF THE DUNES", ("Diagnostic Imaging", "555-555-0183"), font="Courier", size=9, margin=56, letterhead="left", heading="caps",
                   signature="none", foot="none", dates="%m/%d/%Y %H:%M", grid=0)  # fmt: skip
_REHAB = Clinic("Stillwater Rehab", ("outpatient PT discharge summary",), size=9.5, margin=50, letterhead="right", heading="underline", signature="scribble",
                foot="dash", dates="%m.%d.%Y", grid=0.4)  # fmt: skip

FOLLOW_UP = Doc("neuro-0811", "Neurology follow-up visit", "progress_note", _NEURO, """
Patient     {NAME} (38yo, {sex}) ID# {mrn}     Appt. Date/Time     08/11/2023 10:40AM //
DOB     {dob}     Service Dept.     QN_Main //
Provider     AMADIKA THORSEN, MD //
Insurance     Med Primary: ALDER & QUAY HEALTH PLAN (HMO)  Insurance # : {claim}

# Chief Complaint
Headache f/u; wants to go back on Botox.

# HPI
Since age 15. Throbbing, R > L temple, light and sound, throws up with the bad ones. [[#days done dystonia-migraine botulinum| Her diary shows 19, 21 and 20 headache days in May, June and July, of which 12 to 14 were of the vomiting kind, each most of a day.]] Naratriptan
helps one attack of two; she keeps it to 8 tablets a month. [[done activity-limitation -| Missed 11 shifts at the ovens since spring.]] Aura: zigzag line 20 min, unchanged in form for 20 years.

New since late June: [[#cough done significant-change mri| the back of her head bursts when she coughs or lifts a tray, seconds to a minute.]] Neck stiff.

# Current Medications
|= 3 3 2
| Name | Directions | Started |
| naratriptan 2.5 mg tablet | 1 at onset | 02/14/2022 |
| candesartan 8 mg tablet | daily | 04/20/2023 |
| ondansetron ODT 4 mg | prn | 05/02/2021 |

# Previous Preventives
[[#tried done first-line-failed botulinum| Topiramate to 100 mg, five months (word finding, 9 lb lost, no fewer days). Propranolol LA 120 mg, four months (resting pulse 46). Candesartan on month four, nothing yet.]] Erenumab: [[denied - -| not tried]].

# Past Cycles
[[#cycles history functional-improvement botulinum| Two rounds under Dr. Sunniva Park in 2021 brought her from 22 days to 9 and she did not miss a shift that autumn]]; stopped when the bakery changed plans. [[#park history - -| Have asked twice for Dr. Park's notes, nothing came.]]

# Allergies
Reviewed: sulfa (hives, childhood)

# Problems
|= 4 2
| Chronic migraine | onset 01/01/2000 |
| Iron deficiency | 06/14/2020 |
| Cervicalgia | 01/10/2022 |

# Social History
Baker, nights. Lives with a roommate. Tobacco: never. Alcohol: none, sets off headache. Caffeine: 2 cups. Exercise: on her feet.

# ROS
Constitutional: tired. Eyes: zigzags as above, no loss of sight. ENT: no ringing. CV: no palpitations since propranolol was stopped. GI: vomits with attacks. GU: neg. Neuro: no fainting, no weak limb. Skin: neg.
===
# Vitals
|= 1 1 1 1 1
| BP | Pulse | Ht | Wt | BMI |
| 118/70 sitting L arm | 72 bpm | 5 ft 4 in | 131 lbs | 22.5 |

# Physical Exam
Well, wearing tinted lenses. Fundi: discs sharp. Cranial nerves, strength, reflexes, gait tandem all normal. [[#tight done trigger-points-on-exam -| R upper trapezius has a firm band that jumps under the finger and sends pain behind the eye.]] Neck rot R 50, L 70.

# Assessment / Plan
1. Chronic migraine without aura, intractable; and with aura (G43.719, G43.109). [[requested - botulinum| Botox 155 U, 31 sites, every 12 weeks.]] //
2. [[#mri-ask requested - mri| Cough headache, new: MRI brain w/wo]] ; must see the foramen magnum. [[#old-mri history prior-same-study mri| There was a normal MRI in 2019 at Vesper Imaging]], before this started; report not here. //
3. Neck: [[#pt-ask requested - physical-therapy| PT cervical, 12 visits]].

Encounter Sign-Off //
Encounter signed-off by Amadika Thorsen, MD, 08/11/2023.
""", date(2023, 8, 11), "Amadika Thorsen, MD", "treating_physician")  # fmt: skip

VIDEO = Doc("pcp-0420", "Video visit of the family doctor", "progress_note", _VIDEO, """
Apr 20, 2023, video visit, 14 minutes, patient at home, consent given

{name}, born {dob}

# S
Headaches are back to most days. {He} is using the naratriptan two a week. Sleeps fine. Stress at the bakery. Preventives: [[#none history - -| none tried.]] (from intake form 2019)

# O
Looks tired. Speech clear, face moves evenly. Home BP 124/78.

# A
Migraine, frequent. Neck strain.

# P
Candesartan 8 mg. [[planned - specialist-referral| Referral to neurology, Dr. Thorsen.]] [[#hep done home-exercise -| Keep up the neck sheet from Stillwater, she says she does it before work.]] Call if worst headache of life, fever, weak side.

~ Leopold Finch, DO |
""", date(2023, 4, 20), "Leopold Finch, DO", "treating_physician")  # fmt: skip

CT = Doc("ct-2022", "CT of the head", "imaging", _HOSPITAL, """
CT HEAD WITHOUT CONTRAST

{LASTFIRST}     MRN 0099120     DOB {dob}     F

Ordered by: ED     Exam time: 11/03/2022 02:14

REASON: worst migraine in months, vomiting

COMPARISON: MRI brain 2019, outside, not available

RESULT: [[denied red-flags -| No bleed, mass or shift.]] Ventricles normal. Sinuses clear. Posterior fossa seen only in part because of beam artifact.

IMPRESSION: Nothing acute.

Read by UMA FAIRHOLT MD 11/03/2022 02:41
""", date(2022, 11, 3), "Uma Fairholt, MD", "radiologist")  # fmt: skip

REHAB = Doc("pt-2022", "Physical therapy discharge summary", "therapy_log", _REHAB, """
| Pt | {lastfirst} | DOB | {dob} |
| Ref | L. Finch DO | Dx | cervicalgia, M54.2 |
| SOC | 01.10.2022 | D/C | 02.21.2022 |

# Attendance
[[#seven done prior-sessions physical-therapy| 7 kept, 1 cancelled (snow), of 8 authorized.]]

# Outcome
[[#ndi done functional-improvement physical-therapy| NDI 40% to 18%. Carries two 25 lb flour sacks without symptoms; could carry none at start.]] Rotation R 45 to 68.

# Plan
Deep neck flexor and band sheet given, 10 min/day. Come back if it flares.

~ Bryony Castle, PT | DPT
""", date(2022, 2, 21), "Bryony Castle, PT", "therapist")  # fmt: skip

CLAIMS = Doc("fills", "Pharmacy claims history of the plan", "other", Clinic(
    "Alder & Quay Health Plan - Member drug history (paid claims)", (), font="Courier", size=8.5, margin=44, letterhead="typed", signature="none", foot="page-of", dates="%Y-%m-%d", grid=0.2), """
Member {claim}   {LASTFIRST}   Run 2023-09-12   Window 2021-09-01 to 2023-09-11
|= 2 4 1 1
| Date | Drug | Qty | DS |
| 2023-09-02 | CANDESARTAN 8 MG TAB | 30 | 30 |
| 2023-08-03 | CANDESARTAN 8 MG TAB | 30 | 30 |
| 2023-07-03 | CANDESARTAN 8 MG TAB | 30 | 30 |
| 2023-05-22 | CANDESARTAN 8 MG TAB | 30 | 30 |
| 2023-04-20 | CANDESARTAN 8 MG TAB | 30 | 30 |
| 2022-10-11 | PROPRANOLOL ER 120 MG CAP | 30 | 30 |
| 2022-09-12 | PROPRANOLOL ER 120 MG CAP | 30 | 30 |
| 2022-08-12 | PROPRANOLOL ER 80 MG CAP | 30 | 30 |
| 2022-07-13 | PROPRANOLOL ER 80 MG CAP | 30 | 30 |
| 2022-05-30 | [[#topiramate history - anticonvulsant| TOPIRAMATE 50 MG TAB]] | 60 | 30 |
| 2022-04-29 | TOPIRAMATE 50 MG TAB | 60 | 30 |
| 2022-03-30 | TOPIRAMATE 25 MG TAB | 60 | 30 |
| 2022-02-28 | TOPIRAMATE 25 MG TAB | 60 | 30 |
| 2022-01-28 | TOPIRAMATE 25 MG TAB | 30 | 30 |
""", date(2023, 9, 12), None, "administrator")  # fmt: skip

NECESSITY = Doc("necessity", "Neurologist's letter of medical necessity", "correspondence", Clinic(
    "Quillon Neurology", ("Amadika Thorsen, MD",), font="Times", size=11.5, margin=80, letterhead="right", signature="scribble", foot="none", dates="%B ~%d, %Y"), """
August 29, 2023

Appeals, Alder & Quay Health Plan

Re: {name}, member {claim}

To the medical director: your letter of August 21 says that no two preventive classes were tried. [[#two done first-line-failed botulinum| Two were, for long enough and at a proper dose, and you paid for both.]] A third is running. It also calls the scan routine. A headache that began
at 38 and comes only with coughing is a [[#red done red-flags mri| warning sign until the hindbrain has been seen]], and a CT does not show it.

I ask you to reverse the denial, or to have a neurologist call me.

~ Amadika Thorsen, MD |
""", date(2023, 8, 29), "Amadika Thorsen, MD", "treating_physician", after_ur=True)  # fmt: skip

EMERGENCY = Doc("ed-0924", "Emergency visit summary", "progress_note", Clinic(
    "", (), size=9.5, margin=50, letterhead="none", heading="band", signature="electronic", foot="none", dates="%m/%d/%Y",
    running="OUR LADY OF THE DUNES  EMERGENCY DEPT     {LASTFIRST}     {dob}     Arr 09/24/2023 22:10", printed="ED summary v3     {p} of {n}"), """
# Reason
Headache, vomiting x 14 h

# Course
Prochlorperazine 10 IV, ketorolac 30 IV, fluids. 9/10 to 3/10. [[denied red-flags -| Afebrile, neck supple, no deficit.]] Took 3 naratriptan today. [[#late-mri planned - mri| Neurology to get MRI, denied by plan, appeal going.]]

# Disposition
Home with {his} roommate 01:35.

~ Jasper Kirkwall, MD | 09/25/2023 01:40
""", date(2023, 9, 24), "Jasper Kirkwall, MD", "treating_physician", after_ur=True)  # fmt: skip

CASE = CaseFile(
    name="plan-denial",
    about="A plan that paid for two preventive drugs says that none was tried; its member's earlier response to the injections is in one line.",
    patient=PATIENT,
    header=CaseHeader(case_number="CM99-0000114", date_assigned=date(2023, 10, 12), ur_denial_date=date(2023, 8, 21), request_date=date(2023, 8, 14),
                      priority="Standard", application_received=date(2023, 10, 6)),
    files=(
        File("00 intake.pdf", (Part(ACKNOWLEDGED), Part(APPLICATION, Look(scan="grey", skew=0.8)))),
        File("01 plan correspondence.pdf", (Part(UPHELD), Part(DENIAL), Part(CLAIMS))),
        File("02 portal submission.html", (Part(PRIOR_AUTH),)),
        File("03 member letter.docx", (Part(GRIEVANCE),)),
        File("04 clinical.pdf", (Part(NECESSITY, Look(scan="fax", skew=-0.6, fax="08/29/2023 17:03  QUILLON NEURO  5555550186     Page {p:03d} of {n:03d}")), Part(FOLLOW_UP),
                                 Part(VIDEO), Part(CT), Part(REHAB, Look(scan="fax", skew=1.0)), Part(EMERGENCY))),
    ),
    items=(
        Item(1, "Botox (onabotulinumtoxinA) injections for chronic migraine", {"treatment": "botulinum", "ur_action": "denied"}),
        Item(2, "MRI of the brain with and without contrast", {"treatment": "mri", "sites": [{"part": "head"}], "ur_action": "denied"}),
        Item(3, "Physical therapy, cervical spine, 12 visits",
             {"treatment": "physical-therapy", "visits": 12, "sites": [{"part": "neck"}], "ur_action": "denied"}),
    ),
    traps=("health-plan", "denial-wrong-on-facts", "internal-appeal", "copied-forward", "post-ur-report", "missing-record", "lay-words"),
    visits=(Visits("physical-therapy", 7, ("seven",)), Visits("botulinum", 2, ("cycles",))),
    missing=(Missing("MRI of the brain from Vesper Imaging", None, "old-mri"), Missing("Notes of Dr. Sunniva Park", None, "park")),
    discrepancies=(Discrepancy(None, "preventive drugs tried", ("tried", "ur-none")), Discrepancy(None, "preventive drugs tried", ("tried", "none"))),
    absences=(
        Absence("No trial of preventive medication is documented.", "first-line-failed", "tried"),
        Absence("No functional improvement from earlier injections is documented.", "functional-improvement", "cycles"),
        Absence("No home exercise programme is documented.", "home-exercise", "hep"),
        Absence("No significant change in symptoms is documented.", "significant-change", "cough"),
        Absence("No seizure disorder is documented.", "seizure-disorder"),
        Absence("No head injury is documented.", "head-injury-signs"),
    ),
    providers=("Amadika Thorsen", "Thorsen", "Leopold Finch", "L. Finch", "Bryony Castle", "Uma Fairholt", "Jasper Kirkwall", "Celestine Obi", "Hugo Brandmeier", "Sunniva Park"),
)  # fmt: skip
