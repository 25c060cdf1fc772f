# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The longer reports of the massage case: evaluation, therapy discharge, first report, and a page that strayed in."""

from __future__ import annotations

import datetime as dt

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc, Patient

STRANGER = Patient(
    first="Bertrand", last="Sillow", dob=dt.date(1958, 11, 30), doi=dt.date(2011, 2, 2), ssn="900-77-1031",
    claim="0457-WC-11-000216", mrn="HB-5521", phone="(555) 555-0163", address="9 Orchid Terrace",
    city="Sand Harbor, CA 90000", email="", employer="Tidewater Nursery", sex="M", job="gardener",
)  # fmt: skip

_QME = Clinic("HOLLIS TREMAINE, M.D.", ("Diplomate, American Board of Orthopaedic Surgery", "Qualified Medical Evaluator",
              "1 Cannery Court, Suite 4, Sand Harbor, CA 90000"), font="Times", size=11.5, margin=72,
              letterhead="centre", heading="underline", signature="perjury", foot="re-page", dates="%B ~%d, %Y")  # fmt: skip
_THERAPY = Clinic("HARBORSIDE PHYSICAL THERAPY", ("Suite B, 300 Commerce Way, Port Alder", "ph 555.555.0128"),
                  size=9.5, letterhead="band", heading="band", signature="initials", foot="confidential",
                  dates="%m-%d-%y", colour="#2d5d4f")  # fmt: skip

EVALUATION = Doc("qme-2014", "Qualified medical re-evaluation", "medical_legal", _QME, """
August 4, 2014

Northgate Casualty Claims Service //
Attention: Lorna Whitcap

: RE: | {NAME}
: Employer: | {employer}
: Claim Number: | {claim}
: Date of Injury: | {doi}
: Date of Birth: | {dob}
: Date of Evaluation: | August 4, 2014

T: PANEL QUALIFIED MEDICAL RE-EVALUATION

Dear Ms. Whitcap:

I re-evaluated {title} {last} in my Sand Harbor office on August 4, 2014. I spent forty minutes face to face with her.
This is an ML-102 report; no interpreter was needed. I first saw her in October 2012.

# HISTORY OF INJURY
{title} {last}, then a 38-year-old dispatch clerk, slipped from a loading dock step on {doi} and struck her mid and low
back. She finished her shift and saw the industrial clinic the next morning, where she was given ibuprofen and modified
duty.
%% social 4

# TREATMENT TO DATE
[[#pt-total history - physical-therapy| She had twelve visits of physical therapy in 2011]], which she says did not help her. [[#qme-chiro history conservative-care-tried chiropractic| Chiropractic care
has been given since 2010 on an irregular basis]]; she does not recall how many visits. Massage has been given at the
chiropractic office since the spring. [[#corley history - emg| Electrodiagnostic studies were carried out by Dr. Sabine Corley on March 12, 2013]];
I refer to her report. [[denied - epidural-steroid| She has had no injections]] and [[denied surgery-considered -| no surgery has been proposed]].

# CURRENT COMPLAINTS
She has pain of the thoracic and lumbar spine of 5/10 on average, [[done radicular-symptoms -| radiating to both legs with numbness]] of the feet at
the end of the day. Sitting beyond thirty minutes makes it worse. She sleeps well. She takes ibuprofen from the drug store
three or four times a week.

# ACTIVITIES OF DAILY LIVING
She shops, cooks and drives. She no longer gardens. She works full time with restrictions.
# REVIEW OF SYSTEMS
%% systems 6

# REVIEW OF RECORDS
I was sent forty-one pages. The following were of use.

05/14/2012. MRI of the lumbar spine. Mild degenerative changes of L4-5 and L5-S1 without compression.

03/12/2013. Dr. Corley, electrodiagnostic study. Normal study of both lower extremities.

07/07/2014. Dr. Ansgard, progress note. Improving.

# PHYSICAL EXAMINATION
She is 64 inches tall and weighs 158 pounds. Gait is normal, on heels and toes as well.

Thoracic and lumbar spine: [[done - -| tenderness at the spinous processes of T10 to L5]]. Flexion is 48 degrees, extension 15, lateral
bending 20 to each side. Straight leg raising causes back pain only at 80 degrees on both sides.

Neurological: [[done nerve-compromise-leg -| hypoesthesia of the right L4 and of both S1 dermatomes]]; [[done normal-neuro-exam -| deep tendon reflexes are normal and motor
strength is full]] in both legs.

Waddell signs: none of five.

%% examination 5
# DIAGNOSES
1. Chronic thoracic strain.

2. Chronic lumbar strain with non-verifiable radicular complaints.

# DISCUSSION
Her condition is not different from that of October 2012 to any important degree. She is well motivated and has stayed
at work throughout.

She is permanent and stationary. Causation and apportionment are as stated in my report of October 2012.

# FUTURE MEDICAL CARE
[[done home-exercise -| She should continue with her stretching and exercise]] and with non-prescription medication. [[planned flare-up chiropractic| Chiropractic treatment
should be provided for a short course during an acute flare-up.]] I do not see a need for further passive treatment beyond
that. No surgery is anticipated.
%% legal 6

~ Hollis Tremaine, M.D. | Qualified Medical Evaluator, License G00000
Signed at Sand Harbor
""", dt.date(2014, 8, 4), "Hollis Tremaine, MD", "evaluator")  # fmt: skip

THERAPY_DISCHARGE = Doc("pt-2011", "Physical therapy discharge summary", "therapy_log", _THERAPY, """
T: DISCHARGE SUMMARY
| Pt: {name} | DOB {dob} | MRN {mrn} |
| Dx: lumbago, thoracic strain | Referring: L. Brandvold MD | Start of care 03-01-11, d/c 04-22-11 |
# Visits
Attended [[#pt-visits done prior-sessions physical-therapy| 12 of 12 authorized visits]].
# Goals
|= 3 1.4 1.4 1.2
| Goal | Initial | Discharge | Met? |
| Sitting tolerance | 15 min | 40 min | Y |
| Lift floor to waist | 10 lb | 25 lb | Y |
| Lumbar flexion | 35 deg | 60 deg | Y |
| Pain at worst | 8/10 | 4/10 | Y |
# Summary
[[#pt-gain done functional-improvement physical-therapy| Patient improved about 50% in pain and met all functional goals.]] She was taught a home program of core
strengthening and was independent in it at discharge.
===
# Home program
- abdominal brace with heel slides, 3 x 10
- bridging, 3 x 12
- quadruped arm and leg raise
- prone on elbows 5 minutes, twice a day
- walking 20 minutes, 5 days a week

Discharged to home program. [[planned home-exercise -| Patient to continue independently.]]
~ Idris Quell, PT |
""", dt.date(2011, 4, 22), "Idris Quell, PT", "therapist")  # fmt: skip

CHART = Doc("stray", "Therapy daily note of another patient", "therapy_log", _THERAPY, """
T: DAILY NOTE
| Pt: {name} | DOB {dob} | MRN {mrn} |
| Dx: R rotator cuff repair, wk 9 | Claim {claim} | 04-20-11 |
# S
"Sleeping on that side again." Pain 2/10. Works for {employer}, light duty.
# O
PROM flexion 165, ER 70. AAROM pulleys 5 min, side-lying ER 2 x 10, scapular rows red band 3 x 10.
# A
Ahead of protocol. Visit 18 of 24.
# P
Start isotonic strengthening next week.
~ Idris Quell, PT |
""", dt.date(2011, 4, 20), "Idris Quell, PT", "therapist", patient=STRANGER)  # fmt: skip

FIRST = Doc("first-report", "Employer's first report of injury", "other", Clinic(
    "Haldane Freight Lines", ("Safety Office",), font="Times", signature="typed", dates="%m/%d/%Y",
), """
# Employee statement of injury
: Name | {name}
: Home address | {address}, {city}
: Home phone | {phone}
: E-mail | {email}
: Social Security | {ssn}
: Date and time of injury | {doi}, 6:40 am
: Job | {job}

I missed the last step off the dock in the dark and landed on my back against the rail. I told my lead right away and went
to the clinic the next day.
===
# Supervisor's part
Step light was out. Replaced 01/29/2010. Employee offered modified duty from 01/28/2010.
""", dt.date(2010, 1, 28), "Haldane Freight Lines", "administrator")  # fmt: skip
