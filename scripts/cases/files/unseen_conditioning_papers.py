# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The papers of the conditioning case: e-mail, application, request, two reviews, employer, pharmacy, bill, attorney."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc, Patient

PATIENT = Patient(
    first="Marcelino", last="Thornquist", dob=date(1983, 12, 5), doi=date(2020, 9, 28), ssn="900-83-2267", claim="WC970-B44716", mrn="77-20914",
    phone="555/555-0221", address="2604 Tamarisk St., Apt. C", city="Dos Arroyos, CA 90000", email="m.thornquist@example.com", employer="Bright Harvest Foods Distribution, Inc.",
    sex="M", job="order selector, freezer",
    also=(("employer", "Bright Harvest Foods"), ("employer", "BHF Cold Storage"), ("phone", "(555) 555 0222"), ("phone", "555-555-0221"), ("dob", "Dec-05-1983"), ("dob", "12.05.83"), ("claim", "970B44716"),
          ("claim", "B44716"), ("claim", "ADJ 10 088 320"), ("mrn", "DAO-1983-T0417"), ("mrn", "RX 7004418"), ("mrn", "BHF-11926"), ("mrn", "21-31177"), ("ssn", "***-**-2267"), ("name", "Thornquist M"),
          ("relative", "Noemi")),
)  # fmt: skip

_MAIL = Clinic("", (), font="Helvetica", size=10, margin=54, letterhead="none", heading="plain", signature="none", foot="none", dates="%B ~%d, %Y", grid=0,
               running="12/17/21, 9:12 AM                         Trident TPA Mail - IMR records Thornquist", printed="mail.example.com/print                         {p}/{n}")  # fmt: skip
_IMR = Clinic("State of California / DWC / Application for IMR", ("Use one form for each UR decision or list them all",), font="Times", size=10, margin=48, letterhead="right", heading="band", signature="scribble",
              foot="none", check="box", dates="%m/%d/%Y", grid=0.8)  # fmt: skip
_RFA = Clinic("RFA", ("Dos Arroyos Orthopaedic & Occupational Med.  -  p 555 555 0224  -  f 555 555 0225",), font="Courier", size=9.3, margin=40, letterhead="centre", heading="boxed", signature="typed", foot="none",
              check="brackets", dates="%m/%d/%y", grid=0.7)  # fmt: skip
_UR = Clinic("Keystone Bridge Medical Management", ("Utilization Review for Trident TPA", "PO Box 7100, Mayfield CA 90000    Tel 555.555.0226"), font="Times", size=11.2, margin=72, letterhead="left", heading="underline",
             signature="typed", foot="re-page", check="box", dates="%B ~%d, %Y", grid=0.3, colour="#274b3a")  # fmt: skip
_HR = Clinic("BHF Cold Storage - Human Resources", ("Physical demands of position",), font="Helvetica", size=9.6, margin=58, letterhead="left", heading="runin", signature="typed", foot="none", dates="~%m/~%d/%Y", grid=0.5)  # fmt: skip
_COMPOUND = Clinic("SANDHURST COMPOUNDING RX", ("transdermal order form   fax to 555 555 0228",), font="Helvetica", size=11, margin=54, letterhead="centre", heading="plain", signature="scribble", foot="none", check="box",
                   dates="~%m/~%d/%y", grid=1)  # fmt: skip
_EOR = Clinic("TRIDENT TPA  BILL REVIEW", ("Explanation of reimbursement, page 1",), font="Courier", size=8.6, margin=36, letterhead="typed", heading="plain", signature="none", foot="none", dates="%m/%d/%Y", grid=0)  # fmt: skip
_LAW = Clinic("LOCKRIDGE & ABAYOMI", ("Attorneys for injured workers", "88 Plaza del Sol, Dos Arroyos CA 90000    (555) 555-0229"), font="Times", size=12, margin=84, letterhead="centre", heading="plain", signature="scribble",
              foot="none", dates="%B ~%d, %Y")  # fmt: skip

EMAIL = Doc("email", "E-mail with which the records were sent", "correspondence", _MAIL, """
From: Pilar Szabo <pszabo@trident.example.com> //
To: IMR intake //
Date: Friday December 17, 2021 9:05 AM //
Subject: FW: {name} / {claim} / our file B44716

Attached please find records for the above injured worker, DOB {dob}, employed by {employer}.

2 UR letters, RFA, PR-2s, op report, PT, MRI, job demands, pharmacy. [[#qme| The PQME report (Dr. Wendell Ironside, exam of 10/05/2021) isn't in our imaging system]] - I've requested a copy.

Thanks,

Pilar Szabo | Claims Specialist II | Trident TPA | 555.555.0223
""", date(2021, 12, 17), "Pilar Szabo", "administrator")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", _IMR, """
[x] Regular     [ ] Expedited (certification attached)     [ ] Modification

# 1 Employee
|= 1 1
| Name {name} | Birth date {dob} |
| {address} | {city} |
| Phone {phone} | Claim no. {claim}   EAMS ADJ 10 088 320 |
| Injured {doi} | Employer {employer} |
# 2 Attorney
Temperance Abayomi, Lockridge & Abayomi, (555) 555-0229
# 3 Physician who requested
Cornelius Adeyinka, MD, Dos Arroyos Orthopaedic & Occupational Med., 700 Alkali Rd, Dos Arroyos CA 90000, 555 555 0224
# 4 Claims administrator
Trident TPA, Pilar Szabo, PO Box 6600, Mayfield CA 90000, 555.555.0223
# 5 Dispute
Date of UR letters: 11/10/2021 and 11/12/2021     Diagnosis: Z98.890, M75.121, M25.511 //
Is liability disputed?  [ ] Yes  [x] No

|= 0.5 8
| 1 | Work conditioning R shoulder, 12 visits |
| 2 | Compound cream 120 gm (ketoprofen, cyclobenzaprine, lidocaine) |
| 3 | Physical therapy R shoulder, 6 visits; 2 were approved, 4 are disputed |
# 6 Signature, consent to release of records
Date 12/02/2021
~ {name} |
""", date(2021, 12, 2), "Marcelino Thornquist", "patient")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", _RFA, """
T: REQUEST FOR AUTHORIZATION, STATE OF CALIFORNIA
[X] NEW   [ ] RESUBMIT   [ ] EXPEDITED   [ ] CONFIRM ORAL
# WORKER
{lastfirst}     B: {dob}     DOI: {doi} //
CLM: {claim}     EMP: {employer}     CHART: DAO-1983-T0417
# TO
TRIDENT TPA, P SZABO, FAX 555.555.0230
# FROM
CORNELIUS ADEYINKA MD, OCC MED/ORTHO, NPI 1000000638
# TREATMENT
|= 2 5 2.4
| DX | SERVICE | HOW MUCH |
| Z98.890 M75.121 | [[#rfa-wc requested - work-hardening| WORK CONDITIONING, R SHOULDER]] (97545/97546) | 3 X WK, 4 WKS = 12 |
| M25.511 | [[#rfa-cream requested - compound| COMPOUND CREAM: KETOPROFEN 10%, CYCLOBENZAPRINE 2%, LIDOCAINE 5%]] | 120 GM, 1 FILL |
| Z98.890 | [[#rfa-pt requested - physical-therapy| P.T. R SHOULDER, UNTIL W.C. STARTS]] | 2 X WK, 3 WKS = 6 |

SEE PR-2 11/01/21 P 1-2

DATE 11/03/21
~ Cornelius Adeyinka, MD |
""", date(2021, 11, 3), "Cornelius Adeyinka, MD", "treating_physician")  # fmt: skip

UR_PT = Doc("ur-pt", "Utilization review letter of November 10, 2021", "ur_decision", _UR, """
November 10, 2021

Re: {name}     Claim {claim}     DOI {doi}     File KB-21-9940-1

Dear Dr. Adeyinka:

We received your request dated November 3, 2021 on November 5, 2021. It has three parts. This letter is about part three. You will get another letter about parts one and two.

# Part three: physical therapy, right shoulder, 2 x week x 3 weeks (6)
[ ] Approve     [x] Modify     [ ] Deny

[[#ur-two - - physical-therapy| Approved: two (2) visits, to be used before December 31, 2021. Not approved: four (4) visits.]]

# Clinical reasons
The repair was done on March 9, 2021. [[#ur-36 history prior-sessions physical-therapy| Thirty-six visits appear to have been given after surgery.]] The postsurgical period of six months has passed. The worker should have a home program by now and two visits will do to update it.
# Guideline
8 CCR 9792.24.3, Postsurgical Treatment Guidelines, Shoulder, rotator cuff repair.
# Physician
Nathalie Brockmeyer, MD, Physical Medicine and Rehabilitation, California A00000
~ Nathalie Brockmeyer, MD |
""", date(2021, 11, 10), "Nathalie Brockmeyer, MD", "reviewer")  # fmt: skip

UR = Doc("ur", "Utilization review letter of November 12, 2021", "ur_decision", _UR, """
November 12, 2021

Re: {name}     Claim {claim}     DOI {doi}     File KB-21-9940-2

Dear Dr. Adeyinka:

This is our second letter on your request dated November 3, 2021, received November 5, 2021.

# Part one: work conditioning, right shoulder, 12 visits
[ ] Approve     [ ] Modify     [x] Deny

[[#ur-wc denied - work-hardening| Work conditioning is not approved.]] A program of this kind is for a worker who got better in therapy, then stopped getting better, and who has a job to go to. [[#ur-job denied job-demands work-hardening| We have no account of what the job demands]], and [[#ur-base denied baseline-evaluation work-hardening| no functional testing that shows where he stands]].
# Part two: compound cream
[ ] Approve     [ ] Modify     [x] Deny

[[#ur-cream denied - compound| The cream is not approved.]] Ketoprofen is not FDA approved on the skin and cyclobenzaprine is not recommended in a topical. [[#ur-oral denied oral-not-tolerated compound| It is not shown that he cannot take tablets.]]
===
# What we had
Request form of 11/03/21. PR-2 of 11/01/21, first page. Operative report of 03/09/21.
# Guideline
MTUS, Initial Approaches to Treatment (ACOEM 2017): work conditioning; MTUS Chronic Pain (ACOEM 2017): topical agents.
# Physician
Nathalie Brockmeyer, MD, Physical Medicine and Rehabilitation, California A00000. Call 555.555.0226, Mon 1 to 5 pm.
# If you do not agree
The worker has 30 days to send in the form that came with the worker's copy. He may have help with it from you, from his attorney, or from the Information and Assistance Unit. You may also write to us within ten days.

Copies: {name}; Temperance Abayomi, Esq.; Pilar Szabo. By mail, November 12, 2021.
~ Nathalie Brockmeyer, MD |
""", date(2021, 11, 12), "Nathalie Brockmeyer, MD", "reviewer")  # fmt: skip

JOB = Doc("job", "Employer's physical demands of the position", "other", _HR, """
Position: {job}     Employee no. BHF-11926     {name} //
Filled out 9/14/2021 by: Gwendolyn Pacheco, HR

# Shift
10 hrs, 4 days, -10 F, 850 to 1100 cases a shift on pallet jack with headset
# Demands
|= 4 2 2
| Task | Weight | How often |
| [[#lifts done job-demands work-hardening| Lift case floor to waist]] | 20 to 65 lb | constant |
| Lift case to 72 in (top of pallet) | to 45 lb | frequent |
| Pull jack | 60 lb of force | constant |
| Reach over shoulder | | frequent |
# Job open
Yes. Will take him back to selector when doctor says 50 lb over shoulder. No light work in freezer.

~ Gwendolyn Pacheco | HR generalist
""", date(2021, 9, 14), "Gwendolyn Pacheco", "administrator")  # fmt: skip

ORDER = Doc("cream-order", "Compounding pharmacy order form", "other", _COMPOUND, """
Patient: {name}     DOB: {dob}     Phone: {phone}

Ship to: {address}, {city}

[ ] F1  flurbi 20 / baclo 5     [x] K3  keto 10 / cyclo 2 / lido 5     [ ] G6  gaba 10 / amitrip 10

Size:  [x] 120 gm   [ ] 240 gm      Refills: 0      Sig: 1-2 pumps to R shoulder TID

Dx M25.511      Bill: WC {claim}

Date 11/1/21
~ Cornelius Adeyinka, MD |
""", date(2021, 11, 1), "Cornelius Adeyinka, MD", "treating_physician")  # fmt: skip

BILL = Doc("eor", "Explanation of reimbursement for physical therapy and medication", "other", _EOR, """
CLAIMANT THORNQUIST, MARCELINO   SSN ***-**-2267   CLM 970B44716   RUN 11/04/2021

|= 2 4 1.2 1.2 1
| DOS | PROVIDER / SERVICE | BILLED | PAID | CODE |
| 04/20/21-07/08/21 | TAMARACK PT 97110 97140 X 14 VISITS | 3010.00 | 1622.40 | G1 |
| 07/13/21-10/26/21 | TAMARACK PT 97110 97530 X 8 VISITS | 1720.00 | 927.11 | G1 |
| 05/03/21 | IBUPROFEN 800MG #90   RX 7004418 | 61.20 | 14.02 | G1 |
| 09/28/21 | ACETAMINOPHEN 500MG #100 | 18.80 | 6.10 | G1 |

ALLOWED UNDER OMFS.  G1 = FEE SCHEDULE.
""", date(2021, 11, 4), None, "administrator")  # fmt: skip

LAW = Doc("attorney", "Attorney's letter with a note of the therapist", "correspondence", _LAW, """
December 9, 2021

Independent medical review organization

Re: {name} v. {employer}; {claim}; ADJ 10 088 320; DOB {dob}

Dear reviewer:

I represent the applicant, who lives with his wife Noemi at {address}, and who can be reached at (555) 555 0222.

After the refusal he went to Tamarack for the two visits that were allowed. [[#late-note|Ms. Ballantyne wrote on December 6, 2021:]]

"[[#late-carry done functional-improvement physical-therapy| He carried 40 lb for 50 feet today and put 25 lb on the top shelf six times]], which is 5 more than in October. He tires by the fourth minute and cannot keep the pace of a shift. I do not have time or equipment in a regular visit for more."

He tried one half shift on November 22 at the employer's wish. [[#late-try done rtw-attempts-failed work-hardening| He could not finish it and was sent home with the arm in a sling.]] [[#late-er| The urgent care slip of that evening]] is with the employer and I have asked for it.

~ Temperance Abayomi |
""", date(2021, 12, 9), "Temperance Abayomi", "other", after_ur=True)  # fmt: skip
