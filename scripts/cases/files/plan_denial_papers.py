# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The member of `plan_denial`, and the papers between member, plan and state."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc, Patient

PATIENT = Patient(
    first="Isaura", last="Velloso", dob=date(1985, 3, 16), doi=date(2000, 1, 1), ssn="900-90-2216", claim="AQH900418827-01", mrn="61204", phone="555-555-0180",
    address="540 Millrace Ave #12", city="Quillon, CA 90000", email="isa.velloso@example.com", employer="Corvid Street Bakery Cooperative", sex="F", job="baker",
)  # fmt: skip

_PLAN = Clinic("Alder & Quay Health Plan", ("A Knox-Keene licensed plan", "PO Box 8800, Sacroft, CA 90000"), font="Times", size=12, margin=76, letterhead="left",
               heading="plain", signature="typed", foot="page-of", dates="%B ~%d, %Y", grid=0, lead=1.3, colour="#7a3e00")  # fmt: skip

PRIOR_AUTH = Doc("prior-auth", "Prior authorization request, portal submission", "rfa", Clinic("Alder & Quay Provider Connect", (), dates="%m/%d/%Y"), """
T: Prior Authorization Request

Submission ID: PC-23-771042 //
Submitted: 08/14/2023 11:06 AM by QN_auths for THORSEN, AMADIKA MD (Neurology)

| Member | {LASTFIRST} |
| Member ID | {claim} |
| DOB | {dob} |
| Group | {employer} |
| Type | Standard (5 business days) |

# Services

| Line | Code | Description | Units |
| 1 | J0585 / 64615 | [[requested - botulinum| OnabotulinumtoxinA (Botox), chronic migraine]] | 155 U q12 weeks x 4 |
| 2 | 70553 | [[requested - mri| MRI brain w/ and w/o contrast]] | 1 |
| 3 | 97110 97140 | [[requested - physical-therapy| Physical therapy, cervical spine]] | 12 visits |

# Clinical questions

[[done dystonia-migraine botulinum| Headache days per month: 20]]

Preventives tried, with dose and reason stopped: see attached note

Attachments: office note 08/11/2023 (3 pp)

Status: PENDED FOR CLINICAL REVIEW
""", date(2023, 8, 14), "Amadika Thorsen, MD", "treating_physician")  # fmt: skip

DENIAL = Doc("denial", "Notice of denial of services", "ur_decision", _PLAN, """
August 21, 2023

{name} //
{address} //
{city}

Member ID: {claim} //
Reference: PC-23-771042

## Notice: We cannot approve the care your doctor asked for

Dear {title} {last}:

On August 14, 2023, Dr. Amadika Thorsen asked us to approve the following:

- [[denied - botulinum| Botox (onabotulinumtoxinA) injections for chronic migraine]]
- [[denied - mri| MRI of the brain with and without contrast]]
- [[denied - physical-therapy| Physical therapy for the neck, 12 visits]]

Our medical director, Celestine Obi, MD (Internal Medicine), looked at the request. We have decided that this care is not medically necessary. Here is why.

Botox. Plan rule RX-114 asks that you first try two kinds of medicine that prevent migraine, for two months each. [[#ur-none denied first-line-failed botulinum| Our records do not show that you have tried any.]] MRI. You have had headaches for many years and a normal CT scan. [[#ur-same denied significant-change mri| There is nothing new about them.]]
Physical therapy. You had this care in 2022. [[#ur-pt denied functional-improvement physical-therapy| The notes do not tell us that it helped you]] or why you cannot do the exercises by yourself.

You may have a copy of the rule, free of charge.
===
## If you do not agree

You may file a grievance (ask us to look again) within 180 days. Call 1-555-555-0181 or write to us. If your health is in serious danger we will decide in 72 hours.

The California Department of Managed Health Care is responsible for regulating health care service plans. You may ask the Department for an Independent Medical Review (IMR) if we say that care is not medically necessary. You do not pay for it.

Si necesita ayuda en espanol, llame al numero que aparece arriba.

Sincerely,

~ Celestine Obi, MD | Medical Director

cc: Amadika Thorsen, MD
""", date(2023, 8, 21), "Celestine Obi, MD", "reviewer")  # fmt: skip

UPHELD = Doc("upheld", "Resolution of the grievance", "ur_decision", _PLAN, """
September 25, 2023

Dear {title} {last}:

Thank you for your letter, which we received on September 1, 2023 (grievance G-230901-17). You asked us to change our decision of August 21, 2023 on Botox, an MRI of the brain, and physical therapy.

Hugo Brandmeier, MD, a doctor who was not part of the first decision and who is certified in Family Medicine, looked at your file. We have decided to keep our decision on all three. Rule RX-114 is not met. No new facts were given about the other two services.

If you still disagree you may ask for an Independent Medical Review. The form and an envelope are enclosed.

~ Hugo Brandmeier, MD | Physician Reviewer, Grievances and Appeals
""", date(2023, 9, 25), "Hugo Brandmeier, MD", "reviewer", after_ur=True)  # fmt: skip

GRIEVANCE = Doc("grievance", "Member's letter of appeal", "correspondence", Clinic("", (), font="Times", size=11, dates="%B ~%d, %Y"), """
August 30, 2023

Member Appeals

My name is {name}, my number is {claim}, and I am writing because you turned me down.

You say I never tried medicine. [[#lay history first-line-failed botulinum| I took the topiramate until I could not remember what bread I had in the oven, and the heart pill until I nearly fainted on the stairs.]] Your own pharmacy filled them.

In 2021, with my old insurance, I got the shots twice. [[#shots history drug-benefit botulinum| For the first time since high school I had more good days than bad]] and I baked six days a week. [[#neck history flare-up physical-therapy| My neck seized up again in July from favoring one side]], and the exercises alone have not
loosened it this time. The coughing thing is new and it scares me.

Please call me at {phone}, after two, I start work at three in the morning.

{name}
""", date(2023, 8, 30), "Isaura Velloso", "patient", after_ur=True)  # fmt: skip

APPLICATION = Doc("application", "Independent medical review application to the department", "application", Clinic(
    "", (), size=10, margin=48, letterhead="none", heading="band", signature="scribble", foot="none", check="box", dates="%m/%d/%Y", grid=0.6), """
T: INDEPENDENT MEDICAL REVIEW (IMR) / COMPLAINT FORM
T: HEALTH PLAN MEMBERS
# Patient
| First name: {first} | Last name: {last} |
| Date of birth: {dob} | Phone: {phone} |
| Street: {address} | City: {city} |
| E-mail: {email} | Employer or group: {employer} |
# Health plan
| Plan: Alder & Quay Health Plan | Member ID: {claim} |
| Did you file a grievance with the plan? [x] Yes [ ] No | Is this urgent? [ ] Yes [x] No |
# What was denied
Date on the denial letter: 08/21/2023

Treatment or service denied: //
1) Botox shots for migraine //
2) MRI brain with and without contrast //
3) physical therapy neck 12 visits

Reason given: [x] Not medically necessary [ ] Experimental [ ] Emergency
# Release
I allow my plan and doctors to send my records for this review. It ends one year from the date below.

Signature of patient: Date: 10/02/2023
~ {name} |
""", date(2023, 10, 2), "Isaura Velloso", "patient")  # fmt: skip

ACKNOWLEDGED = Doc("acknowledged", "Letter that the review has been opened", "correspondence", Clinic(
    "Help Center, Managed Care Review", ("IMR Unit",), size=10.5, margin=72, letterhead="centre", signature="none", foot="none", dates="%m/%d/%Y"), """
October 12, 2023

{name} //
{address}, {city}

Your application, received October 6, 2023, qualifies for an Independent Medical Review. It was assigned today, October 12, 2023, as case CM99-0000114 (standard). The plan's decision under review is that of August 21, 2023.

A decision is due within 30 days after the records are complete.
""", date(2023, 10, 12), None, "administrator")  # fmt: skip
